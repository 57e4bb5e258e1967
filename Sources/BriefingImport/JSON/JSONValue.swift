/// A value of a JSON document (RFC 8259).
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A text, or a number as text; nil for what is neither, and for an empty text.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The values of an array; of any other value that one, and none of null.
  var values: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// A member of an object.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}

/// Reads JSON with a stack of its own: a document cannot make calls nest.
struct JSONReader {
  /// Levels at most: no page or feed has more, and a value of more would nest when it is released.
  private static let deepest = 64

  /// An open container. It is changed in place: a copy for each value would cost the square of their number.
  private struct Open {
    var isObject: Bool
    var values: [JSONValue] = []
    var members: [String: JSONValue] = [:]
    var key: String?
  }

  private let source: [UInt8]
  private var at = 0
  private var open: [Open] = []

  private init(_ source: [UInt8]) { self.source = source }

  /// The value of a text; nil where it is no JSON, or nests too deep.
  static func value(of source: [UInt8]) -> JSONValue? {
    var reader = JSONReader(source)
    guard let value = reader.read() else { return nil }
    reader.skipSpace()
    return reader.at == source.count ? value : nil
  }

  private mutating func read() -> JSONValue? {
    while true {
      skipSpace()
      guard at < source.count else { return nil }
      var value: JSONValue
      switch source[at] {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard open.count < Self.deepest else { return nil }
        open.append(Open(isObject: source[at] == UInt8(ascii: "{")))
        at += 1
        skipSpace()
        guard let closed = closeIfDone() else { continue }
        value = closed
      case UInt8(ascii: "\""):
        guard let text = readString() else { return nil }
        if let last = open.indices.last, open[last].isObject, open[last].key == nil {
          skipSpace()
          guard at < source.count, source[at] == UInt8(ascii: ":") else { return nil }
          at += 1
          open[last].key = text
          continue
        }
        value = .string(text)
      default:
        guard let scalar = readScalar() else { return nil }
        value = scalar
      }
      // A value may end the containers around it.
      while true {
        guard let last = open.indices.last else { return value }
        if !open[last].isObject {
          open[last].values.append(value)
        } else if let key = open[last].key {
          open[last].members[key] = value
          open[last].key = nil
        } else {
          return nil
        }
        skipSpace()
        guard at < source.count else { return nil }
        if source[at] == UInt8(ascii: ",") {
          at += 1
          break
        }
        guard let closed = closeIfDone() else { return nil }
        value = closed
      }
    }
  }

  /// The innermost container, where its end is next.
  private mutating func closeIfDone() -> JSONValue? {
    guard at < source.count, let last = open.last, last.key == nil,
      source[at] == (last.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    else { return nil }
    at += 1
    open.removeLast()
    return last.isObject ? .object(last.members) : .array(last.values)
  }

  private mutating func readScalar() -> JSONValue? {
    let start = at
    while at < source.count, source[at] > 0x20, !",]}:\"[{".utf8.contains(source[at]) { at += 1 }
    let word = String(decoding: source[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: return Self.isNumber(source[start..<at]) ? .number(word) : nil
    }
  }

  /// Whether some bytes are a number (section 6): no sign `+`, no zeros before it, a digit on both sides of the stop.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func digits() -> ArraySlice<UInt8> { rest.prefix { 0x30...0x39 ~= $0 } }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = digits()
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { return false }
    rest.removeFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard !digits().isEmpty else { return false }
      rest.removeFirst(digits().count)
    }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard !digits().isEmpty else { return false }
      rest.removeFirst(digits().count)
    }
    return rest.isEmpty
  }

  private mutating func readString() -> String? {
    at += 1
    var bytes: [UInt8] = []
    while at < source.count {
      let byte = source[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard at < source.count else { return nil }
        let escape = source[at]
        at += 1
        switch escape {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): bytes.append(0x20)
        case UInt8(ascii: "u"):
          guard let scalar = readScalarValue() else { return nil }
          bytes += Array(String(scalar).utf8)
        default: bytes.append(escape)
        }
      // Line endings within texts are not allowed, but pages have them.
      default: bytes.append(byte)
      }
    }
    return nil
  }

  /// The scalar behind `\u`: of one unit of UTF-16, or of two. A half alone is U+FFFD.
  private mutating func readScalarValue() -> Unicode.Scalar? {
    guard let first = readUnit() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, at + 1 < source.count, source[at] == UInt8(ascii: "\\"),
      source[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    // What is no second half is a character of its own.
    let place = at
    at += 2
    guard let second = readUnit() else { return nil }
    guard 0xDC00..<0xE000 ~= second else {
      at = place
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  /// Four hexadecimal digits.
  private mutating func readUnit() -> UInt32? {
    guard at + 4 <= source.count else { return nil }
    var unit: UInt32 = 0
    for byte in source[at..<at + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x61 + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    at += 4
    return unit
  }

  private mutating func skipSpace() {
    while at < source.count, [0x20, 0x09, 0x0A, 0x0D].contains(source[at]) { at += 1 }
  }
}
