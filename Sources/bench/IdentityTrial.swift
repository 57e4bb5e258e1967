import ArgumentParser
import BriefingCore
import BriefingReading
import BriefingStore
import BriefingText
import CommonMarkSamples
import Foundation
import ReadingTrial

/// Edits files of which the truth is known, with a state that remembers them.
enum IdentityTrial {
  static func score(_ edit: FileEdit, seeds: Range<UInt64>, folder: String) throws -> IdentityScore {
    var score = IdentityScore()
    let store = BriefingStore(StateLocation(folder: "\(folder)/identity-\(edit.name)"))
    defer { _ = store.close(milliseconds: 5000) }
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let text = LibrarySample(seed: seed)[Int(truncatingIfNeeded: seed % 1000)].text
      guard let outcome = edit.apply(to: SectionedSample(text), using: &random) else { continue }
      let path = "\(folder)/\(edit.name)-\(seed).md"
      let newPath = edit.fate == .same ? path : "\(folder)/\(edit.name)-\(seed)-renamed.md"
      try write(outcome.old.markdown, to: path)
      let before = try recall(path, store)
      switch edit.fate {
      case .same: break
      case .renamed: rename(path, newPath)
      case .replaced: break
      }
      try write(outcome.new.markdown, to: newPath)
      if edit.fate == .replaced { unlink(path) }
      score.add(outcome, before, try recall(newPath, store), "\(edit.name) \(seed)")
    }
    return score
  }

  private static func write(_ text: String, to path: String) throws {
    let handle = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(handle) }
    let bytes = Array(text.utf8)
    guard Foundation.write(handle, bytes, bytes.count) == bytes.count else { throw ExitCode(1) }
  }

  private static func recall(_ path: String, _ store: BriefingStore) throws -> BriefingRecord {
    var facts = stat()
    stat(path, &facts)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let digest = try BriefingDigest(BriefingUnits(Briefing(parsing: bytes, file: .init(name: "sample"))))
    let file = FileIdentity(path: path, number: UInt64(facts.st_ino), size: Int64(facts.st_size))
    let known = try store.recall(digest, file: file, at: Int64(Date().timeIntervalSince1970 * 1000))
    store.apply([.record(known.record, isVisit: true)])
    return known.record
  }
}
