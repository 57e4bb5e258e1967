import ArgumentParser
import BriefingCore
import BriefingFiles
import BriefingLibrary
import Glibc

/// `briefing new TITLE`: a file to write a briefing into.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a briefing: a file with its date, title and front matter.",
    discussion: """
      The file is named by date and title, as in 2025-05-15-energy-deals.md, and its path is printed. Nothing is ever \
      overwritten.
      """)

  @Argument(help: "The title, as one argument.") var title: String

  @Option(
    help: ArgumentHelp(
      "The folder, or a library's name (default: \(LibraryArgument.standardWords), else this folder).",
      valueName: "folder"),
    completion: .directory)
  var into: String?

  @OptionGroup var choice: LibraryOption

  @Option(help: ArgumentHelp("The day, as in 2025-05-15 (default: today).", valueName: "day"))
  var date: String?

  func validate() throws {
    guard !words.isEmpty else { throw ValidationError("a title has at least one letter or digit") }
    if let date, day(date) == nil {
      throw ValidationError("\(date) is not a day; write it as in 2025-05-15")
    }
  }

  func run() throws {
    let folder = try choice.destination(or: into)
    guard let day = date.flatMap({ day($0) }) ?? BriefingDate.today?.iso8601.prefix(10).description else {
      throw Failure(usage: "the clock tells no day; name one: --date 2025-05-15")
    }
    let path = folder.naming("\(day)-\(words).md")
    try reading { () throws(FileError) in try NewFile.write(Array(text(day).utf8), to: path) }
    StandardOutput.write(path: path)
  }

  /// The title as a file's name, cut where file systems would refuse it.
  private var words: String { FileNaming.words(of: title, limit: 100) }

  /// A day in ISO 8601, if it is one.
  private func day(_ text: String) -> String? {
    guard let date = BriefingDate(text), date.iso8601.utf8.count == 10 else { return nil }
    return date.iso8601
  }

  private func text(_ day: String) -> String {
    """
    ---
    title: \(FrontMatterText.quoted(title))
    date: \(day)
    source:
    tags: []
    summary:
    ---


    """
  }
}
