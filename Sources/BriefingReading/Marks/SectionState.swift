/// What is remembered of one section of an open briefing.
public struct SectionState: Hashable, Sendable {
  /// The section, whatever becomes of its title and place.
  public var id: SectionID
  /// The ``SectionDigest/hash`` of its text as it is now.
  public var hash: UInt64
  /// Words of its text as it is now.
  public var words: Int
  /// Whether it was read; nil where nobody and nothing said anything.
  public var mark: ReadMark?
  /// Its star; nil where it never had one.
  public var star: StarMark?
  /// Whether it was not there when something of the briefing was read.
  public var isAdded: Bool

  /// Makes a state.
  public init(
    id: SectionID, hash: UInt64, words: Int, mark: ReadMark? = nil, star: StarMark? = nil,
    isAdded: Bool = false
  ) {
    self.id = id
    self.hash = hash
    self.words = words
    self.mark = mark
    self.star = star
    self.isAdded = isAdded
  }

  /// Whether its text was read as it is now.
  public var isRead: Bool { mark.map { $0.isRead && $0.hash == hash } ?? false }
  /// Whether an earlier text of it was read, so that it is unread for what has changed.
  public var isChanged: Bool { mark.map { $0.isRead && $0.hash != hash } ?? false }
  /// Whether it came since something of the briefing was read, and nobody has marked it.
  public var isNew: Bool { isAdded && mark == nil }
  /// Whether it has a star.
  public var isStarred: Bool { star?.isOn ?? false }
}
