extension [SearchHit] {
  /// The hits without the briefings all of whose sections are copies of those of one before; that one says how many it
  /// stands for. Of copies that fit equally well the first is the newest, as ever.
  package func foldingCopies() -> [SearchHit] {
    var groups: [[SearchHit]] = []
    for hit in self {
      if groups.last?.first?.path == hit.path {
        groups[groups.count - 1].append(hit)
      } else {
        groups.append([hit])
      }
    }
    var kept: [[SearchHit]] = []
    var known: [Likeness.Key: [Int]] = [:]
    for group in groups {
      let likenesses = group.compactMap(\.likeness)
      let candidates = Set(likenesses.flatMap(\.keys).flatMap { known[$0] ?? [] }).sorted()
      let original = candidates.first { index in
        let others = kept[index].compactMap(\.likeness)
        return !likenesses.isEmpty && kept[index][0].missing == group[0].missing
          && likenesses.allSatisfy { own in others.contains { own.isCopy(of: $0) } }
      }
      if let original {
        kept[original][0].copies += 1
        continue
      }
      for key in likenesses.flatMap(\.keys) where known[key]?.last != kept.count {
        known[key, default: []].append(kept.count)
      }
      kept.append(group)
    }
    return kept.joined().map { hit in
      var hit = hit
      hit.likeness = nil
      return hit
    }
  }
}
