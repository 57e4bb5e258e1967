/// How a producer names its files and says of them what they are.
struct CollectionConvention: Sendable {
  let name: String
  private let make: @Sendable (CollectionIssue) -> CollectionSample.File

  init(_ name: String, _ make: @escaping @Sendable (CollectionIssue) -> CollectionSample.File) {
    self.name = name
    self.make = make
  }

  func file(_ issue: CollectionIssue) -> CollectionSample.File { make(issue) }

  // New ones come last, for a file depends on its convention's place.
  static let all = names + frontMatter + pages + traps + producers + texts

  static func file(
    _ path: String, _ text: String, _ date: String?, _ title: String
  ) -> CollectionSample.File {
    .init(path: path, text: text, date: date, title: title)
  }

  /// Front matter between lines of `---`.
  static func yaml(_ lines: String, _ issue: CollectionIssue) -> String {
    "---\n\(lines)\n---\n\n\(issue.body)\n"
  }

  // MARK: Names and folders

  private static let names: [CollectionConvention] = [
    .init("name-jekyll") { file("\($0.iso)-\($0.slug).md", "\($0.body)\n", $0.iso, $0.title) },
    .init("name-jekyll-empty-front") {
      file("_posts/\($0.iso)-\($0.slug).md", "---\n---\n\($0.body)\n", $0.iso, $0.title)
    },
    .init("name-compact") {
      file("\($0.year)\($0.monthText)\($0.dayText).md", "\($0.body)\n", $0.iso, $0.iso)
    },
    .init("name-prefix") { file("digest-\($0.iso).md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title) },
    .init("name-prefix-alone") { file("digest-\($0.iso).md", "\($0.body)\n", $0.iso, "Digest") },
    .init("name-underscores") {
      file("\($0.year)_\($0.monthText)_\($0.dayText)_\($0.slug).md", "\($0.body)\n", $0.iso, $0.title)
    },
    .init("name-time") { file("\($0.iso)T06-00-00.md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title) },
    .init("name-dots") {
      file("\($0.dayText).\($0.monthText).\($0.year).md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title)
    },
    .init("name-words") {
      file(
        "\($0.monthName(.english)) \($0.day), \($0.year).md", "# \($0.title)\n\n\($0.body)\n", $0.iso,
        $0.title)
    },
    .init("name-month") {
      file("newsletter-\($0.isoMonth).md", "# \($0.title)\n\n\($0.body)\n", $0.isoMonth, $0.title)
    },
    .init("name-month-words") {
      file(
        "\($0.monthName(.english).lowercased())-\($0.year).md", "# \($0.title)\n\n\($0.body)\n", $0.isoMonth,
        $0.title)
    },
    .init("name-chinese") {
      file("\($0.year)年\($0.month)月\($0.day)日.md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title)
    },
    .init("folder-day") { file("\($0.iso)/index.md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title) },
    .init("folder-day-slug") { file("\($0.iso)-\($0.slug)/README.md", "\($0.body)\n", $0.iso, $0.title) },
    .init("folder-month") { file("\($0.isoMonth)/index.md", "\($0.body)\n", $0.isoMonth, $0.isoMonth) },
    .init("folder-steps") {
      file("\($0.year)/\($0.monthText)/\($0.dayText)/index.md", "\($0.body)\n", $0.iso, $0.iso)
    },
    .init("folder-steps-slug") {
      file(
        "en/\($0.year)/\($0.monthText)/\($0.dayText)/\($0.slug)/index.md", "\($0.body)\n", $0.iso, $0.title)
    },
    .init("folder-year-month-file") {
      file(
        "\($0.year)/\($0.monthText)/\($0.dayText)-\($0.slug).md", "# \($0.title)\n\n\($0.body)\n", $0.iso,
        $0.title)
    },
    .init("folder-year") {
      file("\($0.year)/\($0.monthText)-\($0.dayText).md", "# \($0.title)\n\n\($0.body)\n", $0.iso, $0.title)
    },
    .init("issue-number") {
      file("issue-\($0.number + 1).md", "\($0.body)\n", nil, "Issue \($0.number + 1)")
    },
    .init("issue-number-dot") { file("No.\($0.number + 1).md", "\($0.body)\n", nil, "No.\($0.number + 1)") },
    .init("folder-language") {
      file(
        "\($0.number % 2 == 0 ? "en" : "de")/\($0.year)-\($0.number / 2)/index.md",
        yaml("title: Weekly\nlang: \($0.number % 2 == 0 ? "en" : "de")\ndate: \($0.iso)", $0), $0.iso,
        "Weekly")
    },
  ]

  // MARK: Front matter

  private static let frontMatter: [CollectionConvention] = [
    .init("yaml") {
      file("\($0.slug)-\($0.number).md", yaml("title: \($0.title)\ndate: \($0.iso)", $0), $0.iso, $0.title)
    },
    .init("yaml-offset") {
      file(
        "post-\($0.number).md",
        yaml("layout: post\ntitle: \"\($0.title)\"\ndate: \($0.iso) 12:00:00 +0300\ntags: a b", $0),
        "\($0.iso)T12:00+03:00", $0.title)
    },
    .init("yaml-rfc2822") {
      file(
        "item-\($0.number).md",
        yaml(
          "title: \($0.title)\nlink: https://www.example.org/\($0.slug)\npubDate: Mon, \($0.day) \($0.monthName(.english).prefix(3)) \($0.year) 06:00:00 GMT",
          $0),
        "\($0.iso)T06:00Z", $0.title)
    },
    .init("yaml-headline") {
      file(
        "n\($0.number).md",
        yaml(
          "headline: \($0.title)\npublished: \($0.monthName(.english)) \($0.day), \($0.year)\nauthor:\n  name: A. Writer",
          $0),
        $0.iso, $0.title)
    },
    .init("yaml-french") {
      file(
        "n\($0.number).md",
        yaml("title: \($0.title)\ndate: \($0.day) \($0.monthName(.french)) \($0.year)\nlang: fr", $0), $0.iso,
        $0.title)
    },
    .init("yaml-slashes") {
      file(
        "n\($0.number).md", yaml("Title: \($0.title)\nDate: \($0.year)/\($0.monthText)/\($0.dayText)", $0),
        $0.iso, $0.title)
    },
    .init("yaml-obsidian") {
      file(
        "\($0.title) \($0.number).md",
        yaml("created: \($0.iso)\ntags: ['#news', '#ports']\nauthor: '[[A. Writer]]'", $0), $0.iso,
        "\($0.title) \($0.number)")
    },
    .init("yaml-doubled") {
      file(
        "n\($0.number).md",
        "---\ntitle: \($0.title)\ndate: \($0.iso)\n---\n---\nlayout: post\ntitle: \($0.title)\n---\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("yaml-in-markdown-fence") {
      file(
        "n\($0.number).md", "```markdown\n---\ntitle: \($0.title)\ndate: \($0.iso)\n---\n\n\($0.body)\n```\n",
        $0.iso, $0.title)
    },
    .init("yaml-fenced") {
      file(
        "n\($0.number).md", "```yaml\ntitle: \($0.title)\ndate: \($0.iso)\n```\n\n\($0.body)\n", $0.iso,
        $0.title)
    },
    .init("toml") {
      file(
        "n\($0.number).md",
        "+++\ntitle = \"\($0.title)\"\ndate = \($0.iso)T06:00:00-07:00\ndraft = false\n+++\n\n\($0.body)\n",
        "\($0.iso)T06:00-07:00", $0.title)
    },
    .init("toml-zola") {
      file(
        "n\($0.number).md",
        "+++\ntitle = '\($0.title)'\ndate = \($0.iso)\n[taxonomies]\ntags = [\"a\", \"b\"]\n[extra]\nlang = \"en\"\n+++\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("toml-reader") {
      file(
        "\($0.number).md",
        "+++\ntitle = \"\($0.title)\"\nlink = \"https://example.org/\($0.number)\"\nunread = true\ntimestamp = \(1_325_376_000 + $0.number % 28 * 86_400)\n+++\n\($0.body)\n",
        "2012-01-\($0.number % 28 < 9 ? "0" : "")\($0.number % 28 + 1)T00:00Z", $0.title)
    },
    .init("toml-advisory") {
      file(
        "A-\($0.number + 100).md",
        "```toml\n[advisory]\nid = \"A-\($0.number + 100)\"\ndate = \"\($0.iso)\"\nkeywords = [\"a\"]\n\n[versions]\npatched = [\">= 1\"]\n```\n\n# \($0.title)\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("json") {
      file(
        "n\($0.number).md",
        "{\n  \"title\": \"\($0.title)\",\n  \"date\": \"\($0.iso)T06:00:00Z\",\n  \"tags\": [\"a\", \"b\"]\n}\n\n\($0.body)\n",
        "\($0.iso)T06:00Z", $0.title)
    },
    .init("header-lines") {
      file(
        "\($0.slug)-\($0.number).md",
        "Title: \($0.title)\nDate: \($0.iso)\nTags: a, b\n\n\($0.body)\n\n## Updates\n\n# Quote of the Week\n\nText.\n",
        $0.iso, $0.title)
    },
    .init("header-lines-long") {
      file(
        "n\($0.number).md",
        "title:   \($0.title)\nauthor:  A. Writer\n         and others\ndate:    \($0.day). \($0.monthName(.german)) \($0.year)\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("header-paragraphs") {
      file(
        "n\($0.number).md",
        "Title: \($0.title)\n\nURL Source: https://example.org/\($0.number)\n\nPublished Time: \($0.iso)T06:00:00Z\n\nMarkdown Content:\n\($0.body)\n",
        "\($0.iso)T06:00Z", $0.title)
    },
    .init("logseq") {
      file(
        "n\($0.number).md", "title:: \($0.title)\ndate:: [[\($0.iso)]]\ntags:: [[a]], [[b]]\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("pandoc") {
      file(
        "n\($0.number).md",
        "% \($0.title)\n% A. Writer; B. Editor\n% \($0.monthName(.english)) \($0.day), \($0.year)\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
  ]

  // MARK: Pages

  private static let pages: [CollectionConvention] = [
    .init("heading-date") {
      file(
        "week-\($0.number).md", "# \($0.day) \($0.monthName(.english)) \($0.year)\n\n\($0.body)\n", $0.iso,
        "\($0.day) \($0.monthName(.english)) \($0.year)")
    },
    .init("heading-ends-chinese") {
      file(
        "\($0.number).md", "# 第\($0.number + 1)期(\($0.year)年\($0.month)月\($0.day)日)\n\n\($0.body)\n", $0.iso,
        "第\($0.number + 1)期(\($0.year)年\($0.month)月\($0.day)日)")
    },
    .init("heading-ends-russian") {
      file(
        "\($0.number).md", "# Новости, \($0.day) \($0.monthName(.russian)) \($0.year) г.\n\n\($0.body)\n",
        $0.iso,
        "Новости, \($0.day) \($0.monthName(.russian)) \($0.year) г.")
    },
    .init("heading-ends-spanish") {
      file(
        "\($0.number).md",
        "# Boletín del \($0.day) de \($0.monthName(.spanish)) de \($0.year)\n\n\($0.body)\n", $0.iso,
        "Boletín del \($0.day) de \($0.monthName(.spanish)) de \($0.year)")
    },
    .init("heading-ends-czech") {
      file(
        "\($0.number).md", "## Zprávy \($0.day). \($0.monthName(.czech)) \($0.year)\n\n\($0.body)\n", $0.iso,
        "Zprávy \($0.day). \($0.monthName(.czech)) \($0.year)")
    },
    .init("heading-ends-korean") {
      file(
        "\($0.number).md", "# 주간 소식 \($0.year)년 \($0.month)월 \($0.day)일\n\n\($0.body)\n", $0.iso,
        "주간 소식 \($0.year)년 \($0.month)월 \($0.day)일")
    },
    .init("line-bold") {
      file(
        "n\($0.number).md", "# \($0.title)\n\n**Date:** \($0.iso)\n**By:** A. Writer\n\n\($0.body)\n", $0.iso,
        $0.title)
    },
    .init("line-alone") {
      file(
        "n\($0.number).md",
        "# \($0.title)\n\n*\($0.monthName(.english)) \($0.day), \($0.year)*\n\n\($0.body)\n", $0.iso, $0.title
      )
    },
    .init("line-first") {
      file(
        "\($0.number + 1)-go.md", "第\($0.number + 1)号（\($0.year)年\($0.month)月\($0.day)日）\n\n\($0.body)\n",
        $0.iso, "\($0.number + 1) go")
    },
    .init("table-row") {
      file(
        "minutes-\($0.number).md",
        "# \($0.title)\n\n| | |\n|---|---|\n| Date | \($0.iso) |\n| Chair | A. Writer |\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("comment-first") {
      file("n\($0.number).md", "<!-- lint off -->\n\n# \($0.title)\n\n\($0.body)\n", nil, $0.title)
    },
  ]

  // MARK: What must not be guessed

  private static let traps: [CollectionConvention] = [
    .init("ambiguous-date") {
      file("n\($0.number).md", yaml("title: \($0.title)\ndate: 03/04/2025", $0), nil, $0.title)
    },
    .init("impossible-day") {
      file("2025-02-30-\($0.slug)-\($0.number).md", "# \($0.title)\n\n\($0.body)\n", nil, $0.title)
    },
    .init("date-in-the-text") {
      file(
        "n\($0.number).md",
        "# \($0.title)\n\nIt was signed on \($0.day) \($0.monthName(.english)) \($0.year) at noon.\n", nil,
        $0.title)
    },
    .init("range-in-heading") {
      file(
        "n\($0.number).md", "# Week of 5–11 \($0.monthName(.english)) \($0.year)\n\n\($0.body)\n", nil,
        "Week of 5–11 \($0.monthName(.english)) \($0.year)")
    },
    .init("quote-below") {
      file(
        "week-\($0.number + 1).md", "\($0.body)\n\n## Updates\n\nText.\n\n# Quote of the Week\n\nText.\n",
        nil, "Week \($0.number + 1)")
    },
    .init("version-name") { file("v2.\($0.number).1.md", "# \($0.title)\n\n\($0.body)\n", nil, $0.title) },
  ]
}
