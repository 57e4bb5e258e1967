/// What `--help` and the manual say beside the commands.
enum ManualTopics {
  /// Statuses with which the program ends.
  static let exitStatus: [(term: String, meaning: String)] = [
    ("0", "done"),
    ("1", "nothing found, or the file or folder could not be read"),
    ("64", "wrong usage"),
  ]

  /// The statuses in one sentence.
  static let exitStatusSentence =
    "Exit status: " + exitStatus.map { "\($0.term) \($0.meaning)" }.joined(separator: "; ") + "."

  /// Variables that the program looks at.
  static let environment: [(term: String, meaning: String)] = [
    (
      "BRIEFING_LIBRARY",
      "The folder that is opened when no path is given, or the name of a library in the configuration."
    ),
    (
      "BRIEFING_COPY",
      """
      The program that copies its standard input, such as wl-copy or xclip -sel c; without it the configured one, else the \
      terminal is asked to copy (OSC 52). A tmux passes that on with set-clipboard on.
      """
    ),
    ("BRIEFING_STATE", "With the value off, nothing that is read is remembered, as with --no-state."),
    (
      "BROWSER",
      """
      The program that opens web and mail links; without it the configured one, else xdg-open. A terminal browser gets the terminal until it \
      ends.
      """
    ),
    (
      "EDITOR, VISUAL",
      "The program that opens a file for changing, where none is configured; VISUAL first, else vi."
    ),
    ("HOME", "Where the folders below are when their variables are not set. A relative path is ignored."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "The character set of the terminal."
    ),
    ("NO_COLOR", "If not empty, no colours; --color always turns them on again."),
    ("TERM", "The terminal. Where it cannot show a full screen, the text is printed."),
    ("XDG_CACHE_HOME", "Where the search index is kept, if absolute."),
    ("XDG_CONFIG_HOME", "Where the configuration is, if absolute."),
    ("XDG_STATE_HOME", "Where the reading state and earlier searches are kept, if absolute."),
  ]

  /// Files that the program reads and writes.
  static let files: [(term: String, meaning: String)] = [
    ("./Briefings", "The folder that is opened when no path is given."),
    (
      "~/.cache/briefing/",
      "The search index and the list of each folder, readable by their owner alone. They can be deleted at any time."
    ),
    (
      "~/.config/briefing/config.toml",
      "The configuration, which the program never writes. See briefing config."
    ),
    (
      "~/.local/state/briefing/",
      """
      What was read, with bookmarks and stars, and the last hundred searches, readable by their owner alone. See \
      briefing state export.
      """
    ),
  ]

  /// Commands that someone may copy.
  static let examples: [(purpose: String, command: String)] = [
    ("Read the briefings of a folder:", "briefing ~/news"),
    ("Read what another program writes:", "curl -s https://example.org/today.md | briefing"),
    (
      "Find what was said about two things since May:",
      "briefing search 'missile ankara after:2025-05' ~/news"
    ),
    (
      "Print one section:",
      "briefing show --section 2.1 ~/news/energy.md"
    ),
    (
      "Read the next unread briefing, if there is one:",
      "next=$(briefing next ~/news) && briefing \"$next\""
    ),
    (
      "Mark as read what is older than a month:",
      "briefing mark --read --query 'before:2025-05' ~/news"
    ),
  ]
}
