import BriefingCore

/// What is known of a section's text without keeping it.
public struct SectionDigest: Hashable, Sendable {
  /// 0 for the lead, else the 1-based place among the sections.
  public var ordinal: Int
  /// Its heading; empty for the lead.
  public var title: String
  /// What it is known by across edits; that of the lead for sections behind ``SectionReunion/limit``.
  public var identity: SectionIdentity
  /// A hash of its sentences, in any order: it changes with a word and with the sign of a number, not with white space,
  /// wrapping, emphasis, punctuation, the order of paragraphs, or the date in a line that has nothing else.
  public var hash: UInt64
  /// Words of its text, its heading not counted.
  public var words: Int
  /// Its paragraphs, items, tables and so on.
  public var blocks: [BlockFingerprint]
}
