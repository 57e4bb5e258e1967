import BriefingCore
import CommonMark

/// What the text of a leaf is part of, by its place in the briefing.
package struct LeafRoles: Sendable {
  /// The level of the headings that open the highest sections; 7 where there is none.
  package let topLevel: Int
  /// The page's own heading.
  package let title: BlockID?
  /// The short ways out of deep containers.
  package let nesting: DeepNesting

  /// Finds out what a briefing's headings are.
  package init(_ briefing: Briefing, _ nesting: DeepNesting = DeepNesting()) {
    self.nesting = nesting
    title = briefing.heading
    topLevel = briefing.sections.reduce(7) { min($0, $1.level) }
  }

  /// The role of a heading so many levels below the highest sections.
  private static func role(below depth: Int) -> Style.Role {
    switch depth {
    case ...0: .heading
    case 1: .subheading
    case 2: .subheading2
    case 3: .subheading3
    case 4: .subheading4
    default: .subheading5
    }
  }

  /// The role of a leaf's text. Text within a block quote says so; an alert's is the briefing's own.
  package func role(of block: BlockID, _ document: Document) -> Style.Role {
    if case .heading(let level) = document[block].kind {
      return block == title ? .title : Self.role(below: level - topLevel)
    }
    if let next = document[block].next, document[next].kind == .definition { return .subheading }
    var ancestor = document[block].parent
    while let id = ancestor {
      if let post = nesting[id] { return post.role }
      if let role = document[id].kind.role { return role }
      ancestor = document[id].parent
    }
    return .text
  }
}
