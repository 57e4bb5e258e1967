import BriefingCore

/// What was made of an article, a page, an entry of a feed or a mail: what is known of it, and its text.
public struct ImportedBriefing: Hashable, Sendable {
  /// On one line; empty where nothing names it.
  public var title = ""
  /// When it was published, where it says so itself.
  public var date: BriefingDate?
  /// When it was last changed.
  public var updated: BriefingDate?
  /// Who wrote it.
  public var authors: [String] = []
  /// BCP 47 language tag.
  public var language: String?
  /// Its absolute web address.
  public var url: String?
  /// Who published it.
  public var source: String?
  /// What it says, in a sentence, where the text does not say the same.
  public var summary: String?
  /// Its keywords.
  public var tags: [String] = []
  /// What feeds and mails name it by, where that is not its address; of a day's briefing one for each entry.
  public var identifiers: [String] = []
  /// What entries of a feed said, in short, one for each of ``identifiers``, or for the address of an entry without any: so a later
  /// version is told from the one that was imported.
  public var fingerprints: [String] = []
  /// Its text, in order.
  public var blocks: [ImportBlock] = []

  /// Makes one of which nothing is known yet.
  public init() {}
}
