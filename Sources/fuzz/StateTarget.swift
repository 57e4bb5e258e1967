import BriefingCore
import BriefingStore
import Foundation
import GRDB

/// The reading state: rows of a database that is damaged, a document to be imported, and the texts that are kept. The
/// first byte says which.
enum StateTarget: FuzzTarget {
  static let name = "state"

  static func test(_ bytes: [UInt8]) {
    guard bytes.count > 5 else { return }
    let rest = Array(bytes.dropFirst())
    switch bytes[0] % 3 {
    // What is thrown is what the program would say.
    case 0: try? state.damage(rest) { db in try? read(db) }
    case 1: merge(rest)
    default: _ = StateProbe.readText(rest)
    }
  }

  private static let path = "/library/a.md"
  private static let text =
    "# One\n\nA missile sale of some size to some country.\n\n# Two\n\nTalks about the sale.\n"

  private static func read(_ db: Database) throws {
    guard let briefing = try? Briefing(parsing: Array(text.utf8), file: .init(name: "a")) else {
      fail("parsing threw")
    }
    _ = try StateProbe.export(db)
    try StateProbe.readAll(briefing, at: path, in: db)
  }

  /// Merged twice, a document changes nothing any more.
  private static func merge(_ bytes: [UInt8]) {
    do {
      let queue = try emptyState()
      try queue.write { db in
        guard (try? StateProbe.merge(bytes, in: db)) != nil else { return }
        let once = try StateProbe.export(db)
        _ = try StateProbe.merge(bytes, in: db)
        expect(try StateProbe.export(db) == once, "merged twice, it is another state")
        try read(db)
      }
    } catch {
      fail("what was merged cannot be read: \(error)")
    }
  }

  private static func emptyState() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.write { db in try StateProbe.makeTables(in: db) }
    return queue
  }

  /// A sound reading state, in memory.
  private static let state: DamagedDatabase = {
    do {
      let queue = try emptyState()
      try queue.write { db in
        _ = try StateProbe.merge(Array(document.utf8), in: db)
        try read(db)
      }
      return try DamagedDatabase(queue)
    } catch {
      fail("the reading state cannot be made: \(error)")
    }
  }()

  private static let document = """
    {"format":"briefing-state","version":1,"briefings":[{"id":7,"path":"\(path)","title":"A","hash":"1f",\
    "words":[1,2,3],"wordCount":3,"counts":{"sections":2,"unread":1,"changed":0,"size":10,"modified":5},\
    "star":{"on":true,"time":9},"place":{"progress":40,"time":9},"opened":9,"sections":[{"id":70,\
    "path":["one"],"title":"One","hash":"2f","words":3,"sketch":[1,2,3],"pairs":[4,5],"pairCount":2,\
    "wordCount":3,"mark":{"read":true,"byHand":false,"time":9,"since":8,"hash":"2f"},\
    "star":{"on":true,"time":9}}]}],"bookmarks":[{"letter":"a","path":"\(path)","time":3}],\
    "history":[{"id":7,"path":"\(path)","title":"A","time":9}]}
    """

  static var seeds: [[UInt8]] {
    state.seeds.map { [0] + $0 } + [
      [1] + Array(document.utf8), [1] + Array(#"{"format":"briefing-state","version":1}"#.utf8),
      [2, 3, 0, 0, 0, 0x61, 0x62, 0x63, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0],
    ]
  }

  static let tokens = [
    "\"id\":", "\"time\":9223372036854775807", "\"time\":-9223372036854775808", "\"words\":[", "null", "true",
    "{", "}", "[", "]", ",", "-1", "1e9", "\"hash\":\"ffffffffffffffff\"", "\"since\":", "\"progress\":",
  ]
}
