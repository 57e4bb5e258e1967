import ArgumentParser

/// Measures the parser and the search.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the Markdown parser, the reader and the search of a library.",
    subcommands: [
      ParseBenchmark.self, HostileBenchmark.self, SearchBenchmark.self, WordsBenchmark.self,
      KeystrokeBenchmark.self, FindBenchmark.self, HeapBenchmark.self, LongLeafBenchmark.self,
      MemoryBenchmark.self, AnchorBenchmark.self, RelevanceBenchmark.self, StateBenchmark.self,
      ListBenchmark.self, FollowBenchmark.self, CollectionBenchmark.self,
      GenerateSample.self, GenerateLibrary.self,
    ])
}

/// A number of bytes as people write it: `300`, `64kB`, `20MB`.
struct ByteCount: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    let units = [("MB", 1_000_000), ("kB", 1000), ("", 1)]
    guard let unit = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(argument.dropLast(unit.0.count)), number >= 0, number <= 1000
    else {
      guard let number = Int(argument), number >= 0 else { return nil }
      value = number
      return
    }
    value = number * unit.1
  }
}
