import BriefingLayout
import Testing

/// Text for pipes and terminals.
@Suite struct TextWriterTests {
  private func written(_ markdown: String, _ theme: Theme?, units: Range<Int> = 0..<1000) throws -> String {
    var text = ""
    TextWriter(theme: theme).write(try Sample.page(markdown, width: 40), units: units) { text += $0 }
    return text
  }

  @Test func `plain text has no escape and no white space at the ends of lines`() throws {
    let text = try written(Everything.markdown, nil)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    #expect(!text.split(separator: "\n").contains { $0.last == " " })
  }

  @Test func `colours are set once a stretch and undone at the line's end`() throws {
    #expect(
      try written("a **b c** [d](u)", .monochrome)
        == "a \u{1B}[0;1mb c\u{1B}[0m \u{1B}[0;4md\u{1B}[0m\n")
    #expect(try written("`x`", .standard) == "\u{1B}[0;36mx\u{1B}[0m\n")
    #expect(try written("`x`", .full) == "\u{1B}[0;38;5;30mx\u{1B}[0m\n")
  }

  @Test func `escapes of the text never become escapes of the output`() throws {
    let text = try written("a&#27;[31m \u{9B}31m", .standard)
    #expect(!text.contains("\u{1B}[31m") && !text.unicodeScalars.contains("\u{9B}"))
    #expect(text.contains("^["))
  }

  @Test func `some units alone end without their gap`() throws {
    #expect(try written("# A\n\nb\n\nc", nil, units: 0..<2) == "A\n\nb\n")
    #expect(try written("# A\n\nb\n\nc", nil, units: 2..<3) == "c\n")
    #expect(try written("# A", nil, units: 1..<1) == "")
  }
}
