import BriefingCore
import Testing

@testable import BriefingImport

/// Tables of pages: nothing that they show is lost.
@Suite struct PageTableTests {
  private static let prose =
    "The government said on Wednesday that it had cleared the way for a sale of missiles worth $304 million."

  private func leaves(_ html: String) throws -> [String] {
    let read = try ReadBack(PageReader.briefing(Array("<p>\(Self.prose)</p>\(html)".utf8)))
    return Array(read.leaves.dropFirst())
  }

  @Test func `cells beyond the last column stand in it`() throws {
    let row = "<tr><td>1<td>2"
    #expect(
      try leaves("<table><tr><td colspan=32>A<td colspan=32>B<td>C<td>D\(row)\(row)</table>")
        == ["A", "", "B", "C D", "1", "2", "", "", "1", "2", "", ""])
  }

  @Test func `columns that only spans make are none`() throws {
    #expect(
      try leaves("<table><tr><td colspan=9>A<td>B<tr><td>1<td>2</table>") == ["A", "", "B", "1", "2", ""])
  }

  @Test func `what is in no cell comes before the table`() throws {
    let html =
      "<table>Stray <b>text</b><caption>One</caption><tr>x<td>A<td>B<tr><td>1<td>2</tr>y<p>z</p><caption>Two</caption></table>"
    #expect(try leaves(html) == ["Stray", "text", "One", "x", "y", "z", "Two", "A", "B", "1", "2"])
  }

  @Test func `a cell in something else is read once`() throws {
    #expect(try leaves("<table><tr><td>A<td>B<tr><a href=x><td>1<td>2</a></table>") == ["A", "B", "1", "2"])
  }

  @Test func `a row without cells takes what spans it`() throws {
    #expect(
      try leaves("<table><tr><td rowspan=2>A<td rowspan=2>B<tr><tr><td>1<td>2</table>") == [
        "A", "B", "1", "2",
      ])
  }

  @Test func `a table with too many columns is paragraphs`() throws {
    let row = "<tr>" + (0..<65).map { "<td>\($0)" }.joined()
    let words = try leaves("<table>\(row)\(row)</table>").joined(separator: " ").split(separator: " ")
    #expect(words.map { String($0) } == (0..<65).map { "\($0)" } + (0..<65).map { "\($0)" })
  }
}
