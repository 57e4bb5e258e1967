import CommonMarkSamples

/// A newsletter that comes every day and repeats itself: about two in five items stood in an issue of the week before, some
/// of these with a word or number changed, and short lines stand in every issue.
public struct DigestSeries: Sendable {
  /// An issue.
  public struct Issue: Sendable {
    /// Its Markdown.
    public var markdown: String
    /// The heading and text of each of its items, in order.
    public var items: [Item]
  }

  /// A paragraph or item of an issue, as it is read.
  public struct Item: Hashable, Sendable {
    /// The heading that it stands under.
    public var heading: String
    /// Its text.
    public var text: String
  }

  private let issues: [Issue]

  /// Issues that a series has.
  public static let days = 30

  private static let headings = ["Top stories", "Markets", "Energy", "Courts", "Weather"]
  private static let lines = ["Read more", "Advertisement", "Subscribe to our newsletter"]

  /// The series of a seed.
  public init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var all: [Item] = []
    issues = (0..<Self.days).map { day in
      var items: [Item] = []
      var markdown =
        "---\ntitle: The digest\nurl: https://digest.example/\n---\n\n# Digest of day \(day + 1)\n\n"
      for heading in Self.headings {
        markdown += "## \(heading)\n\n"
        for _ in 0..<Int.random(in: 3...8, using: &random) {
          let earlier = all.suffix(150).filter { $0.heading == heading }
          var text = Self.story(using: &random)
          if let old = earlier.randomElement(using: &random), Int.random(in: 0..<100, using: &random) < 45 {
            text = random.oneIn(4) ? Self.edited(old.text, using: &random) : old.text
          }
          items.append(Item(heading: heading, text: text))
          markdown += (random.oneIn(2) ? "- " : "") + "\(Self.wrapped(text, using: &random))\n\n"
        }
        if let line = Self.lines.randomElement(using: &random) {
          items.append(Item(heading: heading, text: line))
          markdown += "\(line)\n\n"
        }
      }
      all += items.filter { !Self.lines.contains($0.text) }
      return Issue(markdown: markdown, items: items)
    }
  }

  /// The issue of a day, from 0 to ``days`` - 1.
  public subscript(day: Int) -> Issue { issues[day] }

  /// A story of 3 to 60 words, as it stands on the page.
  private static func story(using random: inout SeededGenerator) -> String {
    let words = LibrarySample.sampleWords
    let count =
      random.oneIn(6) ? Int.random(in: 3...7, using: &random) : Int.random(in: 8...60, using: &random)
    let text = (0..<count).map { place in
      place % 7 == 6
        ? "\(Int.random(in: 1...999, using: &random))" : words.randomElement(using: &random) ?? ""
    }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// The story with one word or number changed.
  private static func edited(_ text: String, using random: inout SeededGenerator) -> String {
    var words = text.split(separator: " ").map(String.init)
    let place = Int.random(in: 1..<max(2, words.count), using: &random)
    words[min(place, words.count - 1)] =
      random.oneIn(2) ? "\(Int.random(in: 1000...9999, using: &random))" : "anew"
    return words.joined(separator: " ")
  }

  /// The text in lines of any length; what starts one is a word.
  private static func wrapped(_ text: String, using random: inout SeededGenerator) -> String {
    text.split(separator: " ").enumerated().reduce(into: "") { lines, part in
      let mayBreak = part.element.first?.isLetter == true && part.offset > 0
      lines += part.offset == 0 ? "" : mayBreak && random.oneIn(9) ? "\n  " : " "
      lines += part.element
    }
  }
}

extension LibrarySample {
  /// Words of news.
  fileprivate static let sampleWords = """
    the of to and in a for on that with by from at as is was said it has are were will after over new more than government
    minister president talks defence missile energy company agreement parliament election report official country region
    border officials week million percent market price growth oil gas pipeline policy security court police leader party
    vote deal summit trade export sanctions aircraft system Turkey Ankara Washington Brussels Congress could would between
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
