import ArgumentParser

/// Measures the parser and the search.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the Markdown parser, the reader and the search of a library.",
    subcommands: [
      ParseBenchmark.self, HostileBenchmark.self, SearchBenchmark.self, WordsBenchmark.self,
      KeystrokeBenchmark.self, ReadingKeysBenchmark.self, FindBenchmark.self, HeapBenchmark.self,
      LongLeafBenchmark.self, PageFeatureBenchmark.self,
      MemoryBenchmark.self, AnchorBenchmark.self, RelevanceBenchmark.self, StateBenchmark.self,
      ChangesBenchmark.self,
      StartBenchmark.self, ListBenchmark.self, FollowBenchmark.self, CollectionBenchmark.self,
      ImportBenchmark.self,
      GenerateSample.self, GenerateLibrary.self,
    ])
}
