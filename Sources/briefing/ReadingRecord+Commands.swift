import BriefingFiles
import BriefingReader
import BriefingStore

/// The reading state for the commands, which need it at once and end if there is none.
extension ReadingRecord {
  /// The state that the environment names.
  ///
  /// - Throws: `Failure` where nothing is to be remembered.
  static func forCommand() throws(Failure) -> ReadingRecord {
    guard let location = StateLocation.standard else {
      throw Failure(
        FileError(
          path: "the reading state",
          reason: "it is off, or neither XDG_STATE_HOME nor HOME is an absolute path",
          advice: "unset BRIEFING_STATE, or set one of them"))
    }
    return told(location)
  }

  /// The state that the environment names, where something is kept in it; nothing is made.
  static var kept: ReadingRecord? {
    guard let location = StateLocation.standard, (try? PathKind(location.database)) != nil else { return nil }
    return told(location)
  }

  private static func told(_ location: StateLocation) -> ReadingRecord {
    let record = ReadingRecord(location)
    record.attend { event in
      if case .stateNotice(let message, _) = event { Messages.say(message) }
    }
    return record
  }
}
