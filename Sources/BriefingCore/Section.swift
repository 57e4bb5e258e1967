import CommonMark

/// A heading and what stands below it up to the next heading.
public struct Section: Hashable, Sendable {
  /// Its number by nesting: `[2, 1]` is `2.1`.
  public var number: [Int]
  /// The heading's level, 1 to 6.
  public var level: Int
  /// The heading as plain text; may be empty.
  public var title: String
  /// GitHub's anchor: lower case, spaces as `-`, `-1`, `-2` on repeats.
  public var slug: String
  /// The heading.
  public var heading: BlockID
  /// 1-based line of the heading in the file.
  public var line: Int

  /// Makes a section.
  public init(number: [Int], level: Int, title: String, slug: String, heading: BlockID, line: Int) {
    self.number = number
    self.level = level
    self.title = title
    self.slug = slug
    self.heading = heading
    self.line = line
  }

  /// `2.1`.
  public var numberText: String {
    // The first frame shows some: what joins strings is looked up by its conformances, which takes long.
    guard let first = number.first else { return "" }
    return number.dropFirst().reduce(first.description) { "\($0).\($1)" }
  }
}
