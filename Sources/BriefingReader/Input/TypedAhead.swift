/// Where keys that were typed ahead will have led, as far as they tell by themselves. So a letter that is typed into a prompt
/// that is not open yet is not taken for a command.
struct TypedAhead {
  /// Where the next key will be pressed. It is `find` in every prompt: those end by the same commands.
  private(set) var context: Context
  /// The keys of a sequence that was begun.
  private(set) var begun: [Key] = []
  /// Where a prompt leads back to.
  private var outside: Context

  /// Goes through what was typed.
  ///
  /// - Parameter context: Where the first of the keys is pressed: in the list, or in the briefing.
  init(_ events: [Event], from context: Context, _ keymap: Keymap) {
    self.context = context
    outside = context
    for case .key(let key) in events { press(key, keymap) }
  }

  /// Whether letters are text, whatever they ask for elsewhere.
  var isTypingText: Bool { context.isPrompt }

  private mutating func press(_ key: Key, _ keymap: Keymap) {
    begun.append(key)
    let meaning = keymap.meaning(of: begun, in: context)
    if meaning == .start { return }
    begun = []
    guard case .command(let command) = meaning else { return }
    if context.isPrompt {
      if command == .accept || command == .leave { context = outside }
    } else if command.opensPrompt {
      context = .find
    } else if context == .list, command == .accept {
      (context, outside) = (.reading, .reading)
    }
  }
}
