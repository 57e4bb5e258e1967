import CommonMarkSamples

/// One run of the program over something hostile.
struct HostileCheck: Sendable {
  /// What it writes.
  enum Form: Sendable {
    case text, coloured, json
    /// Into a file byte for byte, so that only its end is looked at.
    case html
    /// The full screen, with keys pressed.
    case screen
  }

  /// The subcommand and its arguments, without the program.
  var words: [[UInt8]]
  var form: Form
  /// Whether standard output and standard error are a terminal.
  var isTerminal: Bool
  /// The file that standard input is.
  var input: String?
  /// How many bytes it has to read.
  var byteCount: Int
  /// What that is.
  var subject: String

  /// All that is done with one entry of a folder.
  ///
  /// - Parameter isSafe: Whether a shell can name its path, so that it can be standard input as well.
  static func all(file path: [UInt8], isSafe: Bool, subject: String, byteCount: Int) -> [HostileCheck] {
    func check(_ before: String, _ after: String, _ form: Form, isTerminal: Bool = false) -> HostileCheck {
      HostileCheck(
        words: words(before) + [path] + words(after), form: form, isTerminal: isTerminal, input: nil,
        byteCount: byteCount, subject: subject)
    }
    var checks = [
      check("show", "", .text), check("show", "--width 10", .text), check("show", "--width 1000", .text),
      check("show", "--link-targets", .text), check("show", "--section 1", .text), check("", "", .text),
      check("show", "--dialect gfm --color always --width 33", .coloured),
      check("show", "--dialect commonmark --color always", .coloured),
      check("show", "--format ansi --color always --links", .coloured),
      check("show", "--format ansi --links --link-targets --width 20", .coloured),
      check("show", "--format json", .json), check("show", "--format json --dialect gfm", .json),
      check("show", "--format json --section 1", .json), check("show", "--format html", .html),
      check("show", "--format html --unsafe --dialect commonmark", .html),
      check("show", "--format html --standalone --section 1", .html), check("outline", "", .text),
      check("outline", "--json", .json), check("list", "", .text), check("list", "--json", .json),
      check("import", "--dry-run --format text", .text), check("import", "--dry-run --format mail", .text),
      check("import", "--dry-run --format feed --one-a day", .text),
      check("import", "--dry-run --format html --json", .json),
      check("import", "--dry-run --format html", .coloured, isTerminal: true),
      check("show", "", .coloured, isTerminal: true),
      check("show", "--format html", .text, isTerminal: true),
      check("show", "--format html --unsafe --standalone", .text, isTerminal: true),
      check("show", "--format json", .text, isTerminal: true),
      check("outline", "", .coloured, isTerminal: true),
      check("", "", .screen, isTerminal: true), check("", "--width 1000", .screen, isTerminal: true),
    ]
    if isSafe {
      let path = String(decoding: path, as: UTF8.self)
      for (line, form) in [("-", Form.text), ("show - --format json", .json), ("outline -", .text)] {
        var check = check("", "", form)
        check.words = words(line)
        check.input = path
        checks.append(check)
      }
    }
    return checks
  }

  /// What is done with an entry that is not a file besides: it may be taken for a folder.
  static func all(noFile path: [UInt8], subject: String) -> [HostileCheck] {
    ["search a", "search --json a", "index", "index --json"].map { line in
      HostileCheck(
        words: words(line) + [path], form: line.contains("--json") ? .json : .text, isTerminal: false,
        input: nil,
        byteCount: 0, subject: subject)
    }
  }

  /// All that is done with a whole folder.
  static func all(folder: String, byteCount: Int) -> [HostileCheck] {
    func check(_ before: String, _ after: String, _ form: Form, isTerminal: Bool = false) -> HostileCheck {
      HostileCheck(
        words: words(before) + [Array(folder.utf8)] + words(after), form: form, isTerminal: isTerminal,
        input: nil, byteCount: byteCount, subject: "all of them")
    }
    let ways: [(String, Form, Bool)] = [
      ("", .text, false), ("--json", .json, false), ("", .coloured, true), ("--json", .text, true),
    ]
    var checks: [HostileCheck] = []
    // Before there is an index and after it.
    for command in ["list", "search a", "index", "search word", "index --rebuild"] {
      for (option, form, isTerminal) in ways {
        checks.append(check(command, option, form, isTerminal: isTerminal))
      }
    }
    for query in [
      "\"a a\"", "a -zzz", "a*", "tag:t", "after:1000", "pwned OR lol", "title:a", "a a a a",
    ] {
      var words = words("search --json --limit 1000")
      words.append(Array(query.utf8))
      words.append(Array(folder.utf8))
      checks.append(
        HostileCheck(
          words: words, form: .json, isTerminal: false, input: nil, byteCount: byteCount,
          subject: "all of them"))
    }
    return checks + [check("", "", .text), check("", "", .screen, isTerminal: true)]
  }

  private static func words(_ line: String) -> [[UInt8]] { line.split(separator: " ").map { Array($0.utf8) } }

  /// The keys of a visit, some at once: pages, ends, find, jump, links, details, panning, outline, help, search.
  static let keys = [
    "  b", "Gg", "]}", "/a\r", "nN", "\u{1B}", "sa\r", "\u{7F}f", "\u{1B}", "Liwllh", "wo\tj\r", "o?",
    "\u{1B}", "\r", "\u{1B}", "JK",
    "Sab", "\u{1B}", "\u{C}",
  ]
}
