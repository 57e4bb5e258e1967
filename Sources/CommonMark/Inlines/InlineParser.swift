/// The inline phase for one leaf (CommonMark 0.31.2, appendix "Phase 2"): content to tokens, tokens to rows.
///
/// Delimiters and brackets are matched on the tokens, which stay where they are; the rows are written once at
/// the end, in document order. A parser can be used again and keeps its buffers.
///
/// A long leaf is read in pieces, so that what is kept of it at once does not grow with it: see ``PieceBorder``.
struct InlineParser {
  let extensions: Extensions
  let references: References
  /// The bytes at which text may end.
  private let specials: ByteTable
  /// Those and the pipe, for cells in which some are escaped.
  private let cellSpecials: ByteTable

  /// Without extensions, with strikethrough, with bare links, with both; then the same with a briefing's signs.
  private static let specialTables = tables(with: "")
  private static let cellTables = tables(with: "|")

  private static func tables(with more: String) -> [ByteTable] {
    ["", "~", ":.@", "~:.@", "{=^%", "~{=^%", ":.@{=^%", "~:.@{=^%"].map {
      ByteTable("\n\\`*_[]!<&" + $0 + more)
    }
  }

  var tokens: [InlineToken] = []
  var delimiters: [Delimiter] = []
  var matches: [DelimiterMatch] = []
  var brackets: [Bracket] = []
  var targets: [LinkTarget] = []
  var label: [UInt8] = []
  private var containers: [InlineRowWriter.Container] = []

  /// How long the text is: what is left of it says how much room the tokens want.
  private var textCount = 0
  /// Where the last token ends.
  var textStart = 0
  /// What is read so far, and where pieces end.
  var border: PieceBorder
  /// Openers of links (not images) in front of this offset have a link inside and cannot become one.
  var inactiveBefore = 0
  var codeSpans = CodeSpanCloser()
  var htmlClosers = HTMLCloser()
  var templates = TemplateCloser()
  var comments = MarkerSearch()
  /// The notes that were found within the text, brackets and `^` included, while they are collected.
  var notes: [Range<Int>]?
  /// Whether the line is the title of a container: its end is a line's.
  var hasFenceTitle = false
  /// Where the bracket stands that ends such a title; -1 where none does.
  var fenceTitleEnd = -1
  var domains = DomainScan()
  /// Whether an `@` stands in the text: it may be in a bare mail address.
  var hasAt = false

  /// Makes a parser.
  ///
  /// - Parameter maximumOpenMarks: See ``Document/init(parsing:from:extensions:maximumBlocks:maximumOpenMarks:isCancelled:)``.
  init(extensions: Extensions, references: References, maximumOpenMarks: Int) {
    self.extensions = extensions
    self.references = references
    border = PieceBorder(maximumOpenMarks: maximumOpenMarks)
    let table =
      (extensions.contains(.strikethrough) ? 1 : 0) + (extensions.contains(.autolinks) ? 2 : 0)
      + (extensions.isDisjoint(with: .inlineSigns) ? 0 : 4)
    specials = Self.specialTables[table]
    cellSpecials = Self.cellTables[table]
  }

  /// Parses the content of a leaf into rows, which take the place of what is there.
  ///
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true. The
  ///   rows are of no use then.
  mutating func parse(
    _ text: Span<UInt8>, _ map: SourceMap, into rows: inout [InlineRow], isCancelled: () -> Bool
  ) -> Bool {
    start(text)
    return parse(text, map, into: &rows, isWhole: true, isCancelled)
  }

  /// Starts with the content of a leaf that is parsed piece by piece.
  mutating func start(_ text: Span<UInt8>) {
    reset()
    textCount = text.count
  }

  /// Parses the next piece of the content that it started with; its rows and targets take the place of those before.
  ///
  /// - Returns: Whether it came to its end, as for a whole leaf.
  mutating func parsePiece(
    _ text: Span<UInt8>, _ map: SourceMap, into rows: inout [InlineRow], isCancelled: () -> Bool
  ) -> Bool {
    targets.clear()
    return parse(text, map, into: &rows, isWhole: false, isCancelled)
  }

  /// Whether all pieces are parsed.
  var isAtEnd: Bool { border.pieceEnd >= textCount }

  private mutating func parse(
    _ text: Span<UInt8>, _ map: SourceMap, into rows: inout [InlineRow], isWhole: Bool,
    _ isCancelled: () -> Bool
  ) -> Bool {
    var writer = InlineRowWriter(map: map, rows: &rows, open: &containers)
    var isComplete: Bool
    repeat {
      tokens.clear()
      delimiters.clear()
      matches.clear()
      brackets.clear()
      isComplete =
        tokenize(text, map, isCancelled) && processDelimiters(from: 0, isCancelled)
        && writer.write(self, text, goesOn: isWhole, isCancelled)
    } while isComplete && isWhole && !isAtEnd
    rows = writer.rows
    containers = writer.open
    return isComplete
  }

  /// How many bytes, delimiters or tokens are gone through between two questions whether to go on: a millisecond's
  /// work or two.
  static let stride = 1 << 16

  private mutating func reset() {
    targets.clear()
    textStart = 0
    border.reset()
    inactiveBefore = 0
    codeSpans.reset()
    htmlClosers = HTMLCloser()
    templates = TemplateCloser()
    comments = MarkerSearch()
    hasFenceTitle = false
    fenceTitleEnd = -1
    domains = DomainScan()
    hasAt = false
  }

  private mutating func tokenize(_ text: Span<UInt8>, _ map: SourceMap, _ isCancelled: () -> Bool) -> Bool {
    border.startPiece()
    var position = border.pieceStart
    var pause = position
    let specials = map.hasEscapedPipes ? cellSpecials : specials
    if position == 0, extensions.contains(.templateTags), Self.isTableOfContents(text),
      !isLabel(text, 1..<text.count - 1)
    {
      _ = addToken(.escape, 0, text.count)
      border.endPiece(at: text.count)
      return true
    }
    while true {
      if position >= pause {
        if isCancelled() { return false }
        pause = position + Self.stride
      }
      if pieceLength >= border.nextLook, endsPiece(text, at: position, isCancelled) { return true }
      position = text.skipProse(from: position)
      while position < text.count, !specials.contains(text[position]) {
        position = text.skipProse(from: position &+ 1)
      }
      guard position < text.count else {
        border.endPiece(at: text.count)
        return true
      }
      switch text[position] {
      case UInt8(ascii: "\n"):
        position = parseLineEnding(text, at: position)
      case UInt8(ascii: "\\"):
        position = parseBackslash(text, at: position)
      case UInt8(ascii: "`"):
        position = parseCodeSpan(text, at: position)
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        position = parseDelimiters(text, at: position)
      case UInt8(ascii: "~"):
        position = parseRaisedMark(text, at: position) ?? parseDelimiters(text, at: position)
      case UInt8(ascii: "["):
        position =
          parseWikiLink(text, at: position, isEmbedded: false, map)
          ?? openBracket(text, at: position, isImage: false)
      case UInt8(ascii: "!"):
        if position + 1 < text.count, text[position + 1] == UInt8(ascii: "[") {
          position =
            parseWikiLink(text, at: position, isEmbedded: true, map)
            ?? openBracket(text, at: position, isImage: true)
        } else {
          position &+= 1
        }
      case UInt8(ascii: "]"):
        position =
          position == fenceTitleEnd
          ? addToken(.escape, position, position + 1)
          : closeBracket(text, at: position, map, isCancelled)
      case UInt8(ascii: "<"):
        position = parseAngle(text, at: position)
      case UInt8(ascii: "&"):
        position = parseReference(text, at: position)
      case UInt8(ascii: ":"):
        position =
          parseFence(text, at: position) ?? parseProperty(text, at: position)
          ?? parseEmojiCode(text, at: position) ?? parseBareURL(text, at: position)
      case UInt8(ascii: "{"):
        position = parseBrace(text, at: position, map)
      case UInt8(ascii: "="):
        position = extensions.contains(.marks) ? parseDelimiters(text, at: position) : position &+ 1
      case UInt8(ascii: "^"):
        position =
          parseInlineNote(text, at: position) ?? parseBlockName(text, at: position)
          ?? parseRaisedMark(text, at: position) ?? position + 1
      case UInt8(ascii: "%"):
        position = parseComment(text, at: position)
      case UInt8(ascii: "."):
        position = parseBareWWW(text, at: position)
      case UInt8(ascii: "|"):
        if pieceLength >= border.nextLook, endsPiece(text, at: position, isAtPipe: true, isCancelled) {
          return true
        }
        border.passSign()
        position &+= 1
      default:
        hasAt = true
        if pieceLength >= border.nextLook, endsPiece(text, beforeSign: position, isCancelled) { return true }
        border.passSign()
        position &+= 1
      }
    }
  }

  /// Makes a token of `start..<end`, and returns `end`.
  @inline(__always)
  mutating func addToken(_ kind: InlineToken.Kind, _ start: Int, _ end: Int) -> Int {
    tokens.makeRoom(done: end, of: textCount)
    tokens.append(InlineToken(kind, start, end))
    textStart = end
    return end
  }

  /// `:name:`, with neither a letter, a digit nor a colon beside it; nil where there is no such emoji.
  private mutating func parseEmojiCode(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard extensions.contains(.emojiCodes), let code = EmojiCode(text, at: start) else { return nil }
    return addToken(.characterReference, start, start + code.length)
  }

  /// Sections 6.7 and 6.8. White space in front of a line ending is not text.
  private mutating func parseLineEnding(_ text: Span<UInt8>, at position: Int) -> Int {
    let textEnd = text.trimEnd(of: textStart, to: position)
    let isTitle = hasFenceTitle
    hasFenceTitle = false
    let isHard =
      isTitle
      || position - textEnd >= 2 && text[position - 1] == UInt8(ascii: " ")
        && text[position - 2] == UInt8(ascii: " ")
    let startsItem = extensions.contains(.keptLines) && WrittenItem.starts(text, at: position + 1)
    if !isHard, !startsItem, extensions.contains(.eastAsianText),
      EastAsian.joinsLines(text, textEnd, position + 1)
    {
      return addToken(.escape, textEnd, position + 1)
    }
    return addToken(isHard || startsItem ? .lineBreak : .softBreak, textEnd, position + 1)
  }

  /// Section 2.4: the escaped byte starts a new run of text.
  private mutating func parseBackslash(_ text: Span<UInt8>, at position: Int) -> Int {
    guard position + 1 < text.count else { return position + 1 }
    let next = text[position + 1]
    if next == UInt8(ascii: "\n") { return addToken(.lineBreak, position, position + 2) }
    guard next.isPunctuation else { return position + 1 }
    return addToken(.escape, position, position + 1) + 1
  }

  /// Section 2.5.
  private mutating func parseReference(_ text: Span<UInt8>, at position: Int) -> Int {
    guard let reference = CharacterReference(text, at: position) else { return position + 1 }
    return addToken(.characterReference, position, position + reference.length)
  }
}
