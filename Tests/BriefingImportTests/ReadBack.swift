import BriefingCore
import CommonMark

@testable import BriefingImport

/// What a reader of a written briefing sees.
struct ReadBack {
  let briefing: Briefing

  init(_ imported: ImportedBriefing) throws {
    briefing = try Briefing(parsing: Array(imported.fileText.utf8), file: Briefing.FileFacts(name: "x"))
  }

  /// The titles of the sections.
  var sections: [String] { briefing.sections.map(\.title) }

  /// The text of each leaf, in order; code as it stands.
  var leaves: [String] {
    briefing.document.blocks.compactMap { block in
      switch block.kind.content {
      case .inlines: briefing.document.inlines(of: block.id).plainText.onOneLine
      case .literal: briefing.document.literal(of: block.id)
      case .blocks, .nothing: nil
      }
    }
  }

  /// The kinds of all blocks that hold others, with how often each stands there.
  var containers: [String: Int] {
    var counts: [String: Int] = [:]
    for block in briefing.document.blocks {
      switch block.kind {
      case .blockQuote: counts["quote", default: 0] += 1
      case .list(let list): counts[list.start == nil ? "bullets" : "numbers", default: 0] += 1
      case .item: counts["item", default: 0] += 1
      case .table: counts["table", default: 0] += 1
      case .footnoteDefinition: counts["note", default: 0] += 1
      default: break
      }
    }
    return counts
  }
}
