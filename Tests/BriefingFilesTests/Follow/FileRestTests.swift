import BriefingCore
import Testing

@testable import BriefingFiles

/// When a file is said to have changed, without files and without waiting.
@Suite struct FileRestTests {
  private let start = ContinuousClock.now
  private let rest = Duration.milliseconds(100)

  private func stamp(_ size: Int64) -> FileStamp {
    FileStamp(size: size, modified: size, changed: size, inode: 1)
  }
  private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  @Test func `a closed file is reported once it has been the same for a while`() {
    var file = FileRest(known: stamp(1), rest: rest)
    #expect(file.deadline == nil)
    file.note(.written, stamp(2), at: at(0))
    #expect(file.deadline == at(100))
    #expect(file.look(stamp(2), at: at(99)) == nil)
    #expect(file.look(stamp(2), at: at(100)) == .changed(stamp(2)))
    #expect(file.deadline == nil)
  }

  @Test func `while it changes nothing is reported, whether notices come or not`() {
    var file = FileRest(known: stamp(1), rest: rest)
    file.note(.written, stamp(2), at: at(0))
    file.note(.written, stamp(3), at: at(90))
    #expect(file.look(stamp(3), at: at(100)) == nil)
    #expect(file.look(stamp(4), at: at(190)) == nil)
    // It is written without a word, so it is not known when its writer will close it.
    #expect(file.look(stamp(4), at: at(290)) == nil)
    #expect(file.look(stamp(4), at: at(1390)) == .changed(stamp(4)))
  }

  @Test func `a writer that is seen to close the file ends the wait`() {
    var file = FileRest(known: stamp(1), rest: rest)
    file.note(.touched, stamp(1), at: at(0))
    #expect(file.look(stamp(2), at: at(100)) == nil)
    #expect(file.look(stamp(3), at: at(1300)) == nil)
    file.note(.written, stamp(4), at: at(1400))
    #expect(file.look(stamp(4), at: at(1500)) == .changed(stamp(4)))
  }

  @Test func `a file that is made is waited for until its writer closes it`() {
    var file = FileRest(known: stamp(1), rest: rest)
    file.note(.begun, stamp(0), at: at(0))
    #expect(file.look(stamp(0), at: at(500)) == nil)
    file.note(.written, stamp(9), at: at(600))
    #expect(file.look(stamp(9), at: at(700)) == .changed(stamp(9)))
    // A link has no writer.
    file.note(.begun, stamp(5), at: at(1000))
    #expect(file.look(stamp(5), at: at(2200)) == .changed(stamp(5)))
  }

  @Test func `a file that is away for a moment did not vanish`() {
    var file = FileRest(known: stamp(1), rest: rest)
    file.note(.touched, nil, at: at(0))
    #expect(file.look(nil, at: at(150)) == nil)
    file.note(.written, stamp(2), at: at(200))
    #expect(file.look(stamp(2), at: at(300)) == .changed(stamp(2)))
    file.note(.touched, nil, at: at(400))
    #expect(file.look(nil, at: at(800)) == .vanished)
    file.note(.written, stamp(2), at: at(900))
    #expect(file.look(stamp(2), at: at(1000)) == .changed(stamp(2)))
  }

  @Test func `what is as it was known is not reported, and notices that tell nothing delay nothing`() {
    var file = FileRest(known: stamp(1), rest: rest)
    file.note(.touched, stamp(1), at: at(0))
    file.note(.touched, stamp(1), at: at(90))
    #expect(file.deadline == at(100))
    #expect(file.look(stamp(1), at: at(100)) == nil)
    #expect(file.deadline == nil)
  }
}
