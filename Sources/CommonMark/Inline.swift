/// An inline's place in the table of its block's inlines.
public struct InlineID: Hashable, Strideable, Sendable {
  /// 0-based index of the row.
  public let index: Int32

  /// Makes the identifier of a row.
  public init(index: Int32) { self.index = index }

  /// Order of the table; document order only where ``Inlines`` says so.
  public static func < (a: InlineID, b: InlineID) -> Bool { a.index < b.index }

  /// How many rows further on another one is.
  public func distance(to other: InlineID) -> Int { Int(other.index) - Int(index) }

  /// The identifier of the row that many rows further on.
  public func advanced(by count: Int) -> InlineID { InlineID(index: index + Int32(count)) }
}

/// One row of a table of inlines.
public struct Inline: Identifiable, Sendable {
  /// Its place in the table.
  public let id: InlineID
  /// What it is.
  public var kind: InlineKind
  /// Bytes of the source that it covers, delimiters included.
  public var range: Range<Int>
  /// The inline that holds it; nil at the top.
  public var parent: InlineID?
  /// Its first child, if it has any.
  public var firstChild: InlineID?
  /// The inline that follows it under the same parent.
  public var next: InlineID?
}

/// The kinds of inline: CommonMark 0.31.2 chapter 6, GFM's strikethrough, and footnote references.
public enum InlineKind: UInt8, Hashable, Sendable, CaseIterable {
  /// A run of bytes that stand for themselves; a backslash escape starts a new run after its backslash.
  case text
  /// Section 2.5: `&amp;`, `&#27;`, with ``Extensions/emojiCodes`` `:tada:`, and with ``Extensions/raisedText`` the `^2^` of
  /// `x^2^`; its text is what it stands for.
  case characterReference
  /// Section 6.8: a line ending that is shown as a space.
  case softBreak
  /// Section 6.7.
  case lineBreak
  /// Section 6.1.
  case code
  /// Section 6.6.
  case html
  /// Section 6.2.
  case emphasis
  /// Section 6.2.
  case strong
  /// GFM.
  case strikethrough
  /// `==text==`, see ``Extensions/marks``.
  case mark
  /// Sections 6.3 and 6.5, and GFM's autolinks.
  case link
  /// Section 6.4; its children are the description.
  case image
  /// `[^label]`.
  case footnoteReference
}

/// A step of a walk over a tree of inlines.
public enum InlineEvent: Hashable, Sendable {
  /// A container opens, or a leaf stands here (a leaf has no ``exit(_:)``).
  case enter(InlineID)
  /// A container closes.
  case exit(InlineID)
}
