import ArgumentParser
import BriefingConfiguration
import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingReader
import BriefingStore
import BriefingTerminal
import Glibc

/// What `briefing [PATH …]` does: the full-screen program, or plain output where there is no screen.
struct Reading {
  /// Briefings or a folder; see ``ReadArgument``.
  var paths: [String]
  /// What the command line sets.
  var flags = Preferences.Flags()
  /// When to use colours.
  var color = ColorChoice.auto
  /// Whether what is read is remembered.
  var remembers = true
  /// Whether it is read by lines rather than on a full screen.
  var isPlain = false

  func run() throws {
    let location = remembers ? StateLocation.standard : nil
    let paths = flags.library.map { [$0] } ?? paths
    let what = try ReadArgument(paths, isPlain: isPlain) {
      let record = remembers ? ReadingRecord.kept : nil
      defer { record?.close() }
      return record?.lastLibrary
    }
    guard isPlain || StandardOutput.isTerminal else { return try printPlainly(what, color) }

    let configuration = UserConfiguration.current
    let preferences = configuration.preferences(flags)
    var options = State.Options(
      remembers: location != nil, signs: SignSet(isASCII: !Environment.isUTF8))
    preferences.apply(to: &options)
    options.workingFolder = getcwd(nil, 0).map { folder in
      defer { free(folder) }
      return String(cString: folder)
    }
    options.showsHyperlinks = preferences.hyperlinks.value.holds(in: Environment.value)
    // The terminal's size is the first event; until then any will do.
    let size = Size(rows: 24, columns: 80)
    let theme = preferences.screenTheme
    var (state, effects) =
      switch what {
      case .folder(let path): State.library(path, size: size, theme: theme, options: options)
      case .files(let paths): State.files(paths, size: size, theme: theme, options: options)
      }
    state.themes = preferences.themes
    if let keymap = configuration.configuration.keymap { state.keymap = keymap }
    if let warning = configuration.warning { state.warn(warning) }
    let performer = Performer(library: what.folder, state: location)
    if isPlain {
      // What was read is kept, however it ends.
      defer { performer.close() }
      return try readByLines(what, state, effects, performer)
    }
    do {
      let status = try Program.run(
        state, effects: effects, isASCII: !Environment.isUTF8, needsTerminal: Performer.needsTerminal,
        perform: performer.perform)
      performer.close()
      if status != 0 { throw ExitCode(status) }
    } catch let error as TerminalError {
      Messages.say("\(error); here is the plain text")
      try printPlainly(what, color == .always ? .always : .never)
    }
  }

  /// Lines that are told at a time where no terminal says how many fit, and at most.
  private static let lines = (standard: 20, most: 40)

  private func readByLines(
    _ what: ReadArgument, _ state: State, _ effects: [Effect], _ performer: Performer
  ) throws {
    var input = STDIN_FILENO
    if case .files(let paths) = what, paths.contains(BriefingFile.standardInput) {
      // Standard input is the briefing.
      input = open("/dev/tty", O_RDONLY | O_CLOEXEC)
      guard input >= 0 else {
        throw Failure(usage: "there is no terminal to type commands on; name a file: briefing --plain FILE")
      }
    }
    // A line for what was typed, and one for the prompt.
    let rows = (StandardOutput.rows ?? Self.lines.standard + 2) - 2
    let columns = StandardOutput.textColumns ?? state.options.textWidth
    var session = LineSession(state, rows: min(rows, Self.lines.most))
    // With a column on either side of the text, as the screen has it.
    let resized = session.update(.resize(Size(rows: 3, columns: columns + 2)))
    let status: Int32
    do {
      status = try LineProgram.run(
        session, effects: effects + resized, input: input, needsTerminal: Performer.needsTerminal,
        perform: performer.perform
      ) { text in
        StandardOutput.write(text)
        StandardOutput.flush()
      }
    } catch { throw Failure(notFound: error.description) }
    if status != 0 { throw ExitCode(status) }
  }

  private func printPlainly(_ what: ReadArgument, _ color: ColorChoice) throws {
    switch what {
    case .folder(let path): try ListCommand.print(path, json: false)
    case .files(let paths):
      for (index, path) in paths.enumerated() {
        if index > 0 { StandardOutput.write("\n") }
        try ShowCommand.print(
          BriefingSource(path: path), width: UserConfiguration.announced.preferences(flags).textWidth.value,
          TextWriter(theme: color.theme))
      }
    }
  }
}
