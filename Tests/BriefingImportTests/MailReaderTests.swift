import BriefingCore
import Testing

@testable import BriefingImport

/// Newsletters as mail.
@Suite struct MailReaderTests {
  /// Latin-1 by hand: the library does no conversion itself.
  private func briefings(_ mail: String) throws -> [ImportedBriefing] {
    var importer = Importer()
    importer.convert = { bytes, name in
      name == "ISO-8859-15"
        ? Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8) : nil
    }
    return try importer.briefings(from: Array(mail.utf8)).briefings
  }

  private static let head = """
    Received: from example.org by example.net
    From: "The Desk" <desk@example.org>
    To: reader@example.net
    Subject: =?utf-8?Q?Caf=C3=A9_news?=
     =?utf-8?B?OiDinJM=?= of the day
    Date: Thu, 15 May 2025 08:30:00 +0200 (CEST)
    Message-ID: <1@example.org>
    MIME-Version: 1.0

    """

  @Test func `of alternatives the page is read`() throws {
    let mail = try briefings(
      Self.head + """
        Content-Type: multipart/mixed; boundary="outer; x"

        preamble
        --outer; x
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8

        The plain words.
        --inner
        Content-Type: text/html; charset=iso-8859-15
        Content-Transfer-Encoding: quoted-printable

        <html><body><div style=3D"display:none">Preheader</div><table><tr><td><h1>Caf=E9 news: =E2</h1><p>Prices in K=F6ln rose aga=
        in this week, and nobody knows why they do, the desk says in its report.</p></td></tr>
        <tr><td><h2>Next</h2><p>They may fall.</p><p>To leave, <a href=3D"https://example.org/u">unsubscribe</a>.</p></td></tr></table>
        --inner--
        --outer; x
        Content-Type: text/plain
        Content-Disposition: attachment; filename=a.txt

        attached
        --outer; x--

        """)
    #expect(mail.count == 1)
    #expect(mail[0].title == "Café news: ✓ of the day")
    #expect(mail[0].source == "The Desk")
    #expect(mail[0].date?.iso8601 == "2025-05-15T08:30+02:00")
    #expect(mail[0].identifiers == ["1@example.org"])
    let leaves = try ReadBack(mail[0]).leaves
    #expect(
      leaves.suffix(3) == [
        "Prices in Köln rose again this week, and nobody knows why they do, the desk says in its report.",
        "Next", "They may fall.",
      ])
    #expect(!leaves.contains("Preheader"))
  }

  @Test func `text is read where there is no page`() throws {
    let mail = try briefings(
      Self.head
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nUHJpY2VzIGluIEvDtmxuIHJvc2UuCgoqIFdoZWF0Ciog\nTWFpemUK\n"
    )
    #expect(try ReadBack(mail[0]).leaves == ["Prices in Köln rose.", "Wheat", "Maize"])
  }

  @Test func `an mbox has many`() throws {
    let one =
      "From: a@example.org\nTo: b@example.org\nSubject: One\nDate: Thu, 15 May 2025 08:30:00 +0200\nMIME-Version: 1.0\n\nWords.\n>From here on.\n\n"
    let box =
      "From a@example.org Thu May 15 08:30:00 2025\n" + one + "From b@example.org Thu May 15 08:30:00 2025\n"
      + one.replacing("One", with: "Two")
    let mails = try briefings(box)
    #expect(mails.map(\.title) == ["One", "Two"])
    #expect(try ReadBack(mails[0]).leaves == ["Words.", "From here on."])
  }

  @Test func `the name of a sender may be missing`() throws {
    let mail = try briefings("From: <a@example.org>\nTo: x@example.org\nSubject: S\nDate: bad\n\nWords.\n")
    #expect(mail[0].source == "a@example.org")
    #expect(mail[0].date == nil)
  }

  @Test(arguments: [
    "Content-Type: multipart/mixed; boundary=x\n\n"
      + String(repeating: "--x\nContent-Type: multipart/mixed; boundary=x\n\n", count: 3000) + "end\n",
    "Content-Type: multipart/alternative; boundary=x\n\n--x\n\nplain text\n",
    "Content-Type: multipart/mixed\n\nno boundary\n",
    "Content-Type: text/plain; charset=\"nonsense\nContent-Transfer-Encoding: base64\n\n!!!!YQ==\n",
    "Content-Transfer-Encoding: quoted-printable\n\na=\n=4\n==\n=ZZ\n",
  ])
  func `what is damaged is read as far as it goes`(rest: String) {
    // Either is right; that it ends is what counts.
    _ = try? briefings(Self.head.split(separator: "\n").joined(separator: "\n") + "\n" + rest)
  }

  @Test func `an article with a line of its own is no mail`() {
    #expect(ImportFormat.detected(in: Array("Update: it rains\n\nThe rain goes on.\n".utf8)) == .text)
    #expect(
      ImportFormat.detected(in: Array("Title: x\nDate: 2025-05-15\nSubject: y\n\nText\n".utf8)) == .text)
    #expect(ImportFormat.detected(in: Array(Self.head.utf8)) == .mail)
  }
}
