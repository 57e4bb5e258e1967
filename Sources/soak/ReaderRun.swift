import BriefingCore
import BriefingReading
import BriefingStore
import BriefingText
import CommonMarkSamples
import Foundation
import ProgramDriver
import Synchronization

/// Somebody who marks sections of a briefing in the built program until it is killed.
struct ReaderRun {
  /// A mark whose key was pressed.
  struct Mark {
    /// The section, from 1.
    var section: Int
    var isRead: Bool
    /// When its key was pressed, in milliseconds since 1970 (UTC).
    var pressed: Int64
    /// When the screen had answered, in milliseconds of the machine's clock; nil if the program was killed before that was
    /// seen. Such a mark may be in the state or not.
    var shown: Int?
  }

  /// The briefing.
  let path: String
  /// The marks, in order.
  private(set) var marks: [Mark] = []
  /// When the program was killed, in milliseconds of the machine's clock.
  let end: Int
  /// How long the machine kept somebody waiting at most who wrote a page to its disk, in milliseconds.
  let slowestWrite: Int
  private let state: StateLocation

  /// Sections that are marked; one more follows and stays unread, so that the outline shows when all is looked up.
  private static let sections = 8
  private static let briefings = 5

  /// Starts the program, reads in it for so many milliseconds, and kills it.
  init(program: String, _ scratch: Scratch, seed: UInt64, life: Int) throws {
    var random = SeededGenerator(seed: seed)
    let number = Int.random(in: 0..<Self.briefings, using: &random)
    path = "\(scratch.library)/briefing-\(number).md"
    state = StateLocation(folder: "\(scratch.path)/state/briefing")
    if !FileManager.default.fileExists(atPath: path) {
      try Data(Self.text(number).utf8).write(to: URL(fileURLWithPath: path))
    }
    let before = try Self.recall(path, state).marks
    var isRead = (0...Self.sections).map { before.sections[$0].isRead }

    let terminal = try ProgramInTerminal(
      [program, path], environment: scratch.environment(), columns: 110, rows: 30)
    // The sign of what is unread comes with what is remembered.
    _ = try terminal.waitForText("●")
    let killed = Moment()
    let disk = DiskProbe(folder: scratch.path)
    let id = terminal.id
    let isOver = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(life)) {
      killed.note()
      kill(id, SIGKILL)
      isOver.signal()
    }
    do {
      while killed.uptime == 0 {
        let section = Int.random(in: 1...Self.sections, using: &random)
        _ = try terminal.answer(to: "\(section)", silence: 0.01, patience: 15)
        let pressed = Int64(Date().timeIntervalSince1970 * 1000)
        isRead[section].toggle()
        marks.append(Mark(section: section, isRead: isRead[section], pressed: pressed))
        _ = try terminal.answer(to: "x", silence: 0.01, patience: 15)
        marks[marks.count - 1].shown = StateChild.uptime
        try terminal.read(for: Double.random(in: 0...0.3, using: &random))
      }
    } catch {
      // It was killed: what it was to answer then was not shown.
    }
    isOver.wait()
    _ = terminal.waitForEnd(seconds: 20)
    end = killed.uptime
    slowestWrite = disk.stop()
  }

  /// How many marks were shown.
  var shownCount: Int { marks.count { $0.shown != nil } }

  /// What was marked, and how many milliseconds before the end its answer was there.
  var account: String {
    marks.map { mark in
      "\(mark.section) \(mark.isRead ? "read" : "unread") \(mark.shown.map { "\(end - $0)" } ?? "without answer")"
    }.joined(separator: ", ") + "; slowest write of a page \(slowestWrite) ms"
  }

  /// The marks that were shown more than a second before the end. What a busy machine takes comes on top.
  var old: [Mark] {
    let latest = end - 1000 - 2 * slowestWrite
    return marks.filter { mark in mark.shown.map { $0 < latest } ?? false }
  }

  /// Those of them that are not in the state, and whether that was sound.
  func missing() throws -> (marks: [Mark], isSound: Bool) {
    let (known, isSound) = try Self.recall(path, state)
    let missing = old.filter { mark in
      guard let there = known.sections[mark.section].mark, there.time >= mark.pressed else { return true }
      // A later key, answered or not, may have been the last that was written.
      return marks.last { $0.section == mark.section }?.pressed == mark.pressed && there.isRead != mark.isRead
    }
    return (missing, isSound)
  }

  private static func recall(_ path: String, _ state: StateLocation) throws -> (
    marks: BriefingMarks, isSound: Bool
  ) {
    let damage = Moment()
    let store = BriefingStore(state) { event in
      if case .notice = event { damage.note() }
    }
    defer { _ = store.close(milliseconds: 5000) }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let digest = try BriefingDigest(BriefingUnits(Briefing(parsing: bytes, file: .init(name: path))))
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let known = try store.recall(digest, file: FileIdentity(path: real), at: 0)
    return (known.marks, damage.uptime == 0)
  }

  /// Sections that are longer than the screen, so that time alone reads none.
  private static func text(_ number: Int) -> String {
    "# Briefing \(number)\n\n"
      + (1...sections + 1).map { section in
        "## Section \(section)\n\n"
          + (1...60).map { "- Item \($0) of section \(section) in briefing \(number), with words to read." }
          .joined(separator: "\n")
      }.joined(separator: "\n\n") + "\n"
  }
}

/// When something happened on another thread.
private final class Moment: Sendable {
  private let noted = Atomic(0)

  /// In milliseconds of the machine's clock; 0 for not yet.
  var uptime: Int { noted.load(ordering: .acquiring) }

  func note() { noted.store(StateChild.uptime, ordering: .releasing) }
}
