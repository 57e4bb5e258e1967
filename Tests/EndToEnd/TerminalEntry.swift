import Foundation
import Testing

/// Every sequence that an entry of the terminal database has, as `infocmp` and `tput` tell them: what may be written to such a
/// terminal.
struct TerminalEntry {
  private let sequences: Set<TerminalSequence>

  /// Looks an entry up.
  init(_ term: String, folder: TemporaryFolder) throws {
    let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": term]
    let names = try Subprocess.run(["infocmp", "-1", "-x", term], environment: environment, folder: folder)
    guard names.status == 0 else {
      throw TerminalSession.Failure(
        "No entry \(term): apt-get install ncurses-term foot-terminfo kitty-terminfo (make test does)")
    }
    var requests: [String] = []
    for line in names.output.split(separator: "\n") where line.hasPrefix("\t") && line.contains("=") {
      let parts = line.trimmingCharacters(in: .whitespaces).split(separator: "=", maxSplits: 1)
      // What takes text is for clipboards and titles.
      guard parts.count == 2, !parts[1].contains("%s"), !parts[1].contains("%l") else { continue }
      requests += Self.uses(of: String(parts[0]), String(parts[1]))
    }
    let script = "tput -S <<'end'\n" + requests.joined(separator: "\n") + "\nend\n"
    let written = try Subprocess.run(["sh", "-c", script], environment: environment, folder: folder)
    var known = Set(TerminalSequence.all(in: Array(written.output.utf8)))
    try #require(!known.isEmpty)
    let flags = names.output.split(separator: "\n").map { $0.trimmingCharacters(in: ["\t", ","]) }
    // The colours of the terminal's own, by ncurses' flag for them; and what xterm reads, where an entry says no more.
    if flags.contains("AX") { known.formUnion(TerminalSequence.all(in: Array("\u{1B}[39m\u{1B}[49m".utf8))) }
    if flags.contains("XT") {
      known.formUnion(TerminalSequence.all(in: Array("\u{1B}[?2004h\u{1B}[?2004l".utf8)))
    }
    // What ncurses takes where an entry has a mouse and does not say how it is switched on.
    if flags.contains(where: { $0.hasPrefix("kmous=") }), !flags.contains(where: { $0.hasPrefix("XM=") }) {
      let modes = "\u{1B}[?1000h\u{1B}[?1000l\u{1B}[?1006h\u{1B}[?1006l"
      known.formUnion(TerminalSequence.all(in: Array(modes.utf8)))
    }
    sequences = known
  }

  /// The sequences of some output that the entry does not have.
  func unknown(in output: String) -> [String] {
    TerminalSequence.all(in: Array(output.utf8)).filter { !sequences.contains($0) }.map(\.text)
  }

  /// Lines for `tput` that use a capability with the parameters that matter.
  private static func uses(of name: String, _ definition: String) -> [String] {
    switch name {
    case "sgr":
      return (0..<512).map { bits in
        name + (0..<9).map { bits >> $0 & 1 == 1 ? " 1" : " 0" }.joined()
      }
    case "setaf", "setab": return (0..<256).map { "\(name) \($0)" } + ["\(name) 1122867"]
    case "rep": return ["rep 120 5"]
    default:
      let count = (1...9).last { definition.contains("%p\($0)") } ?? 0
      return count == 0 ? [name] : (1...2).map { name + String(repeating: " \($0)", count: count) }
    }
  }
}

/// A control function among text, with places and counts left out.
struct TerminalSequence: Hashable {
  /// As it is written; numbers that are places or counts are `#`.
  let text: String

  /// All of them in some output. Carriage return, line feed, backspace and tab are none.
  static func all(in bytes: [UInt8]) -> [TerminalSequence] {
    var found: [TerminalSequence] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0E || byte == 0x0F { found.append(.init(text: "\\\(byte)")) }
      guard byte == 0x1B, at + 1 < bytes.count else {
        at += 1
        continue
      }
      var end = at + 2
      switch bytes[at + 1] {
      case UInt8(ascii: "["):
        while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
        end += 1
      case UInt8(ascii: "]"), UInt8(ascii: "P"):
        // Linux' reset of its palette has no end.
        if end < bytes.count, bytes[end] == UInt8(ascii: "R") {
          end += 1
        } else {
          while end < bytes.count, bytes[end] != 0x07, bytes[end] != 0x1B { end += 1 }
          end += end < bytes.count && bytes[end] == 0x1B ? 2 : 1
        }
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"): end += 1
      default: break
      }
      end = min(end, bytes.count)
      found.append(.init(text: normal(String(decoding: bytes[at..<end], as: UTF8.self))))
      at = end
    }
    return found
  }

  private static func normal(_ sequence: String) -> String {
    let text = sequence.replacing("\u{1B}", with: "^[")
    guard text.hasPrefix("^[["), let last = text.last else { return text }
    // Red, green and blue may be any numbers, and a colour stands alone or among attributes.
    if last == "m" { return text.replacing(#/([34]8[:;]2[:;]:?)\d+[:;]\d+[:;]\d+/#) { "\($0.output.1)#" } }
    guard !"hl".contains(last), !text.contains("?"), !text.contains(">") else { return text }
    return text.replacing(#/\d+/#, with: "#")
  }
}
