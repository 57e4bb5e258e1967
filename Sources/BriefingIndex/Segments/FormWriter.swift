import GRDB

/// Writes the forms of one segment, see ``FormTable``.
struct FormWriter {
  private let insert: DirectStatement
  private let segment: Int64
  private let stemmer: Stemmer
  /// The number of the run at hand, from 0.
  private(set) var run: Int64 = 0
  /// Its lines.
  private var lines = WordTable(capacity: 1 << 10)
  /// The line at hand: one room for all.
  private var line: [UInt8] = []
  private let runMemory: Int

  /// Makes a writer for the words of a segment in the stemmer's language.
  ///
  /// - Parameter runMemory: Bytes of memory that the lines of a run take at most.
  init(_ db: Database, segment: Int64, _ stemmer: Stemmer, runMemory: Int = 8 << 20) throws {
    self.segment = segment
    self.stemmer = stemmer
    self.runMemory = runMemory
    insert = try DirectStatement(
      db, "INSERT INTO form (segment, run, first, next, is_last, sum, words) VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// Notes the forms of a word; what is not a word of letters has none.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) throws {
    if let own = PostingBatch.parts(ofOwn: word) {
      let line = FormTable.line(own.stem, own.folded, isOwn: true)
      line.withUnsafeBufferPointer { _ = lines.number(of: $0) }
    } else {
      stemmer.forEachStem(of: word) { stem in
        guard !word.elementsEqual(stem) else { return }
        FormTable.setLine(&line, stem, word)
        line.withUnsafeBufferPointer { _ = lines.number(of: $0) }
      }
    }
    if lines.memory > runMemory {
      try writeRun(isLast: false)
      run += 1
      lines = WordTable(capacity: 1 << 10)
    }
  }

  /// Writes what was kept back. A segment without any form has a row too.
  mutating func finish() throws {
    try writeRun(isLast: true)
    lines = WordTable(capacity: 0)
  }

  private func writeRun(isLast: Bool) throws {
    var first: [UInt8] = []
    var row: [UInt8] = []
    for number in lines.sortedNumbers {
      try lines.withWord(Int(number)) { line in
        // The row names the line with which the next one starts.
        if !row.isEmpty, first.count + row.count + 2 * (line.count + 1) > RowSize.inPage {
          try write(row, from: first, to: line, isLast: isLast)
          first = Array(line)
          row.removeAll(keepingCapacity: true)
        }
        row.append(contentsOf: line)
        row.append(FormTable.lineFeed)
      }
    }
    try write(row, from: first, to: UnsafeBufferPointer(start: nil, count: 0), isLast: isLast)
  }

  /// Writes a row; the first of a run starts at the empty line, and the last one has it as its next.
  private func write(
    _ lines: [UInt8], from first: [UInt8], to next: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) throws {
    try lines.withUnsafeBufferPointer { lines in
      try first.withUnsafeBufferPointer { first in
        try insert.start(
          .integer(segment), .integer(run), .bytes(UnsafeRawBufferPointer(first)),
          .bytes(UnsafeRawBufferPointer(next)), .integer(isLast ? 1 : 0),
          .integer(FormTable.checksum(of: lines, segment, run, from: first, to: next, isLast: isLast)),
          .bytes(UnsafeRawBufferPointer(lines)))
        defer { insert.finish() }
        _ = try insert.step()
      }
    }
  }
}
