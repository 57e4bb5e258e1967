/// A link reference definition (section 4.7).
public struct LinkDefinition: Hashable, Sendable {
  /// The label as it is written, without its brackets; line endings are LF.
  public var label: String
  /// Where it leads, unescaped, not percent-encoded.
  public var destination: String
  /// The title, unescaped; nil where there is none.
  public var title: String?

  /// Makes the description of a definition.
  public init(label: String, destination: String, title: String? = nil) {
    self.label = label
    self.destination = destination
    self.title = title
  }
}

extension Document {
  /// What a link definition says; nil for every other kind of block.
  ///
  /// Of several definitions with one label the first counts for links; each is a block, and has its own answer here.
  public func linkDefinition(of block: BlockID) -> LinkDefinition? {
    let row = rows[Int(block.index)]
    guard row.tag == .linkDefinition else { return nil }
    let index = Int(row.first)
    let target = references.target(ofDefinition: index, in: source)
    return LinkDefinition(
      label: String(repairing: references.definitions.label(index, startingAt: Int(row.start), in: source)),
      destination: target.destination, title: target.title)
  }
}
