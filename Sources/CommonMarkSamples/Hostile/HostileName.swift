/// Names that do harm where they are printed or given to another program, and entries that are not files.
enum HostileName {
  /// All of them.
  static let all = names + invalid + kinds

  private static let heading = Array("# A heading\n\nword text\n".utf8)

  private static func file(_ name: [UInt8], _ subject: String) -> HostileFile {
    HostileFile(name: name, subject: "a name: \(subject)", .file({ heading }))
  }

  private static let names = [
    ("a\nb.md", "a line feed"), ("\u{1B}[2Jerase.md", "an escape"), ("\u{1B}]0;pwned\u{7}.md", "a title"),
    ("\u{9B}2Jc1.md", "C1"), ("-leading.md", "a dash first"), ("--json.md", "a flag"),
    (" spaces .md", "spaces"),
    ("\u{202E}dm.gpj.md", "direction"), ("zero\u{200B}\u{FEFF}width.md", "zero width"), ("👨‍👩‍👧🇹🇷.md", "emoji"),
    ("日本語.md", "wide"), ("$(touch pwned).md", "a command"), ("`id`;&|<>.md", "shell"),
    ("quote'\"s.md", "quotes"),
    ("*?[a].md", "patterns"), ("%s%n%d.md", "formats"), ("back\\slash.md", "a backslash"),
    ("tab\tin.md", "a tab"),
    ("\r\u{8}over.md", "a return"), ("\u{7F}del.md", "a delete"), (".hidden.md", "hidden"), ("..md", "dots"),
    ("~.md", "a tilde"),
    ("UPPER.MD", "capitals"), ("long.markdown", "the long ending"), ("no ending", "no ending"),
    ("\u{2028}line.md", "a separator"),
    ("a" + String(repeating: "\u{301}", count: 100) + ".md", "marks"),
    (String(repeating: "n", count: 252) + ".md", "length"),
    (String(repeating: "日", count: 84) + ".md", "width"), ("+1.md", "a plus"), ("#.md", "a hash"),
    ("|a|b|.md", "a table"),
    ("[a](b).md", "a link"), ("<b>.md", "a tag"), ("e\u{301}.md", "composition"),
    ("é.md", "composition, the other"),
  ].map { file(Array($0.0.utf8), $0.1) }

  private static let invalid = [
    ([0xFF, 0xFE], "no UTF-8"), ([0x9B, 0x32, 0x4A], "a raw C1 byte"), ([0xC0, 0x9B], "an overlong escape"),
    ([0xE2, 0x82], "half a character"),
  ].map { (bytes: [UInt8], subject: String) in file(bytes + Array(".md".utf8), subject) }

  private static let kinds = kindsByName.map { name, subject, content in
    HostileFile(name: Array(name.utf8), subject: subject, content)
  }

  private static let kindsByName: [(String, String, HostileFile.Content)] = [
    ("dangling.md", "a link to nothing", .link(to: "nowhere.md")),
    ("loop.md", "a link to itself", .link(to: "loop.md")),
    ("ping.md", "a link in a circle", .link(to: "pong.md")),
    ("pong.md", "a link in a circle, back", .link(to: "ping.md")),
    ("parent.md", "a link to the folder", .link(to: ".")), ("up", "a folder that is a link", .link(to: "..")),
    ("zero.md", "a link to an endless device", .link(to: "/dev/zero")),
    ("null.md", "a link to an empty device", .link(to: "/dev/null")),
    ("terminal.md", "a link to the terminal", .link(to: "/dev/tty")),
    ("proc.md", "a link to a file that has no size", .link(to: "/proc/self/maps")),
    ("pipe.md", "a pipe", .pipe), ("folder.md", "a folder", .folder),
    ("locked.md", "an unreadable file", .unreadable(heading)),
    ("other.md", "a link to another file", .link(to: "UPPER.MD")),
    ("long.md", "a link to a long name", .link(to: String(repeating: "n", count: 300))),
  ]
}
