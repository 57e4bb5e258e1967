import ArgumentParser
import BriefingLibrary
import BriefingSearch
import CommonMarkSamples
import Foundation

/// Measures how well a search ranks: with judged questions, and by looking for briefings that are known.
struct RelevanceBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relevance",
    abstract: "Measure the ranking: nDCG@10, MAP, MRR and success at k of queries as they are typed.",
    discussion: """
      FOLDER is a judged collection: documents.tsv (id, title, text), queries.tsv (id, text), judgements.tsv (query, \
      document, grade; or as TREC has them, also as qrels.txt); documents.trec and queries.trec serve too. Without one, a collection is \
      made by the seed. With --known-item, FOLDER is a library, such as `bench library` writes, of whose briefings some \
      are looked for by words of theirs.
      """)

  @Argument(help: "A judged collection, or with --known-item a library.") var folder: String?
  @Flag(help: "Look for known briefings of a library.") var knownItem = false
  @Option(help: "Where the sequence starts.") var seed: UInt64 = 1
  @Option(help: "How many briefings are looked for.") var items = 200

  func validate() throws {
    guard !knownItem || folder != nil else { throw ValidationError("--known-item: name a library") }
  }

  func run() throws {
    let temporary = "\(NSTemporaryDirectory())briefing-relevance-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    print(RankingMeasures.header)
    if knownItem, let folder {
      let search = LibrarySearch(library: folder, cache: "\(temporary)/cache")
      try search.refresh(.always)
      try KnownItems(library: folder, count: items, seed: seed).measure(search)
    } else {
      let collection =
        try folder.map { try JudgedFolder(reading: $0) } ?? JudgedFolder(JudgedCollection(seed: seed))
      try measure(collection, temporary)
    }
  }

  private func measure(_ collection: JudgedFolder, _ temporary: String) throws {
    let library = "\(temporary)/library"
    try collection.writeLibrary(to: library)
    let search = LibrarySearch(library: library, cache: "\(temporary)/cache")
    try search.refresh(.always)
    var (measures, long) = (RankingMeasures(), RankingMeasures())
    for query in collection.queries {
      guard let grades = collection.grades[query.id], grades.values.contains(where: { $0 > 0 }) else {
        continue
      }
      let found = try search.paths(of: SearchQuery(parsing: query.text), limit: 1000)
      let ranking = found.compactMap { Int($0.prefix { $0 != "." }).map { collection.documents[$0].id } }
      if collection.longQueries.contains(query.id) {
        long.add(ranking, grades)
      } else {
        measures.add(ranking, grades)
      }
    }
    print(measures.line("as typed"))
    if long.count > 0 { print(long.line("long questions")) }
  }
}
