import Testing

@testable import BriefingCore

/// Dates that a file's path states, and the title that its name makes.
@Suite struct PathDateTests {
  private func facts(_ path: String) -> (name: String, folders: [String]) {
    let steps = path.split(separator: "/").map(String.init)
    return (steps.last ?? "", Array(steps.dropLast()))
  }

  @Test(arguments: [
    ("2020-09-16-this-week", "2020-09-16"), ("2024-05-01/index", "2024-05-01"), ("20240501", "2024-05-01"),
    ("2023-05/index", "2023-05"), ("2023-05", "2023-05"), ("202305", "2023-05"), ("201005", nil),
    ("202405", "2024-05"), ("2024_05_01_news", "2024-05-01"),
    ("news-2024-05-01", "2024-05-01"), ("2024.05.01", "2024-05-01"), ("digest20240501", "2024-05-01"),
    ("2024-05-01T06-00-00", "2024-05-01"), ("20240501T0600-news", "2024-05-01"),
    ("2024-05-01_0600", "2024-05-01"),
    ("15.05.2025", "2025-05-15"), ("15-05-2025", "2025-05-15"), ("2025年7月10日", "2025-07-10"),
    ("第407期20240501", "2024-05-01"),
    ("May 15, 2025", "2025-05-15"), ("15-may-2025", "2025-05-15"), ("news_may-15-2025", "2025-05-15"),
    ("may-2025", "2025-05"), ("newsletter-2023-05", "2023-05"), ("2022/05/11/index", "2022-05-11"),
    ("2022/05/11/slug/index", "2022-05-11"), ("2022/05/11", "2022-05-11"), ("2022/05/11-title", "2022-05-11"),
    ("2022/05-11", "2022-05-11"), ("2022/0511", "2022-05-11"), ("2022/05/title", "2022-05"),
    ("2022/may/title", "2022-05"), ("2022/05-may/title", "2022-05"),
    ("2022/05", "2022-05"), ("2022-05/2022-05-11", "2022-05-11"), ("2022-05-11/2022-05", "2022-05-11"),
    ("2022-05/11", "2022-05"), ("archive/2022-05-11-news/a", "2022-05-11"),
    ("2024-05-01-review-of-2023-12-31", "2024-05-01"), ("2024-05-01-5-things", "2024-05-01"),
    ("issue-407", nil), ("No.562", nil), ("2024-02-30-x", nil), ("03-04-2025", nil), ("v2024.5", nil),
    ("CVE-2024-1234", nil), ("a1b20240501c", nil), ("3fa20240501", nil), ("120240501", nil), ("2024", nil),
    ("2024/notes", nil),
    ("from-2024-05-01-to-2024-05-07", nil), ("mfsa2024-01", nil), ("12345678", nil),
    ("1-2-2024-05-01", "2024-05-01"),
    ("2024-05-01/issue-3", "2024-05-01"), ("2021/2024-05-01", "2024-05-01"), ("a/b/c/d/e/f", nil), ("", nil),
    ("2026-W21", "2026-05-18"), ("2026W21-notes", "2026-05-18"), ("2026/W21/notes", "2026-05-18"),
    ("2026-W21-5-things", "2026-05-18"), ("2026-W60", nil), ("kw21-2026", "2026-05-18"),
    ("week-21-2026", nil),
    ("14-Jul-26", "2026-07-14"), ("14-jul-26-news", "2026-07-14"), ("issue-12-may-25", nil),
    ("12-may-25-2026", "2026-05-25"), ("issue-12-may-2025", "2025-05"), ("5-11-may-2025", "2025-05"),
    ("no-12-may-2025-news", "2025-05"), ("2-jan-8-jan-2026", "2026-01"),
    ("2026 07 14 brief", "2026-07-14"), ("14_07_2026", "2026-07-14"), ("04_05_2026", nil),
    ("2024年/7月/14日", "2024-07-14"), ("2022/05/11 the harbour", "2022-05-11"), ("14Jul2026", "2026-07-14"),
    ("march-notes-2024-05-01", "2024-05-01"), ("Mittwoch-2024-05-01", "2024-05-01"),
    ("2022/13/notes", nil), ("2022/05/40", "2022-05"), ("2020-2024/report", nil),
  ])
  func dates(path: String, iso8601: String?) {
    let (name, folders) = facts(path)
    #expect(PathDate.date(name: name, folders: folders)?.iso8601 == iso8601)
  }

  @Test(arguments: [
    ("2020-09-16-this-week", "This week"), ("issue-407", "Issue 407"), ("No.562", "No.562"),
    ("2024-05-01", "2024-05-01"),
    ("20240501", "2024-05-01"), ("2024-05-01/index", "2024-05-01"),
    ("2024-05-01-this-week/index", "This week"),
    ("weekly/_index", "Weekly"), ("weekly/README", "Weekly"), ("weekly/index.en", "Weekly"),
    ("weekly/indexes", "Indexes"),
    ("2022/05/11-the-harbour", "The harbour"), ("2022/05-11-the-harbour", "The harbour"),
    ("2022/05/11", "2022-05-11"),
    ("2022/05/notes", "Notes"), ("talks/11-the-harbour", "11 the harbour"), ("2022/05/11-f-35", "F 35"),
    ("2022/05/11/index", "2022-05-11"), ("2022/05/11/the-harbour/index", "The harbour"),
    ("news_of_the_day", "News of the day"),
    ("News of the Day", "News of the Day"), ("digest-2024-05-01", "Digest"),
    ("newsletter-2023-05", "Newsletter 2023 05"),
    ("Digest (2024-05-01)", "Digest"), ("2024-05-01 Digest", "Digest"), ("F-35 hopes", "F-35 hopes"),
    ("éclair", "Éclair"),
    ("第407期", "第407期"), ("15-may-2025", "15 may 2025"), ("", ""), ("---", "---"), ("index", "Index"),
    ("a.b", "A.b"), ("2026-W21", "2026 W21"), ("2026-W21-plan", "Plan"),
    ("2026-07-14T09-00-00", "2026-07-14"), ("20240501T0600Z-news", "News"), ("2026-07-14-2", "2026-07-14 2"),
    ("2026-07-14-0900", "2026-07-14 0900"), ("2025-12-31-2026-01-01", "2025-12-31 2026-01-01"),
    ("2026-07-14-open.ai", "Open.ai"), ("2026-07-14-about-web.tv", "About web.tv"),
    ("2026-07-14.en", "2026-07-14"), ("2026-07-14.pt-br", "2026-07-14"), ("2026-07-14-news.en", "News"),
    ("2026-07-14-en", "En"),
    ("Grain weekly 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d", "Grain weekly"),
    ("Notes 2026-07-14 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c60", "Notes"),
    ("1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c60", "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c60"),
  ])
  func titles(path: String, title: String) {
    let (name, folders) = facts(path)
    #expect(
      NameTitle.title(name: name, folders: folders, date: PathDate.date(name: name, folders: folders))
        == title)
  }
}
