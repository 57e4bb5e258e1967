extension KnownDifference {
  /// Of cmark.
  static var cmark: [KnownDifference] {
    [
      KnownDifference(
        "cmark 0.30", "vertical tabs and form feeds are no white space to CommonMark 0.31 (section 2.1)",
        #"(?s).*[\x0B\x0C].*"#),
      KnownDifference(
        "cmark 0.30", "a declaration needs a letter behind <!, which may be small, and no space (sections 4.6, 6.6)",
        #"(?s).*<![A-Za-z].*"#),
      KnownDifference(
        "cmark 0.30", "the names of HTML blocks of kind 1 start none of kind 7 (section 4.6)",
        #"(?is).*</?(pre|script|style|textarea)[ \t]*/?>.*"#),
      KnownDifference(
        "cmark 0.30", "white space in front of a lazy line, and of one behind a backslash, is no text (section 4.8)",
        #"(?s).*[`\\]\n[> \t]*[ \t].*"#),
      KnownDifference(
        "cmark 0.30", "an item starts with one blank line at most, white space on it or not (section 5.2)",
        #"(?s)[> \t]*([-+*]|\d+[.)])[ \t]*[\r\n]+[> \t]*[ \t]+[> \t]*[\r\n]+[> \t]*.+"#),
      KnownDifference(
        "cmark 0.30", "a definition is a block of its item (example 317)",
        #"(?s)[> \t]*([-+*]|\d+[.)]).*\[[^\]]+\]:.*"#),
      KnownDifference(
        "cmark 0.30", "blank lines between items make a list loose, behind a break, too (section 5.3)",
        #"(?s).*([-+*]|\d+[.)])[ \t]+([-*_][ \t]*){3,}[\r\n]+[> \t]*[\r\n].*"#),
      KnownDifference(
        "cmark 0.30", "symbols are punctuation since 0.31, and so is U+FFFD, for which NUL stands (section 2.1)",
        #"(?s).*[\x00\p{S}].*"#),
      KnownDifference(
        "cmark 0.30", "comments are those of HTML since 0.31 (section 6.6)", #"(?s).*<!--.*-->.*"#),
      KnownDifference(
        "cmark 0.30", "white space in brackets is no label: a shortcut reference in front of it is one (section 6.3)",
        #"(?s)\[([^\]]+)\]:.*\[[^\]]+\]\[\s+\]"#),
      KnownDifference(
        "cmark 0.30", "a backslash escapes the quotation mark behind it (section 6.3)", #"(?s).*\\["')].*"#),
      KnownDifference(
        "cmark 0.30", "delimiters of which the rule of three says that they cannot match hide no others (section 6.2)",
        #"_[^_]+__[^_]+_|__[^_]+_[^_]+__?"#),
      KnownDifference(
        "cmark 0.30", "a run of backticks without an end hides no others (section 6.1)",
        #"(`+[^`]+){4,}`+"#),
      KnownDifference(
        "cmark 0.30", "definitions are no text that could be underlined: a line below them is a break (section 4.3)",
        #"(?s)\[[^\]]+\]:.*[\r\n]-[- ]*-"#),
      KnownDifference(
        "cmark 0.30", "what text follows is no title (section 4.7)", #"(?s)\[[^\]]+\]:[^\n]*\n["'(].*"#),
    ]
  }

  /// Of cmark-gfm.
  static var cmarkGFM: [KnownDifference] {
    [
    ]
  }
}
