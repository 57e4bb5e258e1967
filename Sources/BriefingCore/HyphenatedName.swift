extension String {
  /// A name of the source as the configuration writes it: `table-header` for `tableHeader`.
  package var hyphenated: String {
    reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
  }
}
