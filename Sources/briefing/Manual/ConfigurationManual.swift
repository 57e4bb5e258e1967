import BriefingConfiguration
import BriefingReader

/// The section of briefing(5) about the configuration file.
enum ConfigurationManual {
  /// Adds the section.
  static func add(to page: inout MdocPage) {
    page.section("CONFIGURATION")
    page.text(
      """
      The file $XDG_CONFIG_HOME/briefing/config.toml, else ~/.config/briefing/config.toml, is TOML; nothing writes it. An \
      option of the command line and a variable of the environment come first. Mistakes are reported as file:line:column, \
      and the program starts with the rest.

      Of all that can be set, briefing config --default prints a commented file, briefing config what holds and where it \
      comes from, and briefing config --check what is wrong.
      """)
    page.list(
      ConfigurationKey.allCases.map { key in
        let standard = key.defaultText.map { " Default: \($0)." } ?? ""
        return (
          ["Cm", MdocPage.argument(key.rawValue)], key.explanation.joined(separator: " ") + standard
        )
      })
    page.macro("Pp")
    page.text(
      """
      The table [libraries] names folders, as in news = "~/news": briefing news opens one.

      The table [keys] binds keys, several pressed one after the other with spaces between them: "g g" = "start". In a list, each \
      command applies where it is valid; false unbinds, and "m a..z" stands for m a, m b and so on. What a table such as \
      [keys.list] says holds in that place, whatever is said of all. The order of the lines does not matter. With counts, a \
      number before a command repeats it, or names the line or percentage. The places are \
      \(Context.allCases.map(\.name).joined(separator: ", ")).

      A table [themes.NAME] is a theme: base names the theme that it changes, of the program or of the file, ground the colours of text and ground \
      together, and the elements, such as heading, link and match, have attributes and colours: "bold #ffaf00", "black on \
      yellow".
      """)
  }
}
