/// What holds of safe HTML: tags nest, attributes are quoted, text is escaped.
struct HTMLChecks {
  private let bytes: [UInt8]
  private var position = 0
  private var open: [String] = []

  private static let voidElements: Set<String> = ["br", "hr", "img", "input"]
  private static let comment = Array("<!-- raw HTML omitted -->".utf8)

  static func check(_ html: String) {
    var checks = HTMLChecks(bytes: Array(html.utf8))
    checks.run(html)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run(_ html: String) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"): readTag(html)
      case UInt8(ascii: ">"), UInt8(ascii: "\""), 0: fail("unescaped at \(position): \(html)")
      default: position += 1
      }
    }
    expect(open.isEmpty, "\(open) stay open: \(html)")
  }

  private mutating func readTag(_ html: String) {
    if bytes[position...].starts(with: Self.comment) {
      position += Self.comment.count
      return
    }
    var at = position + 1
    let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let nameStart = at
    while at < bytes.count, isNameByte(bytes[at]) { at += 1 }
    let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
    expect(!name.isEmpty, "a tag without name at \(position): \(html)")
    var isQuoted = false
    while at < bytes.count, isQuoted || bytes[at] != UInt8(ascii: ">") {
      if bytes[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      expect(bytes[at] != UInt8(ascii: "<"), "< in a tag at \(at): \(html)")
      at += 1
    }
    expect(at < bytes.count, "a tag without end at \(position): \(html)")
    position = at + 1
    if isEnd {
      expect(open.popLast() == name, "</\(name)> ends nothing at \(nameStart): \(html)")
    } else if !Self.voidElements.contains(name) {
      open.append(name)
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "1")...UInt8(ascii: "6"): true
    default: false
    }
  }
}
