/// What ends an open HTML block (section 4.6).
enum HTMLBlockEnd {
  /// Kind 1: the end tag of `pre`, `script`, `style` or `textarea`.
  case literalEndTag
  /// Kind 2.
  case comment
  /// Kind 3.
  case processingInstruction
  /// Kind 4.
  case declaration
  /// Kind 5.
  case cdata
  /// Kinds 6 and 7.
  case blankLine
}
