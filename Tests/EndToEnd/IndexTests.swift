import CommonMarkSamples
import Foundation
import Testing

/// An index on disk, whatever happens to the programs that write it.
@Suite(.serialized) struct IndexTests {
  private let folder = TemporaryFolder()
  /// So many that the library is not a small one, which would be searched without an index.
  private static let briefings = (0..<600).map { LibrarySample()[$0] }
  private var count: Int { Self.briefings.count }

  private var library: String { folder.path + "/library" }
  private var environment: [String: String] {
    ["XDG_CACHE_HOME": folder.path + "/cache", "PATH": "/usr/bin:/bin", "HOME": folder.path]
  }

  init() throws {
    for entry in Self.briefings {
      try folder.write(entry.text, to: "library/" + entry.path)
      // What was written this very moment is read again by every refresh.
      var times = [timespec](repeating: timespec(tv_sec: entry.modified, tv_nsec: 1), count: 2)
      utimensat(AT_FDCWD, library + "/" + entry.path, &times, 0)
    }
  }

  /// What `briefing index --json` says.
  private struct Report: Decodable {
    var briefings: Int
    var sections: Int
    var read: Int
    var removed: Int
    var problems: [String]
  }

  private func report(_ run: CommandLineRun) throws -> Report {
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  private func index(_ options: String...) throws -> Report {
    try report(CommandLineRun(["index", library, "--json"] + options, environment: environment))
  }

  /// The word that few briefings have, each once.
  private func expectThatAllIsFound() throws {
    let run = try CommandLineRun(
      ["search", LibrarySample.rareWord, library, "--json", "--limit", "1000"], environment: environment)
    struct Results: Decodable {
      struct Hit: Decodable { var path: String }
      var total: Int
      var hits: [Hit]
    }
    let results = try JSONDecoder().decode(Results.self, from: Data(run.output.utf8))
    let expected = Self.briefings.filter { $0.text.contains(LibrarySample.rareWord) }
    #expect(results.total == expected.count && expected.count > 20)
    #expect(Set(results.hits.map(\.path)) == Set(expected.map { library + "/" + $0.path }))
  }

  /// Starts the program; its output is nobody's.
  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try BuiltProgram.url
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func aProgramThatIsKilledLeavesAnIndexThatCanBeCompleted() throws {
    let complete = try index()
    #expect(complete.briefings == count && complete.read == count && complete.problems.isEmpty)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3 {
      let process = try start(["index", library, "--rebuild"])
      usleep(.random(in: 10_000...1_500_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // Whatever was done is there, nothing else, and nobody is locked out.
      let after = try index()
      #expect(after.sections == complete.sections && after.briefings == count)
      #expect(try index().read == 0)
      try expectThatAllIsFound()
    }
  }

  @Test func twoProgramsAtOnceShareOneIndex() async throws {
    for option in ["", "--rebuild"] {
      let arguments = ["index", library] + (option.isEmpty ? [] : [option])
      let first = try start(arguments)
      let second = try start(["index", library])
      first.waitUntilExit()
      second.waitUntilExit()
      #expect(first.terminationStatus == 0 && second.terminationStatus == 0)
      #expect(try index().read == 0)
      try expectThatAllIsFound()
    }
  }

  /// A limit on the size of files stands for a disk that is full.
  @Test func onAFullDiskTheLibraryIsSearchedWithoutAnIndex() throws {
    let program = try BuiltProgram.url.path
    let result = try Subprocess.run(
      [
        "/bin/sh", "-c", "trap '' XFSZ; ulimit -f 600; exec \"$0\" \"$@\"", program, "search",
        LibrarySample.rareWord, library, "--limit", "3",
      ], environment: environment, folder: folder)
    #expect(result.status == 0)
    #expect(result.errors.contains("cannot keep an index, so every briefing is read, which is slower"))
    #expect(result.output.contains(LibrarySample.rareWord))
    try expectThatAllIsFound()
  }
}
