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
  @Option(
    help: "Write the pages and their articles into this folder, for other programs to be measured by them.")
  var out: String?
  @Flag(help: "Read articles that are made to be slow instead, in 250 kB and 1 MB.") var hostile = false
  @Option(help: "Of those, only shapes whose name has this text.") var only: String?

  func run() throws {
    if hostile { return try printGrowth() }
    if let out { try writePages(into: out) }
    try printShares()
    try printSpeeds()
  }

  /// Writes each page as `NAME.html`, and what of it is the article as `NAME.txt`.
  private func writePages(into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for sample in SiteSample.all {
      let path = "\(folder)/\(sample.name.replacing(" ", with: "-"))"
      try sample.page.write(toFile: path + ".html", atomically: true, encoding: .utf8)
      try sample.article.write(toFile: path + ".txt", atomically: true, encoding: .utf8)
    }
  }

  /// How time grows with articles that repeat something, and how much is written of them. Four times is linear.
  private func printGrowth() throws {
    var slow = 0
    let pages = HostilePage.all.map { (name: $0.name, form: ImportFormat.html, bytes: $0.html) }
    let others = HostileArticle.all.map { (name: $0.name, form: $0.form, bytes: $0.bytes) }
    let shapes = (pages + others).filter { shape in
      only.map { "\(shape.form): \(shape.name)".contains($0) } ?? true
    }
    for shape in shapes {
      let sources = [250_000, 1_000_000].map(shape.bytes)
      var best = [Double.infinity, Double.infinity]
      var written = 0
      for _ in 0..<runs {
        for (index, source) in sources.enumerated() {
          best[index] = min(
            best[index], Stopwatch.processorSeconds { written = Self.written(source, shape.form) })
        }
        if best[1] < best[0] * 5 { break }
      }
      let isLinear = best[1] < max(best[0] * 6, 0.05)
      slow += isLinear ? 0 : 1
      print(
        String(
          format: "%8.1f %8.1f ms, growth %4.1f, written %6.1f times ", best[0] * 1000, best[1] * 1000,
          best[1] / best[0], Double(written) / Double(sources[1].count))
          + "\(shape.form): \(shape.name.debugDescription)" + (isLinear ? "" : "  <- not linear"))
    }
    print("\(shapes.count) shapes, \(slow) not linear")
  }

  /// Bytes of what becomes of an article; none where it is refused.
  private static func written(_ source: [UInt8], _ format: ImportFormat) -> Int {
    var importer = Importer()
    importer.format = format
    let briefings = (try? importer.briefings(from: source).briefings) ?? []
    return briefings.reduce(0) { $0 + $1.fileText.utf8.count }
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
    let atom = Self.repeated(
      samples.map {
        "<entry><title>\($0.title)</title><id>\($0.title)</id><content type=\"html\">\(Self.escaped($0.body))</content></entry>"
      }
    ) { "<feed><title>The Example</title>\($0)</feed>" }
    let json = Self.repeated(
      samples.map { sample in
        var json = JSONWriter()
        json.object { json in
          for (key, value) in [("id", sample.title), ("title", sample.title), ("content_html", sample.body)] {
            json.key(key)
            json.string(value)
          }
        }
        return json.text + ","
      }
    ) { "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\($0){}]}" }
    let head = "From: A <a@example.org>\nSubject: A\nMIME-Version: 1.0\n"
    for (name, source) in [
      ("page", html), ("text", text), ("feed, RSS", entries), ("feed, Atom", atom), ("feed, JSON", json),
      ("mail with a page", head + "Content-Type: text/html\n\n" + html), ("mail of text", head + "\n" + text),
    ] {
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

  /// HTML as the text of an element of XML.
  private static func escaped(_ html: String) -> String {
    html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
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
