extension InlineParser {
  /// Reads a run of delimiters (section 6.2, GFM's strikethrough, and marks).
  mutating func parseDelimiters(_ text: Span<UInt8>, at start: Int) -> Int {
    let byte = text[start]
    var end = start + 1
    while end < text.count, text[end] == byte { end += 1 }
    let length = end - start
    // Three tildes or more are text.
    if byte == UInt8(ascii: "~"), length > 2 || length == 1 && extensions.contains(.doubledTildes) {
      return end
    }
    if byte == UInt8(ascii: "="), length != 2 { return end }

    let before = CharacterClass(before: start, in: text)
    let after = CharacterClass(at: end, in: text)
    var isLeftFlanking =
      after != .whitespace && (after != .punctuation || before != .other)
    var isRightFlanking =
      before != .whitespace && (before != .punctuation || after != .other)
    if before == .punctuation || after == .punctuation, extensions.contains(.eastAsianText) {
      // Where words have no spaces between them, the side with a character of theirs says no more than a letter's.
      let isAsianBefore = text.scalar(before: start).map(EastAsian.isCharacter) ?? false
      let isAsianAfter =
        end < text.count
        && text.scalar(at: end, to: min(end + 4, text.count)).map(EastAsian.isCharacter) ?? false
      if isAsianBefore || isAsianAfter {
        isLeftFlanking = after != .whitespace
        isRightFlanking = before != .whitespace
      }
    }
    var canOpen = isLeftFlanking
    var canClose = isRightFlanking
    // `a==b` compares.
    if byte == UInt8(ascii: "=") {
      canOpen = isLeftFlanking && !(start > 0 && text[start - 1].isAlphanumeric)
      canClose = isRightFlanking && !(end < text.count && text[end].isAlphanumeric)
    }
    if byte == UInt8(ascii: "_") {
      canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
      canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
    }
    guard canOpen || canClose else { return end }
    _ = addToken(.delimiters, start, end)
    delimiters.makeRoom(done: end, of: text.count)
    delimiters.append(
      Delimiter(
        token: Int32(truncatingIfNeeded: tokens.count - 1), count: Int32(truncatingIfNeeded: length),
        byte: byte, lengthClass: UInt8(length % 3), canOpen: canOpen, canClose: canClose))
    return end
  }

  /// Matches the delimiters from `bottom` on and takes them from the stack.
  ///
  /// A search that found nothing leaves a floor for the next one of its kind, which is what makes this linear.
  ///
  /// - Parameter keepingOpeners: Whether those stay on the stack that a later one may close; then all of the stack is
  ///   matched.
  /// - Returns: Whether it came to its end: false when `isCancelled` returned true.
  mutating func processDelimiters(
    from bottom: Int, keepingOpeners: Bool = false, _ isCancelled: () -> Bool
  ) -> Bool {
    guard delimiters.count > bottom else { return true }
    var floors = InlineArray<15, Int>(repeating: bottom - 1)
    var last: Int32 = -1
    for current in bottom..<delimiters.count {
      if (current - bottom) % Self.stride == Self.stride - 1, isCancelled() { return false }
      delimiters[current].previous = last
      if delimiters[current].canClose {
        let key = floorKey(of: delimiters[current])
        while delimiters[current].count > 0 {
          guard let opener = findOpener(for: current, above: floors[key]) else {
            floors[key] = current - 1
            break
          }
          match(opener, current)
        }
      }
      let isOfUse = delimiters[current].canOpen && delimiters[current].count > 0
      last = isOfUse ? Int32(truncatingIfNeeded: current) : delimiters[current].previous
    }
    if keepingOpeners {
      keepOpeners(last: last)
    } else {
      delimiters.removeLast(delimiters.count - bottom)
    }
    return true
  }

  /// Leaves the delimiters on the stack that are still of use, from the last one down.
  private mutating func keepOpeners(last: Int32) {
    var openers: [Delimiter] = []
    var index = last
    while index >= 0 {
      openers.append(delimiters[Int(index)])
      index = delimiters[Int(index)].previous
    }
    delimiters.clear()
    delimiters.append(contentsOf: openers.reversed())
  }

  /// Closers of one key find the same openers.
  private func floorKey(of closer: Delimiter) -> Int {
    switch closer.byte {
    case UInt8(ascii: "~"): return 11 + Int(closer.lengthClass)
    case UInt8(ascii: "="): return 14
    case UInt8(ascii: "*"): return (closer.canOpen ? 3 : 0) + Int(closer.lengthClass)
    default: return (closer.canOpen ? 9 : 6) + Int(closer.lengthClass)
    }
  }

  private func findOpener(for current: Int, above floor: Int) -> Int? {
    let closer = delimiters[current]
    var index = Int(closer.previous)
    while index > floor {
      let opener = delimiters[index]
      if opener.byte == closer.byte, canMatch(opener, closer) { return index }
      index = Int(opener.previous)
    }
    return nil
  }

  @inline(__always)
  private func canMatch(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    if closer.byte == UInt8(ascii: "~") { return opener.lengthClass == closer.lengthClass }
    if closer.byte == UInt8(ascii: "=") { return true }
    // Section 6.2, rules 9 and 10.
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.lengthClass + closer.lengthClass) % 3 != 0 || opener.lengthClass == closer.lengthClass
  }

  private mutating func match(_ opener: Int, _ closer: Int) {
    let byte = delimiters[closer].byte
    let isStrikethrough = byte == UInt8(ascii: "~")
    let isMark = byte == UInt8(ascii: "=")
    let isStrong = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    // Tildes match as a whole, and equals signs are two.
    let length = isStrikethrough ? delimiters[closer].count : isStrong ? 2 : 1
    let openToken = Int(delimiters[opener].token)
    let closeToken = Int(delimiters[closer].token)
    matches.append(
      DelimiterMatch(
        kind: isStrikethrough ? .strikethrough : isMark ? .mark : isStrong ? .strong : .emphasis,
        length: UInt8(length),
        inner: tokens[openToken].opened))
    tokens[openToken].opened = Int32(truncatingIfNeeded: matches.count - 1)
    tokens[openToken].end -= length
    tokens[closeToken].payload += 1
    delimiters[opener].count -= length
    delimiters[closer].count -= length
    // What stands between them can match nothing any more.
    delimiters[closer].previous =
      delimiters[opener].count > 0 ? Int32(truncatingIfNeeded: opener) : delimiters[opener].previous
  }
}
