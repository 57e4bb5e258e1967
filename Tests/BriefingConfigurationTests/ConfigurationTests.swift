import BriefingReader
import Testing

@testable import BriefingConfiguration

/// What a configuration file sets, and what is said of mistakes in it.
@Suite struct ConfigurationTests {
  private func configuration(_ text: String) -> Configuration {
    Configuration(Array(text.utf8), home: "/home/a")
  }

  private func mistakes(_ text: String) -> [String] {
    configuration(text).mistakes.map { $0.line(in: "c.toml") }
  }

  @Test func everyKeyCanBeSet() {
    let file = configuration(
      """
      library = "news"
      theme = "mono"
      mouse = false
      hyperlinks = true
      [libraries]
      news = "~/news"  # The desk's
      "two words" = '/srv/two words'
      [text]
      width = 1_00
      [outline]
      side = "right"
      width = 30
      [list]
      order = "title"
      [reading]
      speed = 300
      [programs]
      browser = "w3m %s"
      editor = "nano"
      copy = "xclip -sel c"
      [keys]
      preset = "less"
      counts = false
      """)
    #expect(file.mistakes == [])
    #expect(file.values.library == "news")
    #expect(file.values.theme == "mono")
    #expect(file.values.textWidth == 100)
    #expect(file.values.outlineSide == .right)
    #expect(file.values.outlineWidth == .columns(30))
    #expect(file.values.order == .title)
    #expect(file.values.readingSpeed == 300)
    #expect(file.values.browser == "w3m %s")
    #expect(file.values.editor == "nano")
    #expect(file.values.copyProgram == "xclip -sel c")
    #expect(file.values.mouse == false)
    #expect(file.values.hyperlinks == .on)
    #expect(file.values.keyPreset == .less)
    #expect(file.values.countsDigits == false)
    #expect(file.libraries.map(\.name) == ["news", "two words"])
    #expect(file.libraries.map(\.path) == ["/home/a/news", "/srv/two words"])
    #expect(Set(file.lines.keys) == Set(ConfigurationKey.allCases))
    #expect(file.lines[.readingSpeed] == 16)
  }

  @Test(arguments: [
    ("text.width = 60", "dotted"), ("text = { width = 60 }", "inline"), ("[text]\r\nwidth = 60\r\n", "CRLF"),
    ("\u{FEFF}[ text ] # the page\nwidth=60", "BOM"), ("\"text\".'width' = 0x3C", "quoted"),
    ("text = { # narrow\n width = 60,\n}", "several lines"),
  ])
  func everyFormOfTOMLSetsTheSame(text: String, form: String) {
    #expect(configuration(text).values.textWidth == 60, "\(form)")
    #expect(mistakes(text) == [], "\(form)")
  }

  @Test(arguments: [
    ("text.widht = 60", "1:1: there is no key “text.widht”; did you mean “text.width”?"),
    ("width = 60", "1:1: there is no key “width”; did you mean “text.width”?"),
    ("colour = 1", "1:1: there is no key “colour”; there are library, theme, mouse"),
    ("[outlin]\nside = 1", "1:2: there is no table [outlin]; did you mean “outline”?"),
    (
      "[text]\n  width = \"wide\"", "2:11: “text.width” takes a number of columns from 10 to 1000, not “wide”"
    ),
    ("text.width = 5", "1:14: “text.width” takes a number of columns from 10 to 1000, not 5"),
    ("theme = \"defualt\"", "1:9: “theme” has no value “defualt”; did you mean “default”?"),
    ("theme = true", "1:9: “theme” takes one of “default”"),
    ("outline.side = \"rigth\"", "1:16: “outline.side” has no value “rigth”; did you mean “right”?"),
    (
      "outline.width = 2.5",
      "1:17: “outline.width” takes “auto”, or a number of columns from 10 to 100, not 2.5"
    ),
    ("list.order = [\"title\"]", "1:14: “list.order” takes one of “newest”, “title”, not a list"),
    ("programs.browser = \"\"", "1:20: “programs.browser” takes a program and its arguments, not “”"),
    ("theme = \"dark", "1:9: “\"dark” is not a value; the closing quote is missing"),
    ("# é\ntheme = mono", "2:9: “mono” is not a value; put text in quotes: \"mono\""),
    ("theme =", "1:8: “theme” has no value"),
    ("[text]\nwidth = 60\n[text]", "3:2: the table [text] is in line 1 already; put its keys there"),
    ("text.width = 60\n[text]", "2:2: the table [text] is in line 1 already"),
    ("text = { width = 60 }\n[text]", "2:2: the table [text] is in line 1 already"),
    ("é theme", "1:1: “é theme” is no “key = value”"),
    ("[text", "1:1: “[text” is not a table; write it as [name]"),
    ("[[text]]\nwidth = 60", "1:1: “[[text]]” is not a table; write it as [name]"),
    ("theme = \"mono\"\ntheme = \"default\"", "2:1: “theme” is set in line 1 already; this one is not used"),
    (
      "library = \"newz\"\nlibraries.news = \"/n\"", "1:11: no library is called “newz”; did you mean “news”?"
    ),
    (
      "libraries.news = \"news\"",
      "1:18: “libraries.news” takes a folder, its path from / or ~/ on, not “news”"
    ),
    ("libraries.\"a/b\" = \"/n\"", "1:1: “a/b” cannot name a library"),
  ])
  func aMistakeIsOneWarningWithItsPlaceAndTheNearestName(text: String, message: String) {
    let found = mistakes(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("c.toml:" + message) == true, "\(found)")
  }

  @Test func aMistakeCostsItsLineAlone() {
    let file = configuration(
      "a b\n[text]\nwidth = \"\n[reading]\nspeed = 300 400\n[outline]\nside = \"right\"")
    #expect(file.mistakes.map(\.position.line) == [1, 3, 5])
    #expect(file.values.outlineSide == .right)
    #expect(file.values.readingSpeed == nil)
  }

  @Test func aValueThatDoesNotHoldIsNotSaidToBeSet() {
    let file = configuration("library = \"gone\"\ntext.width = 5")
    #expect(file.values == ConfigurationValues())
    #expect(file.lines == [:])
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), "a = " + String(repeating: "{ a = ", count: 100_000),
    "a = " + String(repeating: "[", count: 100_000), String(repeating: "a.", count: 100_000) + "b = 1",
    "a = \"\"\"" + String(repeating: "\nb = '''", count: 20_000),
    String(repeating: "\"", count: 100_000), String(repeating: "=\n", count: 10_000),
  ])
  func hostileTextIsMistakesAlone(text: String) {
    let file = configuration(text)
    #expect(!file.mistakes.isEmpty)
    #expect(file.values == ConfigurationValues())
  }

  @Test func whatIsNotUTF8IsAMistakeOfItsLine() {
    var bytes = Array("# caf".utf8) + [0xE9] + Array("\r\ntext.width = 60\ntheme = \"m".utf8)
    bytes += [0xFF] + Array("\"\n[out".utf8) + [0xC3] + Array("]\nside = \"right\"\n".utf8)
    let file = Configuration(bytes, home: nil)
    #expect(
      file.mistakes.map { $0.line(in: "c") } == [
        "c:1:6: this is not UTF-8; save the file as UTF-8",
        "c:3:11: this is not UTF-8; save the file as UTF-8",
        "c:4:5: this is not UTF-8; save the file as UTF-8",
      ])
    #expect(file.values.textWidth == 60)
    #expect(file.values.outlineSide == nil, "nobody knows which table that is")
  }

  @Test func theFoldersOfTheFileAreKnownByTheirPlaces() {
    let file = configuration("library = \"~/here\"\n[libraries]\nnews = \"/news\"\n")
    #expect(Set(file.folders.map(\.path)) == ["/home/a/here", "/news"])
    #expect(file.folders.map(\.position.description).sorted() == ["1:11", "3:8"])
    #expect(configuration("library = \"news\"\nlibraries.news = \"/n\"").folders.map(\.path) == ["/n"])
  }

  /// A string of several lines is no key, and costs its lines alone: what follows has its own.
  @Test func aKeyEndsOnItsLine() {
    let file = configuration("\"\"\"\na\"\"\" = 1\n['''\nb''']\nx y\ntext.width = 60\n")
    #expect(file.mistakes.map(\.position.description) == ["1:1", "2:1", "3:1", "4:1", "5:1"])
  }
}
