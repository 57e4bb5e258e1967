extension Briefing {
  /// Whether another section has the title of a section, so that its slug depends on it. Looks at the sections around,
  /// ``sharedTitleReach`` each way: to look at all would take as long as there are sections.
  public func isTitleShared(ofSection index: Int) -> Bool {
    let title = sections[index].title
    let near =
      max(0, index - Self.sharedTitleReach)..<min(sections.count, index + Self.sharedTitleReach + 1)
    return sections[near].indices.contains { $0 != index && sections[$0].title == title }
  }

  private static var sharedTitleReach: Int { 256 }
}
