import BriefingCore
import BriefingLayout
import BriefingText

extension State {
  /// Follows a link of the briefing that is being read, or says why not.
  mutating func follow(_ link: UnitText.Link) -> [Effect] {
    guard let reading else { return [] }
    if link.kind == .footnote {
      NoteMode.open(label: link.destination, &self)
      return []
    }
    switch LinkTarget(link.destination, in: pathInLibrary(reading.path), library: libraryPaths) {
    case .anchor(let name):
      let before = reading.visit
      let effects = arrive(.anchor(name))
      if let now = self.reading?.visit, !before.isSamePlace(as: now) { self.reading?.trail.leave(before) }
      return effects
    case .briefing(let path, let anchor):
      guard reading.path != "-" else {
        complain("Standard input has no folder in which \(path) could be found.")
        return []
      }
      guard !reading.path.hasPrefix("/dev/fd/") else {
        complain("A pipe has no folder in which \(path) could be found.")
        return []
      }
      let arrival = anchor.map(Opening.Arrival.anchor) ?? .start
      let full = root(of: reading.path) + path
      if full == reading.path { return followHere(arrival) }
      return open(full, at: arrival)
    case .web(let address):
      return QuestionMode.open(address, &self)
    case .refused(let reason):
      complain(Wording(reason))
      return []
    }
  }

  private mutating func followHere(_ arrival: Opening.Arrival) -> [Effect] {
    leaveTrail()
    return arrive(arrival)
  }

  /// The paths of the library's briefings from its root.
  private func libraryPaths() -> LibraryPaths? {
    guard let list, !list.rows.isEmpty, let reading else { return .unknown }
    let root = root(of: reading.path)
    return LibraryPaths(list.rows, root: root)
  }

  /// The library's folder with a slash after it; of a file opened by itself the folder it lies in.
  private func root(of path: String) -> String {
    if let list, let rest = path.dropping(prefix: list.path), rest.hasPrefix("/") || list.path.hasSuffix("/")
    {
      return list.path.hasSuffix("/") ? list.path : list.path + "/"
    }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private func pathInLibrary(_ path: String) -> String {
    path.dropping(prefix: root(of: path)) ?? path
  }
}

extension String {
  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
