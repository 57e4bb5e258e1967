import BriefingText

/// What a slice of a long leaf has to know of the others.
enum LeafPart: Sendable {
  case code(CodePart)
  case table(TablePart)

  /// That of code; nil for another leaf.
  var code: CodePart? {
    if case .code(let part) = self { part } else { nil }
  }

  /// That of a table; nil for another leaf.
  var table: TablePart? {
    if case .table(let part) = self { part } else { nil }
  }
}

/// What a slice of a long table has to know of the rest.
struct TablePart: Sendable {
  /// What the columns of the whole table ask for.
  var measure: TableMeasure
  /// The header, where it is not the slice's own first row.
  var labels: TableText?
  /// The row after the slice; nil after the last one.
  var following: TableText?
}
