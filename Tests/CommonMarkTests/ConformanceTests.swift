import CommonMark
import Foundation
import Testing

/// The examples of the specifications themselves. Their files are not part of this repository:
/// `COMMONMARK_SPEC=/path/commonmark.txt:/path/gfm.txt swift test` runs them; without the variable there is no
/// file to test and so no case. ``RuleTests`` has the same rules with examples of our own.
@Suite struct ConformanceTests {
  static let files = (ProcessInfo.processInfo.environment["COMMONMARK_SPEC"] ?? "")
    .split(separator: ":").map(String.init)

  @Test(arguments: files)
  func everyExamplePasses(file: String) throws {
    let examples = SpecificationExample.all(in: try String(contentsOfFile: file, encoding: .utf8))
    // A specification of GFM has examples of CommonMark as it was; those of its extensions count.
    let hasExtensions = examples.contains { !$0.extensionName.isEmpty }
    var failures: [String] = []
    var count = 0
    for example in examples where !hasExtensions || !example.extensionName.isEmpty {
      count += 1
      let document = try Document(
        parsing: Array(example.markdown.utf8), extensions: hasExtensions ? .gfm : [])
      let html = HTMLRenderer(isUnsafe: true).render(document)
      if html != example.html {
        failures.append(
          "example \(example.number) (line \(example.line))\n\(example.markdown)expected\n\(example.html)got\n\(html)"
        )
      }
    }
    #expect(count > 0, "\(file) has no examples")
    #expect(failures.isEmpty, "\(failures.count) of \(count) fail:\n\(failures.joined(separator: "\n"))")
  }
}

/// An example as the specifications write it: between lines of 32 backticks, with a dot between Markdown and
/// HTML, and an arrow for each tab.
struct SpecificationExample {
  var number: Int
  /// 1-based line of the file where it starts.
  var line: Int
  /// What stands after `example`; empty for CommonMark's own.
  var extensionName: String
  var markdown: String
  var html: String

  static func all(in text: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var current: SpecificationExample?
    var isHTML = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix(fence + " example") {
        current = SpecificationExample(
          number: examples.count + 1, line: index + 1,
          extensionName: line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces), markdown: "",
          html: "")
        isHTML = false
      } else if line == fence, let example = current {
        examples.append(example)
        current = nil
      } else if current != nil, line == ".", !isHTML {
        isHTML = true
      } else if current != nil {
        let content = line.replacing("→", with: "\t") + "\n"
        if isHTML { current?.html += content } else { current?.markdown += content }
      }
    }
    return examples
  }
}
