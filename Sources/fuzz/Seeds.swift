import Foundation

/// The inputs that fuzzing starts from.
enum Seeds {
  /// The folder that they are written to.
  private static let variable = "BRIEFING_FUZZ_SEEDS"

  /// Writes those of a target into the folder that the environment names; nothing where it names none.
  static func write(_ target: any FuzzTarget.Type) {
    guard let path = ProcessInfo.processInfo.environment[variable] else { return }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(dictionary(target.tokens).utf8).write(to: URL(fileURLWithPath: path + ".dict"))
      for (number, bytes) in target.seeds.enumerated() {
        try Data(bytes).write(to: folder.appendingPathComponent("seed-\(number)"))
      }
    } catch {
      fail(
        "\(path): the seeds cannot be written: \(error); set \(variable) to a folder that can be written to")
    }
  }

  /// The words that inputs are made of, as libFuzzer reads them.
  private static func dictionary(_ tokens: [String]) -> String {
    tokens.map { token in
      "\""
        + token.utf8.map { byte in
          let digits = String(byte, radix: 16)
          return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }.joined() + "\"\n"
    }.joined()
  }
}
