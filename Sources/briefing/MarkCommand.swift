import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLibrary
import BriefingReader
import BriefingSearch
import BriefingStore

/// `briefing mark PATH …`: says of briefings what a reader says by a key.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark briefings read or unread, or give them a star.",
    discussion: """
      PATH is a briefing, or a folder: then all briefings in it are marked, or with --query those in which \
      something is found, as by briefing search, but by the words as they are typed. Of a folder the number is printed. \
      Exit status 1: there was nothing to mark, or some could not be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Briefings or folders, or the name of a library; with --query one folder (default: \(LibraryArgument.standardWords))."
    ),
    completion: .file(extensions: ["md", "markdown"]))
  var paths: [String] = []

  @OptionGroup var choice: LibraryOption

  @Flag var kind: MarkRequest.Kind

  @Option(
    help: ArgumentHelp("Mark one section alone: a number, slug or title.", valueName: "s"),
    completion: Completions.sections)
  var section: String?

  @Option(
    help: ArgumentHelp("Mark the briefings in which this is found.", valueName: "q"),
    completion: Completions.query)
  var query: String?

  func validate() throws {
    if query != nil, section != nil { throw ValidationError("--query and --section exclude each other") }
    if let query, SearchQuery(parsing: query).isEmpty {
      throw ValidationError("the query has no word to search for; give one: --query tag:nato")
    }
    if query == nil, paths.isEmpty, choice.library == nil {
      throw ValidationError("name a briefing or a folder to mark")
    }
    if query != nil, paths.count > 1 { throw ValidationError("--query takes one folder") }
  }

  func run() throws {
    let record = try ReadingRecord.forCommand()
    defer { record.close() }
    var problems: [FileError] = []
    let paths = try briefings()
    if paths.isEmpty { throw Failure(notFound: "there is no such briefing to mark") }
    for path in paths {
      do {
        _ = try record.mark(path, kind) { briefing in
          try section.map { try SectionSelector($0).select(in: briefing) }
        }
      } catch let error as FileError {
        problems.append(error)
      } catch let error as SectionSelectionError {
        throw Failure(error, path: path)
      }
    }
    try record.finish()
    Messages.say(problems)
    if paths != self.paths {
      let count = paths.count - problems.count
      StandardOutput.write("\(count.grouped) \(count == 1 ? "briefing" : "briefings") marked\n")
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }

  /// The paths of what is to be marked.
  private func briefings() throws -> [String] {
    if let query {
      let folder = try choice.folder(or: paths.first)
      let isNamed = choice.library != nil || !paths.isEmpty
      return try LibraryArgument.briefings(in: folder, isNamed: isNamed, finding: query, asTyped: true)
    }
    return try choice.folders(or: paths).flatMap { path -> [String] in
      try reading { () throws(FileError) in
        guard try PathKind(path) == .folder else { return [path] }
        var rows: [CatalogueRow] = []
        try Library(path: path).list { rows += $0 }
        return rows.filter(\.isReadable).map(\.path)
      }
    }
  }
}

extension MarkRequest.Kind: EnumerableFlag {
  /// What the option of a kind says of it.
  public static func help(for kind: Self) -> ArgumentHelp? {
    switch kind {
    case .read: "As read."
    case .unread: "As unread."
    case .star: "With a star."
    case .noStar: "Without a star; those of its sections go too."
    }
  }
}
