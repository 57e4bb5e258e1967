import CommonMark

/// The whole blocks at the start of a long briefing, parsed from the first bytes of its file alone, to be shown while the rest
/// is read.
///
/// They are shown as those of the whole briefing are: a block that is closed stays as it is, whatever follows (CommonMark,
/// appendix “A parsing strategy”). What the rest of the file could change makes no front: marks of comments and tags that
/// stand as text, for they may be closed further on. Two things are
/// known only with the rest: whether a bracket is a link (``awaitsDefinitions``), and whether a heading further on is above
/// those of the front. That is taken on trust: if there is one, the sections are a level lower as soon as the rest is there.
public struct BriefingFront: Sendable {
  /// The blocks, with the sections that have begun.
  public let briefing: Briefing
  /// Whether something in brackets is a link or note only if it is defined further on: ``definesLinks(_:)``.
  public private(set) var awaitsDefinitions = false

  /// Bytes of a file that are looked at: parsed in less than a frame's time, and some screens of text.
  public static let size = 256 << 10

  /// Parses the first bytes of a file.
  ///
  /// - Parameter bytes: UTF-8, cut anywhere.
  /// - Returns: nil where too little of it is certain: no section is complete, or what is said above.
  public init?(_ bytes: [UInt8], of file: Briefing.FileFacts) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Whether a fence is around all of the file only its end tells.
    guard file.encodingProblem == nil, !MarkdownFence.mayStart(bytes, from: start),
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let all = try? Briefing(parsing: Array(bytes[...end]), file: file),
      // It goes on behind these bytes, or may.
      let last = Self.openBlock(of: all),
      let briefing = try? Briefing(
        parsing: Array(bytes[..<Self.startOfLine(at: last.range.lowerBound, bytes)]), file: file),
      !briefing.sections.isEmpty, briefing.hasFrontMatter == all.hasFrontMatter,
      !Self.awaitsPeers(briefing.document)
    else { return nil }
    self.briefing = briefing
    let document = briefing.document
    var reader = LeafReader(document)
    for block in document.blocks {
      guard block.kind.content == .inlines else { continue }
      let text = reader.plainText(of: block.id)
      guard !Self.openMarks.contains(where: { text.contains($0) }) else { return nil }
      if text.utf8.contains(UInt8(ascii: "[")) { awaitsDefinitions = true }
    }
  }

  /// What starts a comment or tag, and is text where that has no end.
  private static let openMarks = ["%%", "{%", "{{"]

  /// Whether the first heading, below the first level, names the page unless another of its level follows.
  private static func awaitsPeers(_ document: Document) -> Bool {
    var levels = document.blocks.lazy.compactMap { block in
      if case .heading(let level) = block.kind { level } else { nil }
    }.makeIterator()
    guard let first = levels.next(), first > 1 else { return false }
    while let level = levels.next() { if level == first { return false } }
    return true
  }

  /// The last block, or where there are notes the heading of the last section that stands in no other: notes stand at the end
  /// of such sections. A definition goes with its term, which is a paragraph without one.
  private static func openBlock(of briefing: Briefing) -> Block? {
    let document = briefing.document
    if document.blocks.contains(where: { $0.kind == .footnoteDefinition }) {
      let top = briefing.sections.map(\.level).min()
      return briefing.sections.last { $0.level == top && document[$0.heading].parent == document.root }
        .map { document[$0.heading] }
    }
    return document.blocks.reversed().lazy.filter { $0.parent == document.root }.first {
      $0.kind != .definition
    }
  }

  private static func startOfLine(at offset: Int, _ bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
  }

  /// Whether a file may define links or notes behind its front.
  public func definesLinks(_ file: [UInt8]) -> Bool {
    file.withUnsafeBytes { bytes in
      var at = briefing.document.source.count
      while at + 1 < bytes.count {
        if bytes[at] == UInt8(ascii: "]"), bytes[at + 1] == UInt8(ascii: ":") { return true }
        at &+= 1
      }
      return false
    }
  }
}
