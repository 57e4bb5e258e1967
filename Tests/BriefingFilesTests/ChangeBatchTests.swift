import Testing

@testable import BriefingFiles

/// When changes are due, and what of them is told.
@Suite struct ChangeBatchTests {
  private let start = ContinuousClock.now
  private let batch = ChangeBatch()

  @Test func nothingIsDueWhereNothingChanged() {
    var batch = batch
    #expect(batch.deadline == nil)
    #expect(batch.take() == nil)
  }

  @Test func aChangeWaitsForQuietAndNotForever() {
    var batch = batch
    batch.add("a.md", at: start)
    #expect(batch.deadline == start + .milliseconds(100))
    batch.add("b.md", at: start + .milliseconds(50))
    #expect(batch.deadline == start + .milliseconds(150))
    for time in stride(from: 100, through: 2000, by: 50) {
      batch.add("b.md", at: start + .milliseconds(time))
    }
    #expect(batch.deadline == start + .seconds(1))
  }

  @Test func whatWasTakenIsTakenOnce() {
    var batch = batch
    batch.add("a.md", at: start)
    batch.add("b.md", at: start)
    #expect(batch.take() == .files(["a.md", "b.md"]))
    #expect(batch.deadline == nil)
    batch.add("c.md", at: start)
    #expect(batch.take() == .files(["c.md"]))
  }

  @Test func everythingHoldsWhateverElseChanges() {
    var batch = batch
    batch.add("a.md", at: start)
    batch.addEverything(at: start)
    batch.add("b.md", at: start)
    #expect(batch.take() == .everything)
    #expect(batch.take() == nil)
  }

  /// Two files for a file system, one string for Swift.
  @Test func namesThatASetTakesForOneAreNotLost() {
    var batch = batch
    batch.add("é.md", at: start)
    batch.add("e\u{301}.md", at: start)
    #expect(batch.take() == .everything)
  }
}
