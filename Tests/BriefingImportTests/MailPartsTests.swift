import Testing

@testable import BriefingImport

/// The parts of mails.
@Suite struct MailPartsTests {
  private static func head(_ type: String) -> String {
    "From: a@example.org\nTo: b@example.org\nSubject: S\nDate: Thu, 15 May 2025 08:30:00 +0200\nMIME-Version: 1.0\nContent-Type: \(type)\n\n"
  }

  private func read(_ mail: String) throws -> Importer.Result {
    try Importer().briefings(from: Array(mail.utf8))
  }

  /// `ab` starts as `a` does, and each ends the other's parts where a prefix is enough.
  @Test(arguments: ["\n", "\r\n"]) func `a boundary is the whole line`(ending: String) throws {
    let mail =
      Self.head("multipart/mixed; boundary=a") + """
        --a
        Content-Type: text/plain

        Outer one.

        --a
        Content-Type: multipart/alternative; boundary=ab

        --ab
        Content-Type: text/plain

        Plain two.
        --ab
        Content-Type: text/html

        <p>Page two is here.</p>
        --ab-- \t
        --a
        Content-Type: text/plain

        Three.
        --a-b is no boundary.

        --a--
        epilogue

        """
    let read = try read(
      mail.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
    #expect(
      try ReadBack(read.briefings[0]).leaves.joined(separator: " ")
        == "Outer one. Page two is here. Three. --a-b is no boundary.")
  }

  @Test func `every part is read`() throws {
    let mail = Self.head("multipart/mixed; boundary=x") + String(repeating: "--x\n\nWords.\n", count: 3000)
    #expect(try ReadBack(try read(mail).briefings[0]).leaves.count == 3000)
  }

  @Test func `more parts or levels than are read are an error`() {
    let flood = Self.head("multipart/mixed; boundary=x") + String(repeating: "--x\n\na\n", count: 20_000)
    #expect(
      throws: ImportProblem("has more than 10,000 parts", advice: "save its text by itself, and import that")
    ) {
      try read(flood)
    }
    let deep = (0..<30).map { "--x\($0)\nContent-Type: multipart/mixed; boundary=x\($0 + 1)\n\n" }.joined()
    #expect(
      throws: ImportProblem(
        "has parts in parts, more than 16 levels of them", advice: "save its text by itself, and import that")
    ) {
      try read(Self.head("multipart/mixed; boundary=x0") + deep + "--x30\n\nWords.\n")
    }
  }

  @Test func `of an mbox the other mails are read, and what is wrong with one is told`() throws {
    let flood = Self.head("multipart/mixed; boundary=x") + String(repeating: "--x\n\na\n", count: 20_000)
    let result = try read(
      "From a\n" + flood + "\nFrom b\n" + Self.head("text/plain") + "Words.\n\nFrom c\n"
        + Self.head("image/png") + "x\n")
    #expect(result.briefings.count == 1)
    #expect(
      result.remarks == [
        "mail 1 has more than 10,000 parts; save its text by itself, and import that", "mail 3 has no text",
      ])
  }

  @Test func `a mail of parts without a boundary is text`() throws {
    #expect(
      try ReadBack(try read(Self.head("multipart/mixed") + "Words.\n").briefings[0]).leaves == ["Words."])
  }

  @Test func `the sign before From belongs to the mbox alone`() throws {
    let mail = Self.head("text/plain") + "Words of the mail, and a quotation.\n\n>From here on.\n"
    let alone = try ReadBack(try read(mail).briefings[0])
    #expect(alone.containers["quote"] == 1)
    let boxed = try ReadBack(try read("From a\n" + mail).briefings[0])
    #expect(boxed.containers["quote"] == nil)
    #expect(boxed.leaves.last == "From here on.")
  }

  @Test func `fields behind very many others are still the header`() throws {
    let mail = Self.head("text/plain").dropLast() + String(repeating: "X-A: b\n", count: 5000) + "\nWords.\n"
    #expect(try ReadBack(try read(String(mail)).briefings[0]).leaves == ["Words."])
  }

  /// Each page counts its notes from 1.
  @Test func `notes of two pages are told apart`() throws {
    let page = { (name: String) in
      "--x\nContent-Type: text/html\n\n<p>Text \(name)<sup><a href=#a>1</a></sup></p><ol><li id=a>Note \(name)</li></ol>\n"
    }
    let mail = Self.head("multipart/mixed; boundary=x") + page("one") + page("two") + "--x--\n"
    let briefing = try read(mail).briefings[0]
    #expect(try ReadBack(briefing).notes == ["Note one", "Note two"])
    for mark in ["Text one[^1]", "Text two[^2-1]", "[^1]: Note one", "[^2-1]: Note two"] {
      #expect(briefing.fileText.contains(mark))
    }
  }
}
