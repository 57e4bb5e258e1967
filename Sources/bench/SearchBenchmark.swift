import ArgumentParser
import BriefingLibrary
import BriefingSearch
import Foundation

/// Measures the search of a library, beside ripgrep where it is installed.
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Index a library that `bench library` wrote, and search it.")

  @Argument(help: "The library's folder.") var folder: String
  @Option(help: "Where the index is kept; it is made anew.") var cache: String
  @Flag(help: "Take the index that is there, brought up to date, and measure queries alone.") var keep = false
  @Option(help: "Each query is run so often; the median counts.") var runs = 9

  @Option(help: "Measure only queries whose name has this text.") var only: String?

  /// What is looked for, and how ripgrep is asked for the same as nearly as it can be.
  private static let queries: [(name: String, query: String, pattern: String)] = [
    ("rare word", "zugzwang", "zugzwang"), ("word in most", "agreement", "agreement"),
    ("most common word", "the", "\\bthe\\b"), ("phrase", "\"the missile\"", "the missile"),
    ("prefix of three", "mis*", "\\bmis"),
    ("two words", "missile ankara", "missile"), ("accents", "erdogan", "erdo[gğ]an"),
    ("nowhere", "qqqq", "qqqq"),
  ]

  func run() throws {
    let search = LibrarySearch(library: folder, cache: cache)
    if keep {
      try search.refresh(.always)
    } else {
      try index(search)
      try refresh(search)
    }
    print("\nquery                again, ms  first, ms   found             rg -il ms")
    for entry in Self.queries where only.map({ entry.name.contains($0) }) ?? true {
      try measure(entry, search)
    }
    print("\nmemory: \(peakMemory() / 1024) MB at most")
  }

  private func index(_ search: LibrarySearch) throws {
    var report: LibrarySearch.Report?
    let seconds = try Stopwatch.seconds { report = try search.refresh(.fresh) }
    guard let report else { return }
    if let failure = report.failure { throw ValidationError(failure.message) }
    let megabytes = Double(report.bytesRead) / 1e6
    print(
      String(
        format:
          "index: %d briefings, %d sections, %.1f MB in %.2f s: %.1f MB/s; index %.1f MB, %.2f of the text",
        report.briefings, report.sections ?? 0, megabytes, seconds, megabytes / seconds,
        Double(report.indexBytes) / 1e6, Double(report.indexBytes) / 1e6 / megabytes))
    for problem in report.problems { print(problem.message) }
  }

  private func refresh(_ search: LibrarySearch) throws {
    let times = try (0..<5).map { _ in try Stopwatch.seconds { _ = try search.refresh(.always) } }
    print(String(format: "refresh, nothing changed: %.1f ms", times.sorted()[2] * 1000))
    var report: LibrarySearch.Report?
    try touch(100)
    let seconds = try Stopwatch.seconds { report = try search.refresh(.always) }
    print(String(format: "refresh, %d changed: %.1f ms", report?.read ?? 0, seconds * 1000))
    let paths = try touch(1)
    let one = try Stopwatch.seconds { report = try search.refresh(files: Set(paths)) }
    print(String(format: "refresh, %d changed and named: %.1f ms", report?.read ?? 0, one * 1000))
  }

  /// Makes some briefings look changed, and returns their paths below the folder.
  @discardableResult
  private func touch(_ count: Int) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let briefings = files.filter { $0.hasSuffix(".md") }.sorted()
    let changed = stride(from: 0, to: briefings.count, by: max(1, briefings.count / count)).prefix(count)
      .map { briefings[$0] }
    for path in changed {
      try FileManager.default.setAttributes(
        [.modificationDate: Date()], ofItemAtPath: "\(folder)/\(path)")
    }
    return changed
  }

  private func measure(_ entry: (name: String, query: String, pattern: String), _ search: LibrarySearch)
    throws
  {
    let query = SearchQuery(parsing: entry.query)
    var results = SearchResults(text: "")
    let times = try (0..<runs).map { _ in
      try Stopwatch.seconds { results = try search.search(query, limit: 20) }
    }
    let found = "\(results.total.sections) in \(results.total.briefings)"
    var line =
      entry.name.padding(toLength: 18, withPad: " ", startingAt: 0)
      + String(format: "%12.2f %10.2f   ", times.sorted()[times.count / 2] * 1000, times[0] * 1000)
      + found.padding(toLength: 18, withPad: " ", startingAt: 0)
    if let ripgrep = ReferenceCommand.ripgrep(entry.pattern) {
      let times = try (0..<5).map { _ in try Stopwatch.seconds { try ripgrep.run(folder, succeeds: [0, 1]) } }
      line += String(format: "%9.1f", times.sorted()[2] * 1000)
    }
    print(line)
  }

  /// The most memory that this process had, in kB.
  private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
