import BriefingCore
import BriefingReading
import BriefingText

/// The units of a Markdown text.
func units(_ markdown: String) throws -> BriefingUnits {
  BriefingUnits(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "text")))
}

/// The digest of a Markdown text.
func digest(_ markdown: String) throws -> BriefingDigest { try BriefingDigest(units(markdown)) }

/// The blocks of a section of a Markdown text.
func blocks(_ markdown: String, _ ordinal: Int = 0) throws -> [ReadBlock] {
  try SectionContent(units(markdown), ordinal: ordinal).blocks
}

extension SectionDiff {
  /// The whole with signs: `{+added+}`, `[-removed-]`, a block a line, one that went in angle brackets.
  var marked: String {
    blocks.map { block in
      let text = block.runs.map { run in
        switch run.kind {
        case .same: run.text
        case .added: "{+\(run.text)+}"
        case .removed: "[-\(run.text)-]"
        }
      }.joined()
      return block.index == nil ? "<\(text)>" : text
    }.joined(separator: "\n")
  }
}

/// What has changed between two Markdown texts without headings, with signs.
func changes(_ old: String, _ new: String) throws -> String {
  try SectionDiff(from: blocks(old), to: blocks(new)).marked
}
