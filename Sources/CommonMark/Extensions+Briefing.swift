/// What newsletters, digests and exports are full of beyond GitHub's Markdown. None of it is in GFM or CommonMark: each rule
/// keeps what it hides or joins as small as it can, and code keeps all of it as it is written.
extension Extensions {
  /// Only `~~two tildes~~` strike through: `5~8` and `20~30` are ranges.
  public static let doubledTildes = Extensions(rawValue: 1 << 8)
  /// Emphasis beside East Asian characters and their punctuation (`**港口，**船`), line endings between them that are no
  /// spaces, and bare links that end in front of their punctuation. See ``EastAsian``.
  public static let eastAsianText = Extensions(rawValue: 1 << 9)
  /// `[[page]]`, `[[page#part|text]]` and `![[picture.png]]`.
  public static let wikiLinks = Extensions(rawValue: 1 << 10)
  /// What site generators take out: `{% tag %}`, `{{< shortcode >}}`, `{:.class}`, `:::`, `[toc]`, and attributes such as
  /// `{#id .class}` after headings, links and code. It shows nothing, but what stands between `{% highlight %}` and its end
  /// is code.
  public static let templateTags = Extensions(rawValue: 1 << 11)
  /// `:tada:`, by the names of ``EmojiCode``.
  public static let emojiCodes = Extensions(rawValue: 1 << 12)
  /// `==text==`.
  public static let marks = Extensions(rawValue: 1 << 13)
  /// `> [!tip] Title`, more kinds of alerts than GitHub's five, and alerts within other containers.
  public static let callouts = Extensions(rawValue: 1 << 14)
  /// `<h2>Title</h2>` on lines of its own is a heading, and plain text has of raw HTML what a browser shows.
  public static let htmlElements = Extensions(rawValue: 1 << 15)
  /// `^[text]` is a footnote without a label.
  public static let inlineNotes = Extensions(rawValue: 1 << 16)
  /// A paragraph, then lines that start with `: `.
  public static let definitionLists = Extensions(rawValue: 1 << 17)
  /// Bare mail addresses end with a name of letters: `net@0.23.0-rc` is a version.
  public static let namedMailHosts = Extensions(rawValue: 1 << 18)
  /// Lines that start with a bullet of another kind than Markdown's (`•`, `・`, `■`, `①`, `1、`) are lines of their own.
  public static let keptLines = Extensions(rawValue: 1 << 19)
  /// `!!! note "Title"` and `=== "Tab"` of MkDocs, with what is set in below them.
  public static let admonitions = Extensions(rawValue: 1 << 20)

  /// `%%hidden%%` of Obsidian, within text or over lines.
  public static let comments = Extensions(rawValue: 1 << 21)
  /// `x^2^` and `H~2~O`, where they can be nothing else.
  public static let raisedText = Extensions(rawValue: 1 << 22)
  /// Columns of text below a line of dashes with gaps.
  public static let simpleTables = Extensions(rawValue: 1 << 23)

  /// What the program reads briefings with.
  public static let briefing: Extensions = [
    .all, .doubledTildes, .eastAsianText, .wikiLinks, .templateTags, .emojiCodes, .marks, .callouts,
    .htmlElements,
    .namedMailHosts, .inlineNotes, .definitionLists, .keptLines, .admonitions, .comments, .raisedText,
    .simpleTables,
  ]

  /// Those for which ``InlineParser`` looks at more bytes.
  static let inlineSigns: Extensions = [.templateTags, .marks, .inlineNotes, .comments, .raisedText]
}
