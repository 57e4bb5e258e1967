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

  /// Makes a state.
  public init(id: SectionID, hash: UInt64, words: Int, mark: ReadMark? = nil, star: StarMark? = nil) {
    self.id = id
    self.hash = hash
    self.words = words
    self.mark = mark
    self.star = star
  }

  /// Whether its text was read as it is now.
  public var isRead: Bool { mark.map { $0.isRead && $0.hash == hash } ?? false }
  /// Whether an earlier text of it was read, so that it is unread for what has changed.
  public var isChanged: Bool { mark.map { $0.isRead && $0.hash != hash } ?? false }
  /// Whether it has a star.
  public var isStarred: Bool { star?.isOn ?? false }
}
