import ArgumentParser
import BriefingCore
import BriefingImport
import CommonMarkSamples
import Foundation

/// Measures `briefing import`: what of pages it keeps, and how long it takes.
struct ImportBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Print the share of articles' words that imports keep and of others' that they let in, and their speed."
  )

  @Option(help: "How often each form is read; the best counts.") var runs = 5

  func run() throws {
    try printShares()
    try printSpeeds()
  }

  /// Words of the article that are in the briefing, and words that are in it besides, both in relation to the article's.
  private func printShares() throws {
    var (keptSum, otherSum) = (0.0, 0.0)
    let samples = SiteSample.all
    for sample in samples {
      let wanted = Self.words(sample.article)
      let got = Self.words(try Self.text(of: sample.page))
      let kept = wanted.reduce(0) { $0 + min($1.value, got[$1.key] ?? 0) }
      let other = got.reduce(0) { $0 + max(0, $1.value - (wanted[$1.key] ?? 0)) }
      let all = Double(max(1, wanted.values.reduce(0, +)))
      (keptSum, otherSum) = (keptSum + Double(kept) / all, otherSum + Double(other) / all)
      print(
        String(
          format: "kept %5.1f %%, let in %4.1f %%  ", 100 * Double(kept) / all, 100 * Double(other) / all)
          + sample.name)
    }
    let count = Double(samples.count)
    print(
      String(
        format: "%d kinds of sites: kept %.1f %%, let in %.1f %%", samples.count, 100 * keptSum / count,
        100 * otherSum / count))
  }

  /// What a reader sees of the briefing of a page, its front matter left out.
  private static func text(of page: String) throws -> String {
    let imported = try Importer().briefings(from: Array(page.utf8)).briefings
    return try imported.map { imported in
      let briefing = try Briefing(parsing: Array(imported.fileText.utf8), file: .init(name: "x"))
      let document = briefing.document
      return document.blocks.map { $0.kind.content == .inlines ? document.inlines(of: $0.id).plainText : "" }
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// How often each word stands in a text; a Chinese character is one.
  private static func words(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      for part in word.first.map({ $0 >= "一" && $0 <= "鿿" }) == true ? word.map(String.init) : [String(word)]
      {
        counts[part, default: 0] += 1
      }
    }
    return counts
  }

  // MARK: Speed

  private func printSpeeds() throws {
    let samples = (0..<200 as Range<UInt64>).map { ArticleSample(seed: $0, hasSigns: false) }
    let html = Self.repeated(samples.map(\.body)) { "<html><body><article>\($0)</article></body></html>" }
    let text = Self.repeated(samples.map(\.text)) { $0 }
    let entries = Self.repeated(
      samples.map {
        "<item><title>\($0.title)</title><guid>\($0.title)</guid><description><![CDATA[\($0.body)]]></description></item>"
      }
    ) {
      "<rss version=\"2.0\"><channel><title>The Example</title>\($0)</channel></rss>"
    }
    let mail = "From: A <a@example.org>\nSubject: A\nContent-Type: text/html\n\n" + html
    for (name, source) in [("page", html), ("text", text), ("feed", entries), ("mail", mail)] {
      let bytes = Array(source.utf8)
      let times = try (0..<runs).map { _ in
        try Stopwatch.processorSeconds {
          for briefing in try Importer().briefings(from: bytes).briefings { _ = briefing.fileText.utf8.count }
        }
      }
      let milliseconds = (times.min() ?? 0) * 1000
      let megabytes = Double(bytes.count) / 1e6
      print(
        String(
          format: "%.1f MB, %.0f ms, %.0f ms for each MB: ", megabytes, milliseconds, milliseconds / megabytes
        ) + name)
    }
  }

  /// About a megabyte of parts, in a frame.
  private static func repeated(_ parts: [String], _ frame: (String) -> String) -> String {
    var (text, next) = ("", 0)
    while text.utf8.count < 1_000_000 {
      text += parts[next % parts.count] + "\n"
      next += 1
    }
    return frame(text)
  }
}
