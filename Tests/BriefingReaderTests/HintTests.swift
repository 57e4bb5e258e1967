import Testing

@testable import BriefingReader

/// The status line names what a key does now: of a key that turns something on and off, the other of both.
@Suite struct HintTests {
  @Test func changesAreShownOrHidden() {
    let text = "# Page\n\n## One\n\nThe talks went on.\n\n## Two\n\nSnow fell.\n"
    var before = Session(text, memory: CannedMemory())
    before.type("X")
    let new = text.replacing("Snow", with: "Ice")
    var session = Session(new, columns: 120, rows: 20, memory: before.memory)
    #expect(session.status.contains("C show "))
    session.type("Cj")
    #expect(session.status.contains("C hide "), "\(session.status)")
    session.type("Cj")
    #expect(session.status.contains("C show "), "\(session.status)")
  }

  @Test func repeatsAreShownPlainOrDimmed() {
    let story = "The minister said on Monday that the talks would go on until the spring of next year."
    var memory = CannedMemory()
    memory.readElsewhere("# Yesterday\n\n## Other\n\n\(story)\n")
    var session = Session("# Today\n\n## Talks\n\n\(story)\n", columns: 110, rows: 20, memory: memory)
    #expect(session.status.contains("= plain"))
    session.type("=k")
    #expect(session.status.contains("= dim"), "\(session.status)")
    session.type("=k")
    #expect(session.status.contains("= plain"), "\(session.status)")
  }

  @Test func tabLeadsToTheOutlineOrToTheText() {
    var session = Session(Samples.sections, columns: 110)
    #expect(session.status.contains("Tab outline"))
    session.type("<Tab>")
    #expect(session.status.contains("Tab text"), "\(session.status)")
    session.type("<Tab>")
    #expect(session.status.contains("Tab outline"))
  }

  @Test func aFilterCanBeCleared() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 110)
    #expect(!session.status.contains("Esc clear"))
    session.type("/in<Enter>")
    #expect(session.status.contains("Esc clear"), "\(session.status)")
    session.type("<Esc>")
    #expect(!session.status.contains("Esc clear"))
  }

  @Test func sectionsOfAHitUnfoldOrFold() {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 110, rows: 24)
    session.library.hits = Samples.hits
    session.library.sections[Samples.hits[0].path] = [
      Samples.hits[0],
      Samples.hit("Ankara and the jets", number: "1", section: "Missile sale", slug: "s", "Gamma"),
    ]
    session.type("Sgamma<Tab>")
    #expect(session.status.contains("l unfold"))
    session.type("l")
    #expect(session.status.contains("h fold"), "\(session.status)")
    session.type("h")
    #expect(session.status.contains("l unfold"))
  }

  @Test func theOutlinesKeySaysWhetherItIsShown() {
    var session = Session(Samples.sections, columns: 110)
    session.type("o")
    #expect(session.status.contains("The outline is hidden · Tab opens it"))
    session.type("o")
    #expect(session.status.contains("The outline is shown."))
    session.resize(columns: 60, rows: 14)
    session.type("o")
    #expect(session.status.contains("The outline is hidden · Tab opens it"))
    session.type("o")
    #expect(session.text.contains("Tab shows the outline here; from"))
  }

  /// However narrow the window is.
  @Test(arguments: [24, 40, 60, 80, 200]) func helpNamesEveryKeyWhole(columns: Int) {
    var session = Session(Samples.sections, columns: columns, rows: 300)
    session.type("?")
    let words = Set(session.text.split(whereSeparator: \.isWhitespace))
    for entry in CommandTable.entries where entry.contexts.contains(.reading) && entry.bindings.count <= 6 {
      for key in entry.bindings.flatMap({ $0.keys.description.split(separator: " ") }) {
        #expect(words.contains(key), "\(key) of \(entry.name) at \(columns):\n\(session.text)")
      }
    }
    #expect(words.isSuperset(of: ["1", "…", "9"]))
  }
}
