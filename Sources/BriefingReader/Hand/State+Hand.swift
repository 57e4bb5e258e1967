import BriefingLayout
import BriefingText

/// Handing on what is read: to the clipboard, to other programs, to files.
extension State {
  /// What a command without an argument of its own is about: the selected lines, else the section that is read.
  private var extract: Extract? {
    guard let reading else { return nil }
    if let selection { return Extract(rows: selection.places, of: reading.page) }
    return Extract(section: reading.currentSection, of: reading.briefing)
  }

  /// Copies the selected lines, else the section; in the list the path of the file, by which other programs open it
  /// wherever they run.
  mutating func copy() -> [Effect] {
    if case .list? = layers.last {
      guard let path = list?.selected?.path else {
        say("There is nothing to copy.")
        return []
      }
      return [.work(.copy(Extract(absolute(path), label: "the path of the file")))]
    }
    guard let extract else { return [] }
    return leaveSelection() + [.work(.copy(extract))]
  }

  /// A path that means the same in every folder.
  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = options.workingFolder else { return path }
    let rest = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return folder.hasSuffix("/") ? folder + rest : "\(folder)/\(rest)"
  }

  /// Copies where the selected link leads, or the address that is asked about.
  mutating func copyLink() -> [Effect] {
    if let address = question { return pop() + copy(address) }
    guard let link = links?.selected?.link.link else { return [] }
    guard link.kind != .footnote else {
      say("A note has no address to copy.")
      return []
    }
    if case .web(let address) = LinkTarget(link.destination, in: "") { return pop() + copy(address) }
    return pop() + [.work(.copy(Extract(link.destination, label: "the link")))]
  }

  /// Copies an address.
  func copy(_ address: WebAddress) -> [Effect] {
    [.work(.copy(Extract(address.text, label: "the address")))]
  }

  /// Asks for the command that gets the selected lines or the section.
  mutating func askForCommand() -> [Effect] {
    guard let extract else { return [] }
    let effects = leaveSelection()
    push(.pipe(HandPrompt(extract: extract)))
    return effects
  }

  /// Asks for the file that the selected lines or the section are written to.
  mutating func askForFile() -> [Effect] {
    guard let extract else { return [] }
    let effects = leaveSelection()
    push(.write(HandPrompt(extract: extract, prompt: LineEditor(refusedPath ?? ""))))
    refusedPath = nil
    return effects
  }

  private mutating func leaveSelection() -> [Effect] { context == .selection ? pop() : [] }

  /// Opens the file in the reader's editor: at the current match, else at the line that is read at the top.
  mutating func openEditor() -> [Effect] {
    if case .list? = layers.last {
      guard let row = list?.selected else {
        say("There is nothing to edit.")
        return []
      }
      return [.work(.edit(EditRequest(path: row.path, line: 1)))]
    }
    guard let reading else { return [] }
    guard reading.file.isFollowed else {
      complain("This text came by a pipe: there is no file to edit.")
      return []
    }
    guard !reading.file.isGone else {
      complain("The file is gone: there is nothing to edit.")
      return []
    }
    let place = matchedRow ?? firstText(from: reading.top) ?? reading.top
    let line = reading.page.sourceLine(of: place)
    return [.work(.edit(EditRequest(path: reading.path, line: line)))]
  }

  /// Says what became of what was handed on.
  mutating func take(_ result: HandResult) -> [Effect] {
    switch result {
    case .clip(let clip):
      guard clip.bytes.count <= Clip.terminalLimit else {
        complain(
          "Not copied: \(clip.label) has \(clip.bytes.count.byteText), a terminal takes \(Clip.terminalLimit.byteText). \(key: .write) writes it to a file; programs.copy in the configuration has no limit."
        )
        return []
      }
      return [.terminal(.copy(clip))]
    case .copied(let clip, let program): say("Copied by \(program): \(clip.summary).")
    case .written(let label, let path, let count): say("Written to \(path): \(label), \(count.byteText).")
    case .exists(let path):
      refusedPath = path
      complain("\(path) is there already, and stays as it is: \(key: .write) asks for another name.")
    case .imported(let paths): return noteImport(of: paths)
    case .edited:
      // Whoever has edited the file knows that it has changed: nothing has to tell.
      return follow()
    case .failed(let message): complain(Wording(message))
    }
    return []
  }

  /// Says what the terminal was sent. What it does with it, nobody is told.
  mutating func noteCopy(_ clip: Clip, isSent: Bool) {
    if isSent {
      say("Sent to the terminal's clipboard: \(clip.summary).")
    } else {
      complain(
        "This terminal is not known to have a clipboard: set programs.copy in the configuration, or $BRIEFING_COPY, to a program that copies."
      )
    }
  }
}
