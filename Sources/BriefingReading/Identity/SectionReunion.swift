import BriefingCore

/// Gives the sections of a text the numbers under which they are remembered.
///
/// A section that was there is known again by `SectionMatching`, first among those of the text as it was last seen, then
/// among those that had gone: what comes back is not new. The lead is always the lead.
public enum SectionReunion {
  /// The records of the sections of a text: those that are there in order, then those that are not, with the ordinal -1.
  ///
  /// - Parameters:
  ///   - digest: The text as it is now.
  ///   - known: What is remembered of the briefing, in any order.
  ///   - time: When, in milliseconds since 1970 (UTC): sections that are not there any more were removed by then.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public static func records(
    of digest: BriefingDigest, in briefing: BriefingID, known: [SectionRecord], at time: Int64 = 0,
    isCancelled: () -> Bool = { false }
  ) throws -> [SectionRecord] {
    let sections = digest.sections.prefix(limit)
    let living = known.filter { $0.ordinal > 0 }.sorted { $0.ordinal < $1.ordinal }
    let gone = known.filter { $0.ordinal < 0 }
    var origins: [SectionRecord?] = Array(repeating: nil, count: sections.count)
    origins[0] = known.first { $0.ordinal == 0 }

    if !living.isEmpty {
      let first = try SectionMatching(
        from: living.map(\.identity), to: sections.dropFirst().map(\.identity), isCancelled: isCancelled)
      for (index, origin) in first.origins.enumerated() { origins[index + 1] = origin.map { living[$0] } }
    }
    let open = origins.indices.dropFirst().filter { origins[$0] == nil }
    if !open.isEmpty, !gone.isEmpty {
      let second = try SectionMatching(
        from: gone.map(\.identity), to: open.map { sections[$0].identity }, isCancelled: isCancelled)
      for (index, origin) in second.origins.enumerated() { origins[open[index]] = origin.map { gone[$0] } }
    }

    var taken = Set(known.map(\.id))
    var records = zip(sections, origins).map { section, origin in
      let id = origin?.id ?? newID(of: section, in: briefing, not: taken)
      taken.insert(id)
      return SectionRecord(
        id: id, ordinal: section.ordinal, title: section.title, identity: section.identity.stored,
        hash: section.hash, words: section.words)
    }
    let found = Set(records.map(\.id))
    let before = known.filter { $0.ordinal >= 0 }.sorted { $0.ordinal < $1.ordinal }.map(\.id)
    let predecessors = Dictionary(zip(before.dropFirst(), before)) { first, _ in first }
    records += known.filter { !found.contains($0.id) }.map { record in
      var record = record
      if record.ordinal >= 0 { record.removal = .init(after: predecessors[record.id], time: time) }
      record.ordinal = -1
      return record
    }
    return records
  }

  /// Sections of a briefing that are remembered at most, the lead included; those after them have no state.
  public static let limit = 10_000

  /// A number that another program gives the same section of the same text: so it does not matter which of two that open a
  /// briefing for the first time is quicker.
  private static func newID(
    of section: SectionDigest, in briefing: BriefingID, not taken: Set<SectionID>
  ) -> SectionID {
    var hash = TextHash()
    hash.add(UInt64(bitPattern: briefing.rawValue))
    for slug in section.identity.path {
      hash.add(slug.utf8)
      hash.add([0x2F])
    }
    // Where it was taken, the section that has it is another one with the same title.
    hash.add(section.hash)
    while true {
      let id = SectionID(rawValue: Int64(hash.value >> 1) | 1)
      if !taken.contains(id) { return id }
      hash.add(1 as UInt64)
    }
  }
}
