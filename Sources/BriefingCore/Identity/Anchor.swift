/// Where something is in a briefing, across edits, widths and runs.
///
/// It is found by the section, within it by the block's text, then by the words around, then by how far in it is.
/// ``text`` is its stored form.
public struct Anchor: Hashable, Sendable {
  /// What it stands in.
  public var region: Region
  /// A hash of the text of what is laid out at once: a block, or a part of a long one.
  public var textFingerprint: UInt64
  /// The same of what stands before and after it, of which several blocks of one text are told; 0 for nothing.
  public var neighbours: [UInt64]
  /// The text around the place.
  public var quote: Quote
  /// The place in the block's text, a UTF-8 offset.
  public var offset: Int
  /// Rows below the first row that starts there, as of a place on a page.
  public var skip: Int
  /// Byte of the file at which the block starts.
  public var byteOffset: Int
  /// How far into its region the block starts, 0 to ``wholeDepth``.
  public var depth: Int

  /// The depth of a region's end.
  public static let wholeDepth = 1 << 16

  /// What an anchor stands in.
  public enum Region: Hashable, Sendable {
    /// The title, summary or details of the front matter.
    case frontMatter(FrontMatterPart)
    /// A section by itself; the lead, for which the path is empty. `isShared`: another one near has the same title.
    case section(SectionIdentity, isShared: Bool)
    /// A footnote that is shown at the end of a section, by its label.
    case footnote(label: String)
  }

  /// What a page shows of the front matter.
  public enum FrontMatterPart: String, Hashable, Sendable, CaseIterable {
    /// The title, where the text has no heading of its own.
    case title
    /// The summary.
    case summary
    /// Everything else.
    case details
  }

  /// A little text around a place, within its block.
  public struct Quote: Hashable, Sendable {
    /// What stands before it.
    public var before: String
    /// What stands at it.
    public var after: String

    /// UTF-8 bytes of ``before`` at most.
    public static let longestBefore = 32
    /// UTF-8 bytes of ``after`` at most.
    public static let longestAfter = 64

    /// Makes a quote.
    public init(before: String = "", after: String = "") {
      self.before = before
      self.after = after
    }
  }

  /// How well an anchor was found.
  public enum Match: Hashable, Sendable {
    /// The block has the same text: it is the same character.
    case exact
    /// The text around was found in a block that is no longer the same.
    case quote
    /// The section was found, and nothing of the place: it is as far in as before.
    case section
  }

  /// Makes an anchor.
  public init(
    region: Region, textFingerprint: UInt64, neighbours: [UInt64] = [0, 0], quote: Quote = Quote(),
    offset: Int = 0, skip: Int = 0, byteOffset: Int = 0, depth: Int = 0
  ) {
    self.region = region
    self.textFingerprint = textFingerprint
    self.neighbours = neighbours
    self.quote = quote
    self.offset = offset
    self.skip = skip
    self.byteOffset = byteOffset
    self.depth = depth
  }
}
