import CommonMark

/// A feature of the dialect briefing, with text that is full of its marks.
struct PageFeature {
  let name: String
  let extensions: Extensions
  /// As often as the size of a text wants it.
  let text: String

  /// The features of `Extensions.briefing`, and marks of each that are never closed.
  static let all = [
    PageFeature(name: "two tildes", extensions: .doubledTildes, text: "5~8 and ~~old~~ 20~30 ~\n"),
    PageFeature(
      name: "East Asian text", extensions: .eastAsianText, text: "**港口关闭，**船停\n价格（https://example.org）。\n"),
    PageFeature(name: "wiki links", extensions: .wikiLinks, text: "[[page#part|text]] ![[a.png]] [[\n"),
    PageFeature(
      name: "template tags", extensions: .templateTags, text: "{% a %} {{< b >}} text{:.c} {% {{\n"),
    PageFeature(name: "emoji codes", extensions: .emojiCodes, text: ":tada: 10:30 :no_name: a:b:\n"),
    PageFeature(name: "marks", extensions: .marks, text: "==text== a==b == ==\n"),
    PageFeature(name: "callouts", extensions: .callouts, text: "> [!tip] Title\n> text\n\n"),
    PageFeature(
      name: "HTML elements", extensions: .htmlElements,
      text: "<h2>Title</h2>\n\n10<sup>6</sup> <a href=x>a</a> <\n\n"),
    PageFeature(name: "inline notes", extensions: .inlineNotes, text: "word^[a note] ^[ ^\n"),
    PageFeature(name: "definition lists", extensions: .definitionLists, text: "Term\n: What it is\n\n"),
    PageFeature(name: "names of mail hosts", extensions: .namedMailHosts, text: "react@18.2.0 a@b.cd @ @@\n"),
    PageFeature(name: "kept lines", extensions: .keptLines, text: "• one\n・two\n①three\n"),
    PageFeature(name: "admonitions", extensions: .admonitions, text: "!!! note \"Title\"\n    text\n\n"),
    PageFeature(name: "comments", extensions: .comments, text: "a %%hidden%% b %% 5 % %\n"),
    PageFeature(name: "raised text", extensions: .raisedText, text: "x^2^ H~2~O 10^6 a^b c~ ^\n"),
    PageFeature(
      name: "simple tables", extensions: .simpleTables, text: "Name   Rate\n-----  ----\na      1\n\n"),
    PageFeature(
      name: "tables between lines", extensions: .simpleTables, text: "-----  ----\na      1\n-----  ----\n\n"),
    PageFeature(
      name: "lines of dashes", extensions: .simpleTables,
      text: "-----------\nName   Rate\n-----  ----\nno\n\n"),
  ]

  /// Its text again and again, of so many bytes or a little less.
  func bytes(_ size: Int) -> [UInt8] {
    let part = Array(text.utf8)
    return Array((0..<max(1, size / part.count)).map { _ in part }.joined())
  }
}
