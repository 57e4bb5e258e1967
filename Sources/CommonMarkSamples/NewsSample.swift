/// Markdown such as news briefings are written in, of any size: sections with wrapped paragraphs, links and
/// emphasis, and now and then a list, a table, a quotation, code or a footnote.
public struct NewsSample {
  private var random: SeededGenerator
  private var text = ""
  private var footnotes = 0

  /// At least `byteCount` bytes (and at most a block more), the same for the same seed.
  public static func make(byteCount: Int, seed: UInt64 = 1) -> [UInt8] {
    var sample = NewsSample(random: SeededGenerator(seed: seed))
    sample.text.reserveCapacity(byteCount + 4096)
    sample.text += "# \(sample.title())\n\n"
    while sample.text.utf8.count < byteCount { sample.addSection() }
    return Array(sample.text.utf8)
  }

  private static let words = """
    the of to and in a for on that with by from at as is was said it has are were will an be its after over new
    more than government minister president talks defence missile energy company agreement parliament election
    report official country region border officials week year million billion percent market price growth oil gas
    pipeline policy security court police leader party vote deal summit trade export sanctions aircraft system
    Turkey Ankara İstanbul Washington Brussels Congress NATO Erdoğan Rubio Syria Baku Zürich São Paulo could would
    between under before during against since until about while where which their there these those first second
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private mutating func word() -> String { Self.words.randomElement(using: &random) ?? "" }

  private mutating func title() -> String {
    let words = (0..<Int.random(in: 3...7, using: &random)).map { _ in word() }
    return words.joined(separator: " ").prefix(1).uppercased() + words.joined(separator: " ").dropFirst()
  }

  private mutating func addSection() {
    text += "## \(title())\n\n"
    for _ in 0..<Int.random(in: 3...8, using: &random) { addBlock() }
  }

  private mutating func addBlock() {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: addList(marker: "- ")
    case 1: addList(marker: "1. ")
    case 2: addTable()
    case 3: text += "> " + paragraph(sentences: 2).split(separator: "\n").joined(separator: "\n> ") + "\n\n"
    case 4 where random.oneIn(3):
      text += "```swift\nlet \(word()) = [\"\(word())\"]\nprint(\(word()))\n```\n\n"
    case 5 where random.oneIn(3):
      footnotes += 1
      text += "\(sentence())[^\(footnotes)]\n\n[^\(footnotes)]: \(sentence())\n\n"
    case 6: text += "### \(title())\n\n"
    default: text += paragraph(sentences: Int.random(in: 2...6, using: &random)) + "\n\n"
    }
  }

  private mutating func addList(marker: String) {
    for _ in 0..<Int.random(in: 2...6, using: &random) { text += marker + sentence() + "\n" }
    text += "\n"
  }

  private mutating func addTable() {
    text += "| \(word()) | \(word()) | \(word()) |\n| --- | ---: | :---: |\n"
    for _ in 0..<Int.random(in: 2...6, using: &random) {
      text += "| \(word()) \(word()) | \(Int.random(in: 1...9999, using: &random)) | \(word()) |\n"
    }
    text += "\n"
  }

  /// Sentences, with a line ending where a line would have more than 80 characters.
  private mutating func paragraph(sentences: Int) -> String {
    var lines = ""
    var column = 0
    for _ in 0..<sentences {
      for word in sentence().split(separator: " ") {
        if column > 0, column + word.count > 80 {
          lines += "\n"
          column = 0
        } else if column > 0 {
          lines += " "
          column += 1
        }
        lines += word
        column += word.count
      }
    }
    return lines
  }

  private mutating func sentence() -> String {
    var words: [String] = []
    for _ in 0..<Int.random(in: 8...20, using: &random) {
      switch Int.random(in: 0..<100, using: &random) {
      case 0: words.append("**\(word()) \(word())**")
      case 1: words.append("*\(word())*")
      case 2: words.append("[\(word()) \(word())](https://news.example/\(word())/\(word())-\(words.count))")
      case 3 where random.oneIn(3): words.append("`\(word())`")
      case 4 where random.oneIn(4): words.append("&mdash;")
      case 5 where random.oneIn(4): words.append("https://www.example.org/\(word())")
      case 6: words.append("“\(word()) \(word())”")
      default: words.append(word() + (random.oneIn(12) ? "," : ""))
      }
    }
    let line = words.joined(separator: " ")
    return line.prefix(1).uppercased() + line.dropFirst() + "."
  }
}
