/// A part of an imported text. Containers open and close, so that nothing nests however deep the text does.
public enum ImportBlock: Hashable, Sendable {
  /// What stands up to the ``close`` that belongs to it is in a container.
  case open(ImportContainer)
  /// Ends the innermost open container.
  case close
  /// A heading with its level, 1 to 6.
  case heading(Int, [InlineRun])
  /// A paragraph.
  case paragraph([InlineRun])
  /// Preformatted text, with its language where that is known.
  case code(String, language: String?)
  /// The rows of a table, each with its cells; the first row is the header.
  case table([[[InlineRun]]])
  /// A break between parts.
  case rule
}

/// What other blocks stand in.
public enum ImportContainer: Hashable, Sendable {
  /// A quotation.
  case quote
  /// A list of items: numbered from a first number on, or with bullets where that is nil.
  case list(start: Int?)
  /// An item of a list.
  case item
  /// A footnote, with the label by which ``InlineRun/Kind/note`` refers to it.
  case note(String)
}
