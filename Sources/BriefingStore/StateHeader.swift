import Glibc

/// Looks at the first bytes of a database before SQLite does: to open what another program has made would write to it.
enum StateHeader {
  /// Where a database says whose it is, by SQLite's file format: numbers of 32 bits, the highest byte first.
  private static let (version, applicationID) = (60, 68)
  private static let magic = Array("SQLite format 3\0".utf8)

  /// - Throws: `StoreFault` for a database of another program, or of a later version of this one.
  static func check(_ location: StateLocation) throws(StoreFault) {
    let file = open(location.database, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    // What is shorter, or no database at all, is for SQLite to judge.
    guard read(file, &header, header.count) == header.count, header.starts(with: magic) else { return }
    func number(_ offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(applicationID) == StateSchema.applicationID || number(applicationID) == 0 else {
      throw StateSchema.foreign(location.database)
    }
    guard number(version) <= StateSchema.version else { throw StateSchema.later(location.database) }
  }
}
