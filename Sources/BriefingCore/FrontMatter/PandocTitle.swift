/// Pandoc's title block: lines that start with `%` for title, authors (`;` between them) and date, each of which may go on
/// in lines that are set in.
enum PandocTitle {
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    var fields: [(text: String, line: Int)] = []
    var at = start
    var number = SourceLine.number(of: start, in: bytes)
    while at < limit {
      let line = SourceLine(bytes, at: at, limit: limit)
      let text = bytes[line.content]
      if text.first == UInt8(ascii: "%"), fields.count < 3 {
        guard text.count == 1 || text.dropFirst().first == 0x20 else { return nil }
        fields.append((String(decoding: text.dropFirst(), as: UTF8.self).trimmingSpaces, number))
      } else if text.first == 0x20, !line.isBlank(in: bytes), !fields.isEmpty {
        fields[fields.count - 1].text += "\n" + String(decoding: text, as: UTF8.self).trimmingSpaces
      } else {
        // Text right after it is one paragraph with it: a sentence that starts with a per cent sign.
        guard line.isBlank(in: bytes) else { return nil }
        at = line.end(limit: limit)
        break
      }
      number += 1
      at = line.end(limit: limit)
    }
    var entries: [FrontMatter.Entry] = []
    for (key, field) in zip(["title", "author", "date"], fields) where !field.text.isEmpty {
      let isList = key == "author" && field.text.contains { $0 == ";" || $0 == "\n" }
      let items = field.text.split { $0 == ";" || $0 == "\n" }.map { String($0).trimmingSpaces }
      let value: FrontMatter.Value = isList ? .list(items) : .text(field.text)
      entries.append(FrontMatter.Entry(key: key, value: value, line: field.line))
    }
    return entries.isEmpty ? nil : FrontMatterBlock(entries: entries, end: at)
  }
}
