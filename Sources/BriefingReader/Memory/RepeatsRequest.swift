import BriefingLayout
import BriefingReading
import BriefingText

/// Asks what of an open briefing was read in another one, word for word.
public struct RepeatsRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// Its text.
  var page: Page
  /// The same without the words.
  var digest: BriefingDigest
  /// Who it is.
  var briefing: BriefingID

  /// What the page shows of it.
  ///
  /// - Parameter find: Looks the blocks up.
  /// - Throws: `CancellationError` when `isCancelled` returns true, and what `find` throws.
  public func answer(
    isCancelled: () -> Bool = { false }, _ find: (BriefingDigest, BriefingID) throws -> Repeats
  ) throws -> RepeatedText {
    let repeats = try find(digest, briefing)
    guard !repeats.isEmpty else { return RepeatedText() }
    let units = try BriefingUnits(page.briefing, isCancelled: isCancelled)
    return RepeatedText(
      units: try page.units(showing: repeats.units, of: units, isCancelled: isCancelled),
      sections: repeats.isRepeated)
  }
}

/// What of a page was read in another briefing, word for word.
public struct RepeatedText: Hashable, Sendable {
  /// 0-based units of the page.
  public private(set) var units: Set<Int> = []
  /// By ordinal, whether a section has words and all of them are repeats; empty where nothing is.
  private var sections: [Bool] = []

  init() {}

  init(units: Set<Int>, sections: [Bool]) {
    self.units = units
    self.sections = sections
  }

  /// Whether there is nothing new in a section.
  func isAll(ofSection ordinal: Int) -> Bool { sections.indices.contains(ordinal) && sections[ordinal] }
}
