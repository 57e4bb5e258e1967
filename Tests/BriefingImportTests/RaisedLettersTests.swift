import BriefingCore
import Testing

@testable import BriefingImport

/// Raised and lowered text of pages.
@Suite struct RaisedLettersTests {
  @Test(arguments: [
    ("<sup>Source: <a href=https://example.org/>Reuters</a> today</sup>", "Source: Reuters today"),
    ("Wheat<sub> and <b>maize</b> rose</sub>", "Wheat and maize rose"),
    ("A<sup><b>one</b> <i>two</i></sup>", "Aone two"),
    ("10<sup>\n 6\n</sup>.", "10⁶."), ("10<sup> <b>6</b> </sup>.", "10⁶."), ("x<sup>2a</sup>", "x^2a"),
  ])
  func `words keep their spaces, and figures stand at what they belong to`(html: String, text: String) throws
  {
    let briefing = try PageReader.briefing(Array("<title>Front</title><p>\(html)</p>".utf8))
    #expect(try ReadBack(briefing).leaves == [text])
  }
}
