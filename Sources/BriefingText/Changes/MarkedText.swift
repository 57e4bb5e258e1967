import Algorithms

/// The text of a unit with what was added and removed since an earlier version, each between signs: `[-old-] {+new+}`.
///
/// The signs stand in the text, so they are there without colours, on paper and for a screen reader, and whatever counts in
/// offsets of the text counts them.
package struct MarkedText: Sendable {
  /// The text with its marks.
  package private(set) var text = UnitText()
  /// What was added and removed, signs included, in order: offsets in ``text``.
  package private(set) var marks: [Range<Int>] = []
  /// What was added: offsets in the text as it is now.
  package private(set) var added: [Range<Int>] = []
  /// The text as it is now, and the one before, each without signs and without the words of the other: what is looked for
  /// may stand across a sign. None for a text that was removed as a whole.
  package private(set) var versions: [Version] = []
  /// Where stretches of the text as it is now stand in ``text``, in order.
  private var moves: [Move] = []
  private let plainCount: Int

  /// Where a stretch of one version, `plain`, stands in the text with the marks.
  fileprivate struct Move {
    var plain: Int
    var marked: Int
    var count: Int
  }

  /// One version of the text.
  package struct Version: Sendable {
    /// Its text.
    package fileprivate(set) var bytes: [UInt8]
    fileprivate var moves: [Move]

    /// Where a stretch of it stands in the text with the marks, with what stands between its parts there; nil where no byte of
    /// it does.
    package func marked(_ range: Range<Int>) -> Range<Int>? {
      let start = MarkedText.start(range.lowerBound, moves)
      let end = MarkedText.end(range.upperBound, moves)
      return start < end ? start..<end : nil
    }
  }

  /// What stands before and after what was added, and the same of what was removed.
  package static let addedSigns = ("{+", "+}")
  package static let removedSigns = ("[-", "-]")

  /// Marks the changes of a text.
  ///
  /// - Parameters:
  ///   - plain: The text as it is now.
  ///   - changes: All of it in stretches.
  ///   - keepsLines: Whether LF in what was removed ends a line, as in code; else it is a space.
  package init(_ plain: UnitText, _ changes: [TextChange], keepsLines: Bool = false) {
    plainCount = plain.string.utf8.count
    var writer = Writer(plain, bytes: Array(plain.string.utf8))
    for change in changes {
      switch change.kind {
      case .same: writer.keep(change.range)
      case .added: for part in writer.parts(of: change.range) { writer.add(part) }
      case .removed: writer.remove(change.text, keepsLines: keepsLines)
      }
    }
    writer.keep(writer.at..<plainCount)
    versions = [Version(bytes: writer.source, moves: writer.moves), writer.earlier]
    text = UnitText(
      string: String(decoding: writer.bytes, as: UTF8.self), runs: writer.runs,
      links: plain.links.map { link in
        UnitText.Link(
          range: Self.start(
            link.range.lowerBound, writer.moves)..<Self.end(link.range.upperBound, writer.moves),
          destination: link.destination, kind: link.kind)
      })
    text.isParted = plain.isParted
    (marks, added, moves) = (writer.marks, writer.added, writer.moves)
  }

  /// A text that was removed as a whole.
  package init(removed text: String, _ style: Style, keepsLines: Bool = false) {
    plainCount = 0
    var writer = Writer(UnitText(), bytes: [])
    writer.role = style.role
    writer.remove(text, keepsLines: keepsLines)
    self.text = UnitText(string: String(decoding: writer.bytes, as: UTF8.self), runs: writer.runs)
    marks = writer.marks
  }

  /// Where what stands at an offset of the text as it is now stands in ``text``: behind what was removed before it.
  package func marked(_ offset: Int) -> Int { Self.start(offset, moves) }

  /// Where a stretch that ends at an offset of the text as it is now ends in ``text``.
  package func markedEnd(_ offset: Int) -> Int { Self.end(offset, moves) }

  /// The offset in the text as it is now of what stands at an offset of ``text``; of a mark, that of what follows.
  package func plain(_ offset: Int) -> Int {
    let next = moves.partitioningIndex { $0.marked > offset }
    guard next > 0 else { return 0 }
    let move = moves[next - 1]
    return min(plainCount, move.plain + min(move.count, offset - move.marked))
  }

  private static func start(_ offset: Int, _ moves: [Move]) -> Int {
    let next = moves.partitioningIndex { $0.plain > offset }
    guard next > 0 else { return moves.first?.marked ?? 0 }
    let move = moves[next - 1]
    return move.marked + min(move.count, offset - move.plain)
  }

  private static func end(_ offset: Int, _ moves: [Move]) -> Int {
    let next = moves.partitioningIndex { $0.plain >= offset }
    guard next > 0 else { return 0 }
    let move = moves[next - 1]
    return move.marked + min(move.count, offset - move.plain)
  }
}

extension MarkedText {
  /// Writes the marked text.
  private struct Writer {
    let plain: UnitText
    let source: [UInt8]
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [UnitText.Run] = []
    private(set) var marks: [Range<Int>] = []
    private(set) var added: [Range<Int>] = []
    private(set) var moves: [Move] = []
    /// The text before.
    private(set) var earlier = Version(bytes: [], moves: [])
    /// Up to where the text as it is now is written.
    private(set) var at = 0
    /// How the text around what was removed looks.
    var role: Style.Role

    init(_ plain: UnitText, bytes source: [UInt8]) {
      self.plain = plain
      self.source = source
      role = plain.runs.first?.style.role ?? .text
      bytes.reserveCapacity(source.count + 64)
    }

    /// Adds a stretch of the text as it is now.
    mutating func copy(_ range: Range<Int>, _ traits: Style.Traits = []) {
      let range = range.clamped(to: at..<max(at, source.count))
      guard !range.isEmpty else { return }
      moves.append(Move(plain: range.lowerBound, marked: bytes.count, count: range.count))
      let shift = bytes.count - range.lowerBound
      bytes += source[range]
      at = range.upperBound
      for run in plain.runs[plain.runs.partitioningIndex { $0.range.upperBound > range.lowerBound }...] {
        guard run.range.lowerBound < range.upperBound else { break }
        let part = run.range.clamped(to: range)
        style(
          part.lowerBound + shift..<part.upperBound + shift,
          Style(run.style.role, run.style.traits.union(traits)))
        role = run.style.role
      }
    }

    /// Adds a stretch of both texts.
    mutating func keep(_ range: Range<Int>) {
      let range = range.clamped(to: at..<max(at, source.count))
      earlier.moves.append(Move(plain: earlier.bytes.count, marked: bytes.count, count: range.count))
      earlier.bytes += source[range]
      copy(range)
    }

    /// The stretches of a range that are marked by themselves: lines, or the cells of a table.
    func parts(of range: Range<Int>) -> [Range<Int>] {
      var parts: [Range<Int>] = []
      var start = range.lowerBound
      for place in range where source[place] == 0x0A {
        parts.append(start..<place + 1)
        start = place + 1
      }
      if start < range.upperBound { parts.append(start..<range.upperBound) }
      return parts
    }

    /// Adds a stretch of the text as it is now that was not there.
    mutating func add(_ range: Range<Int>) {
      let core = Self.core(of: source, range)
      guard !core.isEmpty else { return copy(range) }
      copy(range.lowerBound..<core.lowerBound)
      // What ended a sentence before has no space behind it.
      if marks.last?.upperBound == bytes.count, needsSpace(before: source[core.lowerBound]) {
        bytes.append(0x20)
      }
      let start = bytes.count
      sign(MarkedText.addedSigns.0, .added)
      copy(core, .added)
      sign(MarkedText.addedSigns.1, .added)
      marks.append(start..<bytes.count)
      added.append(core)
      copy(core.upperBound..<range.upperBound)
    }

    /// Adds what is not there any more.
    mutating func remove(_ text: String, keepsLines: Bool) {
      var removed = Array(text.utf8)
      // The rest of a line, which is there still.
      if removed.last == 0x0A, bytes.last.map({ $0 != 0x0A }) == true { removed[removed.count - 1] = 0x20 }
      let before = earlier.bytes.count
      earlier.bytes += removed
      let lines: [ArraySlice<UInt8>] =
        keepsLines ? removed.split(separator: 0x0A, omittingEmptySubsequences: false) : [removed[...]]
      for (index, line) in lines.enumerated() {
        if index > 0 { bytes.append(0x0A) }
        let core = Self.core(of: removed, line.startIndex..<line.endIndex)
        guard !core.isEmpty else { continue }
        // What ends a text has no space behind it, and the next word none before it.
        if core.lowerBound == 0, needsSpace(before: removed[core.lowerBound]) { bytes.append(0x20) }
        let start = bytes.count
        sign(MarkedText.removedSigns.0, .removed)
        let textStart = bytes.count
        earlier.moves.append(
          Move(plain: before + core.lowerBound, marked: textStart, count: core.count))
        bytes += removed[core].map { $0 == 0x0A ? 0x20 : $0 }
        style(textStart..<bytes.count, Style(role, .removed))
        sign(MarkedText.removedSigns.1, .removed)
        marks.append(start..<bytes.count)
        if core.upperBound < line.endIndex { bytes.append(0x20) }
      }
    }

    /// Whether two words would stand together as one.
    private func needsSpace(before next: UInt8) -> Bool {
      guard let last = bytes.last, last != 0x20, last != 0x0A else { return false }
      // Scripts that write no spaces: their characters have three bytes or more.
      let character = bytes.last { $0 & 0xC0 != 0x80 } ?? last
      return character < 0xE3 && next < 0xE3
    }

    private mutating func sign(_ text: String, _ role: Style.Role) {
      let start = bytes.count
      bytes += text.utf8
      style(start..<bytes.count, Style(role))
    }

    private mutating func style(_ range: Range<Int>, _ style: Style) {
      if let last = runs.last, last.style == style, last.range.upperBound == range.lowerBound {
        runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
      } else if !range.isEmpty {
        // Spaces that stand between two marks.
        let end = runs.last?.range.upperBound ?? 0
        if end < range.lowerBound {
          runs.append(UnitText.Run(range: end..<range.lowerBound, style: Style(role)))
        }
        runs.append(UnitText.Run(range: range, style: style))
      }
    }

    /// A range without the white space at its ends.
    private static func core(of bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
      func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
      guard let first = bytes[range].firstIndex(where: { !isSpace($0) }),
        let last = bytes[range].lastIndex(where: { !isSpace($0) })
      else { return range.upperBound..<range.upperBound }
      return first..<last + 1
    }
  }
}
