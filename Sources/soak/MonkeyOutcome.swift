/// What came of a burst.
struct MonkeyOutcome: Sendable {
  /// What should not have been.
  struct Finding: Sendable {
    /// In the same words wherever the same goes wrong.
    var kind: String
    var detail: String
  }

  var findings: [Finding] = []
  /// Seconds from a key to the first of its answer.
  var answers: [Double] = []
  /// Bytes of memory at most.
  var peakMemory = 0
  /// Threads at most.
  var threads = 0
  /// Bytes that it wrote.
  var written = 0
  /// The last of them.
  var tail: [UInt8] = []
  /// How it ended, in a word.
  var ending = ""
}
