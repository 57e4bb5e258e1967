/// What is known of the changes of a briefing that is read.
enum Comparison: Sendable {
  /// Nothing has changed, or it was not looked up yet.
  case none
  /// It is being compared with the text as it was read, or is to be once that is looked up. Where the marks were shown on a
  /// text that this one has taken the place of, they are shown again.
  case underWay(CompareRequest?, showsMarks: Bool)
  case known(ReadingChanges)
}
