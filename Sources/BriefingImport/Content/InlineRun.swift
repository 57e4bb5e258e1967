import CommonMark

/// A piece of running text of one style.
public struct InlineRun: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    /// Text.
    case text
    /// A line ending that is meant.
    case lineBreak
    /// A picture: the text describes it.
    case image(address: String)
    /// The mark of a footnote: the text is its label.
    case note
    /// The box of a task at the start of an item, ticked or not; it has no text.
    case task(isDone: Bool)
  }

  /// How text is set.
  public struct Style: OptionSet, Hashable, Sendable {
    /// One bit a style.
    public let rawValue: UInt8
    /// Makes a style from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Emphasis.
    public static let emphasis = Style(rawValue: 1)
    /// Strong emphasis.
    public static let strong = Style(rawValue: 2)
    /// Struck through.
    public static let strikethrough = Style(rawValue: 4)
    /// Code.
    public static let code = Style(rawValue: 8)
  }

  /// The text, or what ``kind`` says of it.
  public var text: String
  /// What it is.
  public var kind = Kind.text
  /// How it is set.
  public var style: Style = []
  /// Where a link around it leads.
  public var link: String?

  /// Makes a run.
  public init(_ text: String, _ kind: Kind = .text, style: Style = [], link: String? = nil) {
    self.text = text
    self.kind = kind
    self.style = style
    self.link = link
  }
}

extension InlineRun {
  /// Whether it belongs to the text, other than a box.
  var isVisible: Bool { if case .task = kind { false } else { true } }
}

extension [InlineRun] {
  /// What a reader sees of it on one line: a space for each line ending, descriptions for pictures, nothing for notes.
  public var plainText: String {
    var text = ""
    for run in self {
      switch run.kind {
      case .text, .image: text += run.text
      case .lineBreak: text += " "
      case .note, .task: break
      }
    }
    return text.onOneLine
  }

  /// Whether its texts have fewer bytes than so many: most need not be looked at then, nor put together.
  func isShorter(than count: Int) -> Bool {
    var rest = count
    for run in self {
      rest -= run.text.utf8.count
      if rest <= 0 { return false }
    }
    return true
  }
}

extension StringProtocol {
  /// Without white space at its ends, and with one space for each run of it. No-break spaces are text.
  var onOneLine: String {
    // As nearly all texts are.
    if isOnOneLine { return String(self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isBehindSpace = true
    for byte in utf8 {
      if byte.isWhitespace {
        if !isBehindSpace { bytes.append(0x20) }
        isBehindSpace = true
      } else {
        bytes.append(byte)
        isBehindSpace = false
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var isOnOneLine: Bool {
    var isBehindSpace = true
    for byte in utf8 {
      let isSpace = byte.isWhitespace
      if isSpace, isBehindSpace || byte != 0x20 { return false }
      isBehindSpace = isSpace
    }
    return !isBehindSpace || utf8.isEmpty
  }
}
