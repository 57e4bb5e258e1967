import BriefingConfiguration
import BriefingFiles

/// The user's configuration file, which nothing writes.
struct UserConfiguration: Sendable {
  /// Where it is, or would be; nil where the environment names no folder.
  let path: String?
  /// What it sets: nothing where it is not there.
  let configuration: Configuration
  /// Whether there is one.
  let isThere: Bool
  /// Why it cannot be read.
  private let problem: String?

  /// Bytes of the file at most.
  private static let limit = 256_000
  /// Mistakes that are told at most.
  private static let warningLimit = 10

  /// The file that the environment names, read when it is first asked for.
  static let current = UserConfiguration(
    path: UserFolder.configuration(
      configHome: Environment.value("XDG_CONFIG_HOME"), home: Environment.value("HOME")
    ).map { $0 + "/briefing/config.toml" },
    home: Environment.value("HOME"))

  /// The same, for commands without a screen: says once what is wrong with it.
  static let announced: UserConfiguration = {
    for line in current.warnings { Messages.say(line) }
    return current
  }()

  /// The same for what reads: the screen, or line mode, says what is wrong by itself.
  static func ofReading(isPlain: Bool) -> UserConfiguration {
    isPlain || StandardOutput.isTerminal ? current : announced
  }

  /// Reads a file.
  init(path: String?, home: String?) {
    self.path = path
    var bytes: [UInt8]?
    var problem: String?
    if let path {
      do { bytes = try SmallFile.bytes(of: path, limit: Self.limit) } catch { problem = error.message }
    }
    isThere = bytes != nil || problem != nil
    self.problem = problem
    configuration = bytes.map { Configuration($0, home: home) } ?? Configuration()
  }

  /// A line for each mistake.
  var mistakes: [String] {
    (problem.map { [$0] } ?? []) + configuration.mistakes.map { $0.line(in: path ?? "") }
  }

  /// The first mistakes, and how many there are.
  private var warnings: [String] {
    let more = mistakes.count - Self.warningLimit
    let rest = more > 0 ? ["and \(more) more in \(path ?? ""): briefing config --check"] : []
    return mistakes.prefix(Self.warningLimit) + rest
  }

  /// The same in one sentence, for the screen; nil where nothing is wrong.
  var warning: String? {
    mistakes.first.map {
      mistakes.count > 1 ? "\($0) · \(mistakes.count - 1) more: briefing config --check" : $0
    }
  }

  /// A line for each folder that the file names and that is not there. That is no mistake where it is read: a disk may be
  /// away for a while.
  var missingFolders: [String] {
    configuration.folders.compactMap { folder -> String? in
      let reason: String
      do throws(FileError) {
        guard try PathKind(folder.path) != .folder else { return nil }
        reason = "is a file, not a folder"
      } catch { reason = error.reason }
      return ConfigurationMistake(folder.position, "the folder \(folder.path): \(reason)").line(
        in: path ?? "")
    }
  }

  /// What holds with some flags.
  func preferences(_ flags: Preferences.Flags = Preferences.Flags()) -> Preferences {
    Preferences(flags, configuration, variable: Environment.value)
  }
}
