import BriefingCore
import BriefingText
import CommonMark

/// Finds where on a page its edits stand, and makes what is shown there.
struct EditPlacer {
  private let page: Page
  private let units: BriefingUnits
  /// The marked texts, by unit of the page.
  private(set) var texts: [Int: MarkedText] = [:]
  /// What units with marks show, by unit of the page.
  private(set) var contents: [Int: MarkedUnits.Unit] = [:]
  /// The units of which all is new.
  private(set) var wholes: Set<Int> = []
  /// What has changed in slices of leaves that the page has cut, by unit of the page: all of a slice's text up to the last
  /// edit, in stretches.
  private var sliceChanges: [Int: [TextChange]] = [:]
  /// What stands between the units.
  private(set) var insertions: [Insertion] = []

  /// Something between units, with its place.
  struct Insertion {
    var place: UnitInsertion
    var content: UnitContent
    var marks: [Range<Int>]
    var isStop: Bool
    var startsSection: Bool
  }

  init(_ page: Page, _ units: BriefingUnits) {
    self.page = page
    self.units = units
  }

  /// Marks what has changed in a unit of `BriefingUnits`.
  mutating func mark(_ source: Int, _ changes: [TextChange]) {
    guard changes.contains(where: { $0.kind != .same }) else { return }
    if let unit = unit(of: source) { return mark(unit: unit, changes) }
    guard let slices = LeafSlices(of: source, units, on: page) else {
      let remark = "This paragraph has changed; one of its length is shown without marks."
      return insert(.init(.remark(remark), .behindUnit(source)))
    }
    for (unit, changes) in slices.parts(of: changes) {
      guard let first = changes.first else { continue }
      let end = sliceChanges[unit]?.last?.range.upperBound ?? 0
      if end < first.range.lowerBound {
        sliceChanges[unit, default: []].append(TextChange(.same, "", end..<first.range.lowerBound))
      }
      sliceChanges[unit, default: []] += changes
    }
  }

  /// Marks the slices of leaves that the page has cut, once all of their edits are known: long code has other slices in
  /// `BriefingUnits`, so several may stand in one of the page.
  mutating func finishSlices() {
    for (unit, changes) in sliceChanges where changes.contains(where: { $0.kind != .same }) {
      mark(unit: unit, changes)
    }
    sliceChanges = [:]
  }

  private mutating func mark(unit: Int, _ changes: [TextChange]) {
    let text: MarkedText
    var marked: MarkedUnits.Unit
    switch page.content(of: unit) {
    case .flow(let plain, let hang):
      text = MarkedText(plain, changes)
      marked = .init(content: .flow(text.text, hang: hang))
    case .code(let plain, let caption):
      text = MarkedText(plain, changes, keepsLines: true)
      marked = .init(content: .code(text.text, caption: caption))
    case .table(let plain):
      let table = plain.marking(changes)
      text = table.marked
      marked = .init(content: .table(table.table))
    case .thematicBreak: return
    }
    marked.part = page.ownContent(of: unit)?.part
    marked.versions = text.versions
    contents[unit] = marked
    texts[unit] = text
    if !changes.contains(where: { $0.kind != .added }) { wholes.insert(unit) }
  }

  /// Puts something between the units.
  mutating func insert(_ insertion: PageEdits.Insertion) {
    let place = place(insertion.position)
    let role: Style.Role
    switch insertion.content {
    case .removed(let text):
      let isCode = place.kind == .within && place.predecessor.map(isCode) ?? false
      for piece in LeafSlices.pieces(of: text) {
        let marked = MarkedText(removed: piece, Style(isCode ? .code : .text), keepsLines: true)
        let content = isCode ? UnitContent.code(marked.text, caption: "") : .flow(marked.text)
        add(content, marked.marks, at: place, isStop: true)
      }
      return
    case .removedHeading(let text):
      let marked = MarkedText(removed: text, Style(.subheading))
      return add(.flow(marked.text), marked.marks, at: place, isStop: true, startsSection: true)
    case .remark: role = .caption
    case .summary: role = .marker
    }
    let text =
      switch insertion.content {
      case .remark(let text), .summary(let text), .removed(let text), .removedHeading(let text): text
      }
    var builder = UnitTextBuilder()
    builder.append(text, Style(role))
    let isStop = if case .remark = insertion.content { true } else { false }
    add(.flow(builder.finish()), [0..<text.utf8.count], at: place, isStop: isStop)
  }

  private mutating func add(
    _ content: UnitContent, _ marks: [Range<Int>], at place: UnitInsertion, isStop: Bool,
    startsSection: Bool = false
  ) {
    insertions.append(
      Insertion(place: place, content: content, marks: marks, isStop: isStop, startsSection: startsSection))
  }

  private func isCode(_ unit: Int) -> Bool {
    if case .codeBlock = page.briefing.document[page.block(of: unit)].kind { true } else { false }
  }

  // MARK: Places

  private func place(_ position: PageEdits.Position) -> UnitInsertion {
    let table = page.units.table
    switch position {
    case .start: return UnitInsertion(position: 0, predecessor: nil, .apart)
    case .behindUnit(let source):
      let unit = lastUnit(of: source)
      return UnitInsertion(position: unit + 1, predecessor: unit, .within)
    case .behindSection(let ordinal):
      let sections = page.briefing.sections
      guard page.unitCount > 0 else { return UnitInsertion(position: 0, predecessor: nil, .apart) }
      guard sections.indices.contains(ordinal) else {
        let end = BlockID(index: Int32(truncatingIfNeeded: page.briefing.document.blockCount))
        return UnitInsertion(position: page.unitCount, predecessor: table.lastUnit(before: end), .apart)
      }
      let heading = sections[ordinal].heading
      let before = table.lastUnit(before: heading)
      let isBefore = table.units[before].block < heading
      return UnitInsertion(
        position: page.sectionUnits[ordinal], predecessor: isBefore ? before : nil, .apart)
    }
  }

  /// The unit of the page that shows the same as one of `BriefingUnits`; nil where the page has cut it.
  private func unit(of source: Int) -> Int? {
    let wanted = units.table.units[source]
    let table = page.units.table
    if let part = wanted.titleBlock { return table.firstUnit(of: part) }
    let unit = table.firstUnit(notBefore: wanted.block) + Int(wanted.slice)
    guard table.units.indices.contains(unit) else { return nil }
    let found = table.units[unit]
    return found.block == wanted.block && found.slice == wanted.slice && found.slices == wanted.slices
      && !page.isCut(unit) ? unit : nil
  }

  /// The last unit of the page that shows something of one of `BriefingUnits`.
  private func lastUnit(of source: Int) -> Int {
    if let unit = unit(of: source) { return unit }
    let table = page.units.table
    var unit = table.firstUnit(notBefore: units.table.units[source].block)
    while unit + 1 < table.units.count, table.units[unit + 1].block == table.units[unit].block,
      !table.units[unit].isLastSlice
    {
      unit += 1
    }
    return min(unit, max(0, table.units.count - 1))
  }
}
