/// Texts as values of the front matter that the program writes.
package enum FrontMatterText {
  /// Any text in double quotes and on one line (YAML 1.2.2, section 7.3.1).
  ///
  /// What YAML does not take as it is, is escaped. JSON's escapes would not do: of characters beyond U+FFFF they are pairs,
  /// of which YAML knows nothing.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case 0x09: quoted += "\\t"
      case 0x0A: quoted += "\\n"
      case 0x0D: quoted += "\\r"
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
