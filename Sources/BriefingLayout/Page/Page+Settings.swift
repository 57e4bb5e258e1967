import BriefingText

extension Page {
  /// How a page is set besides its width.
  public struct Settings: Hashable, Sendable {
    /// What happens to code and tables that are wider.
    public var overflow: Overflow
    /// What is shown of the front matter besides title and summary.
    public var details: Details
    /// Whether the targets of a unit's links stand below it.
    public var listsTargets: Bool

    /// Columns to the right of the page that code and tables take before they are panned.
    public var overhang = 0

    /// Makes settings; without arguments those of text for a pipe.
    public init(overflow: Overflow = .wrap, details: Details = .none, listsTargets: Bool = false) {
      self.overflow = overflow
      self.details = details
      self.listsTargets = listsTargets
    }
  }

  /// What happens to lines of code, and to tables at their narrowest, that are wider than the page.
  public enum Overflow: Hashable, Sendable {
    /// Code goes on in the next line, and tables become lists: nothing is ever hidden.
    case wrap
    /// They keep their form and are seen in part, from a column on that the caller of ``lines(from:count:pan:)``
    /// chooses.
    case pan
  }

  /// What is shown of the front matter besides title and summary. A page that starts with none of it has no unit for
  /// it, whatever is asked for later.
  public typealias Details = FrontMatterDetails
}
