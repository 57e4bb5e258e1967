import BriefingReading
import Foundation
import GRDB

extension BriefingStore {
  /// The reading state as a JSON document that ends with LF.
  ///
  /// - Throws: `StoreFault` where there is nothing that could be read.
  public func exported() throws(StoreFault) -> String {
    let document = ask { try StateExport(db: $0).document() }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let document, let data = try? encoder.encode(document) else { throw unreadable }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Merges a document that was exported; all of it or nothing.
  ///
  /// - Returns: How many briefings it has.
  /// - Throws: `StoreFault` where it is no such document, or cannot be written.
  public func merge(exported bytes: [UInt8], from path: String) throws(StoreFault) -> Int {
    let document = try StateDocument(exported: bytes, from: path)
    return try change { try StateImport(db: $0).merge(document) }
  }

  private var unreadable: StoreFault {
    StoreFault(path: "the reading state", reason: "it is off or cannot be read", advice: "see to its folder")
  }

  /// Writes within a transaction, at once.
  private func change<Answer>(_ body: (Database) throws -> Answer) throws(StoreFault) -> Answer {
    _ = flush(milliseconds: 1000)
    guard let database else { throw unreadable }
    do { return try database.pool.write(body) } catch { throw StoreFault(path: "the reading state", error) }
  }
}

extension StateDocument {
  /// Reads what was exported.
  ///
  /// - Throws: `StoreFault` where it is no such document, or one of a later version.
  init(exported bytes: [UInt8], from path: String) throws(StoreFault) {
    do {
      self = try JSONDecoder().decode(StateDocument.self, from: Data(bytes))
    } catch {
      throw StoreFault(path: path, reason: "it is not an exported reading state", advice: "export it again")
    }
    guard format == Self.format, (1...Self.version).contains(version) else {
      throw StoreFault(
        path: path, reason: "it has a format that this version does not know", advice: "use a later version")
    }
  }
}
