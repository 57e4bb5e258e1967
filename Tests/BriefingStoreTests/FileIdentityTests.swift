import BriefingReading
import CommonMarkSamples
import Foundation
import Testing

@testable import BriefingStore

/// Whose file it is, whatever became of its name.
@Suite struct FileIdentityTests {
  private let sample = LibrarySample(seed: 8)

  /// Reads all of `a.md`, lets something happen, and opens another name.
  private func unread(
    _ name: String, old: String, after change: (StoreFolder) throws -> Void
  ) throws -> (unread: Int, known: Recollection) {
    let folder = try StoreFolder()
    try folder.write("a.md", old)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read(Array(a.known.marks.sections.indices), store)
    try change(folder)
    let b = try folder.open(name, store, at: 5000)
    #expect(store.close(milliseconds: 5000))
    return (b.known.marks.unread.count, b.known)
  }

  @Test func `a file that was renamed is the same`() throws {
    let found = try unread("b.md", old: sample[1].text) { $0.move("a.md", to: "b.md") }
    #expect(found.unread == 0)
    #expect(found.known.movedFrom?.hasSuffix("/a.md") == true)
  }

  @Test func `so is one that was renamed and edited`() throws {
    let new = sample[1].text + "\n## More\n\nSomething that was not there before.\n"
    let found = try unread("b.md", old: sample[1].text) { folder in
      folder.move("a.md", to: "b.md")
      try folder.write("b.md", new)
    }
    #expect(found.unread == 1)
  }

  @Test func `and one of which a changed copy is left`() throws {
    let new = sample[1].text + "\n## More\n\nSomething that was not there before.\n"
    let found = try unread("b.md", old: sample[1].text) { folder in
      try folder.write("b.md", new)
      folder.remove("a.md")
    }
    #expect(found.unread == 1)
  }

  @Test func `a file that was away and comes back is not new`() throws {
    let found = try unread("a.md", old: sample[1].text) { folder in
      folder.remove("a.md")
      try folder.write("a.md", sample[1].text)
    }
    #expect(found.unread == 0)
  }

  @Test func `a copy beside the original is another briefing`() throws {
    let found = try unread("b.md", old: sample[1].text) { try $0.write("b.md", sample[1].text) }
    #expect(found.unread == found.known.marks.total)
    #expect(found.known.movedFrom == nil)
  }

  @Test func `a number that is given again is not the file`() throws {
    let found = try unread("b.md", old: sample[1].text) { folder in
      // The same file, as far as the system knows.
      folder.move("a.md", to: "b.md")
      try folder.write("b.md", sample[2].text)
    }
    #expect(found.unread == found.known.marks.total)
  }

  @Test func `a newsletter's address is not the issue`() throws {
    let front = "---\ntitle: Daily\nurl: https://daily.example\n---\n\n"
    let found = try unread("b.md", old: front + sample[1].text.dropFrontMatter) { folder in
      folder.remove("a.md")
      try folder.write("b.md", front + sample[2].text.dropFrontMatter)
    }
    #expect(found.unread == found.known.marks.total)
  }

  @Test func `a file that takes another's name is itself`() throws {
    let folder = try StoreFolder()
    try folder.write("a.md", sample[1].text)
    try folder.write("b.md", sample[2].text)
    let (store, _) = folder.store()
    var a = try folder.open("a.md", store)
    try a.read(Array(a.known.marks.sections.indices), store)
    _ = try folder.open("b.md", store)
    // What was to be read next is read under the name of what is there no more.
    folder.move("a.md", to: "b.md")
    let b = try folder.open("b.md", store, at: 5000)
    #expect(b.known.marks.unread == [])
    #expect(b.known.record.id == a.known.record.id)
    #expect(store.summaries().count == 1)
    #expect(store.close(milliseconds: 5000))
  }

  @Test func `the paper of every morning is unread every morning`() throws {
    let found = try unread("a.md", old: sample[1].text) { try $0.write("a.md", sample[2].text) }
    #expect(found.unread == found.known.marks.total)
  }
}

extension String {
  fileprivate var dropFrontMatter: String {
    guard hasPrefix("---\n"), let end = range(of: "\n---\n") else { return self }
    return String(self[end.upperBound...])
  }
}
