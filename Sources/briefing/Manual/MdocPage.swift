/// A manual page in mdoc(7), which mandoc and groff both set.
struct MdocPage {
  /// The page as it is now.
  private(set) var source = ""

  /// Starts with the page's date, name and section.
  init(name: String, section: Int, date: String) {
    macro("Dd", date)
    macro("Dt", name.uppercased(), "\(section)")
    macro("Os")
  }

  /// A macro with its arguments, each taken literally.
  mutating func macro(_ name: String, _ arguments: String...) {
    macro(name, arguments.map(Self.argument))
  }

  /// A macro whose arguments are themselves macros, already escaped.
  mutating func macro(_ name: String, _ arguments: [String]) {
    source += ([".\(name)"] + arguments).joined(separator: " ") + "\n"
  }

  /// The heading of a section of the page.
  mutating func section(_ title: String) { macro("Sh", title) }

  /// The heading of a part of a section.
  mutating func part(_ title: String) { macro("Ss", title) }

  /// Text of one or several paragraphs, separated by blank lines; other line breaks mean nothing. The first one follows
  /// what stands before it without a gap.
  mutating func text(_ text: String) {
    for (index, paragraph) in Self.paragraphs(text).enumerated() {
      if index > 0 { macro("Pp") }
      Self.sentences(paragraph).forEach { add($0) }
    }
  }

  /// A list of terms with what they are.
  mutating func list(_ items: [(term: String, meaning: String)]) {
    list(items.map { (["Ic", Self.argument($0.term)], $0.meaning) })
  }

  /// A list whose terms are macros, already escaped.
  mutating func list(_ items: [(term: [String], meaning: String)]) {
    macro("Bl", ["-tag", "-width", "Ds"])
    for item in items {
      macro("It", item.term)
      text(item.meaning)
    }
    macro("El")
  }

  /// Lines as they are, set off from the text.
  mutating func display(_ text: String) {
    macro("Bd", ["-literal", "-offset", "indent"])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      source += Self.line(Self.escaped(String(line))) + "\n"
    }
    macro("Ed")
  }

  // mandoc asks for a line of its own for every sentence, and for at most 80 bytes a line.
  private mutating func add(_ sentence: String) {
    var line = ""
    for word in sentence.split(separator: " ") {
      let word = Self.escaped(String(word))
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > 78 {
        source += Self.line(line) + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { source += Self.line(line) + "\n" }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }
      .map { $0.joined(separator: " ") }
  }

  /// A paragraph in pieces that end where a sentence does.
  private static func sentences(_ paragraph: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for word in paragraph.split(separator: " ") {
      sentences[sentences.count - 1].append(word)
      if word.last.map({ ".?!".contains($0) }) == true, word != "..." { sentences.append([]) }
    }
    return sentences.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// A line of text that is no macro.
  private static func line(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// Text that means itself: backslashes, hyphens that are typed as such, and characters outside of ASCII, by number.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      case "`": escaped += "\\(ga"
      case "\"": escaped += "\\(dq"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
  }

  /// Text as one argument of a macro: in quotes where it has blanks, and never taken for a macro or for the punctuation
  /// that ends one.
  static func argument(_ text: String) -> String {
    var escaped = escaped(text)
    if escaped.count > 1, let last = escaped.last, ".,:;)]?!".contains(last) { escaped += "\\&" }
    if escaped.contains(" ") || escaped.isEmpty { return "\"\(escaped)\"" }
    let isMacro = (2...3).contains(escaped.count) && escaped.first?.isUppercase == true
    let isPunctuation = escaped.count == 1 && ".,:;()[]?!|".contains(escaped)
    return isMacro || isPunctuation ? "\\&" + escaped : escaped
  }
}
