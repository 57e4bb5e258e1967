import BriefingCore
import BriefingLayout
import Testing

/// Places hold at every width, and moving by rows is the same as counting lines.
@Suite struct PlaceTests {
  private static let widths = [1, 2, 7, 24, 40, 80, 200]

  private func page(_ width: Int) throws -> Page { try Sample.page(Everything.markdown, width: width) }

  @Test(arguments: widths)
  func `each row has its own place, and the place leads back to the row`(width: Int) throws {
    let page = try page(width)
    var last: Place?
    for unit in 0..<page.unitCount {
      for row in page.lines(of: unit).indices {
        let place = page.place(unit: unit, row: row)
        #expect(page.row(of: place) == row)
        if let last { #expect(last < place) }
        last = place
      }
    }
  }

  @Test(arguments: widths)
  func `moving by rows counts lines`(width: Int) throws {
    let page = try page(width)
    let all = page.lines(from: Place(), count: .max)
    #expect(all.count == (0..<page.unitCount).reduce(0) { $0 + page.lines(of: $1).count })
    for step in [1, 3, 17, all.count] {
      for index in stride(from: 0, to: all.count, by: 7) {
        let down = page.place(all[index].place, movedBy: step)
        #expect(down == all[min(all.count - 1, index + step)].place)
        let up = page.place(all[index].place, movedBy: -step)
        #expect(up == all[max(0, index - step)].place)
      }
    }
    #expect(page.place(Place(), movedBy: .max) == all.last?.place)
    #expect(page.place(all[5].place, movedBy: .min) == all[0].place)
  }

  @Test func `the last top shows the last line in the last row`() throws {
    let page = try page(40)
    let all = page.lines(from: Place(), count: .max)
    for height in [1, 2, 10, 50] {
      #expect(page.lastTop(height: height) == all[all.count - height].place)
    }
    #expect(page.lastTop(height: all.count) == all[0].place)
    #expect(page.lastTop(height: 10_000) == Place())
  }

  @Test func `a resize keeps the text at the top`() throws {
    let wide = try page(80)
    for (place, line) in wide.lines(from: Place(), count: .max) where place.skip == 0 && !line.cells.isEmpty {
      let narrow = wide.resized(to: 24)
      let shown = narrow.lines(from: place, count: 1)[0].line
      let text = Array(narrow.text(of: place.unit).string.utf8.dropFirst(place.offset))
      // The word at the old line's start is on the new top line, or its row is the one that it is part of.
      #expect(text.isEmpty || shown.start <= place.offset)
      #expect(narrow.resized(to: 80).lines(from: place, count: 1)[0].line == line)
    }
  }

  @Test func `a match in a table's cell is on the row of its place`() throws {
    let page = try Sample.page("| a | b |\n|---|---|\n| x | one two three four five six needle |", width: 16)
    let match = try #require(FindText(page)?.matches(of: FindQuery("needle"))?.first)
    let row = page.row(of: Place(unit: match.unit, offset: match.range.lowerBound))
    let line = page.lines(of: match.unit)[row]
    #expect(
      line.columns(of: match.range).map { String(line.text.dropFirst($0.lowerBound).prefix($0.count)) } == [
        "needle"
      ])
  }

  @Test func `the fraction grows from 0 to nearly 1`() throws {
    let page = try page(40)
    let fractions = page.lines(from: Place(), count: .max).map { page.fraction(of: $0.place) }
    #expect(fractions.first == 0)
    #expect(fractions == fractions.sorted())
    #expect(fractions.last.map { $0 > 0.95 && $0 <= 1 } == true)
  }

  @Test func `an empty briefing has no lines and no places but the start`() throws {
    let page = try Sample.page("")
    #expect(page.unitCount == 0)
    #expect(page.lines(from: Place(), count: 10).isEmpty)
    #expect(page.place(Place(), movedBy: 3) == Place())
    #expect(page.lastTop(height: 10) == Place())
    #expect(page.fraction(of: Place()) == 0)
    #expect(page.row(of: Place(unit: 5, offset: 7, skip: 9)) == 0)
  }

  @Test func `a place that no longer exists leads to what is near`() throws {
    let page = try Sample.page("one\n\ntwo")
    #expect(page.row(of: Place(unit: 1, offset: 999, skip: 999)) == 0)
    #expect(page.lines(from: Place(unit: 9), count: 3).isEmpty)
    #expect(page.place(Place(unit: 9), movedBy: 0) == page.place(unit: 1, row: 0))
  }
}
