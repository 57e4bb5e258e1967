import BriefingLayout

/// A search that is being typed: what to go back to, and what is waited for.
public struct FindSession: Sendable {
  /// Where the reader was, and how far wide units were panned.
  var origin: Place
  var pan = 0
  /// The search before this one.
  var previous: FindState?
  /// What was still being looked for when this one began.
  var previousAwaited: FindQuery?
  /// The query whose answer is not there yet.
  var awaited: FindQuery?
  /// How far that has come.
  var count: FindCount?
  /// Whether the answer is about a text that has changed, and the reader stays where they are.
  var staysInPlace = false
  /// Whether only the lines that match are to be shown, once they are known.
  var showsOnly = false
  /// The units where the reader has arrived: only a match in them is gone to. Nil where any is.
  var arrival: Range<Int>?
}
