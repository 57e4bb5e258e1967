import ProgramDriver
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: ["{}", "[1, \"a\\\"]\\u001b\"]\n", "{\"a\":[{\"b\":null}]}"])
  func soundDocumentsPass(text: String) { #expect(JSONText.problem(in: text.utf8) == nil) }

  @Test(arguments: [
    "", "{", "[]]", "[\"a]", "{\"a\":}", "[\"\u{1B}\"]", "[\"a\nb\"]", "[\"\u{7F}\"]", "[\"\u{9B}\"]",
    "[\"\u{202E}\"]", "{a:1}",
  ]) func othersDoNot(text: String) { #expect(JSONText.problem(in: text.utf8) != nil) }

  /// Deeper than Foundation's reader goes, brackets are looked at all the same.
  @Test func deepDocumentsAreLookedAt() {
    let deep = String(repeating: "[", count: 5000)
    #expect(JSONText.problem(in: (deep + String(repeating: "]", count: 5000)).utf8) == nil)
    #expect(JSONText.problem(in: deep.utf8) != nil)
  }
}
