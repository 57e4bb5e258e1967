import ArgumentParser
import CommonMark
import CommonMarkSamples
import Foundation

/// Measures throughput, beside other parsers where they are installed.
struct ParseBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract:
      "Print MB/s on news-like Markdown, beside cmark, cmark-gfm and md2html where they are installed.")

  @Option(help: "The size of the generated file.") var size = ByteCount(argument: "20MB")!
  @Option(help: "A file to take instead.") var file: String?
  @Option(help: "How often each is measured; the best counts.") var runs = 5

  func run() throws {
    let source: [UInt8]
    let path: String
    if let file {
      path = file
      source = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    } else {
      source = NewsSample.make(byteCount: size.value)
      path = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(getpid()).md").path
      try Data(source).write(to: URL(fileURLWithPath: path))
    }
    defer { if file == nil { try? FileManager.default.removeItem(atPath: path) } }

    print("\(source.count) bytes, best of \(runs)")
    let document = try Document(parsing: source)
    try report("blocks", source) { _ = try Document(parsing: source) }
    try report("blocks, inlines", source) { try Self.parseAll(Document(parsing: source)) }
    let commonMark = Extensions()
    try report("blocks, inlines: no extensions", source) {
      try Self.parseAll(Document(parsing: source, extensions: commonMark))
    }
    try report("blocks, inlines, HTML", source) { _ = HTMLRenderer().render(try Document(parsing: source)) }
    let tree = document.treeByteCount
    print(
      String(
        format: "bytes of tree for each byte: blocks %.2f, all inlines %.2f",
        Double(tree.blocks) / Double(source.count), Double(tree.inlines) / Double(source.count)))
    for command in ReferenceCommand.installed {
      try report(command.name + " (process, HTML)", source) { try command.run(path) }
    }
  }

  private func report(_ name: String, _ source: [UInt8], _ body: () throws -> Void) throws {
    let best = try (0..<runs).map { _ in try Stopwatch.seconds(body) }.min() ?? 0
    print(
      name.padding(toLength: 36, withPad: " ", startingAt: 0),
      String(format: "%8.1f MB/s %9.1f ms", Double(source.count) / best / 1e6, best * 1000))
  }

  /// The inlines of every leaf.
  private static func parseAll(_ document: Document) throws {
    document.forEachLeaf { _, _ in }
  }
}
