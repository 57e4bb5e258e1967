import BriefingImport
import CommonMarkSamples

/// A text, mail or feed that is made to cost a careless importer time: a piece repeated, with what makes it matter around it.
struct HostileArticle: Sendable {
  /// What it repeats, in words that can be printed.
  let name: String
  /// What it is to be read as.
  let form: ImportFormat
  private let sample: RepeatedSample

  /// The article in about so many bytes.
  func bytes(_ byteCount: Int) -> [UInt8] { sample.bytes(byteCount) }

  private init(
    _ form: ImportFormat, _ name: String, start: String = "", end: String = "",
    piece: @escaping @Sendable (Int) -> String
  ) {
    (self.form, self.name) = (form, name)
    sample = RepeatedSample(start: start, end: end, piece: piece)
  }

  // MARK: Shapes

  /// A shape of each kind.
  static var all: [HostileArticle] { texts + mails + feeds }

  private static let line = "Some words of a line that was wrapped by a program at seventy col\n"

  private static let texts: [HostileArticle] =
    [
      line, "Words of a line without an end ", "a", "a\n\n\n\n\n\n\n", "\n", "* a\n", "> ", ">", " ", "\r",
      "-",
      "---\n", "* ", "[a](", "a    b    c\n", ">>> a\n> b\n", "Heading here\n", "\"", "\u{301}", "港\n",
      "a-\n",
      "www.example.org ", "a@example.org\n",
    ].map { piece in HostileArticle(.text, piece) { _ in piece } }
    + [
      HostileArticle(.text, "an item that goes on", start: "* a\n") { _ in "  b c d\n" },
      HostileArticle(.text, "a heading above quotation marks", start: "Heading\n\nLong words", end: ".") {
        _ in "”"
      },
      HostileArticle(.text, "items set in further and further") {
        String(repeating: " ", count: $0 % 40) + "* a\n"
      },
      HostileArticle(.text, "numbers") { "\($0 % 900). a\n\n" },
      HostileArticle(.text, "numbers in no order") { "\($0 * 7 % 900). a\n\n" },
    ]

  private static let head =
    "From: A <a@example.org>\nTo: b@example.org\nSubject: News\nDate: Thu, 15 May 2025 09:00:00 +0300\nMIME-Version: 1.0\n"

  private static let mails: [HostileArticle] =
    [
      ("lines", "\n", line), ("fields", "", "X-A: b\n"), ("a folded field", "X-A: b\n", " c\n"),
      ("encoded words", "Subject: ", "=?utf-8?Q?a?= "),
      ("starts of encoded words", "Subject: ", "=?utf-8?Q?"),
      ("parameters", "Content-Type: text/plain; ", "a=\"b\\\"\"; "),
      ("parts", "Content-Type: multipart/mixed; boundary=x\n\n", "--x\n\na\n"),
      (
        "parts in parts", "Content-Type: multipart/mixed; boundary=x\n\n",
        "--x\nContent-Type: multipart/mixed; boundary=x\n\n"
      ),
      (
        "alternatives", "Content-Type: multipart/alternative; boundary=x\n\n",
        "--x\nContent-Type: text/html\n\na\n"
      ),
      ("quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\n", "= "),
      ("base64", "Content-Transfer-Encoding: base64\n\n", "QUJD"),
    ].map { name, start, piece in HostileArticle(.mail, name, start: head + start) { _ in piece } }
    + [
      HostileArticle(.mail, "mails") { _ in "From a b\n\(head)\nwords\n\n" },
      HostileArticle(.mail, "lines From", start: "From a\n" + head + "\n") { _ in "\nFrom \n" },
      HostileArticle(.mail, "lines >From", start: "From a\n" + head + "\n") { _ in ">From \n" },
    ]

  private static let rss = "<rss><channel><title>F</title>"
  private static let item = rss + "<item><title>T</title><link>https://example.org/</link>"
  private static let json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":["

  private static let feeds: [HostileArticle] =
    [
      ("categories", item, "<category>Tag NUMBER</category>"),
      ("authors", item, "<dc:creator>A NUMBER</dc:creator>"),
      ("titles of <", rss + "<item><title>", "&lt;b"), ("titles of <b>", rss + "<item><title>", "&lt;b&gt;"),
      ("titles of &", rss + "<item><title>", "&amp;"), ("CDATA", rss + "<item><title>", "<![CDATA[a"),
      ("a description of <", item + "<description>", "&lt;b "), ("entries in entries", rss, "<item>"),
      ("channels", "<rss>", "<channel><title>F</title></channel>"),
      ("entries", rss, "<item><title>T</title><guid>g:NUMBER</guid><description>text</description></item>"),
      (
        "entries of Atom", "<feed>",
        "<entry><id>u:NUMBER</id><title type=\"html\">T &lt;b&gt;x&lt;/b&gt;</title><content type=\"xhtml\"><div><p>a <![CDATA[b]]></p></div></content></entry>"
      ),
      ("terms", "<feed><entry><id>u:1</id><title>T</title>", "<category term=\"NUMBER\"/>"),
      ("entries of JSON Feed", json, "{\"id\":\"NUMBER\",\"content_html\":\"<p>a\\u00e9</p>\"},"),
      ("tags of JSON Feed", json + "{\"id\":\"x\",\"title\":\"X\",\"tags\":[", "\"NUMBER\","),
      (
        "authors of JSON Feed", json + "{\"id\":\"x\",\"title\":\"X\",\"authors\":[", "{\"name\":\"NUMBER\"},"
      ),
      ("outlines", "<opml><body>", "<outline text=\"A\" xmlUrl=\"https://example.org/NUMBER\">"),
    ].map { name, start, piece in
      let end = start.hasPrefix("{") ? closing(start) : ""
      return HostileArticle(.feed, name, start: start, end: end) {
        piece.replacing("NUMBER", with: String($0))
      }
    }

  /// What ends a JSON Feed behind the comma of the last piece.
  private static func closing(_ start: String) -> String {
    if start.hasSuffix("\"tags\":[") || start.hasSuffix("\"authors\":[") { return "{}]}]}" }
    return "{}]}"
  }
}
