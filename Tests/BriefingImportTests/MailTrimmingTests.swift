import Testing

@testable import BriefingImport

/// What of a mail is about the mail.
@Suite struct MailTrimmingTests {
  private static let head =
    "From: a@example.org\nTo: b@example.org\nSubject: S\nDate: Thu, 15 May 2025 08:30:00 +0200\nMIME-Version: 1.0\n"

  private func leaves(_ body: String, html: Bool = false) throws -> [String] {
    let mail = Self.head + "Content-Type: text/\(html ? "html" : "plain"); charset=utf-8\n\n" + body
    return try ReadBack(try #require(try Importer().briefings(from: Array(mail.utf8)).briefings.first)).leaves
  }

  @Test(arguments: [
    "A warship was sent to the Gulf on Monday, the ministry said.",
    "Readers can view online what the minister said, according to the ministry.",
    "Wer sein Auto abmelden will, braucht dafür nun einen Termin.",
    "More people unsubscribe from streaming services, a survey says.",
  ])
  func `news that use the words of a list stay`(news: String) throws {
    #expect(
      try leaves("\(news)\n\nThe second paragraph stays here.\n") == [
        news, "The second paragraph stays here.",
      ])
    #expect(
      try leaves("The first paragraph is here.\n\n\(news)\n") == ["The first paragraph is here.", news])
  }

  @Test func `what stands in the middle stays, with a link too`() throws {
    let news = (1...20).map { "Paragraph \($0) has how to unsubscribe: https://example.org/\($0)" }
    let left = try leaves(news.joined(separator: "\n\n"))
    #expect(left == Array(news[4..<10]))
  }

  @Test func `lines of the list at the ends go`() throws {
    let left = try leaves(
      """
      <p><a href="https://example.org/v">View in browser</a></p><h1>The day</h1><p>Prices rose again this week, the desk says.</p>
      <hr><p>This mail was sent to b@example.org.</p><p>To leave, <a href="https://example.org/u">unsubscribe</a>.</p>
      """, html: true)
    #expect(left == ["The day", "Prices rose again this week, the desk says."])
  }

  /// An item without its text would be an empty bullet.
  @Test func `an item of a list stays`() throws {
    #expect(try leaves("News:\n\n* unsubscribe at https://example.org/u\n* two\n").contains("two"))
    let read = try #require(
      try Importer().briefings(
        from: Array((Self.head + "\n* unsubscribe at https://example.org/u\n* two\n").utf8)
      ).briefings
        .first)
    #expect(try ReadBack(read).leaves.count == 2)
  }
}
