import Foundation

/// A folder with a library to search and a folder for caches of its own: the user's is not touched.
struct SearchLibrary {
  /// Holds `library`; `cache` comes with the first index.
  let folder: TemporaryFolder

  /// What a terminal or a program needs to keep its index here.
  var environment: [String: String] { ["XDG_CACHE_HOME": cache] }
  var cache: String { folder.path + "/cache" }

  /// Two briefings, small enough to be read through at each search. In all there are three sections with `lantern`.
  init() throws {
    folder = TemporaryFolder()
    try folder.write(
      """
      ---
      title: Port strike ends
      date: 2025-03-02
      ---
      The dockers are back.

      ## Cranes

      The lantern over the cranes is lit again.

      ## Ferries

      Night ferries carry a lantern too.

      """, to: "library/ports.md")
    try folder.write(
      """
      ---
      title: City trams
      date: 2025-01-20
      ---
      Trams run again.

      ## Timetable

      Each tram has a red lantern.

      At the depot they light the next lantern.

      """, to: "library/older/trams.md")
    try settle()
  }

  /// Makes the files look written long ago: one that was written a moment before it was read is read again.
  func settle() throws {
    _ = try shell("find library -exec touch -d 2025-04-01T12:00:00Z {} +")
  }

  /// Briefings of 4 kB, more than are searched without an index; number 431 alone has the word `zeppelin`.
  static func large() throws -> SearchLibrary {
    let library = try SearchLibrary()
    let filler = String(repeating: "Prices moved little while the market waited.\n", count: 90)
    for number in 1...600 {
      let word = number == 431 ? "A zeppelin" : "Nothing"
      try library.folder.write(
        "# Bulletin \(number)\n\n## Market\n\n\(filler)\n## Weather\n\n\(word) was seen.\n",
        to: "library/bulletin-\(number).md")
    }
    try library.settle()
    return library
  }

  /// Runs `briefing` beside the library to its end.
  func run(_ arguments: String...) throws -> Subprocess.Result {
    try shell(#"exec briefing "$@""#, arguments)
  }

  /// Runs a line of shell beside the library.
  func shell(_ line: String, _ arguments: [String] = []) throws -> Subprocess.Result {
    let programs = try BuiltProgram.url.deletingLastPathComponent().path
    let variables = [
      "PATH": "\(programs):/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color",
    ]
    return try Subprocess.run(
      ["env", "-C", folder.path, "sh", "-c", line, "sh"] + arguments,
      environment: variables.merging(environment) { $1 }, folder: folder)
  }

  /// Every path below a folder, its own included, with permissions, size and time of change.
  func listing(of name: String) throws -> [String] {
    try shell(#"find "$1" -printf '%p %m %s %T@\n'"#, [name]).output.split(separator: "\n").map(String.init)
      .sorted()
  }

  /// Replaces a file as editors do: another file takes its name.
  func replace(_ name: String, with text: String) throws {
    try folder.write(text, to: "new")
    guard rename("\(folder.path)/new", "\(folder.path)/\(name)") == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }
}
