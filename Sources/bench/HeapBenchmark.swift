import ArgumentParser
import BriefingCore
import BriefingLayout
import Foundation

/// Measures what a page down costs in text that is one character, or none, for megabytes.
struct HeapBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heaps",
    abstract: "Measure a page down in a file of combining marks, soft hyphens, joiners and their like.")

  @Option(help: "The size of the heap.") var size = ByteCount(argument: "10MB")!

  private static let heaps = [
    ("letters", "a word "), ("combining marks", "\u{301}"), ("soft hyphens", "\u{AD}"),
    ("joiners", "\u{200D}"),
    ("non-joiners", "\u{200C}"), ("zero width spaces", "\u{200B}"), ("variation selectors", "\u{FE0F}"),
    ("joined emoji", "\u{1F469}\u{200D}"), ("tags", "\u{E0061}"), ("mixed", "\u{AD}\u{200D}\u{301}"),
  ]

  func run() throws {
    print("heap                          set, ms   page down, ms   rows")
    for (name, heap) in Self.heaps {
      let markdown = "a" + String(repeating: heap, count: size.value / heap.utf8.count) + "\n"
      let page = Page(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample")), width: 80)
      var rows = 0
      let set = Stopwatch.processorSeconds { rows = page.rowCount(of: 0) }
      var place = Place()
      let count = 20
      let down = Stopwatch.processorSeconds {
        for _ in 0..<count {
          place = page.place(place, movedBy: 23)
          _ = page.lines(from: place, count: 24)
        }
      }
      print(
        name.padding(toLength: 26, withPad: " ", startingAt: 0),
        String(format: "%10.1f %15.3f %6d", set * 1000, down / Double(count) * 1000, rows))
    }
  }
}
