import CommonMark

extension Briefing {
  /// The block that a link's `#name` leads to; nil where there is none.
  ///
  /// In this order: a section's slug, also in lower case; an identifier in the text (``CommonMark/Document/block(ofAnchor:)``);
  /// a section or page heading whose title makes that slug, for people write anchors as the heading is.
  public func block(ofAnchor name: String) -> BlockID? {
    let lower = name.lowercased()
    if let section = sections.first(where: { $0.slug == name || $0.slug == lower }) { return section.heading }
    if let block = document.block(ofAnchor: name) { return block }
    var slugs = Slugs()
    let slug = slugs.slug(of: name)
    guard !slug.isEmpty else { return nil }
    if let section = sections.first(where: { $0.slug == slug || Slugs.plainSlug(of: $0.title) == slug }) {
      return section.heading
    }
    guard let heading else { return nil }
    return Slugs.plainSlug(of: document.inlines(of: heading).plainText) == slug ? heading : nil
  }
}
