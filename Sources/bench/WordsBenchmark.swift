import ArgumentParser
import BriefingFiles
import BriefingSearch
import Foundation

/// Measures what indexing costs on each of its threads: from a file to its searchable words.
struct WordsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Print the processor time that a folder's files take to become words.")

  @Argument(help: "The folder.") var folder: String
  @Option(help: "How often all is read; the best counts.") var runs = 3
  @Flag(help: "Print what tells whether two builds find the same words.") var checksum = false

  func run() throws {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let paths = names.filter { $0.hasSuffix(".md") }.sorted()
    if checksum {
      var sum = Checksum()
      for path in paths { sum.add(try Self.read(folder, path).words) }
      print(String(format: "checksum %016lx", sum.value))
    }
    var byteCount = 0
    var wordCount = 0
    let times = try (0..<runs).map { _ in
      (byteCount, wordCount) = (0, 0)
      return try Stopwatch.processorSeconds {
        for path in paths {
          let (size, words) = try Self.read(folder, path)
          byteCount += size
          for section in words.sections { wordCount += section.wordCount }
        }
      }
    }
    let megabytes = Double(byteCount) / 1e6
    let best = times.min() ?? 0
    print(
      String(
        format: "%d files, %.1f MB, %d words: %.3f CPU s, %.4f s for each MB, %.1f MB for each s",
        paths.count,
        megabytes, wordCount, best, best / megabytes, megabytes / best))
  }

  private static func read(_ folder: String, _ path: String) throws -> (size: Int, words: SearchableBriefing)
  {
    let file = try BriefingFile(path: "\(folder)/\(path)")
    return (file.bytes.count, try SearchableBriefing(file.parse(), path: path))
  }
}

/// A sum of all that is found in briefings (FNV-1a).
private struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ words: SearchableBriefing) {
    add(words.title)
    add(words.tags)
    for field in SearchQuery.MetadataField.allCases { words.metadata[field].map { add($0) } }
    add("\(words.language?.rawValue ?? "-") \(words.day?.number ?? 0)".utf8)
    for section in words.sections {
      add("\(section.ordinal) \(section.heading?.slug ?? "") \(section.heading?.line ?? 0)".utf8)
      add(section.title)
      add(section.body)
    }
  }

  private mutating func add(_ line: WordLine) {
    add(line.bytes)
    add("\(line.count)".utf8)
  }

  private mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
