import BriefingCore
import Foundation

/// What holds of the tree as JSON: it is JSON, and harmless on a terminal.
enum JSONChecks {
  /// Foundation's reader takes no deeper documents.
  private static let deepest = 500

  static func check(_ briefing: Briefing) {
    check(JSONWriter.outline(of: briefing))
    for section in [nil] + briefing.sections.indices.prefix(3).map(Optional.some) {
      var text = ""
      JSONWriter.tree(of: briefing, section: section) { text += $0 }
      check(text)
    }
  }

  private static func check(_ text: String) {
    var depth = 0
    var deepest = 0
    var isInString = false
    var isEscaped = false
    for byte in text.utf8 {
      expect(byte >= 0x20 && byte != 0x7F || byte == 0x0A, "a control character: \(text.debugDescription)")
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      } else if !isInString {
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
        deepest = max(deepest, depth)
      }
    }
    expect(depth == 0 && !isInString, "brackets do not match: \(text)")
    guard deepest < Self.deepest else { return }
    let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    expect(value != nil, "no JSON: \(text)")
  }
}
