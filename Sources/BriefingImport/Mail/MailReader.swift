import BriefingCore

/// Reads a mail (`.eml`), or all mails of an mbox.
struct MailReader {
  private let source: [UInt8]
  private let encoding: MailEncoding

  /// Makes a reader.
  ///
  /// - Parameter convert: See ``MailEncoding``.
  init(_ source: [UInt8], convert: @escaping ([UInt8], String) -> [UInt8]?) {
    self.source = source
    encoding = MailEncoding(convert: convert)
  }

  /// The briefings of all mails, in order.
  func briefings() throws(ImportProblem) -> [ImportedBriefing] {
    var briefings: [ImportedBriefing] = []
    for range in Self.mails(in: source) { briefings.append(try briefing(range)) }
    return briefings
  }

  /// Whether some bytes start as a mail does: with the line of an mbox, or with fields of which two are a mail's.
  static func isMail(_ source: [UInt8]) -> Bool {
    let start = source.prefix(16384)
    if start.starts(with: "From ".utf8) {
      return MailHeader(Array(start), lineEnd(Array(start), 0)..<start.count)["date"] != nil
    }
    guard let colon = start.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      start[..<colon].allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") })
    else { return false }
    let header = MailHeader(Array(start), 0..<start.count)
    let known = [
      "from", "date", "subject", "message-id", "mime-version", "received", "return-path", "delivered-to",
      "content-type", "to",
    ]
    let found = known.filter { header[$0] != nil }
    // An article with lines such as `Date:` at its start has no address.
    return found.count >= 3
      && (header["from"]?.contains("@") == true || header["mime-version"] != nil || header["received"] != nil)
  }

  // MARK: Mails

  /// Where the mails of an mbox stand: each behind a line `From `; without such a line it is one mail.
  private static func mails(in source: [UInt8]) -> [Range<Int>] {
    let mark = Array("From ".utf8)
    guard source.starts(with: mark) else { return [0..<source.count] }
    var mails: [Range<Int>] = []
    var start = lineEnd(source, 0)
    var at = start
    var isBehindBlank = false
    while at < source.count {
      let end = lineEnd(source, at)
      if isBehindBlank, source[at] == mark[0], source[at..<min(at + 5, source.count)].elementsEqual(mark) {
        mails.append(start..<at)
        start = end
      }
      isBehindBlank = end - at == 1 || end - at == 2 && source[at] == 0x0D
      at = end
    }
    if start < source.count { mails.append(start..<source.count) }
    return mails
  }

  /// The offset behind a line.
  private static func lineEnd(_ source: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < source.count, source[at] != 0x0A { at += 1 }
    return min(at + 1, source.count)
  }

  private func briefing(_ range: Range<Int>) throws(ImportProblem) -> ImportedBriefing {
    let header = MailHeader(source, range)
    var briefing = ImportedBriefing()
    for leaf in MailParts(source, range).leaves {
      let text = encoding.text(
        source[leaf.body], encoding: leaf.header["content-transfer-encoding"],
        charset: leaf.header.parameter("charset", of: "content-type"))
      if leaf.header.mediaType == "text/html" {
        let page = try PageReader.briefing(Array(text.utf8))
        if briefing.language == nil { briefing.language = page.language }
        briefing.blocks += MailTrimming.trimmed(page.blocks)
      } else {
        briefing.blocks += MailTrimming.trimmed(TextReader.blocks(Self.plain(text)))
      }
    }
    let sender = Self.sender(encoding.words(header["from"] ?? ""))
    briefing.title = encoding.words(header["subject"] ?? "")
    briefing.source = sender
    briefing.date = PageFacts.date(Self.withoutComment(header["date"] ?? ""))
    briefing.language = PageFacts.language(header["content-language"]) ?? briefing.language
    let id = VisibleText.clean(header["message-id"] ?? "").filter { $0 != "<" && $0 != ">" }.onOneLine
    if !id.isEmpty { briefing.identifiers = [id] }
    if briefing.title.isEmpty, case .paragraph(let runs)? = briefing.blocks.first {
      briefing.title = TextReader.beginning(of: runs.plainText)
    }
    PageTrimming.removeTitle(briefing.title, from: &briefing.blocks)
    return briefing
  }

  // MARK: Values

  /// The lines of an mbox that would start a mail have a sign before them.
  private static func plain(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\n>From ", with: "\nFrom ")
  }

  /// The name of a sender, else the address.
  private static func sender(_ field: String) -> String? {
    guard let open = field.lastIndex(of: "<") else { return field.isEmpty ? nil : field.onOneLine }
    let name = field[..<open].onOneLine.filter { $0 != "\"" }.onOneLine
    if !name.isEmpty { return name }
    let address = field[field.index(after: open)...].prefix { $0 != ">" }.onOneLine
    return address.isEmpty ? nil : address
  }

  /// A date without the name of its time zone, `(CEST)`.
  private static func withoutComment(_ date: String) -> String { date.prefix { $0 != "(" }.onOneLine }
}
