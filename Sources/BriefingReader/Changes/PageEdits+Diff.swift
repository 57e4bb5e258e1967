import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingText

extension PageEdits {
  /// What a reader is shown of what has changed in a briefing.
  ///
  /// - Parameters:
  ///   - units: The units of the text as it is now.
  ///   - summary: The line at the top.
  init(_ diff: BriefingDiff, _ units: BriefingUnits, summary: String) {
    self.init()
    insertions.append(Insertion(.summary(summary), .start))
    for section in diff.sections { add(section, units) }
    for section in diff.removed { add(section) }
  }

  private mutating func add(_ section: BriefingDiff.Section, _ units: BriefingUnits) {
    let shown = units.readUnits(ofSection: section.ordinal)
    /// Behind the heading; in the lead behind that of the page.
    let start: Position
    if section.ordinal > 0, let heading = shown.first {
      start = .behindUnit(heading)
    } else {
      start = units.titleUnit.map(Position.behindUnit) ?? (shown.isEmpty ? .behindSection(0) : .start)
    }
    guard let diff = section.diff else {
      if section.isNew, let heading = shown.first {
        let text = units.content(of: heading).text.string
        texts[heading] = [TextChange(.added, text, 0..<text.utf8.count)]
      }
      let remark =
        section.isNew
        ? "All of this section is new." : "This section has changed; its text as you read it is not kept."
      return insertions.append(Insertion(.remark(remark), start))
    }
    var position = start
    for block in diff.blocks {
      if let index = block.index {
        guard shown.indices.contains(index) else { continue }
        position = .behindUnit(shown[index])
        if !block.isSame { texts[shown[index]] = block.runs }
      } else {
        insertions.append(Insertion(.removed(block.runs.map(\.text).joined()), position))
      }
    }
  }

  private mutating func add(_ section: RemovedSection) {
    let position = Position.behindSection(section.after)
    insertions.append(Insertion(.removedHeading(section.title), position))
    guard let text = section.text else {
      let remark = "This section was removed; its text as you read it is not kept."
      return insertions.append(Insertion(.remark(remark), position))
    }
    for block in text.dropFirst() where !block.text.isEmpty {
      insertions.append(Insertion(.removed(block.text), position))
    }
  }
}
