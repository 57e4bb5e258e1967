/// Collections of dated Markdown files as producers name and head them: each convention with files of which date and title
/// are known.
///
/// A file depends on the seed, its convention and its number alone.
public struct CollectionSample: Sendable {
  /// A file, and what is right for it.
  public struct File: Hashable, Sendable {
    /// Below the collection's folder.
    public var path: String
    /// All of the file.
    public var text: String
    /// The date that file or path state, as ISO 8601, a day or a month; nil where they state none.
    public var date: String?
    /// What it is called: as it says, or as its name says in words.
    public var title: String
  }

  private let seed: UInt64

  /// The collections of a seed.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// The names of the conventions, in order.
  public static var conventions: [String] { CollectionConvention.all.map(\.name) }

  /// The first files of a convention; none where no convention has the name.
  public func files(_ convention: String, count: Int = 20) -> [File] {
    guard let place = CollectionConvention.all.firstIndex(where: { $0.name == convention }) else { return [] }
    return (0..<count).map { number in
      var mix = SeededGenerator(seed: seed &+ UInt64(place) << 32 &+ UInt64(number))
      return CollectionConvention.all[place].file(
        CollectionIssue(number: number, random: SeededGenerator(seed: mix.next())))
    }
  }
}
