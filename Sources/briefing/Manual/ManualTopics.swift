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
      "COLORTERM",
      """
      With the value truecolor or 24bit, colours are those of red, green and blue, where the terminal database has an entry for \
      the terminal with them.
      """
    ),
    ("CLICOLOR", "With the value 0, no colours, unless CLICOLOR_FORCE asks for them."),
    (
      "CLICOLOR_FORCE",
      "If neither empty nor 0, colours into pipes and files too; NO_COLOR and --color come before it."
    ),
    (
      "COLUMNS",
      """
      The columns of the text that is printed, and of lines on a terminal; the full screen asks the terminal. Into a \
      pipe, lines of lists and searches are whole.
      """
    ),
    (
      "EDITOR, VISUAL",
      "The program that opens a file for changing, where none is configured; VISUAL first, else vi."
    ),
    ("HOME", "Where the folders below are when their variables are not set. A relative path is ignored."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      """
      The character set: the first of them that is set counts. Where it is not UTF-8, text is written in ASCII: signs and \
      lines as the nearest character, letters without accents, everything else as ?. JSON and HTML are UTF-8 \
      in every locale.
      """
    ),
    (
      "LINES",
      "With COLUMNS, the size of a terminal that does not know its own, such as a serial line."
    ),
    ("NO_COLOR", "If not empty, no colours; --color always turns them on again."),
    (
      "TERM",
      """
      The terminal. One that the terminal database does not know is used as xterm-256color; where it cannot show a full \
      screen, the text is printed.
      """
    ),
    ("XDG_CACHE_HOME", "Where the search index is kept, if absolute."),
    ("XDG_CONFIG_HOME", "Where the configuration is, if absolute."),
    ("XDG_STATE_HOME", "Where the reading state and earlier searches are kept, if absolute."),
  ]

  /// Files that the program reads and writes.
  static let files: [(term: String, meaning: String)] = [
    (
      "./Briefings",
      "The folder that is opened where neither a path, BRIEFING_LIBRARY nor the configuration names one."
    ),
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
      "Keep an article of the web:",
      "curl -s https://example.org/article | briefing import - --into ~/news"
    ),
    (
      "Have a feed's news as one briefing a day, each morning at six; a line of crontab(5):",
      "0 6 * * * curl -sS https://example.org/feed.xml | briefing import - --one-a day --into ~/news"
    ),
    (
      "Keep the article that a feed reader shows; a line of newsboat's config, for the keys “,i”:",
      "macro i set browser \"curl -s %u | briefing import - --into ~/news >/dev/null\"; open-in-browser; set browser lynx"
    ),
    (
      "Keep a newsletter, by the pipe of a mail program:",
      "briefing import - --format mail --into ~/news"
    ),
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
