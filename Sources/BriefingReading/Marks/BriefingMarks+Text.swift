import BriefingText

extension BriefingMarks {
  /// What is to be remembered of the text of sections that were read: the text itself, to compare a later one with, and its
  /// blocks, to know them again elsewhere. It costs reading them, so it is work for a thread of its own.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func textChanges(
    ofRead ordinals: [Int], _ units: BriefingUnits, _ digest: BriefingDigest, at time: Int64,
    isCancelled: () -> Bool = { false }
  ) throws -> [StateChange] {
    var changes: [StateChange] = []
    for ordinal in ordinals where sections.indices.contains(ordinal) {
      let text = try SectionContent.kept(units, ordinal: ordinal, isCancelled: isCancelled)
      changes.append(
        .text(
          section: sections[ordinal].id, briefing: briefing, text, hash: sections[ordinal].hash,
          time: time))
    }
    let blocks = Self.blocks(of: ordinals, digest)
    return blocks.isEmpty ? changes : changes + [.readBlocks(blocks, briefing: briefing, time: time)]
  }

  /// What is to be remembered of the text of sections that were marked unread: their blocks are new again elsewhere. A block
  /// that a section shares with one that is read stays known.
  public func textChanges(ofUnread ordinals: [Int], _ digest: BriefingDigest) -> [StateChange] {
    let read = sections.indices.filter { sections[$0].isRead && !ordinals.contains($0) }
    let known = Set(Self.blocks(of: read, digest))
    let blocks = Self.blocks(of: ordinals, digest).filter { !known.contains($0) }
    return blocks.isEmpty ? [] : [.unreadBlocks(blocks, briefing: briefing)]
  }

  private static func blocks(of ordinals: [Int], _ digest: BriefingDigest) -> [UInt64] {
    ordinals.flatMap { digest.sections.indices.contains($0) ? digest.sections[$0].blocks.map(\.value) : [] }
  }
}
