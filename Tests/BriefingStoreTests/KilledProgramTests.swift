import Foundation
import ProgramDriver
import Testing

@testable import BriefingStore
@testable import soak

/// A program that ends at any moment, and one that has no room.
@Suite(.serialized) struct KilledProgramTests {
  /// `soak`, which the build put beside the tests.
  private var program: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("soak").path
  }

  @Test func `every mark that was on the disk is there, whenever the program is killed`() throws {
    let folder = try StoreFolder()
    var written = 0
    for (seed, life) in [20, 90, 170, 260, 330, 410].enumerated() {
      let run = try StateRun(program: program, folder: folder.path, seed: UInt64(seed + 1), life: life)
      let (missing, isSound) = run.missing(in: folder.path)
      #expect(isSound)
      #expect(missing.filter { $0.number <= run.written }.isEmpty)
      written += run.shown.count { $0.number <= run.written }
    }
    #expect(written > 0)
  }

  @Test func `a disk that is full is told once, and the program goes on`() throws {
    let folder = try StoreFolder()
    let output = "\(folder.path)/output"
    let words = [
      program, "state-child", "--folder", "\(folder.path)/state", "--marks", "60", "--file-bytes", "150000",
    ]
    let child = try ChildProcess(
      words.map { Array($0.utf8) }, environment: ["SWIFT_BACKTRACE": "enable=no"], output: .writing(output),
      errors: .writing("\(folder.path)/errors"))
    #expect(child.wait().status == 0)
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("notice") } == 1)
    #expect(lines.count { $0.hasPrefix("shown") } > 20)
    // What was written before can be read.
    let (store, events) = folder.store()
    _ = store.summaries()
    #expect(events.notices == [])
    #expect(store.close(milliseconds: 5000))
  }
}
