/// A briefing taken apart into sections and blocks, to be edited with the truth at hand: what was which section before.
public struct SectionedSample: Sendable {
  /// A heading with the blocks below it.
  public struct Section: Sendable {
    /// Keeps its value through edits; no two sections have the same.
    public var id: Int
    /// `##` and so on.
    public var marks: String
    /// What stands after the marks.
    public var title: String
    /// Each with its lines, without the blank line after it.
    public var blocks: [String]
  }

  /// What stands before the first section: front matter, the page's heading, the lead.
  public var start: String
  /// In order.
  public var sections: [Section]
  private var nextID = 0

  /// Takes apart a text of ``NewsSample`` or ``LibrarySample``, whose headings stand by themselves between blank lines.
  public init(_ markdown: String) {
    start = ""
    sections = []
    for block in markdown.split(separator: "\n\n") {
      let marks = block.prefix { $0 == "#" }
      if marks.count > 1, !block.contains("\n") {
        add(marks: String(marks), title: String(block.dropFirst(marks.count + 1)))
      } else if sections.isEmpty {
        start += block + "\n\n"
      } else {
        sections[sections.count - 1].blocks.append(block.trimmingNewlines)
      }
    }
  }

  private mutating func add(marks: String, title: String) {
    sections.append(Section(id: nextID, marks: marks, title: title, blocks: []))
    nextID += 1
  }

  /// An id that no section has had.
  mutating func makeID() -> Int {
    nextID += 1
    return nextID - 1
  }

  /// The Markdown.
  public var markdown: String {
    sections.reduce(into: start) { text, section in
      text += "\(section.marks) \(section.title)\n\n"
      for block in section.blocks { text += block + "\n\n" }
    }
  }
}

extension Substring {
  fileprivate var trimmingNewlines: String {
    var text = self
    while text.first == "\n" { text = text.dropFirst() }
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
