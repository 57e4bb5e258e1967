import BriefingCore
import CommonMark

@testable import BriefingImport

/// What a reader of a written briefing sees.
struct ReadBack {
  let briefing: Briefing

  init(_ imported: ImportedBriefing) throws {
    briefing = try Briefing(parsing: Array(imported.fileText.utf8), file: Briefing.FileFacts(name: "x"))
  }

  init(_ briefing: Briefing) { self.briefing = briefing }

  /// The titles of the sections.
  var sections: [String] { briefing.sections.map(\.title) }

  /// The text of each leaf, in order; code as it stands.
  var leaves: [String] { leaves { _ in true } }

  /// The same without the texts of footnotes and the title.
  var leavesWithoutNotes: [String] {
    let title = briefing.heading
    return leaves { !isInNote($0) && $0 != title }
  }

  /// The texts of footnotes.
  var notes: [String] { leaves(where: isInNote) }

  private func isInNote(_ block: BlockID) -> Bool {
    var at: BlockID? = block
    while let each = at {
      if case .footnoteDefinition = briefing.document[each].kind { return true }
      at = briefing.document[each].parent
    }
    return false
  }

  private func leaves(where isWanted: (BlockID) -> Bool) -> [String] {
    briefing.document.blocks.compactMap { block in
      guard isWanted(block.id) else { return nil }
      return switch block.kind.content {
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
