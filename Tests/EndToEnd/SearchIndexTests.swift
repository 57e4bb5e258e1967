import Foundation
import Testing

/// `briefing index`, and where an index is kept.
@Suite struct SearchIndexTests {
  @Test func `what was done is said in a line, and what did not change is not read again`() throws {
    let library = try SearchLibrary()
    let first = try library.run("index", "library")
    #expect(first.output.contains(#/^2 briefings, \d+ sections; read 2, removed 0 in \d+\.\d s\n$/#))
    #expect(first.errors == "")
    #expect(first.status == 0)
    #expect(try library.run("index", "library/").output.contains("read 0, removed 0"))
    try library.replace("library/ports.md", with: "# Ports\n\nThe harbour is closed.\n")
    try FileManager.default.removeItem(atPath: library.folder.path + "/library/older/trams.md")
    #expect(
      try library.run("index", "library").output.contains("; read 1, removed 1 in "))
    #expect(try library.run("index", "library", "--rebuild").output.contains("read 1, removed 0"))
  }

  @Test func `JSON has the same figures, and where the index is`() throws {
    let library = try SearchLibrary()
    let run = try library.run("index", "library", "--json")
    #expect(run.status == 0)
    let keys = run.output.matches(of: #/"(\w+)":/#).map { String($0.1) }
    #expect(
      keys == [
        "briefings", "sections", "read", "removed", "bytesRead", "seconds", "index", "indexBytes", "problems",
      ])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["briefings"] as? Int == 2)
    #expect(document["read"] as? Int == 2)
    #expect(document["removed"] as? Int == 0)
    let bytes = try ["library/ports.md", "library/older/trams.md"].map {
      try #require(library.folder.read($0)).utf8.count
    }
    #expect(document["bytesRead"] as? Int == bytes.reduce(0, +))
    #expect((document["problems"] as? [Any])?.isEmpty == true)
    let index = try #require(document["index"] as? String)
    #expect(index.hasPrefix(library.cache + "/briefing/library-"))
    let size = try FileManager.default.attributesOfItem(atPath: index)[.size] as? Int
    #expect(document["indexBytes"] as? Int == size)
  }

  @Test func `an index is for its owner alone, and the library stays as it is`() throws {
    let library = try SearchLibrary.large()
    let before = try library.listing(of: "library")
    let search = try library.shell(
      "umask 000; briefing search zeppelin library && briefing index library --rebuild")
    #expect(search.status == 0)
    #expect(search.output.contains("library/bulletin-431.md"))
    #expect(try library.listing(of: "library") == before)
    let kept = try library.listing(of: "cache").map { $0.split(separator: " ") }
    let modes = Dictionary(grouping: kept) { $0[0].contains(".index") }.mapValues { Set($0.map { $0[1] }) }
    #expect(modes == [false: ["700"], true: ["600"]])
  }

  @Test func `nothing but the index and its lock stays behind`() throws {
    let library = try SearchLibrary.large()
    for command in [
      "index library", "search zeppelin library", "search nowhere library", "index library --rebuild",
    ] {
      _ = try library.shell("briefing " + command)
      let kept = try library.listing(of: "cache/briefing").dropFirst().map { $0.split(separator: " ")[0] }
      #expect(kept.map { $0.hasSuffix(".index") || $0.hasSuffix(".lock") } == [true, true], "\(command)")
    }
  }

  @Test func `a relative HOME names no place for an index`() throws {
    let library = try SearchLibrary()
    let run = try library.shell("XDG_CACHE_HOME=cache HOME=home briefing index library; ls")
    #expect(run.errors.contains("neither HOME nor XDG_CACHE_HOME is set to an absolute path"))
    #expect(run.output == "library\n")
  }

  @Test func `two at once both succeed, and one of them reads`() throws {
    let library = try SearchLibrary.large()
    let run = try library.shell(
      "briefing index library & first=$!; briefing index library; second=$?; wait $first && exit $second")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let read = run.output.matches(of: #/602 briefings, 1?,?\d+ sections; read (\d+),/#).compactMap {
      Int($0.1)
    }
    #expect(read.sorted() == [0, 602])
  }

  @Test func `where no index can be kept a search still finds, and says that it is slow`() throws {
    let library = try SearchLibrary.large()
    try library.folder.write("A file where a folder should be.", to: "cache")
    let search = try library.run("search", "zeppelin", "library")
    #expect(search.output.contains("library/bulletin-431.md"))
    #expect(search.status == 0)
    #expect(search.errors.hasPrefix("briefing: cannot keep an index"))
    #expect(search.errors.contains("\(library.cache)/briefing: Not a directory"))
    let index = try library.run("index", "library")
    #expect(index.status == 1)
    #expect(index.output == "")
    #expect(index.errors.hasPrefix("briefing: \(library.cache)/briefing: Not a directory; "))
  }
}
