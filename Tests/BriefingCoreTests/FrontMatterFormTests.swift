import Testing

@testable import BriefingCore

/// The forms in which producers write front matter, and what their keys mean.
@Suite struct FrontMatterFormTests {
  private func briefing(_ text: String, name: String = "file", folders: [String] = []) throws -> Briefing {
    try Briefing(parsing: Array(text.utf8), file: .init(name: name, folders: folders))
  }

  private func body(_ briefing: Briefing) -> String {
    String(decoding: briefing.document.source[briefing.document.body], as: UTF8.self)
  }

  /// The same four facts in each form; none of them is in the text.
  @Test(arguments: [
    "---\ntitle: Tolls rise\ndate: 2025-05-15\nauthor: A. Writer\ntags: [gas, grid]\n---\n\nBody\n",
    "+++\ntitle = \"Tolls rise\"\ndate = 2025-05-15\nauthor = 'A. Writer'\ntags = [\n  \"gas\", # first\n  \"grid\",\n]\n+++\n\nBody\n",
    "+++\ntitle = \"\"\"\nTolls \\\n  rise\"\"\"\ndate = 2025-05-15\n[author]\nname = \"A. Writer\"\n[taxonomies]\ntags = ['gas', 'grid']\n+++\nBody\n",
    "{\n  \"title\": \"Tolls rise\",\n  \"date\": \"2025-05-15\",\n  \"author\": {\"name\": \"A. Writer\"},\n\t\"tags\": [\"gas\", \"grid\"]\n}\n\nBody\n",
    "Title: Tolls rise\nDate: 2025-05-15\nAuthor: A. Writer\nTags: gas, grid\n\nBody\n",
    "Title: Tolls\n    rise\nPublished Time: 2025-05-15\nAuthors: A. Writer\nKeywords: gas,\n  grid\n\nBody\n",
    "```toml\n[advisory]\ntitle = \"Tolls rise\"\ndate = \"2025-05-15\"\nauthor = \"A. Writer\"\nkeywords = [\"gas\", \"grid\"]\n\n[versions]\npatched = []\n```\n\nBody\n",
    "~~~yaml\ntitle: Tolls rise\ndate: 2025-05-15\nby: A. Writer\ntopics: gas, grid\n~~~\nBody\n",
    "\n\n---\ntitle: Tolls rise\ndate: 2025-05-15\nauthor: A. Writer\ntags: gas, grid\n---\nBody\n",
    "<!--\n.. title: Tolls rise\n.. date: 2025-05-15 10:00:00 UTC\n.. author: A. Writer\n.. tags: gas, grid\n-->\n\nBody\n",
    "title: Tolls rise\ndate: 2025-05-15 10:00:00\nauthor: A. Writer\ntags:\n- gas\n- grid\n---\n\nBody\n",
    "---\ntitle: Tolls rise\nposted: 2025-05-15\nauthor: A. Writer\ntags: gas, grid\n---\nBody\n",
    "- title:: Tolls rise\n  date:: [[May 15th, 2025]]\n  author:: [[A. Writer]]\n  tags:: [[gas]], [[grid]]\n\nBody\n",
    "title:: Tolls rise\ndate:: [[2025-05-15]]\nauthor:: [[A. Writer]]\ntags:: [[gas]], [[grid]]\n\nBody\n",
    "---\ntitle: Tolls rise\ndate: 2025-05-15\n---\n---\nlayout: post\ntitle: Tolls rise\nauthor: A. Writer\ntags: '#gas #grid'\n---\n\nBody\n",
    "```markdown\n---\ntitle: Tolls rise\ndate: 2025-05-15\nauthor: [A. Writer]\ntags: gas, grid\n---\nBody\n```\n",
    "---\nheadline: Tolls rise\npubDate: Thu, 15 May 2025 06:00:00 GMT\nbyline: A. Writer\ncategories:\n- gas\n- grid\n---\nBody\n",
    "---\nTITLE: Tolls rise\npublish_date: May 15, 2025\nauthors:\n- name: A. Writer\n  url: x\ntags: [[gas], [grid]]\n---\nBody\n",
    "---json\n{\n  \"title\": \"Tolls rise\",\n  \"date\": \"2025-05-15\",\n  \"author\": \"A. Writer\", \"tags\": [\"gas\", \"grid\"]\n}\n---\nBody\n",
    "---toml\ntitle = \"Tolls rise\"\ndate = 2025-05-15\nauthor = \"A. Writer\"\ntags = [\"gas\", \"grid\"]\n---\nBody\n",
    "---\nsubject: Tolls rise\ndate_published: 2025-05-15T07:00:00.000Z\nauthor: A. Writer\ntags: gas, grid\n---\nBody\n",
    "---\ntitle: Tolls rise\ndate:\n  created: 2025-05-15\n  updated: 2025-06-01\nauthors:\n  - A. Writer\ntags: [gas, grid]\n---\nBody\n",
    "From: A. Writer <a@example.org>\nAuthor: A. Writer\nDate: Thu, 15 May 2025 06:00:05 +0000\nSubject: Tolls rise\nTags: gas, grid\n\nBody\n",
    "---\nparams:\n  title: Tolls rise\n  author: A. Writer\ndate: 1747267200\ntags: gas，grid\n---\nBody\n",
  ])
  func formsSayTheSame(text: String) throws {
    let briefing = try briefing(text)
    let metadata = briefing.metadata
    #expect(metadata.title == "Tolls rise")
    #expect(metadata.date.map { String($0.iso8601.prefix(10)) } == "2025-05-15")
    #expect(metadata.dateOrigin == .metadata)
    #expect(metadata.authors == ["A. Writer"])
    #expect(metadata.tags == ["gas", "grid"])
    #expect(metadata.warnings == [])
    #expect(body(briefing).filter { !$0.isNewline } == "Body")
    #expect(briefing.hasFrontMatter)
    let strict = try Briefing(parsing: Array(text.utf8), file: .init(name: "file"), dialect: .gfm)
    #expect(strict.document.body == 0..<text.utf8.count && strict.metadata.authors.isEmpty)
  }

  /// What stands on the first line of a press release, and what only looks like it.
  @Test(arguments: [
    ("WASHINGTON, D.C., June 12, 2024 — The Department spoke.", "2024-06-12"),
    ("LONDON, 12 June 2024 – Tolls rise.", "2024-06-12"),
    ("**BRUSSELS (June 12, 2024)** - Tolls rise.", "2024-06-12"),
    ("MÜNCHEN, 12. Juni 2024 – Die Gebühren steigen.", "2024-06-12"),
    ("NATO met on 12 June 2024 in Brussels.", nil), ("Washington, June 12, 2024 — Tolls.", nil),
    ("ANKARA, June 12, 2024, was quiet.", nil), ("USA — June 12, 2024 was quiet", nil),
    ("PARIS, June 2024 — Tolls", nil),
  ])
  func datelines(line: String, date: String?) throws {
    let metadata = try briefing("# Tolls\n\nPRESS RELEASE No. 24-118\n\n\(line)\n\n\"We spoke.\"\n").metadata
    #expect(metadata.date?.iso8601 == date)
    #expect(metadata.dateOrigin == (date == nil ? nil : .heading))
  }

  @Test func tablesOfContentsNameNoPage() throws {
    for heading in ["# Table of Contents", "## Contents", "# 目次", "# INHALT"] {
      let briefing = try briefing(
        "\(heading)\n\n1. [A](#a)\n\n# Harbour\n\nText\n\n# Grain\n",
        name: "20240307T101500--weekly-briefing__news_port")
      #expect(briefing.metadata.title == "Weekly briefing")
      #expect(briefing.metadata.date?.iso8601 == "2024-03-07")
    }
    #expect(try briefing("# Contents of the bill\n\nText\n").metadata.title == "Contents of the bill")
  }

  /// What only looks like front matter of Nikola or of Hexo is text.
  @Test(arguments: [
    "<!--\n.. title: Tolls\nText\n-->\n", "<!--\ntitle: Tolls\n-->\n", "<!--\n.. title: Tolls\n",
    "<!-- .. title: Tolls -->\n", "\n---\n\nText\n\n---\n", "\n---\nmore: Tolls\n---\n",
    "\ntitle: Tolls\n\nText\n", "\n", "\r\n",
    "Note: Tolls rise\n---\n\nText\n", "Title: Tolls\n---\n",
    "Tolls: rise\nText\n---\n",
    "title: Tolls\nand more text\n---\n", "one: 1\ntwo: 2\n---\n",
  ])
  func textIsNoFrontMatter(text: String) throws {
    let briefing = try briefing(text)
    #expect(body(briefing) == text)
    #expect(briefing.metadata.title != "Tolls")
  }

  @Test func aFlagIsNoDateAndNoMistake() throws {
    let metadata = try briefing("---\ntitle: T\npublished: false\nposted: 2026-07-14\n---\nBody\n").metadata
    #expect(metadata.date?.iso8601 == "2026-07-14")
    #expect(metadata.warnings == [])
    #expect(metadata.details == [.init(key: "published", value: "false")])
  }

  @Test func wordsOfGeneratorsForADateAreNoMistake() throws {
    let metadata = try briefing("---\ntitle: T\ndate: Last Modified\n---\nBody\n").metadata
    #expect(metadata.date == nil && metadata.warnings == [])
  }

  @Test func orgsLines() throws {
    let found = try briefing(
      "#+TITLE: Grain\n#+DATE: <2026-07-14 Tue>\n#+OPTIONS: toc:nil\n#+AUTHOR: A. Writer\n\nText\n"
    ).metadata
    #expect(found.title == "Grain")
    #expect(found.date?.iso8601 == "2026-07-14")
    #expect(found.authors == ["A. Writer"])
    #expect(found.details == [.init(key: "OPTIONS", value: "toc:nil")])
    // What only looks like it is text.
    #expect(try briefing("#+begin_src: x\n\nText\n").metadata.details.isEmpty)
  }

  @Test func anObjectOfJavaScript() throws {
    let found = try briefing("---js\n{\n  title: \"Grain\",\n  date: \"2026-07-14\"\n}\n---\nText\n")
    #expect(found.metadata.title == "Grain")
    #expect(found.metadata.date?.iso8601 == "2026-07-14")
    // What runs is not run, and stays to be read.
    let code = try briefing("---js\n{\n  title: make()\n  + 1,\n}\n---\nText\n")
    #expect(code.metadata.date == nil)
  }

  @Test func pandocsTitleBlock() throws {
    let metadata = try briefing("% Tolls\n  rise\n% A. Writer; B. Editor\n% 15 May 2025\n\nBody\n").metadata
    #expect(metadata.title == "Tolls rise")
    #expect(metadata.authors == ["A. Writer", "B. Editor"])
    #expect(metadata.date?.iso8601 == "2025-05-15")
    #expect(try briefing("%\n%\n% 2025-05-15\n").metadata.date?.iso8601 == "2025-05-15")
  }

  /// What programs write that turn web pages into Markdown: a paragraph for each key.
  @Test func pagesOfTheWeb() throws {
    let briefing = try briefing(
      "Title: Tolls rise\n\nURL Source: https://www.example.org/a\n\nPublished Time: 2025-05-15T06:00:00Z\n\n"
        + "Markdown Content:\nBody\n")
    #expect(briefing.metadata.title == "Tolls rise")
    #expect(briefing.metadata.url == "https://www.example.org/a")
    #expect(briefing.metadata.source == "example.org")
    #expect(briefing.metadata.date?.iso8601 == "2025-05-15T06:00Z")
    #expect(briefing.metadata.details.isEmpty)
    #expect(body(briefing) == "Body\n")
  }

  @Test func escapesOfJSON() throws {
    let briefing = try briefing(
      "{\"title\": \"\\ud83d\\ude80 a\\/b \\\"c\\\" \\u00e9 }\", \"x\": {\"y\": [1, {\"z\": \"]\"}]}, \"half\": \"\\ud83d\"}\nBody\n"
    )
    #expect(briefing.metadata.title == "🚀 a/b \"c\" é }")
    #expect(briefing.metadata.details.map(\.key) == ["x", "half"])
    #expect(body(briefing) == "Body\n")
  }

  /// Front matter, what the key of a meaning is that counts, and what it says.
  @Test(arguments: [
    ("created: 2025-01-01\ndate: 2025-05-15\n", "2025-05-15"),
    ("published: 2025-05-15\ntimestamp: 1\n", "2025-05-15"),
    ("date:\npublishDate: 2025-05-15\n", "2025-05-15"), ("date: soon\npublished: 2025-05-15\n", "2025-05-15"),
    ("publish-date: 2025-05-15\n", "2025-05-15"), ("Published Time: 2025-05-15\n", "2025-05-15"),
    ("updated: 2025-05-16\n", nil), ("date: 03/04/2025\n", nil), ("Date: 2025/05/15\n", "2025-05-15"),
    ("extra:\n  date: 2025-01-01\ndate: 2025-05-15\n", "2025-05-15"),
  ])
  func theFirstDateCounts(yaml: String, date: String?) throws {
    #expect(try briefing("---\n\(yaml)---\n").metadata.date?.iso8601 == date)
  }

  @Test func addressesAndSources() throws {
    func metadata(_ yaml: String) throws -> Metadata { try briefing("---\n\(yaml)\n---\n").metadata }
    #expect(try metadata("source: https://www.example.org/a").url == "https://www.example.org/a")
    #expect(try metadata("source: https://www.example.org/a").source == "example.org")
    #expect(try metadata("source: The desk\nlink: https://example.org/a").source == "The desk")
    #expect(try metadata("url: https://a.example\nsource: https://b.example/x").url == "https://a.example")
    #expect(try metadata("permalink: /2025/05/15/").url == nil)
    #expect(
      try metadata("permalink: /2025/05/15/").details == [.init(key: "permalink", value: "/2025/05/15/")])
    #expect(try metadata("sitename: Site\nhostname: h.example").source == "Site")
    #expect(
      try metadata("sitename: Site\nhostname: h.example").details == [
        .init(key: "hostname", value: "h.example")
      ])
    #expect(try metadata("locale: pt_BR.UTF-8").language == "pt-BR")
    #expect(try metadata("lastmod: 2025-05-16").updated?.iso8601 == "2025-05-16")
  }

  @Test(arguments: [
    ("unread: true", false), ("unread: false", true), ("seen: yes", true), ("read: 0", false),
    ("read: 5 min", nil),
    ("title: x", nil), ("Unread: TRUE", false),
  ])
  func flagsOfFeedReaders(yaml: String, isRead: Bool?) throws {
    let metadata = try briefing("---\n\(yaml)\n---\n").metadata
    #expect(metadata.isRead == isRead)
    #expect(metadata.warnings.isEmpty)
  }

  @Test(arguments: [
    ("author: {name: A. Writer, url: x}", ["A. Writer"]), ("author: [[A. Writer]]", ["A. Writer"]),
    ("author: '[[people/a|A. Writer]]'", ["A. Writer"]), ("editors: [A, B]", ["A", "B"]),
    ("authors: [{name: A}, B]", ["A", "B"]), ("author: A; B", ["A", "B"]),
    ("author: Writer, A.", ["Writer, A."]),
    ("author: []\nby: A", ["A"]),
  ])
  func authors(yaml: String, names: [String]) throws {
    let metadata = try briefing("---\n\(yaml)\n---\n").metadata
    #expect(metadata.authors == names)
    #expect(metadata.warnings.isEmpty)
  }

  @Test(arguments: [
    ("tags: gas grid", ["gas grid"]), ("tags: '#gas #grid'", ["gas", "grid"]),
    ("tags: ['#gas', '[[grid]]']", ["gas", "grid"]),
    ("tags: gas; grid", ["gas", "grid"]), ("category: gas", ["gas"]),
  ])
  func tags(yaml: String, tags: [String]) throws {
    #expect(try briefing("---\n\(yaml)\n---\n").metadata.tags == tags)
  }

  /// A string of several lines is no key.
  @Test func badLinesOfTOMLAreNamedByTheirNumbers() throws {
    let briefing = try briefing("+++\ntitle = \"T\"\n\"\"\"\na\"\"\"\nb c\n+++\n")
    #expect(briefing.metadata.warnings.map(\.line) == [3, 4, 5])
  }

  /// TOML that is none: each bad line costs its own value, and the rest counts. The line of the warning.
  @Test(arguments: [
    ("title = Tolls rise", "Tolls rise", 2), ("title = \"Tolls rise", "Tolls rise", 2),
    ("title = \"Tolls rise\"\nx = [1, 2", "Tolls rise", 3),
    ("title = \"Tolls rise\"\nfoo bar", "Tolls rise", 3),
    ("title = \"Tolls rise\"\nx = {a = 1", "Tolls rise", 3),
    ("title = \"Tolls rise\" x", "Tolls rise\" x", 2),
    ("title = \"Tolls rise\"\n[x\ny = 1", "Tolls rise", 3),
    ("title = \"Tolls rise\"\nx = \"\\q\"", "Tolls rise", 3),
  ])
  func badLinesOfTOMLCostTheirValues(toml: String, title: String, line: Int) throws {
    let briefing = try briefing("+++\n\(toml)\nsource = 'S'\n+++\nBody\n")
    #expect(briefing.metadata.title == title)
    #expect(briefing.metadata.source == "S" || toml.contains("[x"))
    #expect(briefing.metadata.warnings.map(\.line).first == line)
    #expect(body(briefing) == "Body\n")
  }

  @Test func tablesOfTOML() throws {
    let metadata = try briefing(
      "+++\ntitle = 'T' # it\na.\"b c\" = 1\nwhen = 2025-05-15T06:00:00Z\n[[authors]]\nname = 'A'\n[[authors]]\nname = 'B'\n"
        + "[menu.main]\nname = 'About'\n[x]\ny = [[1], {z = [2]}]\n+++\n"
    ).metadata
    #expect(metadata.title == "T")
    #expect(metadata.authors == ["A", "B"])
    #expect(
      metadata.details == [
        .init(key: "a.b c", value: "1"), .init(key: "when", value: "2025-05-15T06:00:00Z"),
        .init(key: "menu.main.name", value: "About"), .init(key: "x.y", value: "[[1], {z = [2]}]"),
      ])
  }

  /// A fence of Markdown around the file: what stands in it is the page, whatever fences are in there.
  @Test func theFenceOfAWholeFile() throws {
    let inner = "# Page\n\n```python\nx = 1\n```\n\nEnd.\n"
    for text in [
      "```markdown\n\(inner)```\n", "````md\n\(inner)````\n\n  \n", "~~~markdown\n\(inner)~~~",
      "```markdown\n# Page\n\nEnd.\n",
    ] {
      let briefing = try briefing(text)
      #expect(briefing.metadata.title == "Page")
      #expect(body(briefing).hasSuffix("End.\n"))
      #expect(!briefing.hasFrontMatter)
    }
    // What a model says around it is none of the page.
    let page = inner + "\nThe strait reopened, and prices fell.\n"
    for text in [
      "Here is the briefing:\n\n```markdown\n\(page)```\n", "好的，以下是今日简报：\n```md\n\(page)```\n",
      "Sure!\n\n**Here's your digest:**\n\n```markdown\n\(page)```\n\nLet me know.\n",
    ] {
      let briefing = try briefing(text)
      #expect(briefing.metadata.title == "Page")
      #expect(body(briefing) == page)
    }
    let announced = try briefing(
      "Here it is:\n\n```markdown\n---\ntitle: Tolls rise\ndate: 2025-05-15\n---\nBody\n```\n")
    #expect(announced.metadata.title == "Tolls rise")
    #expect(announced.metadata.date?.iso8601 == "2025-05-15")
    // Text with an example in it.
    let long = page + String(repeating: "\nThe strait reopened.\n", count: 40)
    for text in [
      "Write it so.\n\n```markdown\n\(inner)```\n",
      "A long sentence that says how it is done, and why it is:\n\n```markdown\n# A\n```\n",
      "As here:\n\n```markdown\n\(inner)```\n\n## Next\n", "As here:\n\n```markdown\nx\n\(inner)```\n",
      // What follows is too long for a remark.
      "As here:\n\n```markdown\n\(long)```\n\n\(String(repeating: "word ", count: 120))\n",
      "As here:\n\n```swift\n\(inner)```\n", "# Guide\n\nAs here:\n\n```markdown\n\(inner)```\n",
    ] {
      #expect(body(try briefing(text)) == text)
    }
    // What follows the fence is of the page, so the fence is as well.
    #expect(try briefing("```markdown\n\(inner)```\n\nText.\n").metadata.title == "File")
  }

  @Test func frontMatterThatSaysNothing() throws {
    let briefing = try briefing("---\n---\n\nBody\n")
    #expect(body(briefing) == "\nBody\n")
    #expect(!briefing.hasFrontMatter)
  }

  @Test func aSecondBlockAddsAndRepeats() throws {
    let metadata = try briefing("---\ntitle: A\n---\n\n---\ntitle: B\nsource: S\n---\nBody\n").metadata
    #expect(metadata.title == "A")
    #expect(metadata.source == "S")
    #expect(metadata.details == [.init(key: "title", value: "B")])
    #expect(metadata.warnings.isEmpty)
  }

  /// Every form within its limit, whatever it holds.
  @Test(arguments: [
    "+++\n%+++\n", "{%}\n", "Title: x\n%\n", "title:: x\n%\n", "% x\n%\n\n", "```toml\ntitle = 1\n%\n```\n",
    "```markdown\n%\n```\n",
    "+++\na = %\n+++\n", "---\n---\n%", "#+title: %\n", "---js\n{%}\n---\n",
  ])
  func hostileFormsAreHarmless(form: String) {
    let parts = [
      "[", "{", "]", "\"", "'", "\"\"\"", "\\", "a = [", "a = {b = ", "[[a]]\n", "[a.a]\n", "a.", "= ",
      "# \n", "a = \"\\u\"\n", "{\"a\":",
      "\\ud83d", ",", "a: b\n", " x\n", "% \n", "---\n", "```\n", "+++\n", "\0", "\u{FFFD}", "a = 1\n",
      "key:: v\n", "\r", "a='''",
    ]
    for part in parts {
      let text = form.replacing("%", with: String(repeating: part, count: 40_000))
      #expect(throws: Never.self) { try briefing(text) }
    }
  }

  /// Where the date is from, when the front matter has none.
  @Test(arguments: [
    ("x\n", "2024-05-01-x", "2024-05-01", DateOrigin.name),
    ("# News, 15 May 2025\n", "x", "2025-05-15", .heading),
    ("# News\n\n| Date | 2026-01-02 |\n|---|---|\n| By | X |\n", "x", "2026-01-02", .heading),
    ("# News\n\n| | |\n|---|---|\n| Vol | 3 |\n| **Date** | 2 January 2026 |\n", "x", "2026-01-02", .heading),
    ("# News\n\n**Date:** May 15, 2025\n", "x", "2025-05-15", .heading),
    ("# News\n\n*15 May 2025*\n\nText\n", "x", "2025-05-15", .heading),
    ("第407期(2026年7月10日)\n\n正文\n", "x", "2026-07-10", .heading),
    ("15 May 2025\n\n# News\n", "x", "2025-05-15", .heading),
    ("# News\n\nPublished on May 15, 2025\n", "x", "2025-05-15", .heading),
    ("# 会议\n\n- 日期：2025年7月10日\n- 地点\n", "x", "2025-07-10", .heading),
    ("# News, 15 May 2025\n", "2024-05-01", "2024-05-01", .name),
    ("## May 2025\n\nText\n", "x", "2025-05", .heading),
    ("# News\n\nMay 15, 2025 · 5 min read\n", "x", "2025-05-15", .heading),
    ("# News\n\nBy A. Writer, May 15, 2025\n", "x", "2025-05-15", .heading),
    ("# News\n\nBy A. Writer | May 15, 2025 | 4 min\n", "x", "2025-05-15", .heading),
    ("# News\n\n> Generated: 2025-05-15 09:00 UTC | Sources: 12\n", "x", "2025-05-15T09:00Z", .heading),
    ("# News\n\n_Generated on May 15, 2025 by a program_\n", "x", "2025-05-15", .heading),
    ("# News\n\nCreated: 2025-05-01\nPublished: 2025-05-15\n", "x", "2025-05-15", .heading),
    ("# Nouvelles\n\nPublié le 15 mai 2025\n", "x", "2025-05-15", .heading),
    ("# Notícias\n\nPublicado em 15 de maio de 2025\n", "x", "2025-05-15", .heading),
    ("# Notizie\n\nPubblicato il 15 maggio 2025\n", "x", "2025-05-15", .heading),
    ("# News\n\n14-Jul-26\n", "x", "2026-07-14", .heading),
  ])
  func theDateIsFrom(text: String, name: String, date: String, origin: DateOrigin) throws {
    let metadata = try briefing(text, name: name).metadata
    #expect(metadata.date?.iso8601 == date)
    #expect(metadata.dateOrigin == origin)
  }

  /// Dates of the text are not the page's.
  @Test(arguments: [
    "# News\n\nThe treaty was signed on 15 May 2025\n", "The war ended on 15 May 2025.\n",
    "# On 15 May 2025 it rained\n",
    "# Talks\n\nConference | 12 June 2026 | Berlin\n", "# A\n\nLast updated: 15 May 2025\n",
    "# Events\n\n### Concert\n\n15 May 2025\n", "# A\n\nDeadline: 15 May 2025\n",
    "# A\n\nBy the numbers: inflation fell 2% on 15 May 2024\n",
    "# A\n\nBy law the report is due 31 December 2027\n", "# A\n\nBy Monday, May 15, 2025\n",
    "# A\n\nA drive of ten min | from here to the port by 15 May 2025\n",
    "# A\n\nBy 15 May 2025 prices rose, in 5 min.\n", "# A\n\nBy A. Writer, born 3 May 1950 | 15 May 2025\n",
    "# A\n\n## B\n\nDate: 2025-05-15\n", "# A\n\nText.\n\nText.\n\n15 May 2025\n",
    "```\nDate: 2025-05-15\n```\n",
    "# A\n\n| Day | Who |\n|---|---|\n| 2025-05-15 | B |\n",
  ])
  func datesOfTheTextAreNone(text: String) throws {
    #expect(try briefing(text, name: "x").metadata.date == nil)
  }
}
