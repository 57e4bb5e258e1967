extension Wording {
  /// The words with the keys of a keymap, those of a context where it has them. A command without a key is called
  /// by its name.
  public func text(_ keymap: Keymap, in context: Context) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .key(let command):
        keymap.key(for: command, in: context)?.description ?? CommandTable.name(of: command, in: context)
      case .use(let command, let what):
        keymap.key(for: command, in: context).map { "\($0) \(what)" }
          ?? CommandTable.name(of: command, in: context)
      }
    }.joined()
  }
}

extension State {
  /// Words with the keys that hold now.
  func text(_ wording: Wording) -> String { wording.text(keymap, in: context) }
}
