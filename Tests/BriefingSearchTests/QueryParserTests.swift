import BriefingCore
import BriefingSearch
import Testing

/// What a query is read as, in a notation of its own: groups joined by ` & `, terms by ` | `, exclusions after ` ! `;
/// `=` before what is exact, `*` after a prefix, `field:` before words that must stand there.
struct QueryParserTests {
  private func read(_ text: String, isTyping: Bool = false) -> String {
    let query = SearchQuery(parsing: text, isTyping: isTyping)
    let groups = query.groups.map { $0.map(show).joined(separator: " | ") }.joined(separator: " & ")
    return groups + query.excluded.map { " ! " + show($0) }.joined()
  }

  private func show(_ term: SearchQuery.Term) -> String {
    switch term {
    case .words(let term):
      (term.isExact ? "=" : "") + (term.field.map { $0.rawValue + ":" } ?? "")
        + term.words.joined(separator: "_") + (term.isPrefix ? "*" : "") + (term.slack.map { "~\($0)" } ?? "")
    case .metadata(let field, let words, let isPrefix):
      "\(field.rawValue):" + words.joined(separator: "_") + (isPrefix ? "*" : "")
    case .state(let name, _): "is:\(name.rawValue)"
    case .days(let from, let before):
      "days " + (from.map { String($0.number) } ?? "") + "..<" + (before.map { String($0.number) } ?? "")
    }
  }

  @Test(arguments: [
    ("missile sale", "missile & sale"),
    ("  Missile\tSALE ", "missile & sale"),
    ("\"missile sale\"", "=missile_sale"),
    ("“missile sale” f", "=missile_sale & f"),
    ("\"missile\"", "=missile"),
    ("missile -sale", "missile ! sale"),
    ("nato is:unread", "nato & is:unread"),
    ("IS:Starred OR nato -is:changed", "is:starred | nato ! is:changed"),
    ("is:", ""), ("\"is:unread\"", "=is_unread"),
    ("-\"missile sale\"", " ! =missile_sale"),
    ("missile -tag:nato", "missile ! tag:nato"),
    ("missile OR rocket sale", "missile | rocket & sale"),
    ("a OR b OR c", "a | b | c"),
    ("missile sale Missile missile*", "missile & sale & missile*"), ("a OR b OR a c", "a | b & c"),
    ("a -b -c -b", "a ! b ! c"),
    ("missile or rocket", "missile | rocket"), ("missile | rocket", "missile | rocket"),
    ("missile AND rocket & sale", "missile & rocket & sale"), ("missile NOT sale", "missile ! sale"),
    ("missile AND NOT sale", "missile ! sale"), ("NOT sale", " ! sale"),
    ("missile && -sale", "missile ! sale"),
    ("#nato missile", "tag:nato & missile"), ("tags:nato authors:lee", "tag:nato & author:lee"),
    ("\"missile sale\"~5", "=missile_sale~5"), ("\"missile\"~5", "=missile"), ("a NOT b OR c", "a | c ! b"),
    ("miss*", "miss*"),
    ("F-3*", "f_3*"),
    ("\"missile sa\"*", "=missile_sa*"),
    ("F-35", "f_35"), ("AIM-120C-8", "aim_120c_8"), ("S-400", "s_400"),
    ("$304", "$_304"), ("C++", "c_+_+"), ("can't", "can_t"), ("can’t", "can_t"), ("AT&T", "at_&_t"),
    ("Erdoğan İstanbul ışık Łódź Straße", "erdogan & istanbul & isik & lodz & strasse"),
    ("日本", "日_本"), ("🚀", "🚀"),
    ("title:sale", "title:sale"), ("Section:\"F-35 hopes\"", "=section:f_35_hopes"),
    ("source:Bloomberg author:\"Ann Lee\"", "source:bloomberg & author:ann_lee"),
    ("path:2025/05 lang:en-GB", "path:2025_05 & lang:en_gb"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  /// What has no words asks for nothing.
  @Test(arguments: [
    ("", ""), ("   ", ""), ("-", ""), ("\"", ""), ("\"\"", ""), ("*", ""), ("...", ""), ("(", ""),
    ("tag:", ""),
    ("- missile", "missile"), ("missile \"", "missile"), ("missile\"sale", "missile_sale"),
    ("OR", "or"), ("OR missile", "or & missile"), ("missile OR", "missile & or"), ("a OR OR b", "a | or & b"),
    ("a OR -b", "a ! b"), ("-a OR b", "or & b ! a"), ("NEAR(a b)", "near_a & b"), ("a AND", "a & and"),
    ("AND b", "and & b"), ("a NOT", "a & not"), ("a & & b", "a & & & b"),
    ("or b", "or & b"), ("a |", "a"), ("#1", "#_1"),
    ("foo:bar", "foo_bar"), ("http://x.org/a", "http_x_org_a"), ("title:", ""), ("--a", " ! a"),
    ("after:", ""), ("newer:", ""),
    ("{a} ^b :c \\d", "a & b & c & d"), ("\u{0}a\u{1b}b", "a_b"),
  ])
  func takesAllElseLiterally(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("mis", "mis*"), ("mis ", "mis"), ("m", ""), ("m ", "m"), ("mis r", "mis"), ("mis r ", "mis & r"),
    ("日", "日"), ("5", "5"), ("F-3", "f_3*"), ("\"missile sa", "=missile_sa*"),
    ("\"missile\"", "=missile"), ("c++", "c_+_+"), ("a -mis", "a ! mis"), ("tag:na", "tag:na*"),
    ("source:bl", "source:bl*"), ("missile or", "missile & or*"),
  ])
  func whatIsBeingTypedMayGoOn(_ text: String, _ expected: String) {
    #expect(read(text, isTyping: true) == expected)
  }

  @Test(arguments: [
    ("auther:lee", "did you mean author:? auther: is not a filter and was taken as words"),
    ("Sorce:x missile", "did you mean source:? sorce: is not a filter and was taken as words"),
    ("dtae:2025", "did you mean date:? dtae: is not a filter and was taken as words"),
    // What it is called elsewhere.
    ("since:2025-05", "did you mean after:? since: is not a filter and was taken as words"),
    ("until:2025-05", "did you mean before:? until: is not a filter and was taken as words"),
    ("category:nato", "did you mean tag:? category: is not a filter and was taken as words"),
    ("topics:nato", "did you mean tag:? topics: is not a filter and was taken as words"),
    ("headline:nato", "did you mean title:? headline: is not a filter and was taken as words"),
    ("by:lee", "did you mean author:? by: is not a filter and was taken as words"),
    ("language:de", "did you mean lang:? language: is not a filter and was taken as words"),
    ("from:2025", "did you mean after:? from: is not a filter and was taken as words"),
    ("from:reuters", "did you mean source:? from: is not a filter and was taken as words"),
  ])
  func aFilterWithANearlyRightNameIsNamed(_ text: String, _ remark: String) {
    #expect(SearchQuery(parsing: text).remarks == [remark])
  }

  @Test(arguments: [
    "http://x.org", "foo:bar", "10:30", "author:lee", "\"auther:lee\"", "auther:", "missile", "sale:50",
    "iran:deal", "to:nato",
  ])
  func nothingElseIsRemarkedOn(_ text: String) { #expect(SearchQuery(parsing: text).remarks.isEmpty) }

  @Test func datesArePeriods() {
    #expect(read("date:2025-05-01") == "days 739737..<739738")
    #expect(read("date:2025-05") == "days 739737..<739768")
    #expect(read("date:2025") == "days 739617..<739982")
    #expect(read("after:2025-05-01") == "days 739737..<")
    #expect(read("before:2025-05") == "days ..<739737")
    #expect(read("date:2024-02-29") == "days 739310..<739311")
    #expect(read("date:0000-01-01") == "days 0..<1")
  }

  /// Filters that count from today, Saturday 15 March 2025, and other forms of dates.
  @Test(arguments: [
    ("date:today", "days 2025-03-15..<2025-03-16"), ("date:yesterday", "days 2025-03-14..<2025-03-15"),
    ("after:yesterday", "days 2025-03-14..<"), ("before:Today", "days ..<2025-03-15"),
    ("newer:10d", "days 2025-03-05..<"), ("newer:2w", "days 2025-03-01..<"),
    ("newer:3M", "days 2024-12-15..<"),
    ("newer:1y", "days 2024-03-15..<"), ("newer:0d", "days 2025-03-15..<"),
    ("newer:9999y", "days 0000-01-15..<"),
    ("date:2025-05-01..2025-05-20", "days 2025-05-01..<2025-05-21"),
    ("date:2025-05..2025-06", "days 2025-05-01..<2025-07-01"),
    ("date:2025-05-01..", "days 2025-05-01..<"), ("date:..2025-05-20", "days ..<2025-05-21"),
    ("date:01.05.2025..20.05.2025", "days 2025-05-01..<2025-05-21"),
    ("date:yesterday..today", "days 2025-03-14..<2025-03-16"),
    ("after:2025/05/01", "days 2025-05-01..<"), ("after:01.05.2025", "days 2025-05-01..<"),
    ("after:20250501", "days 2025-05-01..<"),
    ("date:\"1 May 2025\"", "days 2025-05-01..<2025-05-02"),
    ("date:\"May 2025\"", "days 2025-05-01..<2025-06-01"),
    ("-date:today", " ! days 2025-03-15..<2025-03-16"),
  ])
  func daysFromToday(_ text: String, _ days: String) throws {
    let query = SearchQuery(parsing: text, today: BriefingDate("2025-03-15"))
    let isExcluded = days.hasPrefix(" ! ")
    let parts = days.replacing(" ! ", with: "").dropFirst("days ".count).split(
      separator: "..<", omittingEmptySubsequences: false)
    let expected = SearchQuery.Term.days(
      from: BriefingDate(parts[0]).map { Day($0) }, before: BriefingDate(parts[1]).map { Day($0) })
    #expect(query.groups == (isExcluded ? [] : [[expected]]))
    #expect(query.excluded == (isExcluded ? [expected] : []))
    #expect(query.problem == nil)
  }

  /// A filter that is not a date is an error that says what to write, and is not searched for as a word.
  @Test(arguments: [
    ("missile after:soon", "after:2025-05-15"), ("date:2025-13", "date:2025-05"),
    ("date:2025-02-30", "date:2025-05-01..2025-05-20"),
    ("before:03/04/2025", "before:yesterday"), ("newer:2x", "newer:2w"), ("newer:-2w", "newer:2w"),
    ("newer:week", "newer:2w"),
    ("date:2025-05..soon", "date:today"), ("date:..", "date:today"), ("-after:x", "after:2025"),
    ("after:1747288800", "after:2025"),
  ])
  func aFilterThatIsNoDateSaysSo(_ text: String, _ advice: String) throws {
    let query = SearchQuery(parsing: text, today: BriefingDate("2025-03-15"))
    let problem = try #require(query.problem)
    #expect(problem.contains(advice))
    #expect(!problem.contains("\n"))
    #expect(!query.isEmpty)
    #expect(query.groups.count <= 1)
  }

  /// Nobody is told of an error in a word that is not typed to its end.
  @Test(arguments: [
    "after:", "after:2", "after:202", "after:yest", "date:to", "newer:", "newer:2", "date:2025-05-01..",
    "date:2025-05-01..2",
  ])
  func nothingIsWrongWithWhatIsBeingTyped(_ text: String) {
    #expect(SearchQuery(parsing: text, isTyping: true).problem == nil)
    #expect(SearchQuery(parsing: "after:soon", isTyping: true).problem != nil)
  }

  @Test func aDateThatIsBeingTypedCountsAsFarAsItGoes() {
    #expect(read("after:2025-05-", isTyping: true) == "days 739737..<")
    #expect(read("after:2025-0", isTyping: true) == "days 739617..<")
    #expect(read("missile after:20", isTyping: true) == "missile & days ..<")
  }
}
