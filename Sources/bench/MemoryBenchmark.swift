import ArgumentParser
import BriefingFiles
import CommonMarkSamples
import Foundation
import ProgramDriver

/// Measures the most memory that the built program takes for folders that are made to take much.
struct MemoryBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "List, index and search folders of large files with the built program, and show its memory.",
    discussion: """
      While a folder is indexed it is to stay within 256 MB and twice the largest file, whatever is in it: the verdict. It
      ends with 1 where a folder took more.
      """)

  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "Where the folders are written; without it, in a folder that goes again.") var out: String?
  @Option(help: "Measure only shapes whose name has this text.") var only: String?
  @Option(help: "Megabytes of the files of small things.") var size = 20

  /// A folder: its files, the largest of them, and whether a briefing is to be found in it.
  private struct Shape {
    var name: String
    var files: Int
    var byteCount: Int
    var text: Text

    indirect enum Text {
      case nuls, news
      /// The same again and again, after a beginning.
      case repeated(String, after: String = "")
      /// Runs of one backtick, of two, and so on.
      case backticks
      /// Something with a number, after a beginning.
      case numbered(after: String = "", @Sendable (Int) -> String)
      /// Each file has the next of these.
      case inTurn([Text])

      /// Words of six letters, none of them twice in some files of a few megabytes, that are to have inflections.
      static let words = Text.numbered(after: "---\nlang: en\n---\n") {
        MemoryBenchmark.word($0, letters: 6) + " "
      }
      /// Different words of each kind: long ones, hashes, pairs of ideographs, and some in languages with accents.
      static let mixed = Text.inTurn(
        [
          .numbered { MemoryBenchmark.word($0, letters: 6 + $0 % 60) + " " },
          .numbered {
            String($0 &* 2_654_435_761 % 1_000_003, radix: 16) + String(repeating: "0f", count: 17) + " "
          },
          .numbered {
            String(
              String.UnicodeScalarView(
                [$0, $0 / 1000].map { Unicode.Scalar(UInt16(0x4E00 + $0 * 7919 % 20_000))! }))
          },
        ]
          + ["de", "fr", "tr", "ru", "es", "hu", "ro"].map { language in
            .numbered(after: "---\nlang: \(language)\n---\n") {
              MemoryBenchmark.word($0, letters: 6) + (language == "ru" ? "ёй " : "üé ")
            }
          })
    }
  }

  private var shapes: [Shape] {
    [
      Shape(name: "one of 500 MB, all NUL", files: 1, byteCount: 500_000_000, text: .nuls),
      Shape(name: "one of 200 MB, news", files: 1, byteCount: 200_000_000, text: .news),
      Shape(name: "two of 100 MB, news", files: 2, byteCount: 100_000_000, text: .news),
      Shape(name: "20 of 20 MB, news", files: 20, byteCount: 20_000_000, text: .news),
      Shape(name: "100 of 4 MB, news", files: 100, byteCount: 4_000_000, text: .news),
      Shape(name: "5000 of 40 kB, news", files: 5000, byteCount: 40_000, text: .news),
      Shape(name: "5000 of 40 kB, words", files: 5000, byteCount: 40_000, text: .words),
      Shape(name: "20 of 4 MB, words", files: 20, byteCount: 4_000_000, text: .words),
      Shape(name: "100 of 4 MB, words", files: 100, byteCount: 4_000_000, text: .words),
      Shape(name: "20 of 4 MB, mixed words", files: 20, byteCount: 4_000_000, text: .mixed),
      Shape(name: "2000 of 40 kB, mixed words", files: 2000, byteCount: 40_000, text: .mixed),
      Shape(name: "8 of 4 MB, items of a letter", files: 8, byteCount: 4_000_000, text: .repeated("- a\n\n")),
    ] + smallThings
  }

  /// Files of small things, each of which costs memory of its own: as many as the reader of files lets pass, or as a file
  /// of ``size`` has.
  private var smallThings: [Shape] {
    let (blocks, headings, wideTable) = (Self.blocks, Self.headings, Self.wideTable)
    return [
      small("items of a letter", .repeated("- a\n\n"), limit: blocks / 2),
      small("items of a letter, tight", .repeated("- a\n"), limit: blocks / 2),
      small("too many items", .repeated("- a\n"), limit: .max),
      small("quotes in quotes", .repeated(">"), limit: blocks - 1),
      small("lists in lists", .repeated("+ "), limit: blocks / 2 - 1),
      small("thematic breaks", .repeated("***\n"), limit: blocks),
      small("paragraphs", .repeated("a\n\n"), limit: blocks),
      small("lines in a quote", .repeated("> a\n"), limit: .max),
      small("empty headings", .repeated("#\n"), limit: headings),
      small("headings", .numbered { "# The heading number \($0)\n" }, limit: headings),
      small(
        "headings of level 6", .numbered { "#\(["", "#", "##", "###", "####", "#####"][$0 % 6]) \($0)\n" },
        limit: headings),
      small("link definitions of a letter", .repeated("[a]:b\n"), limit: blocks),
      small("link definitions", .numbered { "[\($0)]:b\n" }, limit: blocks),
      small("footnotes", .numbered { "[^\($0)]: b\n" }, limit: blocks / 2),
      small("footnotes that are referred to", .numbered { "[^\($0)]: [^\($0 + 1)]\n" }, limit: blocks / 2),
      small(
        "cells", .repeated("|a|b|c|d|e|f\n", after: "|a|b|c|d|e|f\n|-|-|-|-|-|-\n"), limit: blocks / 7 - 1),
      small("short rows", .repeated("|a\n", after: wideTable), limit: .max),
      small("indented code", .repeated("    a\n\nb\n"), limit: blocks / 2),
      small("HTML blocks", .repeated("<p>\n\n"), limit: blocks),
      small("angles", .repeated("<"), limit: .max),
      small("backticks", .repeated("` `` "), limit: .max),
      small("brackets", .repeated("["), limit: .max),
      small("stars", .repeated("*a"), limit: .max),
      small("links", .repeated("[a](b)"), limit: .max),
      small("images", .repeated("![](a)"), limit: .max),
      small("links in an open bracket", .repeated("[a](b)", after: "["), limit: .max),
      small("nested emphasis", .repeated("*a **b "), limit: .max),
      small("lines", .repeated("a\n"), limit: .max),
      small("hard breaks", .repeated("a\\\n"), limit: .max),
      small("code spans", .repeated("`a`"), limit: .max),
      small("footnote references", .repeated("[^a]", after: "[^a]: b\n\n"), limit: .max),
      small("backticks of each length", .backticks, limit: .max),
      small("cells of a wide table", .repeated("|a", after: wideTable), limit: .max),
      small("escaped pipes", .repeated("a\\|", after: "|a|\n|-|\n|"), limit: .max),
      small("stars in a heading", .repeated("*a", after: "# "), limit: .max),
      small("items of nested lists", .repeated("- a\n  - b\n    1. c\n"), limit: blocks / 9),
      small("tags in a block", .repeated("<p>a", after: "<div>\n"), limit: .max),
      small("lines of code", .repeated("a\n", after: "```\n"), limit: .max),
      small("numbers", .numbered { "\($0) " }, limit: .max),
      small("character references", .repeated("&lt;"), limit: .max),
      small("words of a letter", .repeated("a "), limit: .max),
      small("words", .words, limit: .max),
      small("hashes", .numbered { Self.word($0, letters: 40) + " " }, limit: .max),
      small("words of a kilobyte", .numbered { Self.word($0, letters: 1000) + " " }, limit: .max),
      small(
        "ideographs", .numbered { String(Unicode.Scalar(UInt16(0x4E00 + $0 * 7919 % 20_000))!) }, limit: .max),
      small("words with a hyphen", .repeated("a-b "), limit: .max),
      small("different words with a hyphen", .numbered { "a\($0)-b " }, limit: .max),
      small(
        "headings with short words",
        .numbered { number in
          "#\n" + (0..<20).map { Self.word(number &* 20 &+ $0, letters: 2) + " " }.joined() + "\n"
        },
        limit: headings),
      small("escaped pipes in a bracket", .repeated("a\\|", after: "|a|\n|-|\n|["), limit: .max),
      small("escaped stars", .repeated("\\*"), limit: .max),
      small("escaped stars in a cell", .repeated("\\*", after: "|a|\n|-|\n|"), limit: .max),
      small("code spans in a cell", .repeated("`a`", after: "|a|\n|-|\n|"), limit: .max),
      small("character references in a cell", .repeated("&lt;", after: "|a|\n|-|\n|"), limit: .max),
      small("addresses", .repeated("www.a.de "), limit: .max),
      small("mail addresses", .repeated("a@b.de "), limit: .max),
      small("wiki links", .repeated("[[a|b]] "), limit: .max),
      small("notes", .repeated("^[a]"), limit: blocks / 2),
      small("emoji codes", .repeated(":smile:"), limit: .max),
      small("marks", .repeated("==a== "), limit: .max),
      small("one heading", .repeated("a ", after: "# "), limit: .max),
      small("tags", .repeated("<b>"), limit: .max),
    ]
  }

  private static let blocks = BriefingFile.limits.blocks
  private static let headings = BriefingFile.limits.headings
  private static let wideTable =
    String(repeating: "|a", count: 5000) + "\n" + String(repeating: "|-", count: 5000) + "\n"

  /// A word that no other number has, where it has at least six letters.
  private static func word(_ number: Int, letters: Int) -> String {
    var rest = number &* 48_271 % 308_915_776
    return String(
      decoding: (0..<letters).map { index in
        defer { rest = index < 5 ? rest / 26 : (rest &* 31 &+ index) % 26 }
        return UInt8(97 + rest % 26)
      }, as: UTF8.self)
  }

  /// A shape of so many pieces, or of ``size`` where those are fewer.
  private func small(_ name: String, _ text: Shape.Text, limit: Int) -> Shape {
    let piece =
      switch text {
      case .repeated(let piece, _): piece.utf8.count
      case .numbered(_, let line): line(100_000).utf8.count
      case .nuls, .news, .backticks, .inTurn: 1
      }
    return Shape(name: name, files: 1, byteCount: min(size * 1_000_000 / piece, limit) * piece, text: text)
  }

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let root = out ?? "\(NSTemporaryDirectory())briefing-memory-\(UUID().uuidString)"
    defer { if out == nil { try? FileManager.default.removeItem(atPath: root) } }
    print(Self.line("", ["list, MB", "index, MB", "bound", "search, MB", "index, s", "verdict"]))
    var excesses = 0
    for (number, shape) in shapes.enumerated() where only.map({ shape.name.contains($0) }) ?? true {
      let folder = "\(root)/\(number)"
      try write(shape, to: folder)
      let cache = URL(fileURLWithPath: "\(root)/cache").path
      let list = try Self.measure([program, "list", folder], cache: cache)
      let index = try Self.measure([program, "index", folder, "--rebuild"], cache: cache)
      let search = try Self.measure([program, "search", "missile turkey", folder], cache: cache)
      let bound = 256 + 2 * shape.byteCount / 1_000_000
      print(
        Self.line(
          shape.name,
          [
            "\(list.megabytes)", "\(index.megabytes)", "\(bound)", "\(search.megabytes)",
            String(format: "%.1f", index.seconds), index.megabytes > bound ? "too much" : "within",
          ]))
      if index.megabytes > bound { excesses += 1 }
      if out == nil { try FileManager.default.removeItem(atPath: folder) }
    }
    if excesses > 0 { throw ExitCode.failure }
  }

  private static func line(_ name: String, _ figures: [String]) -> String {
    name.padding(toLength: 34, withPad: " ", startingAt: 0)
      + figures.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }

  /// Writes a shape's files, unless they are there.
  private func write(_ shape: Shape, to folder: String) throws {
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var bytes = Data()
    for number in 0..<shape.files {
      let text =
        if case .inTurn(let texts) = shape.text { texts[number % texts.count] } else { shape.text }
      switch text {
      case .nuls, .inTurn: bytes = Data(count: shape.byteCount)
      case .repeated(let piece, let beginning):
        bytes = Data(beginning.utf8)
        bytes.append(
          contentsOf: Array(repeating: Array(piece.utf8), count: shape.byteCount / piece.utf8.count).joined())
      case .backticks:
        bytes = Data("a ".utf8)
        var length = 1
        while bytes.count + length < shape.byteCount {
          bytes.append(contentsOf: Array(repeating: UInt8(ascii: "`"), count: length) + [UInt8(ascii: " ")])
          length += 1
        }
      case .numbered(let beginning, let line):
        bytes = Data(beginning.utf8)
        var number = 100_000 + number * 1_000_000
        while bytes.count < shape.byteCount {
          bytes.append(contentsOf: line(number).utf8)
          number += 1
        }
      // The same text ten times over would have the same words everywhere.
      case .news: bytes = Data(NewsSample.make(byteCount: shape.byteCount, seed: UInt64(number + 1)))
      }
      try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(number).md"))
    }
  }

  /// Runs a command to its end, its output thrown away, and returns the most memory that it had.
  private static func measure(_ command: [String], cache: String) throws -> (megabytes: Int, seconds: Double)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["XDG_CACHE_HOME": cache, "HOME": cache, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    var most = 0
    let seconds = try Stopwatch.seconds {
      try process.run()
      // Not `getrusage`: there a child starts with what its parent has.
      while process.isRunning {
        most = max(most, ProcessFacts(process.processIdentifier)?.peakMemory ?? 0)
        usleep(2000)
      }
    }
    guard process.terminationReason == .exit else {
      throw DriverFailure("\(command.joined(separator: " ")) was ended by a signal")
    }
    return (most / 1_000_000, seconds)
  }
}
