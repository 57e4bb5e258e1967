import CommonMark
import CommonMarkSamples
import Testing

/// What pandoc's files have: raised and lowered text between marks, and tables whose columns stand below each other.
@Suite struct PandocTests {
  @Test(arguments: [
    ("H~2~O", "H₂O"), ("CO~2~ and SO~4~^2-^", "CO₂ and SO₄²⁻"), ("x^2^ + y^n^.", "x² + yⁿ."),
    ("10^6^ people", "10⁶ people"),
    ("E = mc^2^", "E = mc²"), ("10^-3^ m", "10⁻³ m"), ("the 1^st^ of May", "the 1st of May"),
    ("x~i~ is", "x_i is"),
    ("(a+b)^2^", "(a+b)²"), ("**m^2^**", "m²"), ("10^6^人", "10⁶人"),
    // Something else.
    ("5~8元，20~30公斤", "5~8元，20~30公斤"), ("a~b c~d", "a~b c~d"), ("2^3^4", "2^3^4"), ("x^y^z", "x^y^z"),
    ("^_^", "^_^"),
    ("~/a and ~/b", "~/a and ~/b"), ("~~old~~ new", "old new"), ("a~~b~~c", "abc"), ("`x^2^`", "x^2^"),
    ("x\\^2^", "x^2^"),
    ("x^2 and y^2", "x^2 and y^2"), ("A~12345678~", "A~12345678~"), ("a^b c^", "a^b c^"),
    ("用户~1~5级", "用户~1~5级"),
  ])
  func raisedText(markdown: String, expected: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    #expect(document.plainText(of: document.root) == expected)
  }

  @Test func itIsTextWhereItWasNotAskedFor() throws {
    #expect(try renderHTML(of: "x^2^ H~2~O", .all) == "<p>x^2^ H<del>2</del>O</p>")
    #expect(try renderHTML(of: "a  b\n-- --", .all) == "<p>a  b</p>\n<hr />")
  }

  /// The cells of each row of the first table; none where there is no table.
  private func cells(_ markdown: String) throws -> [[String]] {
    let document = try Document(markdown, extensions: .briefing)
    let rows = document.blocks.filter { if case .tableRow = $0.kind { true } else { false } }
    return rows.map { row in
      document.blocks.filter { $0.parent == row.id }.map { document.plainText(of: $0.id) }
    }
  }

  @Test(arguments: [
    (
      """
        Right     Left     Center     Default
      -------     ------ ----------   -------
           12     12        12            12
          123     123       123          123

      Text.
      """,
      [["Right", "Left", "Center", "Default"], ["12", "12", "12", "12"], ["123", "123", "123", "123"]]
    ),
    (
      "Bank     Rate\n-------  ----\nFed      4.25\nBoE      *4*\n-------  ----\nAfter",
      [["Bank", "Rate"], ["Fed", "4.25"], ["BoE", "4"]]
    ),
    // A character of East Asia has two columns.
    ("国家   利率\n-----  ----\n日本   0.5\n한국   2.5", [["国家", "利率"], ["日本", "0.5"], ["한국", "2.5"]]),
    ("Name     Note\n-------  ----\nOslo\n  - a    b", [["Name", "Note"], ["Oslo", ""], ["- a", "b"]]),
    // A row that does not stand in the columns ends it.
    ("Name     Note\n-------  ----\nOslo     x\nAmsterdam y", [["Name", "Note"], ["Oslo", "x"]]),
  ])
  func simpleTables(markdown: String, expected: [[String]]) throws {
    #expect(try cells(markdown) == expected)
  }

  @Test(arguments: [
    // Without names: the header shows nothing.
    (
      "-------  ----\nFed      4.25\nBoE      *4*\n-------  ----\nAfter",
      [["", ""], ["Fed", "4.25"], ["BoE", "4"]]
    ),
    // Rows of several lines, and blank lines between rows.
    (
      """
      ---------------------------------
        Bank    Rate  What it says
      ------- ------- -----------------
          Fed    4.25 Example of a row
                      of two lines.

          BoE       4 Another one.
      ---------------------------------

      Text.
      """,
      [
        ["Bank", "Rate", "What it says"], ["Fed", "4.25", "Example of a row"], ["", "", "of two lines."],
        ["BoE", "4", "Another one."],
      ]
    ),
    (
      "-----  -----\nOne    a\n       b\n\nTwo    c\n-----  -----",
      [["", ""], ["One", "a"], ["", "b"], ["Two", "c"]]
    ),
    // Names of several lines: the first one is the header.
    (
      "------------\nBank   Rate\nname   in %\n-----  -----\nFed    4\n------------",
      [["Bank", "Rate"], ["name", "in %"], ["Fed", "4"]]
    ),
    ("- item\n\n-----  -----\nOne    a\n-----  -----", [["", ""], ["One", "a"]]),
  ])
  func tablesBetweenLinesOfDashes(markdown: String, expected: [[String]]) throws {
    #expect(try cells(markdown) == expected)
  }

  @Test func textBehindATableBetweenLinesIsNoRow() throws {
    let html = try renderHTML(of: "-----  -----\nOne    a\n-----  -----\nAfter\n\nEnd", .briefing)
    #expect(html.hasSuffix("</table>\n<p>After</p>\n<p>End</p>"))
  }

  @Test(arguments: [
    "--- ---\nText that runs on\n--- ---\nmore", "-----  -----\nOne    a\n\n\nTwo    b\n-----  -----",
    "-----  -----\nOne    a\n-----------", "-----  -----\nOne    a\n", "-----  -----\n-----  -----",
    "------------\nOne    a\n------------",
    "-----  -----\nOne\n-----  -----", "------------\n\nBank   Rate\n-----  -----\n",
    "-----  -----\n-----  -----\n-----  -----", "---", "---\n", "------------\nBank",
    "Text\n\n--- ---\n\nText", "Some text\n- - -\nmore", "Text that runs on\n--- ---\nmore",
    "a  b\n-- --\nc  d",
    "one\ntwo  three\n---  -----\nx    y", "Name\n---  ---\nx", "Name  Note\n----  ----\n",
    "- Name  Note\n  ----  ----\n  x     y",
    "Na\tme  Note\n------  ----\nx       y", "Name  Note\n----------\nx     y",
  ])
  func otherLinesOfDashesAreWhatTheyWere(markdown: String) throws { #expect(try cells(markdown) == []) }

  @Test(arguments: [
    "Name     Note\n-------  ----\nOslo           \n  x\n",
    "-----  -----  \nOne    a  \nTwo         \n-----  -----\n",
    "------------\nBank   Rate  \nname\n-----  -----\n  Fed\n       4\n\n国家   b  \n------------",
    "- a\n\n  -----  -----\n  One    a\n-----  -----\nOne    a\n-----  -----",
    "-----  -----\r\nOne    a\r\n-----  -----\r\n",
    "> -----  -----\n> One    a\n> -----  -----\n",
  ])
  func treesWithTablesOfColumnsAreSound(markdown: String) throws {
    let violations = TreeInvariants.violations(of: try Document(markdown, extensions: .briefing))
    #expect(violations.isEmpty)
  }

  @Test func columnsAreAlignedAsTheirNamesAre() throws {
    let document = try Document(
      "  Right  Left    Center   Full\n-------  ------ --------  ----\n     12  12        12     x",
      extensions: .briefing)
    let alignments = document.blocks.compactMap {
      if case .tableCell(let alignment) = $0.kind { alignment } else { nil }
    }
    #expect(alignments.prefix(4).elementsEqual([.right, .left, .center, .none]))
  }

  @Test func textBehindATableIsNoRow() throws {
    let html = try renderHTML(of: "Name     Note\n-------  ----\nOslo     x\n\n    code\n\nText", .briefing)
    #expect(html.hasSuffix("</table>\n<pre><code>code\n</code></pre>\n<p>Text</p>"))
  }
}
