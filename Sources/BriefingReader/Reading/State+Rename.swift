/// Files of the library that have other paths now: what was read of them is there, and so is the way back.
extension State {
  /// Takes in new paths, by those that the files had.
  mutating func rename(_ paths: [String: String]) -> [Effect] {
    guard !paths.isEmpty else { return [] }
    let before = reading?.path
    for index in layers.indices {
      if case .reading(var reading) = layers[index] {
        reading.rename(paths)
        layers[index] = .reading(reading)
      } else if case .search(var search) = layers[index] {
        search.ahead?.rename(paths)
        layers[index] = .search(search)
      } else if case .opening(var opening) = layers[index] {
        opening.trail.rename(paths)
        layers[index] = .opening(opening)
      }
    }
    return reading?.path == before ? [] : follow()
  }
}

extension ReadingState {
  /// Takes in that files have other paths now, by those that they had.
  fileprivate mutating func rename(_ paths: [String: String]) {
    trail.rename(paths)
    guard let new = paths[path] else { return }
    path = new
    // It may have been taken for gone.
    file.isGone = false
    file.news = "The file is now \(new)."
  }
}
