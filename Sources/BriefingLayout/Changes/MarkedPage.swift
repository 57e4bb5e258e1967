import Algorithms
import BriefingText

/// A page that shows what has changed in its text since an earlier version, and the way between its places and those of the
/// page without the marks.
///
/// It is a page like any other: what counts in its units counts what was removed too. Only anchors are those of the text as it
/// is, so they are made of places on the plain page.
public struct MarkedPage: Sendable {
  /// The page with the marks, at the width of the plain one.
  public let page: Page
  /// The changes in order, each once.
  public let stops: [ChangeStop]
  /// The plain units before which something stands that is not on the plain page, ascending.
  private let insertions: [Int]
  /// The marked texts, by plain unit.
  private let texts: [Int: MarkedText]
  private let plainCount: Int

  /// Marks the changes on a page. In a long leaf that the page has cut, each slice is marked by itself.
  ///
  /// - Parameters:
  ///   - plain: The page of the text as it is.
  ///   - units: The units in which the edits count.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public init(
    _ plain: Page, _ units: BriefingUnits, _ edits: PageEdits, isCancelled: () -> Bool = { false }
  ) throws {
    var placer = EditPlacer(plain, units)
    for edit in edits.texts.sorted(by: { $0.key < $1.key }) {
      if isCancelled() { throw CancellationError() }
      placer.mark(edit.key, edit.value)
    }
    placer.finishSlices()
    for insertion in edits.insertions { placer.insert(insertion) }
    let placed = placer.insertions.enumerated().sorted {
      ($0.element.place.position, $0.offset) < ($1.element.place.position, $1.offset)
    }.map(\.element)
    let positions = placed.map(\.place.position)
    insertions = positions
    texts = placer.texts
    plainCount = plain.unitCount

    var marked = MarkedUnits()
    for (unit, content) in placer.contents { marked[Self.shown(unit, positions)] = content }
    for (index, insertion) in placed.enumerated() {
      marked[insertion.place.position + index] = MarkedUnits.Unit(content: insertion.content)
    }
    page = try plain.marking(marked, placed.map(\.place), isCancelled: isCancelled)

    let last = max(0, plain.unitCount - 1)
    var marks = placer.texts.map { unit, text in
      ChangeStop.Marks(
        unit: Self.shown(unit, positions), plainUnit: unit, marks: text.marks, added: text.added,
        isWhole: placer.wholes.contains(unit))
    }
    for (index, insertion) in placed.enumerated() where insertion.isStop {
      marks.append(
        ChangeStop.Marks(
          unit: insertion.place.position + index, plainUnit: min(insertion.place.position, last),
          marks: insertion.marks, added: [], isWhole: true, startsSection: insertion.startsSection))
    }
    stops = ChangeStop.all(on: page, marks: marks)
  }

  // MARK: Places

  /// Where a place of the plain page is on this one.
  public func shown(_ place: Place) -> Place {
    // What stands before everything is seen from the start.
    guard place != Place(), place.unit < plainCount else { return place }
    let unit = Self.shown(place.unit, insertions)
    guard place.offset > 0, let text = texts[place.unit] else {
      return Place(unit: unit, offset: place.offset, skip: place.skip)
    }
    return Place(unit: unit, offset: text.marked(place.offset), skip: place.skip)
  }

  /// Where a place of this page is on the plain one; of what is not there, what follows it.
  public func plain(_ place: Place) -> Place {
    guard place != Place() else { return place }
    let before = insertionsBefore(place.unit)
    if before < insertions.count, insertions[before] + before == place.unit {
      let unit = min(insertions[before], max(0, plainCount - 1))
      return Place(unit: unit)
    }
    let unit = place.unit - before
    guard place.offset > 0, let text = texts[unit] else {
      return Place(unit: unit, offset: place.offset, skip: place.skip)
    }
    return Place(unit: unit, offset: text.plain(place.offset), skip: place.skip)
  }

  /// The unit of the plain page that a unit shows; nil for one that is not there.
  public func plainUnit(of unit: Int) -> Int? {
    let before = insertionsBefore(unit)
    return before < insertions.count && insertions[before] + before == unit ? nil : unit - before
  }

  private static func shown(_ unit: Int, _ insertions: [Int]) -> Int {
    unit + insertions.partitioningIndex { $0 > unit }
  }

  /// How many insertions stand before a unit of this page.
  private func insertionsBefore(_ unit: Int) -> Int {
    insertions.indices.partitioningIndex { insertions[$0] + $0 >= unit }
  }
}
