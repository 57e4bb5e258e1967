import ArgumentParser
import CommonMarkSamples
import Foundation

/// Writes a news-like file.
struct GenerateSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write news-like Markdown, the same for the same size and seed.")

  @Option(help: "How much, for example 64kB or 20MB.") var size: ByteCount
  @Option(help: "Where the sequence starts.") var seed: UInt64 = 1
  @Option(help: "The file to write.") var out: String

  func run() throws {
    try Data(NewsSample.make(byteCount: size.value, seed: seed)).write(to: URL(fileURLWithPath: out))
  }
}
