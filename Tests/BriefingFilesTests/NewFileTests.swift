import Glibc
import TestFolders
import Testing

@testable import BriefingFiles

/// Files that were not there before.
@Suite struct NewFileTests {
  @Test func `a file is written whole, and leaves nothing beside it`() throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(try NewFile.create(bytes, at: "\(folder.path)/a.md"))
    #expect(try FileStart.bytes(of: "\(folder.path)/a.md", count: 4_000_000) == bytes)
    #expect(Self.names(in: folder.path) == ["a.md"])
  }

  /// Even what only looks like nothing: a link that leads nowhere.
  @Test func `what is there stays`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "mine")
    try folder.link("b.md", to: "\(folder.path)/elsewhere.md")
    #expect(try !NewFile.create([0x62], at: "\(folder.path)/a.md"))
    #expect(try !NewFile.create([0x62], at: "\(folder.path)/b.md"))
    #expect(try FileStart.bytes(of: "\(folder.path)/a.md", count: 9) == Array("mine".utf8))
    #expect(Self.names(in: folder.path) == ["a.md", "b.md"])
    #expect(throws: FileError.self) { try NewFile.write([0x62], to: "\(folder.path)/a.md") }
  }

  @Test func `a folder that is not there is named`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) { try NewFile.create([], at: "\(folder.path)/gone/a.md") }
    #expect(error?.reason == "no such file or folder")
  }

  /// The names in a folder, hidden ones too.
  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
