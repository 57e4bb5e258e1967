extension Rule {
  /// GFM, section 4.10.
  static let tables: [Rule] = [
    Rule(
      "GFM 4.10", "a header row and a delimiter row make a table, rows follow",
      "| ship | crew |\n| ---- | ---- |\n| Vega | 12   |\n", table(["ship", "crew"], ["Vega", "12"])),
    Rule("GFM 4.10", "without rows there is no body", "| ship |\n| - |\n", table(["ship"])),
    Rule(
      "GFM 4.10", "colons of the delimiter row align a column", "a | b | c | d\n:- | -: | :-: | -\n",
      table(["a", "b", "c", "d"], alignments: ["left", "right", "center", ""])),
    Rule(
      "GFM 4.10", "a row's cells are aligned as its column", "| a |\n|:-:|\n| 1 |\n",
      table(["a"], ["1"], alignments: ["center"])),
    Rule(
      "GFM 4.10", "pipes at the start and end of a row may be missing", "a | b |\n--|---\n| 1 | 2\n",
      table(["a", "b"], ["1", "2"])),
    Rule(
      "GFM 4.10", "cells of a column need not be of one length", "|a|\n|--------|\n|long text|\n",
      table(["a"], ["long text"])),
    Rule(
      "GFM 4.10", "spaces and tabs around a cell's content are trimmed", "|  a \t|\tb |\n| - | - |\n",
      table(["a", "b"])),
    Rule("GFM 4.10", "a cell may be empty", "| a | |\n|---|---|\n", table(["a", ""])),
    Rule(
      "GFM 4.10", "a cell's content is parsed as inlines",
      "| *a* `b` |\n| --- |\n| [c](/d) &amp; ~~e~~ |\n",
      table(["<em>a</em> <code>b</code>"], ["<a href=\"/d\">c</a> &amp; <del>e</del>"])),
    Rule(
      "GFM 4.10", "inlines do not reach over cells", "| *a | b* |\n| --- | --- |\n",
      table(["*a", "b*"])),
    Rule(
      "GFM 4.10", "blocks are text in a cell", "| # a |\n| --- |\n| > b |\n",
      table(["# a"], ["&gt; b"])),
    Rule("GFM 4.10", "an escaped pipe is content of its cell", "| a \\| b |\n| --- |\n", table(["a | b"])),
    Rule(
      "GFM 4.10", "a pipe is escaped in other inlines too", "| `a \\| b` | **\\|** |\n| --- | --- |\n",
      table(["<code>a | b</code>", "<strong>|</strong>"])),
    Rule(
      "GFM 4.10", "a pipe that is not escaped ends a code span's cell", "| `a | b` |\n| --- | --- |\n",
      table(["`a", "b`"])),
    Rule(
      "GFM 4.10", "a blank line ends a table", "| a |\n| - |\n| 1 |\n\n| 2 |\n",
      table(["a"], ["1"]) + "<p>| 2 |</p>\n"),
    Rule(
      "GFM 4.10", "the start of another block ends a table", "| a |\n| - |\n# War\n| b |\n| - |\n- Peace\n",
      table(["a"]) + "<h1>War</h1>\n" + table(["b"]) + "<ul>\n<li>Peace</li>\n</ul>\n"),
    Rule(
      "GFM 4.10", "a line without a pipe is a row too", "| a | b |\n| - | - |\nwar\n",
      table(["a", "b"], ["war", ""])),
    Rule(
      "GFM 4.10", "header and delimiter row must have as many cells",
      "| a | b |\n| - |\n\n| a |\n| - | - |\n", "<p>| a | b |\n| - |</p>\n<p>| a |\n| - | - |</p>\n"),
    Rule(
      "GFM 4.10", "missing cells of a row are empty, cells in excess are ignored",
      "| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n", table(["a", "b"], ["1", ""], ["1", "2"])),
    Rule(
      "GFM 4.10", "a delimiter row has nothing but hyphens, colons, pipes and space",
      "| a |\n| -x |\n\n| a |\n| - - |\n\n| a |\n| : |\n\n| a |\n| -:- |\n",
      "<p>| a |\n| -x |</p>\n<p>| a |\n| - - |</p>\n<p>| a |\n| : |</p>\n<p>| a |\n| -:- |</p>\n"),
    Rule("GFM 4.10", "a delimiter row needs a header row", "| - |\n| a |\n", "<p>| - |\n| a |</p>\n"),
    Rule(
      "GFM 4.10", "one column needs a pipe or colons, for hyphens alone are an underline",
      "a\n-\n\na\n:-\n\na\n|-\n", "<h2>a</h2>\n" + table(["a"], alignments: ["left"]) + table(["a"])),
    Rule(
      "GFM 4.10", "a table can stand in a container", "> | a |\n> | - |\n> | 1 |\n\n- | b |\n  | - |\n",
      "<blockquote>\n" + table(["a"], ["1"]) + "</blockquote>\n<ul>\n<li>\n" + table(["b"])
        + "</li>\n</ul>\n"),
    Rule(
      "GFM 4.10", "a row is no lazy line", "> | a |\n> | - |\n| 1 |\n",
      "<blockquote>\n" + table(["a"]) + "</blockquote>\n<p>| 1 |</p>\n"),
    Rule(
      "GFM 4.10", "up to three spaces of indentation are allowed", "   | a |\n  | - |\n   | 1 |\n",
      table(["a"], ["1"])),
    Rule(
      "GFM 4.10", "four spaces of indentation are too many for a delimiter row", "| a |\n    | - |\n",
      "<p>| a |\n| - |</p>\n"),
    Rule(
      "GFM 4.10", "a pipe behind two backslashes is escaped too, for cells come before inlines",
      "| a \\\\| b |\n| --- |\n", table(["a | b"])),
    Rule(
      "GFM 4.10", "a paragraph's last line can be a header row", "War\n| a |\n| - |\n",
      "<p>War</p>\n" + table(["a"])),
  ]

  /// The HTML of a table.
  ///
  /// - Parameter rows: the header's cells, then those of each row.
  private static func table(_ rows: [String]..., alignments: [String] = []) -> String {
    var html = "<table>\n"
    for (index, cells) in rows.enumerated() {
      let tag = index == 0 ? "th" : "td"
      html += index == 0 ? "<thead>\n<tr>\n" : index == 1 ? "<tbody>\n<tr>\n" : "<tr>\n"
      for (column, cell) in cells.enumerated() {
        let alignment = alignments.isEmpty ? "" : alignments[column]
        html += alignment.isEmpty ? "<\(tag)>" : "<\(tag) align=\"\(alignment)\">"
        html += "\(cell)</\(tag)>\n"
      }
      html += index == 0 ? "</tr>\n</thead>\n" : "</tr>\n"
    }
    return html + (rows.count > 1 ? "</tbody>\n</table>\n" : "</table>\n")
  }
}
