import BriefingLayout

/// The parts of an excerpt that show most of the words that were found, where there is no room for all of it.
struct ExcerptPieces {
  private let cells: [Cell]
  /// Columns at most.
  private let room: Int
  /// What is lit, in order, and which word of all that differ it is.
  private var lit: [(range: Range<Int>, word: Int)] = []
  private var wordCount = 0

  init(_ cells: [Cell], room: Int) {
    self.cells = cells
    self.room = room
    var numbers: [String: Int] = [:]
    var at = 0
    while at < cells.count {
      guard cells[at].style.traits.contains(.match) else {
        at += 1
        continue
      }
      let end = cells[at...].firstIndex { !$0.style.traits.contains(.match) } ?? cells.count
      let text = cells[at..<end].map(\.glyph).joined().lowercased()
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      lit.append((at..<end, number))
      at = end
    }
    wordCount = numbers.count
  }

  /// The excerpt's beginning, with ellipses, where that shows all words; else its parts, with an ellipsis between; nil
  /// where no parts show more words than a stretch does.
  func joined(showing stretch: Range<Int>) -> [Cell]? {
    guard wordCount > 1 else { return nil }
    var best = (words: Set(words(in: stretch)).count, parts: [Range<Int>]())
    // One stretch reads best, from wherever it shows as much.
    for count in 1...Self.most {
      let length = (room - 2 - (count - 1) * Self.gap.count) / count
      guard length >= Self.shortest else { break }
      let parts = parts(count, length)
      let found = Set(parts.flatMap(words(in:))).count
      if found > best.words { best = (found, parts) }
    }
    return best.parts.isEmpty ? nil : join(filled(best.parts))
  }

  /// Parts with as many words behind each as there is room for: what they are cut to leaves some.
  private func filled(_ parts: [Range<Int>]) -> [Range<Int>] {
    var parts = parts
    var free = room - 2 - (parts.count - 1) * Self.gap.count - parts.reduce(0) { $0 + $1.count }
    for index in parts.indices.reversed() {
      let limit = index + 1 < parts.count ? parts[index + 1].lowerBound - Self.gap.count : cells.count
      while parts[index].upperBound < limit {
        let upper = parts[index].upperBound
        let end = cells[(upper + 1)...].firstIndex { $0.ascii == 0x20 } ?? cells.count
        guard end <= limit, end - upper <= free else { break }
        free -= end - upper
        parts[index] = parts[index].lowerBound..<end
      }
    }
    return parts
  }

  /// Parts at most, and columns of one at least.
  private static let (most, shortest) = (3, 12)
  private static let gap = Cell.cells(" … ")

  private func words(in range: Range<Int>) -> [Int] {
    lit.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }.map(
      \.word)
  }

  /// So many parts of a length, in order, each with as many words as possible that none before has.
  private func parts(_ count: Int, _ length: Int) -> [Range<Int>] {
    var known: Set<Int> = []
    var parts: [Range<Int>] = []
    while parts.count < count {
      let windows = lit.map { window(around: $0.range, length) }
      let best = windows.map { (window: $0, new: Set(words(in: $0)).subtracting(known)) }
        .max {
          $0.new.count < $1.new.count
            || $0.new.count == $1.new.count && $0.window.lowerBound > $1.window.lowerBound
        }
      guard let best, !best.new.isEmpty else { break }
      known.formUnion(best.new)
      parts.append(best.window)
    }
    return merged(parts.sorted { $0.lowerBound < $1.lowerBound })
  }

  /// A stretch with a word a quarter in, from word to word where one is near.
  private func window(around word: Range<Int>, _ length: Int) -> Range<Int> {
    let lead = max(0, min(length / 4, length - word.count))
    var lower = min(max(0, word.lowerBound - lead), max(0, cells.count - length))
    var upper = min(cells.count, lower + length)
    if lower > 0, let blank = cells[lower..<word.lowerBound].firstIndex(where: { $0.ascii == 0x20 }) {
      lower = blank + 1
    }
    if upper < cells.count, word.upperBound < upper,
      let blank = cells[word.upperBound..<upper].lastIndex(where: { $0.ascii == 0x20 })
    {
      upper = blank
    }
    while lower < word.lowerBound, cells[lower].isContinuation { lower += 1 }
    if upper < cells.count, cells[upper].isContinuation { upper -= 1 }
    return lower..<max(lower, upper)
  }

  private func merged(_ parts: [Range<Int>]) -> [Range<Int>] {
    parts.reduce(into: []) { merged, part in
      if let last = merged.last, part.lowerBound <= last.upperBound + Self.gap.count {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        merged.append(part)
      }
    }
  }

  private func join(_ parts: [Range<Int>]) -> [Cell] {
    let ellipsis = Cell.cells("…")
    var joined: [Cell] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { joined += Self.gap }
      let isCut = index == 0 && part.lowerBound > 0 && cells[part.lowerBound].glyph != "…"
      joined += (isCut ? ellipsis : []) + cells[part]
    }
    if let last = parts.last, last.upperBound < cells.count, joined.last?.glyph != "…" { joined += ellipsis }
    return joined
  }
}
