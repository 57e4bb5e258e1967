import ArgumentParser
import BriefingCore
import BriefingLayout

/// `briefing outline PATH`: the sections of a briefing.
struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the sections of a briefing.")

  @Argument(
    help: "A briefing, or - for standard input.", completion: .file(extensions: ["md", "markdown"]))
  var path: String

  @Flag(help: "As JSON: number, level, title, slug, line and words of each.")
  var json = false

  func run() throws {
    let briefing = try BriefingSource(path: path).briefing()
    guard !json else { return StandardOutput.write(exactly: JSONWriter.outline(of: briefing)) }
    let numbers = briefing.sections.map { Cell.cells($0.shownNumber) }
    let width = numbers.map(\.count).max() ?? 0
    for (section, cells) in zip(briefing.sections, numbers) {
      let number = cells.text + String(repeating: " ", count: width - cells.count)
      let indent = String(repeating: "  ", count: section.number.count)
      StandardOutput.write(number + indent + Cell.cells(section.shownTitle).text + "\n")
    }
  }
}
