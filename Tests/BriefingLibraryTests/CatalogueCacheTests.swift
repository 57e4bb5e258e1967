import BriefingCore
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// The list from the cache: of files that have not changed, and never a wrong row.
@Suite struct CatalogueCacheTests {
  let folder: TemporaryFolder
  private var library: String { folder.path + "/library" }
  private var cache: String { folder.path + "/cache" }

  /// A library that is large enough to have a cache, all of whose files rest.
  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<300 {
      let path = try folder.write(
        "library/\(number).md",
        "---\ntitle: T\(number)\ndate: 2025-05-\(10 + number % 20)\nsource: S\ntags: [a, b]\n---\n"
          + String(repeating: "words ", count: 200))
      let time = timespec(tv_sec: 1_000_000 + number, tv_nsec: 1)
      utimensat(AT_FDCWD, path, [time, time], 0)
    }
  }

  private func list() throws -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    try Library(path: library, cache: cache).list { rows += $0 }
    return rows.sorted { $0.isNewer(than: $1) }
  }

  private func batches() throws -> [CatalogueBatch] {
    var batches: [CatalogueBatch] = []
    try CatalogueCache(library: library, cache: cache).forEachBatch { batch, _ in batches.append(batch) }
    return batches
  }

  private func kept() throws -> [CatalogueRow] { try batches().flatMap { Array($0) } }

  @Test func `rows are kept newest first, a screenful in the first batch, and the last one is known`() throws
  {
    let rows = try list()
    #expect(rows.count == 300)
    #expect(try kept() == rows)
    #expect(try batches()[0].count == 128)
    var ends: [Bool] = []
    try CatalogueCache(library: library, cache: cache).forEachBatch { ends.append($1) }
    #expect(ends == [false, true])
  }

  @Test func `only files that have changed are read`() throws {
    _ = try list()
    var known = Catalogue()
    for batch in try batches() {
      for (number, var row) in batch.enumerated() {
        row.title = "cached"
        known.put(CatalogueCard(row, root: library), FileStamp(batch.stamp(of: number)))
      }
    }
    try CatalogueCache(library: library, cache: cache).write(known)
    try folder.write("library/7.md", "# Seven\n")
    try folder.write("library/new.md", "# New\n")
    unlink(library + "/8.md")
    let titles = try list().map(\.title)
    #expect(titles.count == 300)
    #expect(Set(titles) == ["cached", "Seven", "New"])
    #expect(titles.count { $0 == "cached" } == 298)
  }

  /// What comes from the cache is written again as it is, beside what was read.
  @Test func `rows that were not read again are kept once more`() throws {
    _ = try list()
    try folder.write("library/new.md", "# A title before all others\n")
    let time = timespec(tv_sec: 1_000_000, tv_nsec: 1)
    utimensat(AT_FDCWD, library + "/new.md", [time, time], 0)
    let rows = try list()
    #expect(rows.count == 301)
    #expect(try kept() == rows)
  }

  @Test func `a row that is too long is read each time, and keeps no other out`() throws {
    let long = try folder.write(
      "library/long.md", "---\ntags: [" + String(repeating: "x", count: 30_000) + "]\n---\n")
    let time = timespec(tv_sec: 1_000_000, tv_nsec: 1)
    utimensat(AT_FDCWD, long, [time, time], 0)
    let rows = try list()
    #expect(rows.contains { $0.tags.first?.utf8.count == 30_000 })
    #expect(try kept() == rows.filter { $0.path != long })
    #expect(try list() == rows)
  }

  /// A list of a hundred such files would have all of them in memory.
  @Test(arguments: ["x", "é", "日", "e\u{301}"])
  func `a title as long as its file is cut, which it shows`(letter: String) throws {
    let long = try folder.write("library/long.md", "# " + String(repeating: letter, count: 200_000) + "\n")
    let time = timespec(tv_sec: 1_000_000, tv_nsec: 1)
    utimensat(AT_FDCWD, long, [time, time], 0)
    let rows = try list()
    let title = try #require(rows.first { $0.path == long }).title
    #expect((2040...2048).contains(title.utf8.count))
    #expect(title.hasSuffix("…") && title.hasPrefix(letter) && !title.contains("\u{FFFD}"))
    #expect(try kept() == rows)
  }

  /// Its row is the same, but it was not told yet.
  @Test func `a file that was only touched stays in the list`() throws {
    let rows = try list()
    utimensat(AT_FDCWD, library + "/7.md", nil, 0)
    #expect(try list() == rows)
  }

  @Test func `a damaged cache is as good as none`() throws {
    let rows = try list()
    let path = try IndexLocation(library: library, cache: cache).catalogue
    let size = Int(try #require(FileStamp(path: path)).size)
    for offset in stride(from: 0, to: size, by: size / 40) {
      try flip(offset, of: path)
      #expect(try list() == rows, "byte \(offset)")
      try flip(offset, of: path)
    }
    for length in [0, 10, 17, size / 2, size - 1] {
      truncate(path, off_t(length))
      #expect(try list() == rows, "\(length) bytes")
    }
    // It was rebuilt.
    #expect(try kept().count == 300)
  }

  private func flip(_ offset: Int, of path: String) throws {
    let file = open(path, O_RDWR)
    defer { close(file) }
    try #require(file >= 0)
    var byte: UInt8 = 0
    pread(file, &byte, 1, off_t(offset))
    byte ^= 0x10
    pwrite(file, &byte, 1, off_t(offset))
  }

  @Test func `a small library has none`() throws {
    for number in 1..<300 { unlink("\(library)/\(number).md") }
    #expect(try list().count == 1)
    #expect(try kept().isEmpty)
  }

  @Test func `nobody else may read it, and a link is not followed`() throws {
    _ = try list()
    let path = try IndexLocation(library: library, cache: cache).catalogue
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(rename(path, path + ".other") == 0)
    symlink(path + ".other", path)
    #expect(try kept().isEmpty)
  }
}
