/// That a section is read or unread: who said so, when, and of which text.
///
/// Marks of one section are in an order, and of two the later one in it counts. So marks can come from several programs and
/// from files, in any order and more than once, and all end with the same one.
public struct ReadMark: Hashable, Sendable {
  /// Whether it is read.
  public var isRead: Bool
  /// Whether a person said so. If not, the program saw that it was on the screen for long enough.
  public var isByHand: Bool
  /// When, in milliseconds since 1970 (UTC).
  public var time: Int64
  /// Since when an automatic mark may overrule what was said by hand: the start of the visit, in milliseconds since
  /// 1970 (UTC). Of a mark by hand it is ``time``.
  public var since: Int64
  /// The ``SectionDigest/hash`` of the text that it is about.
  public var hash: UInt64

  /// Makes a mark by hand.
  public init(isRead: Bool, hash: UInt64, byHandAt time: Int64) {
    self.init(isRead: isRead, isByHand: true, time: time, since: time, hash: hash)
  }

  /// Makes the mark of a section that was on the screen for long enough, during a visit that began at `since`.
  public init(readAt time: Int64, hash: UInt64, since: Int64) {
    self.init(isRead: true, isByHand: false, time: time, since: min(since, time), hash: hash)
  }

  /// The latest time that a mark has: what a damaged file says to be later is taken for as old as can be, or it would never be
  /// overruled.
  public static let latest: Int64 = 1 << 53

  /// Makes a mark that was stored; times are 0 where they are not in 0 … ``latest``.
  public init(isRead: Bool, isByHand: Bool, time: Int64, since: Int64, hash: UInt64) {
    self.isRead = isRead
    self.isByHand = isByHand
    self.time = 0...Self.latest ~= time ? time : 0
    self.since = isByHand ? self.time : min(max(0, since), self.time)
    self.hash = hash
  }

  /// Whether it counts, and not another mark of the same section: what was said by hand stands against every visit that had
  /// begun by then, so "keep unread" sticks; else the newer one counts.
  public func overrules(_ other: ReadMark) -> Bool {
    func key(_ mark: ReadMark) -> (Int64, Int, Int64, Int, UInt64) {
      (mark.since, mark.isByHand ? 1 : 0, mark.time, mark.isRead ? 1 : 0, mark.hash)
    }
    return key(self) > key(other)
  }

  /// The one of two that counts.
  public static func merge(_ a: ReadMark?, _ b: ReadMark?) -> ReadMark? {
    guard let a, let b else { return a ?? b }
    return b.overrules(a) ? b : a
  }
}
