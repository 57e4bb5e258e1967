/// The briefings that the tests read. Each paragraph fits a line at every width that a test uses, and names its
/// section and its number, so that a screen says where it is.
enum SampleLibrary {
  static let sections = ["Dredging", "Cranes", "Night ferries", "Customs hall", "Breakwater"]

  /// A folder with two briefings in `library/`.
  static func folder() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write(harbour, to: "library/harbour.md")
    try folder.write(
      """
      ---
      title: Şehir içi trams
      date: 2025-01-20
      source: City Desk
      ---
      Trams run again.

      ## Timetable

      Every ten minutes.
      """, to: "library/older/trams.md")
    return folder
  }

  static var harbour: String {
    var text = """
      ---
      title: Harbour works
      date: 2025-03-02
      source: Port Gazette
      tags: [port, building]
      ---
      The harbour is being rebuilt.

      """
    for section in sections {
      text += "\n## \(section)\n"
      for number in 1...30 {
        text += "\n\(section) item \(number)\(number == 17 ? " with a *light*house" : "").\n"
      }
    }
    return text
  }
}
