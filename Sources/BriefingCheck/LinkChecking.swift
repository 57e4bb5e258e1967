/// Knows what is beside a briefing: the check itself reads no files.
public protocol LinkChecking {
  /// What is wrong with a link or image.
  ///
  /// - Parameter destination: As the Markdown has it, unescaped and not percent-decoded.
  /// - Returns: The rule and a message; nil where nothing is wrong.
  mutating func problem(with destination: String) -> (rule: CheckRule, message: String)?
}
