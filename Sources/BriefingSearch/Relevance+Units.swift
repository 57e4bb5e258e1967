extension Relevance {
  /// How much of a term a section has, as whole numbers, so that the order in which words are added up changes nothing:
  /// a word as typed in the text is ``Strength/whole``.
  public struct Units: Hashable, Sendable {
    /// In the text below the heading, whose length counts.
    public var body: UInt32
    /// In the section's heading and the hosts of its links.
    public var fields: UInt32
    /// In what all sections of the briefing have: its title, its tags and the file's name.
    public var shared: UInt32

    /// Makes a sum; without arguments that of nothing.
    @inlinable
    public init(body: UInt32 = 0, fields: UInt32 = 0, shared: UInt32 = 0) {
      self.body = body
      self.fields = fields
      self.shared = shared
    }

    /// Whether the section itself has something of the term, and not only its briefing.
    @inlinable public var isOwn: Bool { body > 0 || fields > 0 }

    /// Adds a word that occurs so often in a column.
    ///
    /// - Parameters:
    ///   - strength: What the word counts of the one that was typed, see ``Strength``.
    ///   - sections: How many sections the briefing has: its tags are those of all together.
    @inlinable
    public mutating func add(_ count: UInt32, _ column: Column, strength: UInt32, sections: Int) {
      guard count > 0 else { return }
      let one = column.units &* strength / Strength.whole
      switch column {
      case .body: body &+= one &* count
      case .tag: shared &+= max(1, one / UInt32(truncatingIfNeeded: max(1, sections))) &* count
      case .title, .name: shared &+= one &* count
      case .section, .host: fields &+= one &* count
      }
    }

    /// Adds that a longer word stands there, see ``SearchPlan/countsOnce(_:)``.
    @inlinable
    public mutating func addBegun() { fields &+= Strength.form }

    /// Adds other units.
    @inlinable
    public static func += (units: inout Units, more: Units) {
      units.body &+= more.body
      units.fields &+= more.fields
      units.shared &+= more.shared
    }
  }

  /// What a word counts of the one that was typed, in twentieths.
  public enum Strength {
    /// The word as typed.
    @inlinable public static var whole: UInt32 { 20 }
    /// Another spelling: `F35` for `F-35`.
    @inlinable public static var spelling: UInt32 { 18 }
    /// The parts of a word with a sign between, `F-35` for `F35`, beside what they count as ``apart``.
    @inlinable public static var joined: UInt32 { 12 }
    /// The parts of a word one after another: `F 35` for `F35`.
    @inlinable public static var apart: UInt32 { 6 }
    /// The nearest word to one that occurs nowhere.
    @inlinable public static var correction: UInt32 { 14 }
    /// An inflection, or a longer word.
    @inlinable public static var form: UInt32 { 8 }
  }

  /// What of a section a word stands in.
  public enum Column: Int, Hashable, Sendable, CaseIterable {
    case title, section, tag, body, name, host

    /// What a word counts there, in twentieths of one in the text.
    @inlinable
    public var units: UInt32 {
      switch self {
      case .title: 60
      case .section: 80
      case .tag: 30
      case .body: 20
      // That a file is called so says little of what it contains.
      case .name: 6
      // Nobody reads it before the link is followed.
      case .host: 4
      }
    }
  }

  /// Where in a section something of the query stands.
  public struct Occurrence: Hashable, Sendable {
    /// 0-based group that it belongs to, of those that rank.
    public var group: Int
    /// The column that it stands in.
    public var column: Column
    /// 0-based word of the column where it starts.
    public var position: Int
    /// How many words it has.
    public var length: Int
    /// What it counts of what was typed, see ``Strength``.
    public var strength: UInt32
    /// Whether it is a longer word than the one that was typed.
    public var isBegun = false

    /// Makes an occurrence.
    public init(group: Int, column: Column, position: Int, length: Int, strength: UInt32) {
      self.group = group
      self.column = column
      self.position = position
      self.length = length
      self.strength = strength
    }

    /// By column and position; at one place the strongest last, so that it is the one that stays.
    fileprivate var order: (Int, Int, Int, UInt32, Int) {
      (column.rawValue, position, group, strength, length)
    }
  }
}

extension Relevance.Occurrence {
  /// What orders occurrences for the search of neighbours.
  var sortKey: SortKey { SortKey(occurrence: self) }

  struct SortKey: Comparable {
    var occurrence: Relevance.Occurrence
    static func < (a: SortKey, b: SortKey) -> Bool { a.occurrence.order < b.occurrence.order }
  }
}
