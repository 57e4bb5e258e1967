/// Reads TOML as front matter has it, line by line, so that one bad line costs one value.
///
/// Keys of tables are entries too, with the table before them: `advisory.date`. What is nested deeper than that is kept as it
/// was written.
struct TOMLReader {
  private var cursor: TOMLCursor
  private var entries: [FrontMatter.Entry] = []
  private var warnings: [Metadata.Warning] = []
  /// The table that the lines stand in.
  private var table = ""
  /// Whether the table is one of several of its name.
  private var isRepeated = false
  /// Where the keys of such tables are among the entries.
  private var repeated: [String: Int] = [:]

  /// The entries of a text, in order, and what is wrong with it. A text that is something else has no entries.
  static func entries(
    of text: String, firstLine: Int
  ) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning]) {
    var reader = TOMLReader(TOMLCursor(Array(text.utf8), line: firstLine))
    reader.read()
    return (reader.named, reader.warnings)
  }

  private init(_ cursor: TOMLCursor) { self.cursor = cursor }

  /// The entries, those of the page's own tables with the names that they have there. Where no key stands outside of a
  /// table, the first table is the page's: advisories have all in one.
  private var named: [FrontMatter.Entry] {
    guard let first = entries.first else { return [] }
    let firstTable = first.key.split(separator: ".").dropLast().joined(separator: ".")
    return entries.map { entry in
      var entry = entry
      guard let dot = entry.key.lastIndex(of: ".") else { return entry }
      let table = String(entry.key[..<dot])
      if table == firstTable || MetadataKey.ownTables.contains(table.lowercased()) {
        entry.name = String(entry.key[entry.key.index(after: dot)...])
      }
      return entry
    }
  }

  // MARK: Lines

  private mutating func read() {
    while cursor.at < cursor.bytes.count {
      cursor.skipBlanks()
      guard let byte = cursor.peek else { return }
      switch byte {
      case 0x0A, 0x0D: cursor.skipLineEnd()
      case UInt8(ascii: "#"): cursor.skipLine()
      case UInt8(ascii: "["): readHeader()
      default: readEntry()
      }
    }
  }

  private mutating func readHeader() {
    let start = cursor.at
    cursor.at += 1
    isRepeated = cursor.peek == UInt8(ascii: "[")
    if isRepeated { cursor.at += 1 }
    if let name = cursor.key(), cursor.peek == UInt8(ascii: "]") {
      table = name
      cursor.skipLine()
    } else {
      cursor.at = start
      keepLine("is not a table; write it as [name]")
    }
  }

  private mutating func readEntry() {
    let (start, number) = (cursor.at, cursor.line)
    guard let key = cursor.key(), cursor.peek == UInt8(ascii: "=") else {
      cursor.at = start
      return keepLine("is no “key = value”")
    }
    cursor.at += 1
    cursor.skipBlanks()
    let valueStart = cursor.at
    let name = table.isEmpty ? key : "\(table).\(key)"
    if let value = cursor.value(), cursor.endsLine() {
      add(FrontMatter.Entry(key: name, value: value, line: number))
    } else {
      (cursor.at, cursor.line) = (valueStart, number)
      let text = cursor.restOfLine.trimmingQuotes
      warnings.append(
        Metadata.Warning(
          line: number, message: "\(name): not valid TOML; it is read as plain text. Quote the value"))
      add(FrontMatter.Entry(key: name, value: text.isEmpty ? .empty : .text(text), line: number))
      cursor.skipLine()
    }
  }

  /// Adds an entry; those of tables of the same name are one list.
  private mutating func add(_ entry: FrontMatter.Entry) {
    guard isRepeated, case .text(let text) = entry.value else { return entries.append(entry) }
    guard let before = repeated[entry.key] else {
      repeated[entry.key] = entries.count
      return entries.append(FrontMatter.Entry(key: entry.key, value: .list([text]), line: entry.line))
    }
    guard case .list(var items) = entries[before].value else { return }
    // Else the list would be copied with each of its items.
    entries[before].value = .empty
    items.append(text)
    entries[before].value = .list(items)
  }

  /// Keeps a line that is nothing else as a key without a value, as long as there are entries: else it is a text.
  private mutating func keepLine(_ problem: String) {
    let text = cursor.restOfLine
    if !entries.isEmpty || !table.isEmpty {
      warnings.append(Metadata.Warning(line: cursor.line, message: "“\(text)” \(problem)"))
      entries.append(FrontMatter.Entry(key: text, value: .empty, line: cursor.line))
    }
    cursor.skipLine()
  }
}

extension String {
  /// Without quotes around it, or one that was never closed before it.
  fileprivate var trimmingQuotes: String {
    var text = self[...]
    if let first = text.first, first == "\"" || first == "'" {
      text = text.dropFirst()
      if text.last == first { text = text.dropLast() }
    }
    return String(text)
  }
}
