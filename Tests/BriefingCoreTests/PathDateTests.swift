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
    ("a.b", "A.b"),
  ])
  func titles(path: String, title: String) {
    let (name, folders) = facts(path)
    #expect(
      NameTitle.title(name: name, folders: folders, date: PathDate.date(name: name, folders: folders))
        == title)
  }
}
