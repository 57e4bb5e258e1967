extension ImportBlock {
  /// The block with the labels of its footnotes behind the number of the part that it stands in: each part of a briefing counts its notes
  /// from 1.
  func withNotes(ofPart part: Int) -> ImportBlock {
    func marked(_ run: InlineRun) -> InlineRun {
      guard run.kind == .note else { return run }
      var run = run
      run.text = "\(part)-\(run.text)"
      return run
    }
    return switch self {
    case .heading(let level, let runs): .heading(level, runs.map(marked))
    case .paragraph(let runs): .paragraph(runs.map(marked))
    case .table(let rows): .table(rows.map { $0.map { $0.map(marked) } })
    case .open(.note(let label)): .open(.note("\(part)-\(label)"))
    case .open, .close, .code, .rule: self
    }
  }
}
