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
    var folder = try choice.folder(or: into)
    if into == nil, choice.library == nil, (try? PathKind(folder)) != .folder { folder = "." }
    try reading { () throws(FileError) in
      guard try PathKind(folder) == .folder else {
        throw FileError(
          path: folder, reason: "is a file, not a folder", advice: "name a folder: --into FOLDER")
      }
    }
    guard let day = date.flatMap({ day($0) }) ?? BriefingDate.today?.iso8601.prefix(10).description else {
      throw Failure(usage: "the clock tells no day; name one: --date 2025-05-15")
    }
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let path = prefix + "\(day)-\(words).md"
    try reading { () throws(FileError) in try NewFile.write(Array(text(day).utf8), to: path) }
    StandardOutput.write(path: path)
  }

  /// The title as a file's name: its slug, cut where file systems would refuse it.
  private var words: String {
    let slug = Slugs.plainSlug(of: title).split(separator: "-").joined(separator: "-")
    guard slug.contains(where: { $0.isLetter || $0.isNumber }) else { return "" }
    var name = ""
    for character in slug {
      guard name.utf8.count + String(character).utf8.count <= 100 else { break }
      name.append(character)
    }
    return name
  }

  /// A day in ISO 8601, if it is one.
  private func day(_ text: String) -> String? {
    guard let date = BriefingDate(text), date.iso8601.utf8.count == 10 else { return nil }
    return date.iso8601
  }

  private func text(_ day: String) -> String {
    """
    ---
    title: \(quoted(title))
    date: \(day)
    source:
    tags: []
    summary:
    ---


    """
  }

  /// A title as YAML takes any text: in double quotes, which have JSON's escapes.
  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return json.text.split(separator: "\n").joined()
  }
}
