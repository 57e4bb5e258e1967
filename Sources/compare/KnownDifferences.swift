extension KnownDifference {
  /// Versions that follow an earlier specification than 0.31.
  private static let early = ["cmark 0.29", "cmark 0.30", "cmark-gfm 0.29"]
  private static let any = ["cmark"]
  private static let gfm = ["cmark-gfm"]

  /// What is otherwise since CommonMark 0.31, or for cmark-gfm since 0.30.
  static var versions: [KnownDifference] {
    [
      KnownDifference(
        early, "symbols are punctuation since 0.31, and so is U+FFFD, for which NUL stands (section 2.1)",
        #"(?s).*(\x00|(?![\x00-\x7F])\p{S}).*"#),
      KnownDifference(early, "comments are those of HTML since 0.31 (section 6.6)", #"(?s).*<!--.*-->.*"#),
      KnownDifference(
        early, "a declaration needs a letter behind <!, which may be small, and no space (sections 4.6, 6.6)",
        #"(?s).*<![A-Za-z].*"#),
      KnownDifference(
        gfm, "textarea starts HTML blocks of kind 1 since 0.30 (section 4.6)", #"(?is).*<textarea.*"#),
    ]
  }

  /// Where cmark, and cmark-gfm with it, does not follow the specification.
  static var faults: [KnownDifference] {
    [
      KnownDifference(
        any, "vertical tabs and form feeds are no white space (section 2.1)", #"(?s).*[\x0B\x0C].*"#),
      KnownDifference(
        any, "the names of HTML blocks of kind 1 start none of kind 7 (section 4.6)",
        #"(?is).*</?(pre|script|style|textarea)[ \t]*/?>.*"#),
      KnownDifference(
        any, "white space in front of a lazy line, and of one behind a backslash, is no text (section 4.8)",
        #"(?s).*(([`\\]|<[^>]*)[\r\n]+[> \t]*[ \t].*|\n[ \t]+\[[^\]]*\]:.*)"#),
      KnownDifference(
        any, "an item starts with one blank line at most, white space on it or not (section 5.2)",
        #"(?s)[> \t]*([-+*]|\d+[.)])[ \t]*[\r\n]+[> \t]*[ \t]+[> \t]*[\r\n]+[> \t]*.+"#),
      KnownDifference(
        any, "a definition is a block of its item (example 317)",
        #"(?s)[> \t]*([-+*]|\d+[.)]).*\[[^\]]+\]:.*"#),
      KnownDifference(
        any, "blank lines between blocks make a list loose, behind a break, too (section 5.3)",
        #"(?s).*([-+*]|\d+[.)])\s.*([-*_][ \t]*){3,}[\r\n]+[> \t]*[\r\n].*"#),
      KnownDifference(
        any, "white space in brackets is no label: a shortcut reference in front of it is one (section 6.3)",
        #"(?s)(.*\[[^\]]+\]\[\s+\].*\[[^\]]+\]:.*|\[([^\]]+)\]:.*\[[^\]]+\]\[\s+\])"#),
      KnownDifference(
        any, "an ampersand behind a backslash starts no reference (section 2.4)", #"(?s).*\\&.*"#),
      KnownDifference(
        any, "no line ending is in angle brackets, behind a backslash neither (section 6.3)",
        #"(?s).*<[^>]*\\[\r\n].*>.*"#),
      KnownDifference(
        any, "a fence behind a tab is as far in as the tab's columns say (section 2.2)",
        #"(?s).*\t(~~~|```).*[\r\n].*"#),
      KnownDifference(
        any, "a backslash escapes the quotation mark behind it (section 6.3)", #"(?s).*\\["')].*"#),
      KnownDifference(
        any, "delimiters of which the rule of three says that they cannot match hide no others (section 6.2)",
        #"[^_\w]{0,3}_+[^_]+_+[^_]+_+"#),
      KnownDifference(
        any, "a run of backticks without an end hides no others (section 6.1)", #"[^`]*(`+[^`]+){4,}`+[^`]*"#),
      KnownDifference(
        any, "definitions are no text that could be underlined: a line below them is a break (section 4.3)",
        #"(?s)[> \t]*\[[^\]]+\]:.*[\r\n][> \t]*-[- ]*-"#),
      KnownDifference(
        any, "what text follows is no title (section 4.7)", #"(?s).*\[[^\]]+\]:[^\r\n]*[\r\n]["'(].*"#),
    ]
  }

  /// Where cmark-gfm alone does not.
  static var faultsOfGFM: [KnownDifference] {
    [
      KnownDifference(
        gfm, "brackets that are open hide no address behind white space",
        #"(?s).*\[.*[\s(*_~].*(://|www\.).*"#),
      KnownDifference(
        gfm, "a host has a character of a name behind www.", #"(?s).*www\.([^A-Za-z0-9].*)?"#),
      KnownDifference(
        gfm, "an underscore counts at the end of the text, too", #"(?s).*(://|www\.).*_"#),
      KnownDifference(gfm, "an address ends where a backslash escapes", #"(?s).*(@.*\\|\\.*@).*"#),
      KnownDifference(
        gfm, "tasks are those of all items, in other containers, too",
        #"(?s).+([-+*]|\d+[.)])[ \t]+\[[ xX]\][ \t].*"#),
      KnownDifference(
        gfm, "tasks may start on the line below the mark",
        #"(?s).*([-+*]|\d+[.)])[\r\n]+[> \t]*\[[ xX]\][ \t].*"#),
      KnownDifference(gfm, "a number is no mark of an item", #"(?s).*\d+[^.)] ?\[[ xX]\].*"#),
      KnownDifference(
        gfm, "definitions come before a table's header is looked for (section 4.7)",
        #"(?s)\[[^\]]+\]:.*\n.*\n[-:|\s]*"#),
      KnownDifference(
        gfm, "control characters are part of no host", #"(?s).*(://|www\.).*[\x01-\x1F\x7F].*"#),
      KnownDifference(
        gfm, "one tilde hides no two, and two hide no one", #"(?s).*(~[^~]+~~[^~]+~|~~[^~]+~[^~]+~~).*"#),
      KnownDifference(gfm, "an address has a name in front of its sign", #"(?s).*(mailto|xmpp):@.*"#),
      KnownDifference(
        gfm, "an image whose description starts with ^ is one (section 6.4)", #"(?s).*!\[\^.*"#),
      KnownDifference(
        gfm, "parentheses in a destination are balanced (section 6.3)",
        #"(?s).*(\[[^\]]+\]:\s*\S*\(|\]\(\().*"#),
      KnownDifference(
        gfm, "in front of a table's header a backslash is one of the text's", #"(?s).*\\\|.*\n.*\n[-:|\s]*"#),
      KnownDifference(
        gfm, "in a link no address is one, behind another link neither", #"(?s)\[.*<.+>.*@.*\]\(.*"#),
      KnownDifference(
        gfm, "brackets that are no footnote's have contents as any others", #"(?s)[^:]*\[\^[^\]]*\].*"#),
      KnownDifference(gfm, "no bracket is in a footnote's label", #"(?s).*\[\^[^\]]*\[.*\].*"#),
      KnownDifference(
        gfm, "a blank line in a footnote may have white space", #"(?s)\[\^[^\]]+\]:.*\n[ \t]+\n.*"#),
      KnownDifference(
        gfm, "of several boxes the item's own says if it is done", #"(?s).*\[ \][ \t].*\[[xX]\].*"#),
      KnownDifference(
        gfm, "a box alone starts a paragraph: lines below can be part of it",
        #"(?s).*\[[ xX]\][ \t]+[\r\n].*"#),
      KnownDifference(
        gfm, "delimiters of which the rule of three says that they cannot match hide no others (section 6.2)",
        #"\*+([^*]+\*+){2,6}"#),
      KnownDifference(
        gfm, "HTML blocks of kind 7 end no paragraph, a lazy one neither (section 4.6)",
        #"(?s)[> \t]*([-+*]|\d+[.)]|>|\[\^[^\]]+\]:).*[\r\n]</?[A-Za-z][^>]*>[ \t]*"#),
      KnownDifference(
        gfm, "a tilde beside other delimiters is punctuation (section 6.2)", #"(?s).*([*_]+~|~[*_]+).*"#),
    ]
  }
}
