import Testing

@testable import BriefingImport

/// Mails that are not in UTF-8: each says of itself what it is in.
@Suite struct MailEncodingTests {
  private static func head(_ type: String, subject: String = "S") -> String {
    "From: a@example.org\nTo: b@example.org\nSubject: \(subject)\nDate: Thu, 15 May 2025 08:30:00 +0200\nMIME-Version: 1.0\nContent-Type: \(type)\n\n"
  }

  /// Text with each character as the byte of its number.
  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Two encodings by hand: the library does no conversion itself. In the second one, `é` is `ж`.
  private func read(_ bytes: [UInt8]) throws -> Importer.Result {
    var importer = Importer()
    importer.convert = { bytes, name in
      let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      switch name {
      case "WINDOWS-1252": return Array(text.utf8)
      case "X-CYRILLIC": return Array(String(text.map { $0 == "é" ? "ж" : $0 }).utf8)
      default: return nil
      }
    }
    return try importer.briefings(from: bytes)
  }

  @Test func `each mail of an mbox is in its own encoding`() throws {
    let box =
      Self.latin1(
        "From a Thu May 15\n" + Self.head("text/plain; charset=iso-8859-1", subject: "Café") + "Le café.\n\n"
          + "From b Thu May 15\n" + Self.head("text/plain; charset=x-cyrillic") + "é.\n\n"
          + "From c Thu May 15\n")
      + Array((Self.head("text/plain; charset=utf-8") + "Łódź.\n").utf8)
    let result = try read(box)
    #expect(result.remarks == [])
    #expect(try result.briefings.map { try ReadBack($0).leaves } == [["Le café."], ["ж."], ["Łódź."]])
    #expect(result.briefings.first?.title == "Café")
  }

  /// As pasted text is, and a file that was converted.
  @Test func `what is UTF-8 already is not converted again`() throws {
    let result = try read(Array((Self.head("text/plain; charset=iso-8859-1") + "Le café est fermé.\n").utf8))
    #expect(try ReadBack(result.briefings[0]).leaves == ["Le café est fermé."])
  }

  @Test func `what cannot be read is told`() throws {
    let result = try read(Self.latin1(Self.head("text/plain; charset=nonsense-7") + "Le café.\n"))
    #expect(
      result.remarks == ["says it is in NONSENSE-7 but is not; what cannot be read is shown as \u{FFFD}"])
    #expect(try ReadBack(result.briefings[0]).leaves == ["Le caf\u{FFFD}."])
  }

  @Test(arguments: [
    ("=?utf-8?B?QQ==?=(x) =?UTF-8?Q?b c?= \"=?utf-8?Q?d?=\"", "A(x) b c \"d\""),
    ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= au =?utf-8?Q?lait?=", "café au lait"),
    ("=?utf-8?Q?a =?utf-8?X?b?= ?=", "=?utf-8?Q?a =?utf-8?X?b?= ?="),
  ])
  func `encoded words are read wherever they stand`(written: String, title: String) throws {
    #expect(
      try read(Array((Self.head("text/plain", subject: written) + "x\n").utf8)).briefings[0].title == title)
  }

  @Test func `a sender's name may hold any sign`() throws {
    let mail =
      "From: =?utf-8?Q?A_=3CB=3E_C?= <a@example.org>\nTo: b@example.org\nSubject: S\nMIME-Version: 1.0\n\nx\n"
    #expect(try read(Array(mail.utf8)).briefings[0].source == "A <B> C")
  }

  @Test func `a mail may start with a byte order mark`() throws {
    let result = try read(
      [0xEF, 0xBB, 0xBF] + Array((Self.head("text/plain", subject: "News") + "Words.\n").utf8))
    #expect(result.briefings[0].title == "News")
    let box = "From a Thu May 15\n" + Self.head("text/plain", subject: "News") + "Words.\n"
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(box.utf8)).briefings.map(\.title) == ["News"])
    let alone = "Subject: News\nFrom: a@example.org\nTo: b@example.org\n\nWords.\n"
    let first = try read([0xEF, 0xBB, 0xBF] + Array(alone.utf8)).briefings[0]
    #expect(first.title == "News")
    #expect(try ReadBack(first).leaves == ["Words."])
  }

  @Test(arguments: [("QQ==Qg==", "A" + "B"), ("QUI=\nQw==\n", "ABC"), ("QUJD", "ABC")])
  func `base64 may be written in pieces`(written: String, text: String) {
    #expect(String(decoding: MailEncoding.base64(written.utf8), as: UTF8.self) == text)
  }
}
