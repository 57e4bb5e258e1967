import BriefingReader

/// The configuration file as it would be if it set the defaults, with a comment on each.
public enum DefaultFile {
  /// The file's text; it sets what holds without it.
  public static var text: String {
    var text = """
      # The configuration of briefing, in TOML. Every line can be left out; what is set here are the defaults. An option
      # of the command line and a variable of the environment come first. briefing config says what holds.

      """
    var table = ""
    for key in ConfigurationKey.allCases {
      let parts = key.rawValue.split(separator: ".")
      text += "\n"
      if parts.count > 1, parts[0] != table {
        if table.isEmpty { text += libraries }
        table = String(parts[0])
        text += "[\(table)]\n"
      }
      text += key.explanation.map { "# \($0)\n" }.joined()
      text += key.defaultLine + "\n"
    }
    return text + keys
  }

  /// Every key, in comments: a line without its # can be changed.
  private static var keys: String {
    """

    # Keys, several pressed one after the other with spaces between them, and the command or commands that they ask for; false
    # for none. Each command applies where it is valid. m a..z stands for m a, m b … A table such as [keys.list] holds in one
    # place, and the order of the lines does not matter. Places: \(Context.allCases.map(\.name).joined(separator: ", ")).
    # These are the keys of the preset briefing:

    """ + KeyTable.lines.map { "# \($0)\n" }.joined()
  }

  private static let libraries = """
    # Folders by name: briefing NAME opens one, or briefing --library NAME where a file or folder has that name too.
    [libraries]
    # news = "~/news"

    # A theme of your own: attributes and colours for elements, over those of another theme. Colours are red, bright-red, a
    # number of the palette or #ffaf00; ground sets text and ground of all.
    # [themes.mine]
    # base = "dark"
    # ground = "#d0d0d0 on #101010"
    # heading = "bold #ffaf00"
    # link = "underline bright-blue"
    # match = "black on yellow"


    """
}
