import CommonMark
import Testing

/// Every rule of CommonMark, of GFM's extensions and of a briefing's own, with an example for each.
@Suite struct RuleTests {
  @Test(arguments: Rule.commonMark)
  func commonMark(_ rule: Rule) throws {
    try check(rule, [], rule.html)
    try check(rule, .gfm, rule.gfm)
    try check(rule, .all, rule.gfm)
  }

  @Test(arguments: Rule.gfm)
  func gfm(_ rule: Rule) throws {
    try check(rule, .gfm, rule.gfm)
    try check(rule, .all, rule.gfm)
  }

  @Test(arguments: Rule.briefing)
  func briefing(_ rule: Rule) throws {
    try check(rule, .all, rule.html)
  }

  private func check(
    _ rule: Rule, _ extensions: Extensions, _ expected: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let document = try Document(parsing: Array(rule.markdown.utf8), extensions: extensions)
    let html = HTMLRenderer(isUnsafe: true).render(document)
    #expect(html == expected, "\(rule.markdown.debugDescription)", sourceLocation: location)
  }

  /// A chapter that is left out of the lists of rules would never fail.
  @Test(arguments: Section.all)
  func everySectionHasRules(_ section: Section) {
    let all = Rule.commonMark + Rule.gfm + Rule.briefing
    #expect(all.contains { $0.section == section.number })
  }

  @Test func everyRuleIsOfASection() {
    let numbers = Set(Section.all.map(\.number))
    let strays = (Rule.commonMark + Rule.gfm + Rule.briefing).filter { !numbers.contains($0.section) }
    #expect(strays.map(\.testDescription).isEmpty)
  }

  /// Two rules of one name in a section could not be told apart when one fails.
  @Test func everyRuleHasANameOfItsOwn() {
    let names = (Rule.commonMark + Rule.gfm + Rule.briefing).map(\.testDescription)
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.keys.sorted().isEmpty)
  }
}
