import BriefingCore
import BriefingReading
import BriefingText
import Foundation
import GRDB

/// Reads a reading state as the program does, for fuzzing: whatever its rows hold, an error is thrown at most.
package enum StateProbe {
  /// Makes the tables in an empty database.
  package static func makeTables(in db: Database) throws { try StateSchema.migrate(db, path: "fuzz") }

  /// Merges what claims to be an exported reading state. Returns how many briefings it has.
  package static func merge(_ bytes: [UInt8], in db: Database) throws -> Int {
    try StateImport(db: db).merge(StateDocument(exported: bytes, from: "fuzz"))
  }

  /// The database as an exported reading state.
  package static func export(_ db: Database) throws -> [UInt8] {
    // In one order, so that two of them can be compared.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Array(try encoder.encode(StateExport(db: db).document()))
  }

  /// Asks for everything that the program asks for.
  ///
  /// - Parameters:
  ///   - briefing: One that is opened.
  ///   - path: Its path.
  package static func readAll(_ briefing: Briefing, at path: String, in db: Database) throws {
    let reader = StateReader(db)
    _ = try reader.summaries(under: nil)
    _ = try reader.bookmarks()
    _ = try reader.history(limit: 100)
    let digest = try BriefingDigest(BriefingUnits(briefing))
    let file = FileIdentity(path: path)
    let known = try reader.known(digest, file)
    let recollection = try Recollection(known, digest, file, time: 1000, isCancelled: { false })
    for section in known.sections {
      _ = try reader.text(of: section.record.id, hash: section.record.hash)
    }
    _ = try reader.marks(of: known.id)
    var writer = StateWriter(db, records: [:])
    try writer.write([.record(recollection.record, isVisit: true)])
  }

  /// Takes a section's text apart, as it is before it is compressed.
  package static func readText(_ plain: [UInt8]) -> Int? {
    KeptText.pack(Data(plain)).flatMap(KeptText.decode)?.count
  }
}
