import CommonMark
import Testing

/// Notes without a label, and definition lists.
@Suite struct InlineNoteTests {
  /// The plain text of each footnote in its order, and that of all else.
  private func notes(_ markdown: String, _ extensions: Extensions = .briefing) throws -> [String] {
    let document = try Document(parsing: Array(markdown.utf8), extensions: extensions)
    return document.footnotes.map { document.plainText(of: $0.definition) }
  }

  @Test(arguments: [
    ("a^[one] b^[*two*]", ["one", "two"]), ("a^[with [link](u)]", ["with link"]), ("a^[x] b^[x]", ["x"]),
    ("a^[x][^n]\n\n[^n]: n", ["x", "n"]), ("> a^[over\n> lines]", ["over lines"]),
    ("- a^[x]\n- b^[y]", ["x", "y"]),
    ("a^[one\\] two]", ["one] two"]), ("x\n===\n\na^[b]", ["b"]),
    ("a^[b][^b]\n\n[^b]: other", ["b", "other"]),
    ("a^[b ^[c]", ["c"]), ("a^[b `^[c]`]", ["b ^[c]"]),
    // In headings and cells too.
    ("## a^[b] c", ["b"]), ("## a^[b] {#id}", ["b"]), ("a^[b]\n===", ["b"]), ("> # a^[*b*]", ["b"]),
    ("| a^[b] | c |\n|-|-|\n| d | e^[f \\| g] |\n\nh^[i]", ["b", "f | g", "i"]),
    ("- | a |\n  |-|\n  | b^[c] |\n- d^[e]", ["c", "e"]),
    // Not one of them is a note.
    ("`a^[x]`", []), ("a^[", []), ("a^[]", []), ("a^[ x]", []), ("a^[x", []), ("x^2", []),
    ("    a^[x]", []), ("\\^[x]", []),
  ])
  func inlineNotes(markdown: String, expected: [String]) throws { #expect(try notes(markdown) == expected) }

  /// The texts of all definitions in the order of the source; each has its reference.
  @Test(arguments: [
    ("a^[b ^[c]] d", ["b", "c"]), ("a^[b^[c^[d]] e^[f]] g^[h]", ["b e", "c", "d", "f", "h"]),
    ("a^[b\n^[c\nd]] e", ["b", "c d"]), ("> a^[b\n> ^[c]]", ["b", "c"]),
    ("| a^[b ^[c \\| d]] |\n|-|", ["b", "c | d"]), ("# a^[b ^[c]]", ["b", "c"]),
    // No deeper than three within one.
    ("a^[b^[c^[d^[e^[f]]]]]", ["c", "d", "e", "f"]),
  ])
  func notesWithinNotes(markdown: String, expected: [String]) throws {
    let document = try Document(markdown, extensions: .briefing)
    let definitions = document.blocks.filter { $0.kind == .footnoteDefinition }
    let texts = definitions.map { document.plainText(of: $0.id).split(separator: " ").joined(separator: " ") }
    #expect(texts == expected)
    #expect(HTMLRenderer().render(document).components(of: "footnote-ref\"><a href") == expected.count)
  }

  @Test func theyAreTextWhereTheyWereNotAskedFor() throws {
    #expect(try notes("a^[one]", .all) == [])
    #expect(try renderHTML(of: "a^[one]", .all) == "<p>a^[one]</p>")
  }

  @Test func aReferenceLeadsToItsNote() throws {
    let document = try Document("a^[One  *note*] b", extensions: .briefing)
    let inlines = document.inlines(of: try #require(document.first { $0 == .paragraph }))
    let reference = try #require(inlines.first { $0.kind == .footnoteReference })
    let note = try #require(document.footnote(labelled: inlines.text(of: reference.id)))
    #expect(document.plainText(of: note) == "One  note")
    #expect(document.text(reference.range) == "^[One  *note*]")
    #expect(document.text(document[note].range) == "^[One  *note*]")
  }

  @Test func notesLeaveHeadingsAndTablesWhatTheyAre() throws {
    let document = try Document(
      "## Talks^[Since May.] resume\n\n| a^[One.] | b |\n|-|-|\n| c | d |\n\nText^[Of [^n].] and [^m].\n\n[^n]: N\n\n[^m]: M",
      extensions: .briefing)
    let heading = try #require(document.first { $0 == .heading(level: 2) })
    #expect(document.inlines(of: heading).plainText == "Talks resume")
    #expect(document.text(document[heading].range) == "## Talks^[Since May.] resume")
    let kinds = document.blocks.filter { $0.parent == document.root }.map(\.kind)
    #expect(
      kinds == [
        .heading(level: 2), .footnoteDefinition, .table(columns: 2), .footnoteDefinition, .paragraph,
        .footnoteDefinition, .footnoteDefinition, .footnoteDefinition,
      ])
    // Each reference leads to its note and back, those within notes too.
    let html = HTMLRenderer().render(document)
    #expect(html.components(of: "footnote-ref\"><a href") == 5)
    #expect(html.components(of: "<li id=\"fn-") == 5)
  }

  @Test func anchorsBehindNotesAreFound() throws {
    let document = try Document(
      "A^[note] <a id=\"x\"></a>b\n\n| c^[note two] | d |\n|-|-|\n| e | <a id=\"y\"></a>f |\n\ng",
      extensions: .briefing)
    let paragraph = try #require(document.first { $0 == .paragraph })
    #expect(document.block(ofAnchor: "x") == paragraph)
    let cell = try #require(document.block(ofAnchor: "y"))
    #expect(document.plainText(of: cell) == "f")
  }

  /// Many opening signs without an end take no time that grows faster than they do.
  @Test func hostileNotesEnd() throws {
    for text in ["^[", "^[a", "^[`", "^[a]", "[^[", "^[[", "^[a ^[b ^[c]]]", "^[a ^[b ^[c ^[d]]]]"] {
      let markdown = String(repeating: text, count: 20_000)
      #expect(try Document(markdown, extensions: .briefing).blockCount > 1)
    }
  }

  private func kinds(_ markdown: String) throws -> [String] {
    let document = try Document(markdown, extensions: .briefing)
    return document.blocks.compactMap { block in
      switch block.kind {
      case .definition: "definition"
      case .paragraph: document.plainText(of: block.id)
      default: nil
      }
    }
  }

  @Test(arguments: [
    ("T\n: d", ["T", "definition", "d"]), ("T\n: d\n: e", ["T", "definition", "d", "definition", "e"]),
    ("T\n\n:   d\n\n    e", ["T", "definition", "d", "e"]),
    ("T\n: d\n  e\n\nU\n: f", ["T", "definition", "d e", "U", "definition", "f"]),
    ("- T\n  : d", ["T", "definition", "d"]),
    ("T\n:d", ["T :d"]), ("T\nU\n: d", ["T U : d"]), (": d", [": d"]), ("T\n: ", ["T :"]),
    ("# T\n: d", [": d"]),
  ])
  func definitionLists(markdown: String, expected: [String]) throws {
    #expect(try kinds(markdown) == expected)
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
