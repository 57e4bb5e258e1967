/// One step through a YAML text, as libyaml reports it.
struct YAMLEvent: Equatable {
  /// What starts, ends or stands there.
  enum Kind: Equatable {
    case streamStart, streamEnd, documentStart, documentEnd
    /// `*name`.
    case alias(String)
    /// A scalar without its quotes and escapes, and without a byte order mark at its start. `isPlain`: it had no quotes, and
    /// was no block of text.
    case scalar(String, isPlain: Bool)
    case sequenceStart, mappingStart
    /// The end of the sequence or mapping that was opened last.
    case collectionEnd
  }

  var kind: Kind
  /// The tag of a node; nil where it has none, or one that says no more than what the node is: `!`, `!!str` of a scalar,
  /// `!!seq` of a sequence, `!!map` of a mapping.
  var tag: String?
  /// The name that a node is given with `&name`.
  var anchor: String?
  /// 1-based line in the text at which it starts.
  var line: Int
}
