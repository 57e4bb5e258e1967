import BriefingCore
import BriefingReading
import BriefingSearch

extension SearchQuery {
  /// The query with what it asks of the reading state answered: section by section, where a briefing is not all read or
  /// unread, or has a star as a whole.
  ///
  /// - Parameters:
  ///   - library: The library's folder as given.
  ///   - record: What is remembered; nil for nothing.
  ///   - seeds: The paths of briefings that are read by their front matter, which counts where nothing is remembered.
  func resolved(in library: String, _ record: ReadingRecord?, seeds: () -> Set<PathKey>) -> SearchQuery {
    guard !states.isEmpty else { return self }
    let start = library.hasSuffix("/") ? library : library + "/"
    func inner(_ key: PathKey) -> PathKey {
      PathKey(String(decoding: key.path.utf8.dropFirst(start.utf8.count), as: UTF8.self))
    }
    let summaries = record?.summaries(of: library) ?? [:]
    var query = self
    func set(_ filter: StateFilter) -> BriefingSet {
      // The other way round, section by section.
      if filter == .read { return set(.unread).complement }
      let told = record?.sections(filter, of: library, summaries) ?? [:]
      let parts = Dictionary(
        told.map { (inner($0.key), BriefingSet.Part($0.value, isComplement: filter == .unread)) },
        uniquingKeysWith: { first, _ in first })
      guard filter == .unread else {
        return BriefingSet(Set(summaries.filter { filter.matches($0.value) }.keys.map(inner)), parts: parts)
      }
      // What nobody knows is unread.
      let read = Set(summaries.filter { !filter.matches($0.value) }.keys)
        .union(seeds().filter { summaries[$0] == nil })
      return BriefingSet(Set(read.map(inner)), isComplement: true, parts: parts)
    }
    query.resolve { name in set(StateFilter(rawValue: name.rawValue) ?? .unread) }
    return query
  }

  /// The same for a command, which reads the list where that is needed.
  func resolved(in library: String) throws -> SearchQuery {
    guard !states.isEmpty else { return self }
    let record = ReadingRecord.kept
    defer { record?.close() }
    let rows = states.contains(.unread) || states.contains(.read) ? try ListCommand.table(of: library) : nil
    return resolved(in: library, record) {
      Set((rows ?? CatalogueTable()).filter { $0.isRead == true }.map { PathKey($0.path) })
    }
  }
}
