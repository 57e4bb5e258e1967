import BriefingCore
import BriefingReading
import BriefingText
import CommonMarkSamples
import Foundation
import Glibc
import Synchronization

@testable import BriefingStore

/// A folder with a state and briefings for one test, gone with it.
final class StoreFolder {
  let path: String
  var location: StateLocation { StateLocation(folder: "\(path)/state") }

  init() throws {
    path = "\(NSTemporaryDirectory())briefing-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A store on it that notes what it tells.
  func store(_ pace: StorePace = StorePace(batch: 1, poll: 20, retry: 20)) -> (BriefingStore, Events) {
    let events = Events()
    return (BriefingStore(location, pace) { events.add($0) }, events)
  }

  /// Writes a briefing, in place or as a new file.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    let handle = Glibc.open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(handle) }
    let bytes = Array(text.utf8)
    guard Foundation.write(handle, bytes, bytes.count) == bytes.count else {
      throw CocoaError(.fileWriteUnknown)
    }
    return file
  }

  func move(_ name: String, to other: String) { rename("\(path)/\(name)", "\(path)/\(other)") }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  /// Opens a briefing as the program does: recalls and records it.
  func open(_ name: String, _ store: BriefingStore, at time: Int64 = 1000) throws -> Opened {
    let file = "\(path)/\(name)"
    var facts = stat()
    stat(file, &facts)
    let units = BriefingUnits(
      try Briefing(parsing: Array(Data(contentsOf: URL(fileURLWithPath: file))), file: .init(name: name)))
    let digest = try BriefingDigest(units)
    let known = try store.recall(
      digest, file: FileIdentity(path: file, number: UInt64(facts.st_ino), size: Int64(facts.st_size)),
      at: time)
    store.apply([.record(known.record, isVisit: true)])
    return Opened(units: units, digest: digest, known: known)
  }
}

/// A briefing that was opened.
struct Opened {
  var units: BriefingUnits
  var digest: BriefingDigest
  var known: Recollection

  /// Reads sections to their end.
  mutating func read(_ ordinals: [Int], _ store: BriefingStore, at time: Int64 = 2000) throws {
    store.apply(known.marks.read(ordinals, at: time))
    store.apply(try known.marks.textChanges(ofRead: ordinals, units, digest, at: time))
  }

  /// What of it was read in other briefings.
  func repeats(_ store: BriefingStore) throws -> Repeats {
    try store.repeats(in: digest, of: known.record.id)
  }

  /// Marks sections by hand.
  mutating func mark(_ ordinals: [Int], isRead: Bool, _ store: BriefingStore, at time: Int64 = 2000) {
    if let (changes, _) = known.marks.mark(ordinals, isRead: isRead, at: time) { store.apply(changes) }
  }
}

/// What a store has told.
final class Events: Sendable {
  private let events = Mutex<[StoreEvent]>([])

  func add(_ event: StoreEvent) { events.withLock { $0.append(event) } }

  var all: [StoreEvent] { events.withLock { $0 } }

  var notices: [StoreNotice] {
    all.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
  }

  /// Waits until something was told; false where that takes too long.
  func wait(_ isMeant: ([StoreEvent]) -> Bool) -> Bool {
    for _ in 0..<2000 {
      if isMeant(all) { return true }
      usleep(5000)
    }
    return false
  }
}
