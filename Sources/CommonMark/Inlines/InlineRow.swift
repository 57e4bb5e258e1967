/// A row of a table of inlines as it is kept: 24 bytes.
///
/// Rows are in document order, a container before its contents, so that a first child is the row after.
struct InlineRow: Sendable {
  var kind: InlineKind
  /// Links and images: where the target is written, a ``LinkTarget/Form``.
  var detail: UInt8 = 0
  var start: Int32
  var end: Int32
  /// -1 at the top.
  var parent: Int32
  /// -1 where nothing follows.
  var next: Int32 = -1
  /// Links and images: an index, as `detail` says.
  var payload: Int32 = 0
}

/// The target of a link that stands in the text: ranges of the source.
struct LinkTarget: Sendable {
  /// Where a link's target is written.
  enum Form: UInt8, Sendable {
    /// In parentheses; the payload is an index of a ``LinkTarget``.
    case inline
    /// In a link reference definition; the payload is its index.
    case definition
    /// `<scheme:…>`, and the same for a mail address.
    case autolink, mailAutolink
    /// GFM: bare text with a scheme, `www.…`, and a mail address.
    case bareURL, bareWWW, bareMail
    /// `[[target|text]]` and `![[picture]]`; the payload is an index of a ``LinkTarget``.
    case wiki, wikiPicture
  }

  var destination: Range<Int32>
  /// Empty at offset 0 where there is none: a title is in quotes, so it never starts there. Of a wiki link the text that
  /// is shown, in offsets of the content.
  var title: Range<Int32>
}

/// A token of a leaf's content: what lies between two of them is text. Offsets are those of the content, not of
/// the source.
struct InlineToken {
  enum Kind: UInt8 {
    /// A backslash that escapes what is after it, or anything else that shows nothing.
    case escape
    case characterReference, softBreak, lineBreak, code, html, footnoteReference, autolink
    /// A run of `*`, `_`, `~` or `=`: what is left of it is text.
    case delimiters
    /// `[` or `![`: text as long as no link is made of it.
    case bracket
    case linkStart, imageStart, linkEnd
  }

  var kind: Kind
  /// Links: a ``LinkTarget/Form``.
  var detail: UInt8 = 0
  var start: Int32
  /// Delimiters: the end of the bytes that are left, which start after the ends of ``payload`` containers.
  var end: Int32
  /// Links: the payload of the row. Delimiters: how many containers end at `start`.
  var payload: Int32 = 0
  /// Delimiters: the outermost container that starts after `end`, an index of ``DelimiterMatch``; -1 for none.
  var opened: Int32 = -1

  @inline(__always)
  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }
}
