/// The YAML mapping at the start of a briefing, entry by entry.
struct FrontMatter {
  /// Keys and values, in order.
  var entries: [Entry]
  /// What could not be read, and how it was read instead.
  var warnings: [Metadata.Warning]
  /// The offset at which the Markdown starts: behind the closing line.
  var end: Int

  /// One key with its value.
  struct Entry: Equatable {
    var key: String
    var value: Value
    /// 1-based line of the key in the file.
    var line: Int
  }

  /// What a key is given, as far as the program tells values apart.
  enum Value: Equatable {
    /// Nothing, `~` or `null`.
    case empty
    /// A scalar, whatever its YAML type: `1984` may be a title.
    case text(String)
    /// A sequence of scalars.
    case list([String])
    /// A mapping, or a sequence that holds more than scalars, as text.
    case nested(String)

    /// As one text, for details.
    var text: String {
      switch self {
      case .empty: ""
      case .text(let text), .nested(let text): text
      case .list(let items): items.joined(separator: ", ")
      }
    }
  }

  /// Bytes of front matter at most, both of its `---` lines included; a larger block is body.
  static let limit = 64 * 1024

  /// Reads the front matter of a file; nil where there is none, and then all of the file is body.
  ///
  /// There is front matter only where line 1 (behind an optional byte order mark) is `---`, a line `---` or `...`
  /// closes it, and what is between is a YAML mapping. Where it is no valid YAML it still counts as front
  /// matter if it clearly is meant as such, see ``FrontMatterReader/read(_:)``.
  init?(_ bytes: [UInt8]) {
    guard let fences = Fences(bytes, limit: Self.limit) else { return nil }
    let text = String(decoding: bytes[fences.content], as: UTF8.self)
    guard let found = FrontMatterReader(firstLine: 2).read(text) else { return nil }
    (entries, warnings) = found
    end = fences.end
  }

  /// What to say where a file starts with what is clearly meant as front matter and is too large for it; nil
  /// everywhere else.
  static func oversizeWarning(_ bytes: [UInt8]) -> Metadata.Warning? {
    guard bytes.count > limit, Fences(bytes, limit: limit) == nil,
      let fences = Fences(bytes, limit: bytes.count),
      FrontMatterChunk.split(String(decoding: bytes[fences.content].prefix(limit), as: UTF8.self)) != nil
    else { return nil }
    let size = (fences.content.count + 999) / 1000
    return Metadata.Warning(
      line: 1,
      message: "front matter of \(size) kB is read as text; move what is long behind its closing line, "
        + "\(limit / 1024) kB is the most")
  }

  /// Where the block stands, if its first and last line are there.
  private struct Fences {
    var content: Range<Int>
    var end: Int

    init?(_ bytes: [UInt8], limit size: Int) {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let limit = min(bytes.count, start + size)
      // Nearly every file without front matter leaves here, after one comparison.
      guard Self.isFence(bytes, start, limit, "-"), let first = Self.nextLine(bytes, start, limit) else {
        return nil
      }
      var line = first
      while true {
        if Self.isFence(bytes, line, limit, "-") || Self.isFence(bytes, line, limit, ".") {
          content = first..<line
          end = Self.nextLine(bytes, line, limit) ?? limit
          return
        }
        guard let next = Self.nextLine(bytes, line, limit) else { return nil }
        line = next
      }
    }

    /// Whether the line that starts at `start` is three marks and nothing but white space.
    private static func isFence(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ mark: Unicode.Scalar) -> Bool
    {
      guard start + 3 <= limit, bytes[start..<start + 3].allSatisfy({ $0 == UInt8(ascii: mark) }) else {
        return false
      }
      var at = start + 3
      while at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      // Cut by the limit is not ended by it.
      return at == bytes.count || (at < limit && (bytes[at] == 0x0A || bytes[at] == 0x0D))
    }

    /// The start of the next line; nil where there is none within the limit.
    private static func nextLine(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
      guard let end = bytes[start..<limit].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
      let isCRLF = bytes[end] == 0x0D && end + 1 < limit && bytes[end + 1] == 0x0A
      let next = end + (isCRLF ? 2 : 1)
      return next < limit ? next : nil
    }
  }
}
