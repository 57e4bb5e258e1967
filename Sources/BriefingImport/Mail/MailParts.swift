/// The parts of a mail that are its text: of alternatives the one in HTML, else the last in plain text; no attachments.
struct MailParts {
  /// A part without parts in it.
  struct Leaf {
    var header: MailHeader
    var body: Range<Int>
    /// The alternatives that it stands in, from the outermost on, and which of each it is.
    var alternatives: [(container: Int, choice: Int)]
  }

  /// In order.
  private(set) var leaves: [Leaf] = []

  /// Levels and parts at most.
  private static let most = (levels: 16, parts: 10_000)

  /// Finds the parts of the mail that stands at a range of a source.
  ///
  /// - Throws: ``ImportProblem`` where it has more levels or parts than are read.
  init(_ source: [UInt8], _ range: Range<Int>) throws(ImportProblem) {
    // Parts that are still to be looked at, the next one last.
    var rest: [(range: Range<Int>, level: Int, alternatives: [(container: Int, choice: Int)])] = [
      (range, 0, [])
    ]
    var containers = 0
    while let part = rest.popLast() {
      let header = MailHeader(source, part.range)
      let body = header.end..<part.range.upperBound
      if header["content-disposition"]?.lowercased().hasPrefix("attachment") == true { continue }
      let type = header.mediaType
      guard type.hasPrefix("multipart/"),
        let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty
      else {
        // A multipart without a boundary is read as text.
        if type == "text/html" || type == "text/plain" || type.hasPrefix("multipart/") {
          leaves.append(Leaf(header: header, body: body, alternatives: part.alternatives))
        }
        continue
      }
      containers += 1
      let parts = Self.parts(source, body, boundary)
      guard part.level < Self.most.levels, rest.count + leaves.count + parts.count <= Self.most.parts else {
        throw ImportProblem(
          part.level < Self.most.levels
            ? "has more than \(Self.most.parts / 1000),000 parts"
            : "has parts in parts, more than \(Self.most.levels) levels of them",
          advice: "save its text by itself, and import that")
      }
      for (index, range) in parts.enumerated().reversed() {
        let choice = type == "multipart/alternative" ? [(container: containers, choice: index)] : []
        rest.append((range, part.level + 1, part.alternatives + choice))
      }
    }
    choose()
  }

  /// Leaves of each group of alternatives the best one.
  private mutating func choose() {
    var best: [Int: (choice: Int, isHTML: Bool)] = [:]
    for leaf in leaves {
      let isHTML = leaf.header.mediaType == "text/html"
      for (container, choice) in leaf.alternatives {
        if let known = best[container], known.isHTML, !isHTML { continue }
        best[container] = (choice, isHTML)
      }
    }
    leaves.removeAll { leaf in leaf.alternatives.contains { best[$0.container]?.choice != $0.choice } }
  }

  /// The parts between lines of a boundary (RFC 2046, section 5.1.1).
  private static func parts(_ source: [UInt8], _ range: Range<Int>, _ boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [Range<Int>] = []
    var start: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, source[end] != 0x0A { end += 1 }
      if let isLast = Self.isBoundary(source[at..<end], mark) {
        if let start, start < at { parts.append(start..<at) }
        if isLast { return parts }
        start = min(end + 1, range.upperBound)
      }
      at = end + 1
    }
    // A mail that was cut has no last line.
    if let start, start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// Whether a line is the boundary, and then whether it is the last one, with `--` behind it. Only space may stand behind both: the
  /// boundary of parts within a part often starts with that of the parts around it.
  private static func isBoundary(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool? {
    guard line.starts(with: mark) else { return nil }
    var rest = line.dropFirst(mark.count)
    while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0D { rest.removeLast() }
    if rest.isEmpty { return false }
    return rest.elementsEqual("--".utf8) ? true : nil
  }
}
