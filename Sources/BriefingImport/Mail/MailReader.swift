import BriefingCore

/// Reads a mail (`.eml`), or all mails of an mbox.
struct MailReader {
  private let source: [UInt8]
  private let encoding: MailEncoding
  /// Whether it is an mbox: lines that would start a mail have a sign before them.
  private let isBox: Bool

  /// Makes a reader.
  ///
  /// - Parameter convert: See ``MailEncoding``.
  init(_ source: [UInt8], convert: @escaping ([UInt8], String) -> [UInt8]?) {
    self.source = Self.withoutMark(source)
    encoding = MailEncoding(convert: convert)
    isBox = self.source.starts(with: Self.boxMark)
  }

  private static let boxMark = Array("From ".utf8)

  /// A mail without the byte order mark of UTF-8, which editors write: it would be part of the first field's name.
  private static func withoutMark(_ source: [UInt8]) -> [UInt8] {
    source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source
  }

  /// The briefings of all mails that have text, in order, and what is to be said of the others and of what could not be read.
  ///
  /// - Throws: What is wrong with a mail that stands alone.
  func read() throws(ImportProblem) -> (briefings: [ImportedBriefing], remarks: [String]) {
    var briefings: [ImportedBriefing] = []
    var remarks: [String] = []
    let mails = mails()
    for (index, range) in mails.enumerated() {
      let place = mails.count == 1 ? "" : "mail \(index + 1) "
      do throws(ImportProblem) {
        let (briefing, unread) = try briefing(range)
        if let unread {
          remarks.append(
            "\(place)says it is in \(unread) but is not; what cannot be read is shown as \u{FFFD}")
        }
        if briefing.blocks.isEmpty, mails.count > 1 { remarks.append("\(place)has no text") }
        briefings.append(briefing)
      } catch {
        if mails.count == 1 { throw error }
        remarks.append("\(place)\(error.reason); \(error.advice)")
      }
    }
    return (briefings, remarks)
  }

  /// Whether some bytes start as a mail does: with the line of an mbox, or with fields of which two are a mail's.
  static func isMail(_ source: [UInt8]) -> Bool {
    let start = withoutMark(Array(source.prefix(16384)))
    if start.starts(with: boxMark) {
      return MailHeader(start, lineEnd(start, 0)..<start.count)["date"] != nil
    }
    guard let colon = start.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      start[..<colon].allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") })
    else { return false }
    let header = MailHeader(start, 0..<start.count)
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
  private func mails() -> [Range<Int>] {
    guard isBox else { return [0..<source.count] }
    let mark = Self.boxMark
    var mails: [Range<Int>] = []
    var start = Self.lineEnd(source, 0)
    var at = start
    var isBehindBlank = false
    while at < source.count {
      let end = Self.lineEnd(source, at)
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

  /// The briefing of a mail, and the encoding that a part of it is said to be in and is not.
  private func briefing(_ range: Range<Int>) throws(ImportProblem) -> (ImportedBriefing, unread: String?) {
    var header = MailHeader(source, range)
    var briefing = ImportedBriefing()
    var unread: String?
    let leaves = try MailParts(source, range).leaves
    let charsets = leaves.map { $0.header.parameter("charset", of: "content-type") }
    if let bytes = encoding.header(
      source[range.lowerBound..<header.end], charset: charsets.lazy.compactMap(\.self).first)
    {
      header = MailHeader(bytes, 0..<bytes.count)
    }
    briefing.title = encoding.words(header["subject"] ?? "")
    for (index, (leaf, charset)) in zip(leaves, charsets).enumerated() {
      let (text, isWhole) = encoding.text(
        isBox ? Self.unquoted(source[leaf.body])[...] : source[leaf.body],
        encoding: leaf.header["content-transfer-encoding"], charset: charset)
      if !isWhole, unread == nil {
        unread = VisibleText.line(charset).map { $0.uppercased().prefix(40).description } ?? "UTF-8"
      }
      if leaf.header.mediaType == "text/html" {
        let page = try PageReader.briefing(
          Array(text.utf8), title: briefing.title.isEmpty ? nil : briefing.title)
        if briefing.language == nil { briefing.language = page.language }
        let blocks = MailTrimming.trimmed(page.blocks)
        briefing.blocks += index == 0 ? blocks : blocks.map { $0.withNotes(ofPart: index + 1) }
      } else {
        briefing.blocks += MailTrimming.trimmed(TextReader.blocks(text))
      }
    }
    briefing.source = sender(header["from"] ?? "")
    briefing.date = PageFacts.date(Self.withoutComment(header["date"] ?? ""))
    briefing.language = PageFacts.language(header["content-language"]) ?? briefing.language
    let id = VisibleText.clean(header["message-id"] ?? "").filter { $0 != "<" && $0 != ">" }.onOneLine
    if !id.isEmpty { briefing.identifiers = [id] }
    if briefing.title.isEmpty, case .paragraph(let runs)? = briefing.blocks.first {
      briefing.title = TextReader.beginning(of: runs.plainText)
    }
    PageTrimming.removeTitle(briefing.title, from: &briefing.blocks)
    return (briefing, unread)
  }

  // MARK: Values

  /// Lines of an mbox without the sign that keeps them from starting a mail: `>From `.
  private static func unquoted(_ body: ArraySlice<UInt8>) -> [UInt8] {
    let mark = Array(">From ".utf8)
    var unquoted: [UInt8] = []
    unquoted.reserveCapacity(body.count)
    var isAtStart = true
    for (index, byte) in zip(body.indices, body) {
      if !(isAtStart && byte == mark[0] && body[index...].starts(with: mark)) { unquoted.append(byte) }
      isAtStart = byte == 0x0A
    }
    return unquoted
  }

  /// The name of a sender, else the address.
  private func sender(_ field: String) -> String? {
    guard let open = field.lastIndex(of: "<") else { return VisibleText.line(encoding.words(field)) }
    // A name is divided from the address first: what it is written as may hold any sign.
    let name = encoding.words(String(field[..<open])).filter { $0 != "\"" }
    return VisibleText.line(name)
      ?? VisibleText.line(String(field[field.index(after: open)...].prefix { $0 != ">" }))
  }

  /// A date without the name of its time zone, `(CEST)`.
  private static func withoutComment(_ date: String) -> String { date.prefix { $0 != "(" }.onOneLine }
}
