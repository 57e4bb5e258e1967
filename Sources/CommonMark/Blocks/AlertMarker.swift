/// The line that makes an alert of a quote: `[!NOTE]`, and for callouts `[!info]- Title`.
struct AlertMarker {
  /// The place of its kind among ``BlockKind/AlertKind``'s cases.
  var kind: UInt8
  /// Where its title stands, or the name of a kind that is none of GitHub's; empty for one of those without a title.
  var title: Range<Int>

  private static let names: [StaticString] = ["note", "tip", "important", "warning", "caution"]
  /// Obsidian's other kinds and their kin, each with GitHub's that comes nearest.
  private static let others: [(name: StaticString, kind: UInt8)] = [
    ("info", 0), ("abstract", 0), ("summary", 0), ("tldr", 0), ("todo", 0), ("example", 0), ("quote", 0),
    ("cite", 0), ("question", 0), ("help", 0), ("faq", 0), ("hint", 1), ("success", 1), ("check", 1),
    ("done", 1),
    ("attention", 3), ("failure", 4), ("fail", 4), ("missing", 4), ("danger", 4), ("error", 4), ("bug", 4),
  ]

  /// The kind that a name stands for; nil where it is not known.
  static func kind(_ source: Span<UInt8>, _ name: Range<Int>) -> UInt8? {
    func isName(_ known: StaticString) -> Bool {
      known.utf8CodeUnitCount == name.count && source.hasPrefix(known, at: name.lowerBound)
    }
    return names.firstIndex(where: isName).map { UInt8($0) } ?? others.first { isName($0.name) }?.kind
  }

  /// Reads a line; nil where it is not a marker.
  ///
  /// - Parameter takesTitle: Whether a sign for folding (`+` or `-`) and a title may follow, and the kind be any of those
  ///   that are known.
  init?(_ source: Span<UInt8>, _ line: Range<Int>, takesTitle: Bool) {
    guard source.hasPrefix("[!", at: line.lowerBound) else { return nil }
    let nameStart = line.lowerBound + 2
    guard let nameEnd = (nameStart..<line.upperBound).first(where: { source[$0] == UInt8(ascii: "]") }) else {
      return nil
    }
    func isName(_ name: StaticString) -> Bool {
      name.utf8CodeUnitCount == nameEnd - nameStart && source.hasPrefix(name, at: nameStart)
    }
    title = 0..<0
    if let index = Self.names.firstIndex(where: isName) {
      kind = UInt8(index)
    } else if takesTitle, let other = Self.others.first(where: { isName($0.name) }) {
      kind = other.kind
      title = nameStart..<nameEnd
    } else {
      return nil
    }
    var start = nameEnd + 1
    if takesTitle, start < line.upperBound,
      source[start] == UInt8(ascii: "-") || source[start] == UInt8(ascii: "+")
    {
      start += 1
    }
    let textStart = source.skipSpacesAndTabs(from: start, to: line.upperBound)
    if textStart == line.upperBound { return }
    // Without white space between, it is a link, a definition or text.
    guard takesTitle, textStart > start else { return nil }
    title = textStart..<source.trimEnd(of: textStart, to: line.upperBound)
  }
}

extension Document {
  /// The title of an alert as plain text: its own, else the name of its kind (`Note`); empty for every other block.
  public func title(ofAlert block: BlockID) -> String {
    let row = rows[Int(block.index)]
    guard row.tag == .alert else { return "" }
    let title = source[Int(row.first)..<Int(row.second)]
    if title.isEmpty {
      return BlockKind.AlertKind.allCases[Int(row.detail)].rawValue.capitalizedFirst
    }
    // As a heading it is inlines, whatever it starts with.
    guard let text = try? Document(parsing: Array("# ".utf8) + title, extensions: extensions) else {
      return ""
    }
    let plain = text.plainText(of: text.root)
    let isName =
      row.first > 1
      && (source[Int(row.first) - 1] == UInt8(ascii: "!")
        // Of an admonition, where titles are in quotes.
        || [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(source[Int(row.start)])
          && source[Int(row.first) - 1] != UInt8(ascii: "\""))
    return isName ? plain.lowercased().capitalizedFirst : plain
  }
}

extension String {
  /// With its first letter as a capital.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
