import ArgumentParser
import BriefingFiles
import BriefingSearch
import BriefingStore

/// `briefing state`: the reading state as a file, for another machine or a backup.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Export or import what was read.",
    subcommands: [Export.self, Import.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Print the reading state as JSON.")

    func run() throws {
      let record = try ReadingRecord.forCommand()
      defer { record.close() }
      StandardOutput.write(exactly: try record.exported())
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Merge an exported reading state.",
      discussion: """
        Of two marks of a section the later one counts; one by hand counts from its own time, another from the start of its \
        visit. Of stars, places and bookmarks the newer one counts. So the order of imports does not matter, and \
        nothing is lost by importing twice.
        """)

    @Argument(help: "A file that was exported, or - for standard input.") var path: String

    func run() throws {
      let record = try ReadingRecord.forCommand()
      defer { record.close() }
      let file: BriefingFile
      do { file = try BriefingFile(path: path, takesPipes: true) } catch let error as FileError {
        throw Failure(error)
      }
      let count = try record.merge(exported: file.bytes, from: path)
      Messages.say("\(count.counted("briefing")) merged")
    }
  }
}
