import ArgumentParser
import CommonMarkSamples
import Foundation

/// `soak corpus`: writes what `soak hostile` goes through.
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the hostile briefings of a seed into a folder.")

  @Option(help: "Where the sequence of random numbers starts.") var seed: UInt64 = 1
  @Option(help: "About how many bytes the large files have.") var size = 100_000
  @Option(help: "The folder; it is made where there is none.") var out: String

  func run() throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let corpus = HostileCorpus(seed: seed, byteCount: size)
    try HostileFolder.write(corpus.files, to: out)
    print("\(corpus.files.count) entries: \(out)")
  }
}
