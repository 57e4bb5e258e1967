import Testing

@testable import BriefingImport

/// Tags, comments and declarations.
@Suite struct MarkupReaderTests {
  private func text(_ source: String, _ language: MarkupReader.Language) throws -> String {
    let tree = try MarkupReader.tree(of: Array(source.utf8), language)
    return tree.allText(in: 0)
  }

  /// As browsers read them (HTML, sections 13.2.5.41 to 13.2.5.68).
  @Test(arguments: [
    ("a<!-->b-->c", "ab-->c"), ("a<!--->b-->c", "ab-->c"), ("a<!---->b", "ab"), ("a<!-- > -- x -->b", "ab"),
    ("a<!-- x --!>b", "ab"), ("a<!--!>b-->c", "ac"), ("a<!---!>b-->c", "ac"), ("a<!-- x", "a"),
    ("a<![CDATA[ [ x ]>b", "ab"), ("a<![CDATA[x]]>b", "ab"), ("a<? x > ?>b", "a ?>b"), ("a<!x [>b", "ab"),
    ("a<!doctype html [>b", "ab"), ("a<!DOCTYPE x [ <!ENTITY b 'c>]'> %d; <!-- ]> --> <?e?> ] >f", "af"),
    ("a<!doctype x [<!b>c", "ac"), ("a<!doctype x [b]>c", "ac"), ("a</>b</ c>d</3>e", "abde"),
    ("1 < 2 <3", "1 < 2 <3"),
  ])
  func `declarations end where they do in browsers`(source: String, shown: String) throws {
    #expect(try text(source, .html) == shown)
  }

  @Test(arguments: [
    ("a<![CDATA[<b>&amp;]]]]>c", "a<b>&amp;]]c"), ("a<![CDATA[x", "ax"), ("a<? x > ?>b", "ab"),
    ("a<!-- x -->b", "ab"),
    ("<a/>b<c>d</c>", "bd"),
  ])
  func `sections of XML are text`(source: String, shown: String) throws {
    #expect(try text(source, .xml) == shown)
    // HTML knows no instructions.
    if !source.contains("<?") { #expect(try text(source, .xhtml) == shown) }
  }

  /// As in browsers (section 13.2.6.5): a page is not lost in a drawing or formula that is left open.
  @Test(arguments: [
    ("<p>a<svg><g><path><p>b", ["a", "b"]), ("<p>a<math alttext=c><mrow>x<p>b", ["ac", "b"]),
    ("<p>a<math alttext=c><mi>x<b>y</b></mi></math>b", ["acb"]),
    ("<p>a<svg><foreignObject><div>x</div></foreignObject></svg>b", ["ab"]),
    ("<p>a<svg><g>x<b>b</b>", ["ab"]),
  ])
  func `drawings and formulas end where text starts`(source: String, leaves: [String]) throws {
    #expect(try ReadBack(PageReader.briefing(Array(source.utf8))).leaves == leaves)
  }

  /// An element that closes itself does not swallow what follows.
  @Test func `an entry in XHTML says what its sections say`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>urn:a</id><title>T</title>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Said <![CDATA[a < b & <c>]]></p><iframe src="x"/>
      <script/><p>And <em/>more.</p></div></content></entry></feed>
      """
    let briefing = try #require(try Importer().briefings(from: Array(feed.utf8)).briefings.first)
    #expect(try ReadBack(briefing).leaves == ["Said a < b & <c>", "And more."])
    #expect(!briefing.fileText.contains("*"))
  }
}
