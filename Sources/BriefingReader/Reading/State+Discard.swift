extension State {
  /// Below so many bytes of source nobody notices.
  private static let largeSource = 1 << 20

  /// Has a briefing freed that is not read any more.
  func discard(_ reading: ReadingState) -> [Effect] {
    guard reading.briefing.document.source.count >= Self.largeSource else { return [] }
    return [.work(.discard(Discarded(reading)))]
  }
}
