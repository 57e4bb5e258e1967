/// Emphasis that starts after what is left of a run of delimiters.
struct DelimiterMatch {
  var kind: InlineKind
  var length: UInt8
  /// The one inside it that starts at the same run; -1 for none.
  var inner: Int32
}
