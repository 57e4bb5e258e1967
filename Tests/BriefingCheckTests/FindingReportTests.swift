import BriefingCheck
import Testing

/// The three forms of a report.
@Suite struct FindingReportTests {
  private static let report = {
    var report = FindingReport()
    report.add([], in: "empty.md")
    report.add(
      [
        Finding(.brokenLink, at: .init(line: 3, column: 5), "no file \u{1B}.md"),
        Finding(.missingDate, at: .init(line: 1, column: 1), "no date"),
      ], in: "news/a b.md")
    return report
  }()

  @Test func lines() {
    #expect(Self.report.count == 2)
    #expect(
      Self.report.lines == [
        "news/a b.md:3:5: error: no file \u{1B}.md [broken-link]",
        "news/a b.md:1:1: note: no date [missing-date]",
      ])
  }

  @Test func json() {
    #expect(
      Self.report.json.contains(
        #"{"path":"news/a b.md","line":3,"column":5,"severity":"error","rule":"broken-link","message":"no file \u001b.md"}"#
      ))
    #expect(FindingReport().json == "[]\n")
  }

  @Test func sarif() {
    let text = Self.report.sarif(version: "1.2.3")
    #expect(text.contains(#""version":"2.1.0""#) || text.contains(#""version": "2.1.0""#))
    #expect(text.contains("news/a%20b.md"))
    for rule in CheckRule.allCases { #expect(text.contains("\"\(rule.rawValue)\"")) }
  }
}
