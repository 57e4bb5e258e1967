import ArgumentParser
import CommonMarkSamples
import Foundation

/// Lists collections in every convention of producers with the built program, and counts which dates and titles are right.
struct CollectionBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collections",
    abstract:
      "List collections in many conventions with the built program; count dates and titles that are right.",
    discussion: """
      Of files that state a date those are right that are listed with it, of the others those that are listed with the \
      file's time as a guess, or with no other date. All files have one time, as after a clone. Rows are told apart where \
      no other of the collection looks the same, dates aside.
      """)

  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "Files of each convention.") var files = 20
  @Option(help: "Where the sequence starts.") var seed: UInt64 = 1
  @Option(help: "A folder to leave the collections in; there must be none.") var out: String?
  @Flag(help: "Write the collections and list nothing.") var writeOnly = false

  /// Counts of a collection.
  private struct Score {
    var files = 0
    var (dates, wrongDates, titles, apart) = (0, 0, 0, 0)

    mutating func add(_ other: Score) {
      files += other.files
      dates += other.dates
      wrongDates += other.wrongDates
      titles += other.titles
      apart += other.apart
    }
  }

  func run() throws {
    let folder = out ?? "\(NSTemporaryDirectory())briefing-collections-\(UUID().uuidString)"
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("\(folder): is there already; remove it, or name another folder")
    }
    defer { if out == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    var total = Score()
    if !writeOnly { Self.print("", "files", "dates", "wrong", "titles", "apart") }
    for name in CollectionSample.conventions {
      let files = CollectionSample(seed: seed).files(name, count: files)
      let root = "\(folder)/\(name)"
      for file in files { try Self.write(file, to: "\(root)/\(file.path)") }
      guard !writeOnly else { continue }
      let score = try score(files, root, program)
      Self.print(name, score)
      total.add(score)
    }
    if !writeOnly { Self.print("all", total) }
  }

  /// One time for all, so that it tells nothing.
  private static let modified = Date(timeIntervalSince1970: 1_700_000_000)

  private static func write(_ file: CollectionSample.File, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: url)
    try FileManager.default.setAttributes([.modificationDate: modified], ofItemAtPath: path)
  }

  private struct Row: Decodable {
    var path: String
    var title: String
    var date: String?
    var dateFrom: String?
  }

  private func score(_ files: [CollectionSample.File], _ root: String, _ program: String) throws -> Score {
    let rows = try JSONDecoder().decode([Row].self, from: Self.output(of: program, ["list", "--json", root]))
    let byPath = Dictionary(rows.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var score = Score()
    for file in files {
      score.files += 1
      guard let row = byPath["\(root)/\(file.path)"] else { continue }
      // Versions that do not say where a date is from show the file's time as any other.
      let isGuess = row.dateFrom == "file" || row.dateFrom == nil && row.date?.hasPrefix("2023-11-14") == true
      let stated = isGuess ? nil : row.date
      if stated == file.date { score.dates += 1 } else if stated != nil { score.wrongDates += 1 }
      if row.title == file.title { score.titles += 1 }
    }
    let table = try String(decoding: Self.output(of: program, ["list", root]), as: UTF8.self)
    // The second column: what a row is called.
    let names = table.split(separator: "\n").map { line -> String in
      let columns = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: line.first != " ")
      let rest = columns.count > 1 ? columns[1].drop { $0 == " " } : line.drop { $0 == " " }
      return rest.firstRange(of: "  ").map { String(rest[..<$0.lowerBound]) } ?? String(rest)
    }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    score.apart = names.count { counts[$0] == 1 }
    return score
  }

  private static func output(of program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  private static func print(_ name: String, _ score: Score) {
    Self.print(
      name, "\(score.files)", "\(score.dates)", "\(score.wrongDates)", "\(score.titles)", "\(score.apart)")
  }

  private static func print(_ name: String, _ columns: String...) {
    let cells = columns.map { String(repeating: " ", count: max(0, 8 - $0.count)) + $0 }
    Swift.print(name.padding(toLength: 26, withPad: " ", startingAt: 0) + cells.joined())
  }
}
