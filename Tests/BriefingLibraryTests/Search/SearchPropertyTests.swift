import BriefingCore
import BriefingSearch
import GRDB
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// Both ways of searching find exactly the sections that a plain look at every word finds.
@Suite struct SearchPropertyTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func findsExactlyWhatAPlainLookFinds(seed: UInt64) throws {
    let library = try TemporaryFolder()
    let cache = try TemporaryFolder()
    var sample = SearchSample(seed: seed)
    for _ in 0..<30 { try library.write(sample.path(), sample.briefing()) }
    let indexed = LibrarySearch(library: library.path, cache: cache.path)
    for _ in 0..<3 {
      try indexed.refresh(.always)
      try compare(library, cache, indexed, &sample)
      try change(library, &sample)
    }
  }

  private static let queries = 25

  /// Edits, renames, removes and adds some briefings.
  private func change(_ library: TemporaryFolder, _ sample: inout SearchSample) throws {
    for _ in 0..<8 {
      guard let listing = try FolderListing(walking: library.path), !listing.isEmpty else { return }
      let path = listing[sample.below(listing.count)].path
      switch sample.below(4) {
      case 0: try library.write(path, sample.briefing())
      case 1:
        let other = try library.write(sample.path(), "")
        #expect(rename("\(library.path)/\(path)", other) == 0)
      case 2: unlink("\(library.path)/\(path)")
      default: try library.write(sample.path(), sample.briefing())
      }
    }
  }

  private func compare(
    _ library: TemporaryFolder, _ cache: TemporaryFolder, _ indexed: LibrarySearch,
    _ sample: inout SearchSample
  ) throws {
    let plain = try PlainSection.all(of: library.path)
    let briefings = try briefings(of: library.path)
    let stemmers = Stemmers()
    let index = try SectionIndex(at: IndexLocation(library: library.path, cache: cache.path))
    let scan = LibrarySearch(library: library.path, cache: cache.path)
    sample.remember(briefings.map(\.path))
    let states = sample.states
    for _ in 0..<Self.queries {
      let asked = sample.query()
      var query = SearchQuery(parsing: asked.text)
      query.resolve { states[$0.rawValue] ?? BriefingSet([]) }
      let answered = asked.answered(from: plain, stemmers)
      let expected = plain.filter { answered.fits($0, stemmers) }
      var shown = Set(expected.map(\.path))
      if expected.count < SearchPlan.enough {
        shown.formUnion(plain.filter { answered.fitsInPart($0, stemmers) }.map(\.path))
      }
      let names = expected.map { "\($0.path)#\($0.ordinal)" }.sorted()
      let counts = Dictionary(grouping: expected, by: \.path).mapValues(\.count)
      #expect(try sections(of: query, in: index) == names, "\(asked.text)")
      let corrections = try scan.search(query, limit: 1).corrections
      #expect(try sections(of: query, corrections, scanning: briefings) == names, "\(asked.text)")
      let order = sample.pick([SearchOrder.relevance, .newest])
      let limit = sample.pick([3, 1000])
      let folding = sample.pick([SearchFolding.close, .none])
      var found: [[SearchHit]] = []
      for search in [indexed, scan] {
        let results = try search.search(query, order: order, limit: limit, folding: folding)
        found.append(results.hits)
        #expect(
          results.total == .init(sections: names.count, briefings: counts.count), "\(asked.text)")
        let briefings = Dictionary(grouping: results.hits, by: \.path)
        let copies = results.hits.reduce(0) { $0 + $1.copies }
        #expect(briefings.count + copies == min(limit, shown.count), "\(asked.text)")
        for hit in results.hits {
          let path = String(hit.path.dropFirst(library.path.count + 1))
          let own = briefings[hit.path] ?? []
          let others = own.reduce(own.count - 1) { $0 + ($1.more ?? 0) }
          // Of those that lack words the best and its like are shown, and nothing is counted.
          #expect(counts[path].map { others == $0 - 1 } ?? (hit.more == 0), "\(asked.text)")
          #expect(hit.missing.isEmpty == (counts[path] != nil), "\(asked.text)")
        }
      }
      let orders = found.map { $0.map { "\($0.path):\($0.line) \($0.score) \($0.more ?? -1) \($0.missing)" } }
      #expect(orders[0] == orders[1], "\(asked.text)")
    }
  }

  /// All sections that the index finds.
  private func sections(of query: SearchQuery, in index: SectionIndex) throws -> [String] {
    try index.pool.read { db in
      try IndexSearch(db).allSections(of: query).map { "\($0.path)#\($0.ordinal)" }.sorted()
    }
  }

  private typealias Briefings = [(path: String, words: SearchableBriefing)]

  private func briefings(of library: String) throws -> Briefings {
    try #require(try FolderListing(walking: library)).map { entry in
      let briefing = try BriefingFile(path: library + "/" + entry.path).parse()
      return (entry.path, try SearchableBriefing(briefing, path: entry.path))
    }
  }

  /// All sections that a scan finds.
  private func sections(
    of query: SearchQuery, _ corrections: [SearchPlan.Correction], scanning briefings: Briefings
  ) throws -> [String] {
    var plan = SearchPlan(query)
    plan.apply(corrections)
    var matcher = TermMatcher(plan)
    return try briefings.flatMap { briefing in
      try briefing.words.sections
        .filter { try matcher.match($0, of: briefing.words, isCancelled: { false }).isComplete }
        .map { "\(briefing.path)#\($0.ordinal)" }
    }.sorted()
  }
}
