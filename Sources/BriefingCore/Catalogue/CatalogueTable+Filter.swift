/// Looking for the words of a filter in the fields of ``ListField``.
extension CatalogueTable {
  /// Whether a row holds every word of a filter.
  package func fits(_ filter: CatalogueFilter, at index: Int) -> Bool {
    if filter.isEmpty { return true }
    return filter.withSearch { search in
      switch items[index] {
      case .kept(let batch, let row): batches[Int(batch)].withFilterTexts { search.fits($0[Int(row)]) }
      case .read(let card): card.text.withUnsafeBytes(search.fits)
      }
    }
  }

  /// Finds out which rows hold every word of a filter.
  ///
  /// - Parameters:
  ///   - fits: Whether a row does, by its index; as many as there are rows.
  ///   - isNarrower: Whether only those rows can that `fits` says so of.
  package func fit(_ filter: CatalogueFilter, _ fits: inout [Bool], isNarrower: Bool) {
    filter.withSearch { search in
      fits.withUnsafeMutableBufferPointer { fits in
        items.withUnsafeBufferPointer { items in
          var index = 0
          while index < items.count {
            switch items[index] {
            case .read(let card):
              if !isNarrower || fits[index] { fits[index] = card.text.withUnsafeBytes(search.fits) }
              index += 1
            case .kept(let batch, _):
              // Most rows of a batch stand together.
              batches[Int(batch)].withFilterTexts { texts in
                while index < items.count, case .kept(batch, let row) = items[index] {
                  if !isNarrower || fits[index] { fits[index] = search.fits(texts[Int(row)]) }
                  index += 1
                }
              }
            }
          }
        }
      }
    }
  }
}
