/// What a filter looks through: see ``FilterTexts``.
extension CatalogueTable {
  /// Gives the text of a row, the fields of ``ListField`` folded, to `body`.
  package func withFilterText<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch items[index] {
    case .kept(let batch, let row): batches[Int(batch)].withFilterText(of: Int(row), body)
    case .read(let card): card.text.withUnsafeBytes(body)
    }
  }
}
