/// What inlines refer to by label. One reference for all, as every table of inlines keeps it.
final class References: Sendable {
  let definitions: LinkDefinitions
  /// The rows of the footnote definitions.
  let footnotes: LabelTable

  init(definitions: LinkDefinitions, footnotes: LabelTable) {
    self.definitions = definitions
    self.footnotes = footnotes
  }
}
