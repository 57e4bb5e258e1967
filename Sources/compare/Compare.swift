import ArgumentParser
import CommonMark
import Foundation

/// Looks for Markdown of which another program makes other HTML than this parser.
@main
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the parser with a command that reads Markdown on standard input and writes HTML.",
    discussion: """
      Random documents go to both, many at once. What differs is made as small as it can be and printed with both \
      outputs. Differences that are known and have a reason are counted only. The exit status is 1 where others \
      were found.
      """)

  @Option(help: "The command with its arguments, split at spaces.") var command: String?
  @Option(
    help: "What the parser recognises: \(ComparedDialect.allCases.map(\.rawValue).joined(separator: ", ")).")
  var dialect = ComparedDialect.commonmark
  @Option(help: "How long to look, in seconds.") var seconds = 60.0
  @Option(help: "The seed of the first document; the next ones have those that follow.") var seed: UInt64 = 1
  @Option(help: "How many documents at most.") var count = Int.max
  @Option(help: "How long the command may take for a run, in seconds.") var timeout = 5.0
  @Option(help: "After how many disagreements to stop.") var limit = 20
  @Flag(help: "Print an example of each known difference, too.") var showsKnown = false

  func run() throws {
    let words = (command ?? dialect.command).split(separator: " ").map(String.init)
    let program = try ReferenceProgram(words, timeout: timeout)
    if case .failure(let reason) = try program.render(Array("a".utf8)) {
      throw ValidationError("\(words.joined(separator: " ")): the command \(reason)")
    }
    let known = KnownDifference.all(of: program.version)
    show(
      "\(words.joined(separator: " ")) (\(program.version ?? "no version")), dialect \(dialect), seed \(seed)"
    )
    var search = DisagreementSearch(
      comparison: Comparison(program: program, extensions: dialect.extensions), known: known, limit: limit,
      showsKnown: showsKnown)
    let end = Date.now.addingTimeInterval(seconds)
    var next = seed
    while Date.now < end, next &- seed < UInt64(count), !search.isFull {
      let size = min(DisagreementSearch.batchSize, count - Int(next &- seed))
      try search.look(at: (0..<UInt64(size)).map { next &+ $0 }, dialect: dialect)
      next &+= UInt64(size)
    }
    show(search.summary)
    if search.hasFound { throw ExitCode(1) }
  }
}

/// What the parser is to recognise.
enum ComparedDialect: String, CaseIterable, ExpressibleByArgument {
  case commonmark, gfm
  /// GFM with footnotes: what else the dialect has is not known to other programs, or meant to differ.
  case briefing

  var extensions: Extensions {
    switch self {
    case .commonmark: []
    case .gfm: .gfm
    case .briefing: [.gfm, .footnotes]
    }
  }

  /// The program that is asked where none is named.
  var command: String {
    switch self {
    case .commonmark: "cmark --unsafe"
    case .gfm: "cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tagfilter -e tasklist"
    case .briefing: Self.gfm.command + " -e footnotes"
    }
  }
}

/// Prints a line at once, and not when a buffer is full: a search may take long.
func show(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
