/// What has changed in a library's list at once.
public struct CatalogueChange: Hashable, Sendable {
  /// Rows that are new, or take the place of the one that has their path.
  public var put: [CatalogueRow]
  /// The paths of rows that are gone.
  public var removed: [String]
  /// The paths of those of `put` that are the same file under another name, by the one of `removed` that it had before.
  public var renamed: [String: String]

  /// Makes a change.
  public init(put: [CatalogueRow] = [], removed: [String] = [], renamed: [String: String] = [:]) {
    self.put = put
    self.removed = removed
    self.renamed = renamed
  }

  /// Whether there is none.
  public var isEmpty: Bool { put.isEmpty && removed.isEmpty }
}
