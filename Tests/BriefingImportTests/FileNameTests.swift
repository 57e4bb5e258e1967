import Testing

@testable import BriefingImport

/// Names of files are made of titles, and titles are strangers' words.
@Suite struct FileNameTests {
  private func name(_ title: String, date: String? = nil) -> String {
    var briefing = ImportedBriefing()
    briefing.title = title
    briefing.date = date.flatMap { .init($0) }
    return briefing.fileName
  }

  @Test func `a name is day and words`() {
    #expect(name("Energy: deals & more!", date: "2025-05-15T09:30Z") == "2025-05-15-energy-deals-more")
    #expect(name("Erdoğan'ın ziyareti") == "erdoğanın-ziyareti")
    #expect(name("第407期：港口") == "第407期港口")
    #expect(name("May", date: "2025-05") == "may")
    #expect(name("❤️ News 1️⃣") == "news-1")
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "..", ".", ".hidden", "-rf", "--help", "a/b\\c",
    "a\u{0}b\u{1B}[31m\nc", "", "🎉🎉", "\u{202E}gpj.exe",
    "C:\\x", "~/x", "$(touch x)", "CON ", String(repeating: "ж", count: 500),
    String(repeating: "e\u{301}\u{302}", count: 300),
    "2025-05-15", "\u{200B}", "a\u{2028}b", "❤️", "\u{301}\u{302}", "…", "___",
    "e" + String(repeating: "\u{301}", count: 300), String(repeating: "\u{FE0F}", count: 300),
  ])
  func `no title leads out of the folder or hides in it`(title: String) {
    for date in [nil, "2025-05-15"] {
      let name = name(title, date: date)
      #expect(!name.isEmpty)
      #expect(name.utf8.count <= 180)
      #expect(!name.hasPrefix("."))
      // What shows nothing by itself is no name.
      #expect(name.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil })
      #expect(!name.hasPrefix("-"))
      #expect(
        !name.unicodeScalars.contains {
          $0 == "/" || $0 == "\\" || $0.value < 0x20 || $0 == "\u{7F}"
            || $0.properties.generalCategory == .format || $0 == "\u{2028}"
        })
    }
  }
}
