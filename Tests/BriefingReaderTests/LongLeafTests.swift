import BriefingLayout
import Testing

@testable import BriefingReader

/// Reading what is cut into slices: nothing of the cuts is noticed.
@Suite struct LongLeafTests {
  private static let count = 400
  private static let paragraph = (0..<count).map { "w\($0)" }.joined(separator: " ")

  /// A document whose paragraph, table and code are in many slices.
  private func session(_ markdown: String? = nil) -> Session {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice, bounds.cells) = (100, 64, 20)
    let table =
      "| Key | Value |\n|---|--:|\n" + (0..<60).map { "| key\($0) | \($0) |\n" }.joined()
    let code = "```\n" + (0..<60).map { "line\($0);\n" }.joined() + "```\n"
    return Session(
      markdown
        ?? "## Text\n\n\(Self.paragraph)\n\n## Table\n\n\(table)\n## Code\n\n\(code)\n## End\n\nThe end.\n",
      bounds: bounds)
  }

  private func words(_ session: Session) -> [String] {
    session.lines.flatMap { $0.split(separator: " ").map(String.init) }
  }

  @Test func pagesDownShowEverythingAndPagesUpLeadBack() {
    var session = session()
    var seen: Set<String> = []
    var tops: [Place] = []
    while session.state.reading?.top != tops.last {
      seen.formUnion(words(session))
      if let top = session.state.reading?.top { tops.append(top) }
      session.type("<Space>")
    }
    #expect((0..<Self.count).allSatisfy { seen.contains("w\($0)") })
    #expect((0..<60).allSatisfy { seen.contains("key\($0)") && seen.contains("line\($0);") })
    #expect(session.status.contains("100%"))
    let end = session.text
    session.type("g")
    #expect(session.topLine.contains("Text") && session.state.reading?.top == Place())
    session.type("G")
    #expect(session.text == end)
    for _ in tops { session.type("b") }
    #expect(session.state.reading?.top == Place())
  }

  @Test func aLineAtATimeIsTheSameAsAPage() {
    var session = session()
    session.type("<Space><Space>")
    let page = session.text
    session.type("g")
    while session.text != page, !session.status.contains("100%") { session.type("j") }
    #expect(session.text == page)
  }

  @Test(arguments: [30, 45, 100])
  func aResizeKeepsThePlace(columns: Int) throws {
    var session = session()
    session.type("<Space><Space><Space>")
    let first = try #require(session.topLine.split(separator: " ").first)
    let before = session.text
    session.resize(columns: columns, rows: 14)
    #expect(session.topLine.split(separator: " ").contains(first))
    session.resize(columns: 60, rows: 14)
    #expect(session.text == before)
  }

  @Test func sectionsAreJumpedTo() {
    var session = session()
    session.type("]")
    #expect(session.topLine.hasSuffix("Table"))
    session.type("]")
    #expect(session.topLine.hasSuffix("Code"))
    session.type("<Space>")
    #expect(session.status.contains("Code"))
    session.type("[[")
    #expect(session.topLine.hasSuffix("Table"))
  }

  @Test func findGoesFromSliceToSlice() {
    var session = session()
    session.type("/w39<Enter>")
    #expect(session.status.contains("1 of 11"))
    session.type("n")
    #expect(words(session).contains("w390"))
    session.type("nnnnnnnnn")
    #expect(words(session).contains("w399") && session.status.contains("11 of 11"))
    session.type("n")
    #expect(session.status.contains("1 of 11") || session.text.contains("Past the last match"))
  }

  @Test func aMatchAcrossACutIsGoneTo() {
    var session = session()
    for index in stride(from: 0, to: Self.count - 1, by: 7) {
      session.type("/w\(index) w\(index + 1)<Enter>")
      #expect(words(session).contains("w\(index)") && !session.status.contains("No match"))
      #expect(session.marked(.currentMatch).contains("w\(index)"))
    }
  }

  @Test func aNoteInSlicesIsShownWhole() {
    var session = session("A[^n] note.\n\n[^n]: \(Self.paragraph)\n")
    session.type("<Enter>")
    #expect(session.state.context == .note)
    #expect(words(session).contains("w0"))
    session.type("G")
    #expect(words(session).contains("w\(Self.count - 1)"))
  }

  @Test func wrappingLongCodeAndBackKeepsThePlace() {
    let long = String(repeating: "0123456789", count: 100)
    var session = session("```\n\(long)\n```\n\nEnd.\n")
    session.type("<Space>")
    let before = session.text
    session.type("w")
    #expect(session.text.contains("↪"))
    session.type("w")
    #expect(
      session.lines.dropLast()
        == before.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)[...])
  }

  @Test func `it is said where a paragraph has too many marks`() {
    let open = "*a\n" + String(repeating: "b\n", count: 263_000)
    #expect(Session("text\n\n" + open, columns: 140).status.contains("some are shown as they are written"))
    // Where nothing is open, as many are none too many.
    #expect(!Session("\\" + open, columns: 140).status.contains("as they are written"))
  }
}
