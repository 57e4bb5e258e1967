import Foundation
import ProgramDriver

/// A folder for one run of the program, with the environment that keeps the program inside; it goes with its owner.
final class Scratch {
  /// Its path.
  let path: String
  /// The library, below it.
  var library: String { path + "/library" }

  /// Makes it, with a library that is empty.
  init() throws {
    path = "\(NSTemporaryDirectory())briefing-soak-\(getpid())-\(UUID().uuidString.prefix(8))"
    for folder in ["library", "bin", "home"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    // Links are followed to programs that do nothing: one beside the program, one that gets the terminal.
    for name in ["browser", "w3m", "vi"] {
      try Data("#!/bin/sh\nexit 0\n".utf8).write(to: URL(fileURLWithPath: "\(path)/bin/\(name)"))
      chmod("\(path)/bin/\(name)", 0o755)
    }
    // Whatever is typed at random, no shell reads it, and no file gets its name.
    let configuration = "\(path)/home/.config/briefing"
    try FileManager.default.createDirectory(atPath: configuration, withIntermediateDirectories: true)
    try Data("[keys]\n\"|\" = false\n\"W\" = false\n".utf8).write(
      to: URL(fileURLWithPath: "\(configuration)/config.toml"))
  }

  deinit { Self.remove(path) }

  /// Removes a folder, and what has been made unreadable in it.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// The variables of the program.
  func environment(term: String = "xterm-256color", browser: String = "browser") -> [String: String] {
    [
      "TERM": term, "LC_ALL": "C.UTF-8", "PATH": "\(path)/bin", "HOME": "\(path)/home", "BROWSER": browser,
      "XDG_CACHE_HOME": "\(path)/cache", "XDG_STATE_HOME": "\(path)/state", "TZ": "UTC",
      // The prompt to examine a crash would read the keys.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }
}
