/// The briefings that the command line named one by one, in its order.
struct FileSequence: Sendable {
  private let paths: [String]
  private var index = 0

  /// Starts at the first; each path is there once.
  init(_ paths: [String]) { self.paths = paths }

  var count: Int { paths.count }

  /// Which of them the reader is at, from 0; one that was gone to from it by a link is none of them.
  var current: String? { paths.indices.contains(index) ? paths[index] : nil }

  /// The place of a path among them, from 1; nil where it is none of them.
  func number(of path: String) -> Int? { paths.firstIndex(of: path).map { $0 + 1 } }

  /// The next or previous one; nil where there is none.
  func neighbour(_ direction: Direction, times: Int = 1) -> String? {
    let next = max(0, min(paths.count - 1, index + direction.step * times))
    return next == index ? nil : paths[next]
  }

  /// Goes to a path, if it is one of them.
  mutating func go(to path: String) { index = paths.firstIndex(of: path) ?? index }
}
