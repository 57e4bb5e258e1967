import BriefingCore

/// Who a briefing is, and its sections as they are now: what has to be remembered to know them again.
public struct BriefingRecord: Hashable, Sendable {
  /// The briefing.
  public var id: BriefingID
  /// Where its file is, and what tells it from others.
  public var file: FileIdentity
  /// Its title.
  public var title: String
  /// Its address, from the front matter.
  public var url: String?
  /// The ``BriefingDigest/hash``.
  public var hash: UInt64
  /// The ``BriefingDigest/sketch``.
  public var sketch: WordSketch
  /// The lead, then the sections in document order.
  public var sections: [SectionRecord]
  /// When it was looked at, in milliseconds since 1970 (UTC).
  public var time: Int64
  /// Whether what is remembered of it could not be asked for: then it takes the place of nothing.
  public var isBlind: Bool

  /// Makes a record.
  public init(
    id: BriefingID, file: FileIdentity, title: String, url: String?, hash: UInt64, sketch: WordSketch,
    sections: [SectionRecord], time: Int64, isBlind: Bool = false
  ) {
    self.id = id
    self.file = file
    self.title = title
    self.url = url
    self.hash = hash
    self.sketch = sketch
    self.sections = sections
    self.time = time
    self.isBlind = isBlind
  }
}

/// What tells a file from others.
public struct FileIdentity: Hashable, Sendable {
  /// Its absolute path.
  public var path: String
  /// Its number in its file system; 0 where it has none.
  public var number: UInt64
  /// Its size in bytes.
  public var size: Int64
  /// Its time of modification, in nanoseconds since 1970 (UTC).
  public var modified: Int64

  /// Makes one.
  public init(path: String, number: UInt64 = 0, size: Int64 = 0, modified: Int64 = 0) {
    self.path = path
    self.number = number
    self.size = size
    self.modified = modified
  }
}

/// What a section is known by.
public struct SectionRecord: Hashable, Sendable {
  /// The section.
  public var id: SectionID
  /// 0 for the lead, else its 1-based place among the sections; -1 where the text has it no more.
  public var ordinal: Int
  /// Its heading; empty for the lead.
  public var title: String
  /// Its path and sketches.
  public var identity: SectionIdentity
  /// The ``SectionDigest/hash`` of its text.
  public var hash: UInt64
  /// Words of its text.
  public var words: Int
  /// How it was removed; nil where the text has it.
  public var removal: Removal?

  /// Makes a record.
  public init(
    id: SectionID, ordinal: Int, title: String, identity: SectionIdentity, hash: UInt64, words: Int,
    removal: Removal? = nil
  ) {
    self.id = id
    self.ordinal = ordinal
    self.title = title
    self.identity = identity
    self.hash = hash
    self.words = words
    self.removal = removal
  }

  /// How a section was removed.
  public struct Removal: Hashable, Sendable {
    /// The section behind which it stood; nil where that is not known.
    public var after: SectionID?
    /// When that was noticed, in milliseconds since 1970 (UTC); 0 once the reader knows.
    public var time: Int64

    /// Makes one.
    public init(after: SectionID?, time: Int64) {
      self.after = after
      self.time = time
    }
  }
}
