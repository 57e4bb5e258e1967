import BriefingCore
import BriefingLayout
import CommonMarkSamples

/// Counts how often sections and places are found after an edit of which the truth is known.
public struct AnchorScore: Sendable {
  /// Sections that are there after the edit, but doubtful ones.
  public private(set) var sections = 0
  /// Those of them that were found.
  public private(set) var found = 0
  /// Those of them that were said to be gone.
  public private(set) var gone = 0
  /// Sections that were taken for another one, and what was found for one that is gone: seed and title.
  public private(set) var wrong: [String] = []
  /// Places in blocks that stand once in both texts.
  public private(set) var places = 0
  /// Those of them that led to the same character.
  public private(set) var exactPlaces = 0
  /// Places of which the anchor led to another block, or to another section than theirs: seed and text.
  public private(set) var wrongPlaces: [String] = []
  /// Texts that were said to have changed where no word has.
  public private(set) var changedThoughSame = 0

  /// Counts nothing yet.
  public init() {}

  /// Makes an edit's page twice, and looks for the sections and for a place in each block.
  public mutating func add(_ outcome: BriefingEdit.Outcome, _ edit: BriefingEdit, seed: UInt64) throws {
    let old = try Self.page(outcome.old.markdown, width: 80)
    let new = try Self.page(outcome.new.markdown, width: 61)
    guard old.briefing.sections.count == outcome.old.sections.count,
      new.briefing.sections.count == outcome.new.sections.count
    else {
      // The sample has headings that it does not know of.
      wrong.append("\(edit) \(seed): not taken apart")
      return
    }
    let replacement = try PageReplacement(of: old, by: new)
    let places = Dictionary(
      outcome.new.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, section) in outcome.old.sections.enumerated() {
      let truth = places[section.id]
      let answer = replacement.section(index)
      if let answer, answer != truth { wrong.append("\(edit) \(seed): \(section.title)") }
      guard truth != nil, !outcome.doubtful.contains(section.id) else { continue }
      sections += 1
      if answer == truth { found += 1 } else if answer == nil { gone += 1 }
    }
    if edit.keepsWords, !replacement.changes.isEmpty { changedThoughSame += 1 }
    try addPlaces(replacement, old, new, edit, seed)
  }

  private mutating func addPlaces(
    _ replacement: PageReplacement, _ old: Page, _ new: Page, _ edit: BriefingEdit, _ seed: UInt64
  ) throws {
    let before = Self.unitsByText(old)
    let after = Self.unitsByText(new)
    var asked: [Place] = []
    var truths: [Place] = []
    for unit in 0..<old.unitCount {
      let text = old.text(of: unit).string
      guard before[text]?.count == 1, text.utf8.count >= 24, let units = after[text], units.count == 1 else {
        continue
      }
      asked.append(Place(unit: unit, offset: text.utf8.count / 2))
      truths.append(Place(unit: units[0], offset: text.utf8.count / 2))
    }
    let reloaded = try replacement.places(of: asked).map(\.place)
    for (index, truth) in truths.enumerated() {
      places += 1
      var isFound = reloaded[index] == truth
      // As it is in a later run, which knows nothing of the old text.
      if index % 8 == 3 {
        let stored = Anchor(text: old.anchor(of: asked[index]).text)
        isFound = try isFound && stored.flatMap { try new.place(of: $0) }?.place == truth
      }
      if isFound {
        exactPlaces += 1
      } else {
        wrongPlaces.append("\(edit) \(seed): \(old.text(of: asked[index].unit).string.prefix(40))")
      }
    }
  }

  private static func page(_ markdown: String, width: Int) throws -> Page {
    Page(try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample")), width: width)
  }

  private static func unitsByText(_ page: Page) -> [String: [Int]] {
    Dictionary(grouping: 0..<page.unitCount) { page.text(of: $0).string }
  }
}
