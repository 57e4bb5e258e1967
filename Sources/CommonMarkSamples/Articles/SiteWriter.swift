/// Writes pages in the habits of kinds of sites, and notes what of them is the article.
struct SiteWriter {
  var random = SeededGenerator(seed: 7)
  /// The article's texts; a page's title is not among them.
  var kept: [String] = []

  static let title = "Grain prices fall again as ships leave port"

  private static let subjects = [
    "The ministry", "The port authority", "A court in the capital", "The central bank", "The railway",
    "The council",
    "Farmers in the north", "The regulator", "An aid group", "The opposition", "The shipping line",
    "The union",
  ]
  private static let verbs = [
    "said on Monday that", "confirmed late on Tuesday that", "denied again that",
    "announced in a short statement that",
    "told reporters that", "wrote in its yearly report that",
  ]
  private static let objects = [
    "prices of grain had fallen for the third week in a row",
    "the new line would open before the end of the year",
    "two ships had left the harbour with fertiliser for the east",
    "talks about a ceasefire were expected to go on",
    "the budget would be cut by a tenth", "the bridge had to be closed for repairs",
    "more than forty thousand homes were without power", "the vote had been put off until the autumn",
  ]
  private static let ends = [
    "which surprised analysts", "as had been expected", "and nobody could say for how long",
    "although the figures are not final",
    "after weeks of dispute", "in spite of warnings from abroad",
  ]
  private static let headings = [
    "What comes next", "Why prices fell", "The view from the port", "A long dispute", "How it began",
    "Numbers of the week",
    "Who decides", "What is at stake",
  ]
  private static let others = [
    "Ten recipes for a rainy evening at home with friends and family",
    "Celebrity couple seen at the beach again after long silence",
    "The best phones of the year and where to buy them cheaply",
    "Quiz: how well do you know the flags of small countries",
    "Our podcast talks to a chef about salt and other matters",
    "Win a weekend in the mountains with our partner",
  ]

  private mutating func one(of texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  // MARK: The article

  /// Text of the article.
  mutating func keep(_ text: String) -> String {
    kept.append(text)
    return text
  }

  mutating func sentence() -> String {
    keep("\(one(of: Self.subjects)) \(one(of: Self.verbs)) \(one(of: Self.objects)), \(one(of: Self.ends)).")
  }

  mutating func paragraph(_ count: Int? = nil) -> String {
    (0..<(count ?? Int.random(in: 2...4, using: &random))).map { _ in sentence() }.joined(separator: " ")
  }

  mutating func heading(_ number: Int) -> String { keep(Self.headings[number % Self.headings.count]) }

  /// So many paragraphs, with headings among them.
  mutating func article(_ count: Int, headings: Int = 2) -> [String] {
    (0..<count).map { number in
      let step = max(1, count / (headings + 1))
      let heading = number > 0 && number % step == 0 ? "<h2>\(self.heading(number * 3))</h2>" : ""
      return heading + "<p>\(paragraph())</p>"
    }
  }

  mutating func text(_ count: Int, headings: Int = 2) -> String {
    article(count, headings: headings).joined()
  }

  // MARK: What stands around it

  /// What leads to another article.
  mutating func other() -> String { one(of: Self.others) }

  var navigation: String {
    let names = [
      "Home", "World", "Business", "Sport", "Culture", "Opinion", "Weather", "Video", "Podcasts",
      "Newsletters",
    ]
    return "<nav class=main-nav><ul>\(names.map { "<li><a href='/\($0)'>\($0)</a>" }.joined())</ul></nav>"
  }

  mutating func teasers(_ count: Int = 5, name: String = "related-stories") -> String {
    let items = (0..<count).map { number in "<li><a href='/x\(number)'>\(other())</a></li>" }
    return "<div class='\(name)'><h3>Related stories</h3><ul>\(items.joined())</ul></div>"
  }

  let footer = """
    <footer><p>© 2025 The Example. All rights reserved; nothing may be copied without permission of the publisher.</p>\
    <a href=/p>Privacy</a> <a href=/t>Terms</a></footer>
    """
  let consent = """
    <div id=cookie-consent><p>We and our 834 partners store and use information on your device to show personalised advertising and \
    content.</p><button>Accept</button></div>
    """

  /// A whole page.
  func page(_ body: String, head: String = "", title: String = Self.title, language: String = "en") -> String
  {
    """
    <!doctype html><html lang=\(language)><head><meta charset=utf-8><title>\(title) | The Example</title>\
    <meta property=og:title content='\(title)'><meta property=og:site_name content='The Example'>\(head)</head><body>\(body)\
    <script>var a='<p>Not a text of the page</p>';</script></body></html>
    """
  }

  var h1: String { "<h1>\(Self.title)</h1>" }
}
