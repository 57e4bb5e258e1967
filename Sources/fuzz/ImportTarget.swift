import BriefingCore
import BriefingFiles
import BriefingImport
import CommonMarkSamples

/// Articles in every form that can be imported.
enum ImportTarget: FuzzTarget {
  static let name = "import"

  static func test(_ bytes: [UInt8]) {
    for format in [nil] + ImportFormat.allCases.map(Optional.some) {
      var importer = Importer()
      importer.format = format
      importer.convert = CharacterConversion.utf8
      do {
        for briefing in try importer.briefings(from: bytes).briefings { check(briefing) }
      } catch {
        expect(!error.reason.isEmpty && !error.advice.isEmpty, "an error that says nothing: \(error)")
      }
    }
  }

  private static func check(_ imported: ImportedBriefing) {
    let name = imported.fileName
    expect(
      !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix(".")
        && !name.utf8.contains(UInt8(ascii: "/")),
      "a name that leaves its folder, hides or is too long: \(name.debugDescription)")
    let text = imported.fileText
    let isClean = !(name + text).unicodeScalars.contains(where: \.isDeceptive)
    expect(isClean, "a control character: \((name + text).debugDescription)")
    guard let briefing = try? Briefing(parsing: Array(text.utf8), file: .init(name: "fuzz")) else {
      fail("parsing threw: \(text.debugDescription)")
    }
    expect(briefing.metadata.warnings.isEmpty, "front matter that is none: \(text.debugDescription)")
    PageChecks.check(briefing)
  }

  static let seeds =
    [
      "From: A <a@example.org>\nSubject: =?utf-8?Q?A_=C3=A9?=\nDate: Thu, 15 May 2025 09:00:00 +0300\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>A=3D b=\nc</p>\n--b--\n",
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"content_html\":\"<p>b\"}]}",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id><title type=\"html\">A &amp;lt;</title><content type=\"xhtml\"><div><p>b</p></div></content></entry></feed>",
      "<opml><body><outline text=\"A\" xmlUrl=\"https://example.org/\"/></body></opml>",
      "<table><tr><td rowspan=2>a<td><ul><li><input type=checkbox checked>b</table><pre><code>c</pre><p>d<sup><a href=#fn1>1</a></sup><li id=fn1>e",
    ].map { Array($0.utf8) }
    + HostilePage.all.map { $0.html(300) }
    + (0..<3).flatMap { (seed: UInt64) -> [[UInt8]] in
      let sample = ArticleSample(seed: seed)
      return [sample.page, sample.feed, sample.text].map { Array($0.utf8) }
    }

  static let tokens = [
    "<p>", "</p>", "<div", "<table>", "<tr>", "<td>", "<li>", "<ul>", "<h2>", "<pre>", "<a href=\"",
    "<img alt=\"", "<!--", "-->",
    "<![CDATA[", "]]>", "<!DOCTYPE", "<!ENTITY a \"", "&a;", "&amp;", "&#x1b;", "&#0;", "&lt;", "<script>",
    "</script>",
    "<meta property=\"og:title\" content=\"", "<item>", "<entry>", "<title>", "<description>", "<pubDate>",
    "<guid>", "xmlns=",
    "Content-Type: ", "boundary=", "charset=", "base64", "quoted-printable", "=?utf-8?B?", "?=", "\n\n",
    "\r\n", "--b",
    "\"items\":[{", "\\u0000", "\\ud800", "1. ", "- ", "> ", "<sup>", "<math>", "<input type=checkbox>", "\0",
    "\u{1B}",
    "\u{2028}", "\u{FEFF}", "../", "|",
  ]
}
