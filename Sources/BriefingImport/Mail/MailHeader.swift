/// The lines at the head of a mail or of a part of it (RFC 5322, section 2.2).
struct MailHeader {
  /// Names in lower case, with their values on one line.
  private var fields: [(name: String, value: String)] = []
  /// Where the text behind it starts.
  private(set) var end: Int

  /// Fields that are kept, at most: those that are asked for stand among the first.
  private static let most = 2000

  /// Reads a header up to the first blank line.
  init(_ source: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound
    var isKept = false
    while at < range.upperBound {
      var lineEnd = at
      while lineEnd < range.upperBound, source[lineEnd] != 0x0A { lineEnd += 1 }
      var line = source[at..<lineEnd]
      at = min(lineEnd + 1, range.upperBound)
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { break }
      let isContinuation = line.first == 0x20 || line.first == 0x09
      guard isContinuation ? isKept : fields.count < Self.most else {
        isKept = false
        continue
      }
      let text = String(decoding: line, as: UTF8.self)
      if isContinuation {
        // The line goes on with the one before.
        fields[fields.count - 1].value += " " + text.onOneLine
        continue
      }
      isKept = false
      guard let colon = text.firstIndex(of: ":") else { continue }
      isKept = true
      fields.append(
        (text[..<colon].lowercased().onOneLine, String(text[text.index(after: colon)...]).onOneLine))
    }
    end = at
  }

  /// The value of the first field of a name in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A parameter of a field such as `Content-Type`, without its quotes.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    var rest = value.drop { $0 != ";" }
    while let semicolon = rest.first, semicolon == ";" {
      rest = rest.dropFirst().drop { $0 == " " }
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else {
        rest = rest.drop { $0 != ";" }
        continue
      }
      rest = rest.dropFirst()
      var content = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let character = rest.first, character != "\"" {
          rest = rest.dropFirst()
          if character == "\\", let next = rest.first {
            content.append(next)
            rest = rest.dropFirst()
          } else {
            content.append(character)
          }
        }
        rest = rest.drop { $0 != ";" }
      } else {
        content = rest.prefix { $0 != ";" }.onOneLine
        rest = rest.drop { $0 != ";" }
      }
      if key.lowercased().onOneLine == parameter { return content }
    }
    return nil
  }

  /// The media type of a part, in lower case.
  var mediaType: String {
    let type = (self["content-type"] ?? "text/plain").prefix { $0 != ";" }.lowercased().onOneLine
    return type.contains("/") ? type : "text/plain"
  }
}
