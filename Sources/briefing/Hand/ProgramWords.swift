import Glibc

extension String {
  /// A program and its arguments, as variables and configuration name them: with spaces between them.
  var programWords: [String] { split(separator: " ").map(String.init) }
}

/// What the system says of an error number.
func errorText(_ number: Int32) -> String { String(cString: strerror(number)) }
