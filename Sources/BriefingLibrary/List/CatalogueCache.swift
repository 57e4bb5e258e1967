import BriefingCore
import BriefingFiles
import BriefingIndex
import Glibc

/// The rows of a library's list, kept for the next run, so that a library of any size opens at once.
///
/// A file beside the index: a header with the number of rows, then batches of rows, newest first, each with its checksum, so that the first
/// screen of rows is there when the first batch was read. It is a cache: what is damaged, of another version or
/// another library is as good as missing, and the rows after it are read from the briefings.
struct CatalogueCache: Sendable {
  private let location: IndexLocation
  /// The library's folder as given.
  private let library: String

  /// Bytes of briefings up to which nothing is kept: to read them takes no longer.
  static let smallest: Int64 = 256 << 10
  /// Rows of a batch: a screenful at first. To take one in takes some milliseconds.
  private static let (firstBatch, batch) = (128, 4096)
  /// Bytes of a batch at most, so that a damaged length asks for no more memory.
  private static let longestBatch = 64 << 20
  /// The last digit is the version of the format and of what is read from files: their dates and titles too.
  private static let signature = Array("briefing list 9\n".utf8)

  /// Names the file of a library.
  ///
  /// - Throws: Why there is no place for it.
  init(library: String, cache: String?) throws(IndexError) {
    self.library = library
    location = try IndexLocation(library: library, cache: cache)
  }

  // MARK: Reading

  /// Calls `body` with the rows, batch after batch, as far as they are as they were written, and whether they are the
  /// last.
  func forEachBatch(_ body: (CatalogueBatch, _ isLast: Bool) -> Void) {
    guard let file = PrivateFile(reading: location.catalogue),
      file.read(Self.signature.count) == Self.signature, let total = file.number()
    else { return }
    var number: Int64 = 0
    var first = 0
    while let count = file.number(), let sum = file.number() {
      guard count > 0, count <= Self.longestBatch, let bytes = file.read(Int(count)),
        Self.checksum(of: bytes, number) == sum,
        let batch = CatalogueBatch(bytes, root: library, first: first)
      else { return }
      first += batch.count
      number += 1
      body(batch, first == total)
    }
  }

  private static func checksum(of bytes: [UInt8], _ number: Int64) -> Int64 {
    var checksum = Checksum(.catalogue)
    checksum.add(number)
    checksum.add(bytes)
    return checksum.value
  }

  // MARK: Writing

  /// Puts rows in place of those that are there; a library that is small has none. What fails leaves no more than the
  /// work to do again.
  func write(_ catalogue: Catalogue) {
    let stamps = catalogue.stamps
    guard stamps.reduce(0, { $0 + min(max(0, $1.size), Self.smallest + 1) }) > Self.smallest else {
      unlink(location.catalogue)
      return
    }
    guard (try? location.makeFolder()) != nil else { return }
    let rows = catalogue.rows
    // Of the others nobody can tell that they are as their files are.
    let kept = rows.indices.filter { !stamps[$0].isUnsettled && rows.isKeepable(at: $0) }
    var ranks = [Int](repeating: 0, count: rows.count)
    for (rank, index) in rows.byTitle(kept).enumerated() { ranks[index] = rank }
    let newest = rows.newestFirst(kept)
    let prefix = library.appendingName("").utf8.count
    PrivateFile.replace(location.catalogue) { write in
      write(Self.signature + Self.bytes(Int64(newest.count)))
      var start = 0
      var number: Int64 = 0
      while start < newest.count {
        let end = min(newest.count, start + (start == 0 ? Self.firstBatch : Self.batch))
        var writer = CatalogueWriter()
        for index in newest[start..<end] {
          rows.write(index, stamp: stamps[index].numbers, prefix: prefix, rank: ranks[index], to: &writer)
        }
        let bytes = writer.bytes
        write(Self.bytes(Int64(bytes.count)) + Self.bytes(Self.checksum(of: bytes, number)))
        write(bytes)
        start = end
        number += 1
      }
    }
  }

  private static func bytes(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }
}

extension PrivateFile {
  /// The next number, in the machine's own order.
  fileprivate func number() -> Int64? {
    read(8)?.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
  }
}
