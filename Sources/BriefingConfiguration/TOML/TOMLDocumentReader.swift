import BriefingCore

/// Reads TOML line by line, so that one bad line costs one value, and keeps where each key and value stands.
struct TOMLDocumentReader {
  private(set) var document = TOMLDocument()
  private var cursor: TOMLCursor
  /// The table that the lines stand in.
  private var table: [String] = []
  /// The lines of the keys so far.
  private var lines: [[String]: Int] = [:]
  /// The lines of the tables so far, by header or as parts of keys with dots.
  private var tables: [[String]: Int] = [:]
  /// The lines with bytes that are not UTF-8: nobody knows what is meant there.
  private let unreadable: Set<Int>

  /// Tables within tables at most: what nests deeper is a mistake.
  private static let depthLimit = 8

  init(_ bytes: [UInt8]) {
    // A byte order mark says nothing here.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    cursor = TOMLCursor(Array(text), line: 1)
    let damaged = UTF8Damage.positions(in: text)
    unreadable = Set(damaged.map(\.line))
    for position in damaged { fail("this is not UTF-8; save the file as UTF-8", at: position) }
  }

  mutating func read() {
    while let byte = cursor.peek {
      switch byte {
      case 0x20, 0x09: cursor.skipBlanks()
      case 0x0A, 0x0D: cursor.skipLineEnd()
      case UInt8(ascii: "#"): cursor.skipLine()
      case UInt8(ascii: "[") where unreadable.contains(cursor.line):
        // What follows belongs to no table that is known.
        table = [""]
        cursor.skipLine()
      case _ where unreadable.contains(cursor.line): cursor.skipLine()
      case UInt8(ascii: "["): readHeader()
      default: readEntry()
      }
    }
  }

  /// Where the cursor stands.
  private var position: SourcePosition {
    var column = 1
    var at = cursor.at
    while at > 0, cursor.bytes[at - 1] != 0x0A, cursor.bytes[at - 1] != 0x0D {
      at -= 1
      // Bytes that go on with a scalar do not count.
      if cursor.bytes[at] & 0xC0 != 0x80 { column += 1 }
    }
    return SourcePosition(line: cursor.line, column: column)
  }

  private mutating func fail(_ message: String, at position: SourcePosition) {
    document.mistakes.append(ConfigurationMistake(position, message))
  }

  private mutating func readHeader() {
    let start = (at: cursor.at, position: position)
    cursor.at += 1
    cursor.skipBlanks()
    let name = (at: cursor.at, position: position)
    guard cursor.peek != UInt8(ascii: "["), let path = cursor.keyParts(), cursor.peek == UInt8(ascii: "]")
    else {
      cursor.at = start.at
      fail("“\(cursor.restOfLine)” is not a table; write it as [name]", at: start.position)
      // What follows belongs to no table that is known.
      table = [""]
      return cursor.skipLine()
    }
    cursor.at += 1
    if !cursor.endsLine() {
      fail("“\(cursor.restOfLine)” follows the name of a table; put it on a line of its own", at: position)
      cursor.skipLine()
    }
    table = path
    if let line = tables[path] {
      let title = path.joined(separator: ".")
      fail("the table [\(title)] is in line \(line) already; put its keys there", at: name.position)
    }
    tables[path] = tables[path] ?? name.position.line
    document.headers.append(TOMLHeader(path: path, position: name.position))
  }

  private mutating func readEntry() {
    let start = (at: cursor.at, position: position)
    guard let key = cursor.keyParts(), cursor.peek == UInt8(ascii: "=") else {
      cursor.at = start.at
      fail("“\(cursor.restOfLine)” is no “key = value”", at: start.position)
      return cursor.skipLine()
    }
    cursor.at += 1
    cursor.skipBlanks()
    let value = (at: cursor.at, line: cursor.line, position: position)
    // Lines under a header that is none say nothing.
    let isLost = table == [""]
    if let entries = entries(of: table + key, at: start.position), cursor.endsLine() {
      for entry in entries where !isLost { add(entry) }
    } else {
      (cursor.at, cursor.line) = (value.at, value.line)
      let text = cursor.restOfLine
      fail(
        text.isEmpty
          ? "“\(key.joined(separator: "."))” has no value"
          : "“\(text)” is not a value; \(Self.advice(onValue: text))", at: value.position)
      cursor.skipLine()
    }
  }

  /// What to do about a value that is none.
  private static func advice(onValue text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return "put text in quotes: \"\(text)\""
    }
    return text.dropFirst().contains(quote)
      ? "nothing but a comment may follow the closing quote, and \\ only what TOML knows"
      : "the closing quote is missing"
  }

  private mutating func add(_ entry: TOMLEntry) {
    if let line = lines[entry.path] {
      let name = entry.path.joined(separator: ".")
      return fail("“\(name)” is set in line \(line) already; this one is not used", at: entry.position)
    }
    lines[entry.path] = entry.position.line
    // Tables of the configuration have no more than two names.
    for length in stride(from: table.count + 1, to: min(entry.path.count, 3), by: 1) {
      let path = Array(entry.path.prefix(length))
      tables[path] = tables[path] ?? entry.position.line
    }
    document.entries.append(entry)
  }

  // MARK: Values

  /// A key with its value, or the keys of an inline table; nil where that is not TOML.
  private mutating func entries(of path: [String], at keyPosition: SourcePosition) -> [TOMLEntry]? {
    guard cursor.peek == UInt8(ascii: "{") else {
      return value().map { [TOMLEntry(path: path, position: keyPosition, value: $0)] }
    }
    var found: [TOMLEntry] = []
    var open = [path]
    cursor.at += 1
    while let table = open.last {
      skipSpace()
      if cursor.peek == UInt8(ascii: "}") {
        cursor.at += 1
        open.removeLast()
      } else {
        let keyPosition = position
        guard let key = cursor.keyParts(), cursor.peek == UInt8(ascii: "=") else { return nil }
        cursor.at += 1
        cursor.skipBlanks()
        if cursor.peek == UInt8(ascii: "{") {
          guard open.count < Self.depthLimit else { return nil }
          open.append(table + key)
          cursor.at += 1
          continue
        }
        guard let value = value() else { return nil }
        found.append(TOMLEntry(path: table + key, position: keyPosition, value: value))
      }
      guard !open.isEmpty else { break }
      skipSpace()
      if cursor.peek == UInt8(ascii: ",") {
        cursor.at += 1
      } else if cursor.peek != UInt8(ascii: "}") {
        return nil
      }
    }
    return open.isEmpty ? found : nil
  }

  private mutating func value() -> TOMLValue? {
    let start = position
    guard cursor.peek == UInt8(ascii: "[") else { return plainValue() }
    var items: [TOMLValue] = []
    cursor.at += 1
    while true {
      skipSpace()
      if cursor.peek == UInt8(ascii: "]") { break }
      guard let item = plainValue() else { return nil }
      items.append(item)
      skipSpace()
      if cursor.peek == UInt8(ascii: ",") {
        cursor.at += 1
      } else if cursor.peek != UInt8(ascii: "]") {
        return nil
      }
    }
    cursor.at += 1
    return TOMLValue(content: .list(items), position: start)
  }

  /// White space, line ends and comments within a value.
  private mutating func skipSpace() {
    while let byte = cursor.peek {
      switch byte {
      case 0x20, 0x09: cursor.at += 1
      case 0x0A, 0x0D: cursor.skipLineEnd()
      case UInt8(ascii: "#"): cursor.skipLine()
      default: return
      }
    }
  }

  /// A value that holds no others.
  private mutating func plainValue() -> TOMLValue? {
    let start = position
    if cursor.peek == UInt8(ascii: "\"") || cursor.peek == UInt8(ascii: "'") {
      return cursor.string().map { TOMLValue(content: .string($0), position: start) }
    }
    let word = cursor.bytes[cursor.at...].prefix {
      ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x23].contains($0)
    }
    guard let content = Self.content(String(decoding: word, as: UTF8.self)) else { return nil }
    cursor.at += word.count
    return TOMLValue(content: content, position: start)
  }

  private static func content(_ word: String) -> TOMLValue.Content? {
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    guard let first = word.utf8.first, 0x30...0x39 ~= first || first == 0x2B || first == 0x2D else {
      return nil
    }
    let digits = word.filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: radix).map(TOMLValue.Content.integer)
    }
    // A date, a time, a decimal number.
    return Int(digits).map(TOMLValue.Content.integer) ?? .other(word)
  }
}
