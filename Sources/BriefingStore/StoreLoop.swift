import BriefingReading
import Dispatch
import GRDB
import Glibc
import Synchronization

/// The thread that writes: it opens the database, takes what waits, sees what other programs write, and mends what is
/// damaged.
final class StoreLoop: Sendable {
  let queue = StoreQueue()
  private let location: StateLocation
  private let pace: StorePace
  private let onEvent: @Sendable (StoreEvent) -> Void
  private let shared = Mutex(Shared())
  private let opening = DispatchGroup()
  private let start = Mutex(Start.untried)

  /// What answers questions before the database is open.
  private enum Start {
    case untried
    case open(StartConnection)
    /// There is no database yet, so nothing is remembered.
    case empty
    case over
  }

  private struct Shared {
    var database: StateDatabase?
    /// Whether a question could not be answered.
    var isSuspect = false
    /// Whether that was for damage.
    var isDamaged = false
  }

  /// What only the thread itself has.
  private struct Own {
    var records: [BriefingID: BriefingRecord] = [:]
    /// The order in which records came.
    var recorded: [BriefingID] = []
    /// What was said last of not being able to write.
    var fault: StoreFault?
    var version: Int?
    var repairs = 0
    var writes = 0
  }

  init(_ location: StateLocation, _ pace: StorePace, _ onEvent: @escaping @Sendable (StoreEvent) -> Void) {
    self.location = location
    self.pace = pace
    self.onEvent = onEvent
    opening.enter()
  }

  /// The database, once it is known whether there is one; nil where there is none.
  var database: StateDatabase? { database(within: 10_000) }

  /// Whether it is known by now whether there is a database.
  var isOpen: Bool { opening.wait(timeout: .now()) == .success }

  /// The database, if it is known within some milliseconds whether there is one.
  func database(within milliseconds: Int) -> StateDatabase? {
    // The thread may be waiting for the first that needs it.
    if !isOpen { queue.wake() }
    guard opening.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
    return shared.withLock { $0.database }
  }

  /// Has the thread look whether the file is damaged, for a question could not be answered; waits for that, ten seconds at
  /// most.
  func mend(_ error: any Error) {
    shared.withLock { shared in
      shared.isSuspect = true
      if (error as? DatabaseError)?.isDamage == true { shared.isDamaged = true }
    }
    queue.wake()
    for _ in 0..<2000 where shared.withLock({ $0.isSuspect }) { usleep(5000) }
  }

  func run() {
    var own = Own()
    // What the start asks is answered: the first frame had better have the cores for itself.
    if begin() != .over {
      if queue.next(milliseconds: pace.rest).isIdleEnd {
        end()
        opening.leave()
        return queue.end()
      }
      // What this look has found is still to be done.
      queue.wake()
    }
    open(&own)
    opening.leave()
    var isChecked = false
    let rest = DispatchTime.now() + .milliseconds(pace.rest)
    while true {
      let patience = own.fault == nil ? pace.poll : min(pace.poll, pace.retry)
      var work = queue.next(milliseconds: isChecked ? patience : min(patience, pace.rest))
      if !work.changes.isEmpty, !work.isUrgent {
        // What comes in the next moments goes with it.
        let deadline = DispatchTime.now() + .milliseconds(pace.batch)
        while !work.isUrgent, DispatchTime.now() < deadline {
          let rest = Int((deadline.uptimeNanoseconds &- DispatchTime.now().uptimeNanoseconds) / 1_000_000)
          work = queue.next(milliseconds: max(1, min(rest, pace.batch)))
        }
      }
      // To look through the file takes a core for a while, so it is not done before it has to be: before the first change.
      let isDue = !isChecked && (!work.changes.isEmpty || DispatchTime.now() >= rest)
      if isDue || shared.withLock({ $0.isSuspect }) {
        repairIfDamaged(&own)
        isChecked = true
      }
      write(work, &own)
      look(&own)
      if work.isClosing { break }
    }
    shared.withLock { shared in
      shared.database?.close()
      shared.database = nil
    }
    queue.end()
  }

  // MARK: Opening

  /// Returns a question before the database is open; nil where it is open, or has no answer yet. The first that asks opens the
  /// connection, on its own thread.
  ///
  /// - Parameter nothing: The answer where there is no database yet.
  func answerEarly<Answer: Sendable>(
    ifEmpty nothing: Answer, _ question: @Sendable (StartReader) throws -> Answer
  ) -> Answer? {
    // What was changed before is part of an answer.
    guard queue.isIdle else { return nil }
    return start.withLock { start in
      connect(&start)
      return switch start {
      case .open(let connection): try? question(connection.reader)
      case .empty: nothing
      case .untried, .over: nil
      }
    }
  }

  private func connect(_ start: inout Start) {
    guard case .untried = start else { return }
    guard location.size > 0 else {
      start = .empty
      return
    }
    start = (try? StartConnection(location)).map(Start.open) ?? .over
  }

  /// How questions are answered before the database is open.
  private enum Beginning {
    case connected, empty, over
  }

  private func begin() -> Beginning {
    start.withLock { start in
      connect(&start)
      return switch start {
      case .open: .connected
      case .empty: .empty
      case .untried, .over: .over
      }
    }
  }

  private func end() { start.withLock { $0 = .over } }

  private func open(_ own: inout Own) {
    // Whatever comes of it, the next connection prepares the file anew.
    defer { end() }
    do {
      let database = try StateDatabase(location, isPrepared: begin() == .connected)
      shared.withLock { $0.database = database }
      own.version = nil
      look(&own)
    } catch {
      guard let error = error as? DatabaseError, error.isDamage else { return fail(error, &own) }
      end()
      repair(&own)
    }
  }

  /// Returns whether a database was damaged.
  @discardableResult
  private func repairIfDamaged(_ own: inout Own) -> Bool {
    let (database, isDamaged) = shared.withLock { ($0.database, $0.isDamaged) }
    defer { shared.withLock { ($0.isSuspect, $0.isDamaged) = (false, false) } }
    guard let database, isDamaged || !database.isSound() else { return false }
    repair(&own)
    return true
  }

  private func repair(_ own: inout Own) {
    // Who asks meanwhile waits.
    opening.enter()
    defer { opening.leave() }
    own.repairs += 1
    let old = shared.withLock { shared in
      defer { shared.database = nil }
      return shared.database
    }
    let inode = old?.inode ?? location.inode
    old?.close()
    guard own.repairs <= 3 else {
      return fail(
        StoreFault(
          path: location.database, reason: "it is damaged again and again", advice: "check the disk"),
        &own)
    }
    do {
      let outcome = try StateRepair.replace(location, inode: inode)
      let database = try StateDatabase(location)
      shared.withLock { $0.database = database }
      own.version = nil
      look(&own)
      if let outcome { onEvent(.notice(.repaired(movedTo: outcome.movedTo, saved: outcome.saved))) }
      onEvent(.changedElsewhere)
    } catch {
      fail(error, &own)
    }
  }

  /// Says once that nothing can be written; it is tried again.
  private func fail(_ error: any Error, _ own: inout Own) {
    let fault = StoreFault(path: location.database, error)
    if own.fault == nil { onEvent(.notice(.cannotRemember(fault))) }
    own.fault = fault
    queue.giveUp()
  }

  // MARK: Writing

  private func write(_ work: StoreQueue.Work, _ own: inout Own) {
    guard !work.changes.isEmpty else {
      if work.isUrgent { queue.finish(work) }
      return
    }
    note(work.changes, &own)
    if let database = shared.withLock({ $0.database }), !database.isCurrent {
      // Another program has replaced it. Who asks meanwhile waits.
      opening.enter()
      defer { opening.leave() }
      shared.withLock { $0.database = nil }
      database.close()
      open(&own)
    }
    if shared.withLock({ $0.database }) == nil { open(&own) }
    guard let database = shared.withLock({ $0.database }) else { return queue.giveUp() }
    do {
      try database.pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          var writer = StateWriter(db, records: own.records)
          try writer.write(work.changes)
          return .commit
        }
        own.writes += 1
        guard own.writes % 512 == 1 else { return }
        try db.inTransaction {
          try StateRetention.prune(db)
          return .commit
        }
      }
      queue.finish(work)
      own.repairs = 0
      if own.fault != nil {
        own.fault = nil
        onEvent(.notice(.remembersAgain))
      }
      onEvent(.written(upTo: work.last))
    } catch {
      // What was to be written waits: for the new database, or for better days. Damage that SQLite comes upon need not be
      // seen by a look through the file, which passes over what indexes say.
      if (error as? DatabaseError)?.isDamage == true {
        repair(&own)
      } else if !repairIfDamaged(&own) {
        fail(error, &own)
      }
    }
  }

  /// Keeps the last records, for a database that has to be rebuilt.
  private func note(_ changes: [StateChange], _ own: inout Own) {
    for case .record(let record, _) in changes {
      if own.records.updateValue(record, forKey: record.id) == nil { own.recorded.append(record.id) }
      if own.recorded.count > 16 { own.records[own.recorded.removeFirst()] = nil }
    }
  }

  /// Tells whether another program has written.
  private func look(_ own: inout Own) {
    guard let database = shared.withLock({ $0.database }) else { return }
    let version = try? database.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA data_version")
    }
    guard let version else { return }
    if let last = own.version, last != version { onEvent(.changedElsewhere) }
    own.version = version
  }
}

/// How often the thread does what.
struct StorePace: Sendable {
  /// Milliseconds for which changes are collected before they are written.
  var batch = 150
  /// Milliseconds between two looks whether another program has written.
  var poll = 1500
  /// Milliseconds until it is tried again to write.
  var retry = 1000
  /// Milliseconds that the start gets for itself: for so long the database is opened, and looked through, only when somebody
  /// needs it.
  var rest = 200
}

/// What the store tells, from a thread of its own.
public enum StoreEvent: Hashable, Sendable {
  /// Something to be said to the person.
  case notice(StoreNotice)
  /// Another program has written: what was read of the store may be old.
  case changedElsewhere
  /// All changes up to a number, as ``BriefingStore/apply(_:)`` returns it, are on the disk.
  case written(upTo: Int)
}
