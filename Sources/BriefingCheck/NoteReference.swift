/// Something in plain text that looks like a reference to a footnote: the parser makes one only where there is the note.
struct NoteReference {
  /// Where it starts in the file.
  var offset: Int
  /// What stands between `[^` and `]`.
  var label: String

  /// All that a range of plain text has. Where a backslash stands before one, it is meant as text.
  static func all(in range: Range<Int>, of source: [UInt8]) -> [NoteReference] {
    let text = source[range]
    var found: [NoteReference] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard index < text.endIndex, text[index] == UInt8(ascii: "^"),
        open == 0 || source[open - 1] != UInt8(ascii: "\\")
      else { continue }
      let label = text[(index + 1)...].prefix { byte in
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "[")
      }
      guard !label.isEmpty, label.endIndex < text.endIndex, text[label.endIndex] == UInt8(ascii: "]") else {
        continue
      }
      found.append(NoteReference(offset: open, label: String(decoding: label, as: UTF8.self)))
      index = label.endIndex
    }
    return found
  }
}
