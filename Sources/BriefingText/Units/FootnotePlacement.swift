import Algorithms
import BriefingCore
import CommonMark

/// Where a briefing's footnotes are shown: at the end of the top section in which they are first referred to.
///
/// Those stay where they are written that nothing refers to, that stand in another container, or that hold a
/// heading: a section's units have to follow each other in the order of the headings.
struct FootnotePlacement {
  /// The footnotes that are moved, in the order of their numbers.
  private var notes: [Note] = []
  /// Indices into `notes` in the order of the source.
  private var inSource: [Int] = []
  /// The source bytes at which the top sections start; the lead is region 0, the first of them region 1.
  private var starts: [Int] = []
  /// The source unit of each top section's heading.
  private var headings: [Int] = []

  /// A file may have a million of them.
  private struct Note {
    private let firstUnit: Int32
    private let endUnit: Int32
    private let firstByte: Int32
    private let endByte: Int32
    private let reference: Int32
    private var place = Note.unknown

    private static let unknown: Int32 = -1
    private static let sought: Int32 = -2

    init(units: Range<Int>, bytes: Range<Int>, firstReference: Int) {
      firstUnit = Int32(truncatingIfNeeded: units.lowerBound)
      endUnit = Int32(truncatingIfNeeded: units.upperBound)
      firstByte = Int32(truncatingIfNeeded: bytes.lowerBound)
      endByte = Int32(truncatingIfNeeded: bytes.upperBound)
      reference = Int32(truncatingIfNeeded: firstReference)
    }

    /// The units of the note, in the order of the source.
    var units: Range<Int> { Int(firstUnit)..<Int(endUnit) }
    /// Its bytes.
    var bytes: Range<Int> { Int(firstByte)..<Int(endByte) }
    /// The byte at which the first reference to it stands.
    var firstReference: Int { Int(reference) }
    /// The region at whose end it is shown; nil as long as that is not known.
    var region: Int? {
      get { place < 0 ? nil : Int(place) }
      set { place = newValue.map { Int32(truncatingIfNeeded: $0) } ?? Self.unknown }
    }
    /// Whether its region is being looked for.
    var isSought: Bool { place == Self.sought }

    mutating func seek() { place = Self.sought }
  }

  /// The units in the order in which they are shown, as places in the order of the source; nil where the two
  /// orders are the same.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  static func order(
    of footnotes: [Footnote], in briefing: Briefing, unitCount: Int, firstUnit: (BlockID) -> Int,
    isCancelled: () -> Bool
  ) throws -> [Int]? {
    guard !footnotes.isEmpty else { return nil }
    var placement = FootnotePlacement()
    try placement.collect(footnotes, in: briefing, firstUnit, isCancelled)
    try placement.findRegions(isCancelled)
    return try placement.order(unitCount: unitCount, isCancelled)
  }

  private mutating func collect(
    _ footnotes: [Footnote], in briefing: Briefing, _ firstUnit: (BlockID) -> Int, _ isCancelled: () -> Bool
  ) throws {
    var steps = WorkSteps()
    let document = briefing.document
    let end = document.blocks.endIndex
    notes.reserveCapacity(footnotes.count)
    for footnote in footnotes {
      try steps.add(isCancelled)
      let block = document[footnote.definition]
      let next = block.next ?? end
      guard block.parent == document.root,
        briefing.section(containing: footnote.definition)
          == briefing.section(containing: BlockID(index: next.index - 1))
      else { continue }
      notes.append(
        Note(
          units: firstUnit(footnote.definition)..<firstUnit(next), bytes: block.range,
          firstReference: footnote.firstReference))
    }
    inSource = try notes.indices.sorted {
      try steps.add(isCancelled)
      return notes[$0].bytes.lowerBound < notes[$1].bytes.lowerBound
    }
    for section in briefing.sections where section.number.count == 1 {
      try steps.add(isCancelled)
      let block = document[section.heading]
      guard block.parent == document.root else { continue }
      starts.append(block.range.lowerBound)
      headings.append(firstUnit(section.heading))
    }
  }

  /// A note that is first referred to in another one follows it, and so on; those that only refer to each other
  /// stay in the region in which they are written.
  private mutating func findRegions(_ isCancelled: () -> Bool) throws {
    var steps = WorkSteps()
    for index in notes.indices where notes[index].region == nil {
      var chain: [Int32] = []
      var next = index
      var region = 0
      while true {
        try steps.add(isCancelled)
        if let known = notes[next].region {
          region = known
          break
        }
        guard !notes[next].isSought else {
          region = self.region(at: notes[index].bytes.lowerBound)
          break
        }
        notes[next].seek()
        chain.append(Int32(truncatingIfNeeded: next))
        guard let holder = note(at: notes[next].firstReference) else {
          region = self.region(at: notes[next].firstReference)
          break
        }
        next = holder
      }
      for member in chain { notes[Int(member)].region = region }
    }
  }

  private func region(at byte: Int) -> Int { starts.partitioningIndex { $0 > byte } }

  /// The note that a byte of the source stands in.
  private func note(at byte: Int) -> Int? {
    let count = inSource.partitioningIndex { notes[$0].bytes.lowerBound > byte }
    guard count > 0, notes[inSource[count - 1]].bytes.contains(byte) else { return nil }
    return inSource[count - 1]
  }

  private func order(unitCount: Int, _ isCancelled: () -> Bool) throws -> [Int]? {
    var steps = WorkSteps()
    var shown: [[Int]] = Array(repeating: [], count: starts.count + 1)
    for note in notes { shown[note.region ?? 0] += note.units }
    var order: [Int] = []
    order.reserveCapacity(unitCount)
    var region = 0
    var moved = inSource[...]
    var unit = 0
    while unit < unitCount {
      try steps.add(isCancelled)
      if region < headings.count, headings[region] == unit {
        order += shown[region]
        region += 1
      }
      if let note = moved.first, notes[note].units.lowerBound == unit {
        unit = notes[note].units.upperBound
        moved = moved.dropFirst()
      } else {
        order.append(unit)
        unit += 1
      }
    }
    for rest in shown[region...] { order += rest }
    return order.elementsEqual(0..<unitCount) ? nil : order
  }
}
