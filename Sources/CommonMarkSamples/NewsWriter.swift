/// Where the words of a sample come from.
protocol WordSource {
  /// The next word: neither empty nor with a space, nothing in it that is Markdown.
  func word(using random: inout SeededGenerator) -> String
}

/// Writes Markdown such as news briefings are written in, block by block: wrapped paragraphs, links and emphasis,
/// and now and then a list, a table, a quotation, code or a footnote.
struct NewsWriter<Words: WordSource> {
  /// What was written.
  var text = ""
  var random: SeededGenerator
  let words: Words
  private var footnotes = 0

  init(words: Words, random: SeededGenerator) {
    self.words = words
    self.random = random
  }

  mutating func word() -> String { words.word(using: &random) }

  mutating func title() -> String {
    let words = (0..<Int.random(in: 3...7, using: &random)).map { _ in word() }
    return words.joined(separator: " ").prefix(1).uppercased() + words.joined(separator: " ").dropFirst()
  }

  mutating func addHeading(level: Int) {
    text += String(repeating: "#", count: level) + " \(title())\n\n"
  }

  /// Adds one block of any kind; one in 24 is a heading of the third level.
  mutating func addBlock() {
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
    case 6: addHeading(level: 3)
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
  mutating func paragraph(sentences: Int) -> String {
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
