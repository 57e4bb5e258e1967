import BriefingLayout
import Testing

/// Tables at widths that suit them and at widths that do not.
@Suite struct TableTests {
  @Test func `columns are as wide as what they hold`() throws {
    #expect(
      try Sample.text("| a | bb |\n|---|---|\n| ccc | d |", width: 40) == """
        a    bb
        ───  ──
        ccc  d

        """)
  }

  @Test func `alignment is kept, and figures align to the right unasked`() throws {
    #expect(
      try Sample.text(
        "| l | r | c | n | t |\n|:--|--:|:-:|---|---|\n| aaa | 1 | x | $1,000 | S-400 |\n| b | long | yyy | – | F-35 |\n"
          + "| c | x | z | 9 mn | x |", width: 60) == """
          l       r   c        n  t
          ───  ────  ───  ──────  ─────
          aaa     1   x   $1,000  S-400
          b    long  yyy       –  F-35
          c       x   z     9 mn  x

          """)
  }

  @Test func `cells wrap, and then blank lines tell the rows apart`() throws {
    #expect(
      try Sample.text("| name | text |\n|---|---|\n| a | one two three four five |\n| b | six |", width: 20)
        == """
        name  text
        ────  ──────────────
        a     one two three
              four five

        b     six

        """)
  }

  @Test func `what does not fit side by side is stacked`() throws {
    #expect(
      try Sample.text(
        "| first | second | third |\n|---|---|---|\n| a | b | some longer text |\n| c | | d |", width: 14)
          == """
          first: a
          second: b
          third:
            some longer
            text

          first: c
          second:
          third: d

          """)
    #expect(try Sample.text("| abcdefgh | b |\n|---|---|", width: 5) == "abcd\nefgh\nb\n")
  }

  @Test func `styles, links and breaks within cells`() throws {
    let page = try Sample.page("| *a* | [b](u) |\n|---|---|\n| c<br>d | `e` |", width: 40)
    #expect(Sample.text(page) == "a  b\n─  ─\nc  e\nd\n")
    #expect(page.text(of: 0).links.map(\.destination) == ["u"])
  }

  @Test func `a table within a quote keeps the bar`() throws {
    #expect(try Sample.text("> | a | b |\n> |---|---|\n> | c | d |", width: 20) == "▏ a  b\n▏ ─  ─\n▏ c  d\n")
  }

  @Test func `very many columns are laid out`() throws {
    let count = 3000
    let row = "|" + String(repeating: "a|", count: count)
    let page = try Sample.page(row + "\n|" + String(repeating: "-|", count: count) + "\n" + row, width: 40)
    #expect(Sample.text(page).split(separator: "\n").count == count)
  }
}
