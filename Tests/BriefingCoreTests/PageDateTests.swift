import Testing

@testable import BriefingCore

/// Dates that the beginning of a page states.
@Suite struct PageDateTests {
  private func metadata(_ text: String) throws -> Metadata {
    try Briefing(parsing: Array(text.utf8), file: .init(name: "file")).metadata
  }

  @Test(arguments: [
    // A section's name beside it says that it is the page's.
    ("# Tolls\n\n2 Jan 2026 | News", "2026-01-02"), ("# Tolls\n\nPolitik · 2. Januar 2026", "2026-01-02"),
    ("# 2 Jan 2026 | News\n\nTolls", "2026-01-02"), ("# Tolls\n\n2 Jan 2026 | Berlin", nil),
    ("# Tolls\n\nNews | 2 Jan 2026 | 8 Jan 2026", nil), ("# Tolls\n\nNews | January 2026", nil),
    ("# 4 July 1976 | How we celebrated\n\nText", nil),
    ("# 2 Jan 2026 | The daily briefing\n\nText", "2026-01-02"),
    ("# 2 Jan 2026: the treaty\n\nTolls", nil),
    // To Markdown these are lists of one item.
    ("# Tolls\n\n14. Juli 2026\n\nText", "2026-07-14"),
    ("# Hírlevél\n\n2026. július 14., kedd", "2026-07-14"),
    ("# Tolls\n\n1. July 2026\n2. Text", "2026-07"),
    // Place and day stand above a press release.
    ("# Tolls\n\nBerlin, 10. Juli 2026\n\nText", "2026-07-10"),
    ("# Tolls\n\nParis, le 14 juillet 2026", "2026-07-14"),
    ("# Tolls\n\n> We wait.\n> Winston Churchill, June 4, 1940", nil),
    ("# Tolls\n\nWe wait.\n\nWinston Churchill, June 4, 1940", nil),
    ("# Tolls\n\nDeadline, 14 July 2026", nil), ("# Tolls\n\nMeeting, 14 July 2026", nil),
    ("# Tolls\n\nSince then, 14 July 2026", nil), ("# Tolls\n\nBerlin, 10 July 2026, was quiet.", nil),
    // What follows a labelled date is no part of it, unless it is another date.
    ("# Tolls\n\n发布时间：2026年07月10日 来源：新华社", "2026-07-10"),
    ("# Tolls\n\n*Published: 14 Jul 2026, 09:12 BST | Updated: 15 Jul 2026*", "2026-07-14T09:12+01:00"),
    ("# Tolls\n\nDate: 2026-07-14, 09:30-11:30 UTC", "2026-07-14T09:30Z"),
    ("# Tolls\n\nDate/Time: 14 July 2026, 10:00", "2026-07-14T10:00"),
    ("# Tolls\n\nDate: July 6, 2026 – July 12, 2026", nil), ("# Tolls\n\nDate: 2026/07/14 → 2026/07/20", nil),
    ("# Tolls\n\nDate: July 14, 2026, moved to July 15, 2026", nil),
    ("# Tolls\n\nTue 14 Jul 2026 09.12 BST", "2026-07-14T09:12+01:00"),
    ("# Tolls\n\nDate: July 14, 2026 9:30 AM (GMT+2)", "2026-07-14T09:30+02:00"),
    ("# Tolls\n\n٢٩ محرم ١٤٤٨ هـ الموافق ١٤ يوليو ٢٠٢٦ م", "2026-07-14"),
    ("# Tolls\n\nTerça-feira, 14 de julho de 2026", "2026-07-14"),
    ("# Tolls\n\nSelasa, 14 Juli 2026", "2026-07-14"),
    // Each part of a byline in a line of its own.
    ("# Tolls\n\nA. Writer\n\n·\n\n5 min read\n\n·\n\nJul 14, 2026", "2026-07-14"),
    ("# Tolls\n\nOne.\n\nTwo.\n\nJul 14, 2026", nil),
    ("# Tolls\n\n📅 July 14, 2026", "2026-07-14"), ("# Tolls\n\n🗓️ **Date:** July 14, 2026", "2026-07-14"),
    ("# Tolls\n\n`2026-07-14`", "2026-07-14"), ("# Tolls\n\n— July 14, 2026", nil),
    // A heading that is the page's day, and those that are a diary's.
    ("# Brief\n## Tuesday, July 14, 2026\n\n## Grain", "2026-07-14"),
    ("# Brief\n\nText\n\n## July 14, 2026", nil),
    ("# Diary\n## July 14, 2026\n\nText\n\n## July 13, 2026", nil),
    ("# Diary\n## July 14, 2026\n\nText\n\n## Monday, July 13, 2026", nil), ("# Diary\n## July 2026", nil),
    // A subtitle starts no section.
    ("# Tolls\n\n### Why they rose\n\n[A. Writer](https://example.org)\n\nJan 2, 2026\n\nText", "2026-01-02"),
    ("# Tolls\n\n## Why they rose\n\nJan 2, 2026", nil),
    ("# Changes\n\n### 1.2\n\nJan 2, 2026\n\n### 1.1\n\nJan 1, 2026", nil),
    ("# Tolls\n\nText.\n\n### Why they rose\n\nJan 2, 2026", nil),
  ])
  func dates(text: String, date: String?) throws {
    let metadata = try metadata(text)
    #expect(metadata.date?.iso8601 == date)
    #expect(metadata.dateOrigin == (date == nil ? nil : .heading))
  }

  /// Those of the first bullet are the page's where it has nothing else.
  @Test(arguments: [
    ("- title:: Tolls\n  date:: 2026-01-02\n- Text\n", "Tolls", "2026-01-02"),
    ("- date:: 2026-01-02\n\ttitle:: Tolls\n\t- Text\n", "Tolls", "2026-01-02"),
    ("- title:: Tolls\n  Text\n- Text\n", "File", nil),
    ("- Text\n  title:: Tolls\n", "File", nil), ("- [ ] title:: Tolls\n", "File", nil),
    ("- std:: vector\n- Text\n", "File", nil),
  ])
  func propertiesOfTheFirstBullet(text: String, title: String, date: String?) throws {
    let metadata = try metadata(text)
    #expect(metadata.title == title)
    #expect(metadata.date?.iso8601 == date)
  }

  @Test func aDateInEitherOrderIsAWarning() throws {
    let metadata = try metadata("---\ntitle: Tolls\ndate: 26-May-14\n---\nText\n")
    #expect(metadata.date == nil)
    #expect(metadata.warnings.map(\.line) == [3])
  }
}
