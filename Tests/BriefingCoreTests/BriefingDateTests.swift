import BriefingCore
import Testing

@Suite struct BriefingDateTests {
  @Test(arguments: [
    ("2025-05-15", "2025-05-15"), ("2025-05-15T09:30", "2025-05-15T09:30"),
    ("2025-05-15 09:30:00Z", "2025-05-15T09:30Z"),
    ("2025-05-15T09:30:59.999+03:00", "2025-05-15T09:30+03:00"),
    ("2025-5-5t9:30:00 -5", "2025-05-05T09:30-05:00"), ("2025-05-15  09:30+0545", "2025-05-15T09:30+05:45"),
    ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("0000-02-29", "0000-02-29"),
    ("9999-12-31T23:59:60z", "9999-12-31T23:59Z"), ("2025-05-15T00:00-00:30", "2025-05-15T00:00-00:30"),
  ])
  func reads(text: String, iso8601: String) {
    #expect(BriefingDate(text)?.iso8601 == iso8601)
  }

  @Test(arguments: [
    "", "2025", "2025-05", "25-05-15", "2025-05-15T", "2025-00-10", "2025-13-10", "2025-04-31", "2025-02-29",
    "1900-02-29", "2025-05-00", "2025-05-32", "2025-05-15 24:00", "2025-05-15 09:60", "2025-05-15 9:5",
    "2025-05-15 09:30:61", "2025-05-15T09:30+24:00", "2025-05-15T09:30+01:60", "2025-05-15T09:30 x",
    "15 May 2025", "2025/05/15", "2025-05-15x", "２０２５-05-15", "-2025-05-15", "2025-05-15T09:30:00.",
    "99999999999999999999-01-01",
  ])
  func refuses(text: String) {
    #expect(BriefingDate(text) == nil)
  }

  @Test func forPeople() {
    #expect(BriefingDate("2025-05-05T09:30")?.formatted == "5 May 2025")
  }

  @Test func orders() throws {
    let inOrder = [
      "0000-01-01", "0000-02-29", "0000-03-01", "1999-12-31", "2000-02-29", "2000-03-01", "2025-05-14",
      "2025-05-15T23:30+24:00", "2025-05-15", "2025-05-15T00:00+00:00", "2025-05-15T09:30+03:00",
      "2025-05-15T08:00Z", "2025-05-15T04:30-05:00", "2025-05-15T23:59", "2025-05-16", "9999-12-31",
    ]
    let dates = inOrder.compactMap { BriefingDate($0) }
    #expect(dates.count == inOrder.count - 1, "an offset of a day is none")
    #expect(dates.shuffled().sorted() == dates)
    for (a, b) in zip(dates, dates.dropFirst()) {
      #expect(a < b)
      #expect(!(b < a))
    }
  }

  @Test func aRecentDayHasItsNameAndAYearOnlyWhereItIsAnotherOne() {
    let today = BriefingDate("2026-11-27")
    #expect(today?.recent(today: today) == "Fri 27 Nov")
    #expect(BriefingDate("2025-11-04")?.recent(today: today) == "Tue 4 Nov 2025")
    #expect(BriefingDate("2000-02-29")?.recent(today: nil) == "Tue 29 Feb 2000")
    #expect(BriefingDate(year: 2026, month: 3)?.recent(today: today) == "Mar")
  }
}
