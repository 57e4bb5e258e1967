extension Document {
  /// The block that has an identifier, where ``Extensions/htmlElements`` or ``Extensions/templateTags`` say that there are
  /// such: `id` or `name` of an element of raw HTML, or `#name` among attributes in braces; and where ``Extensions/wikiLinks``
  /// says so, ` ^name` at the end of a line for `^name`. Of several the first; code has none.
  ///
  /// Costs one search through the source.
  public func block(ofAnchor name: String) -> BlockID? {
    if name.utf8.first == UInt8(ascii: "^") { return block(named: Array(name.utf8)) }
    guard !extensions.isDisjoint(with: [.htmlElements, .templateTags]), let first = name.utf8.first else {
      return nil
    }
    let needle = Array(name.utf8)
    let text = source.span
    var position = body.lowerBound
    while position + needle.count < text.count {
      guard text[position] == first, position > body.lowerBound,
        needle.indices.allSatisfy({ text[position + $0] == needle[$0] }), names(text, position, name),
        let block = leaf(at: position)
      else {
        position += 1
        continue
      }
      return block
    }
    return nil
  }

  /// The block with a name of Obsidian's, `^` included: the one whose line ends with it, or where it stands by itself the
  /// first leaf of the block above it.
  private func block(named name: [UInt8]) -> BlockID? {
    guard extensions.contains(.wikiLinks), name.count > 1 else { return nil }
    let text = source.span
    var position = body.lowerBound
    while position + name.count <= text.count {
      position = text.firstOffset(of: name[0], from: position, to: text.count)
      let end = position + name.count
      guard end <= text.count else { return nil }
      let isName =
        (position == body.lowerBound || text[position - 1].isSpaceTabOrLineEnding)
        && name.indices.allSatisfy { text[position + $0] == name[$0] }
        && text.trimEnd(of: end, to: text.endOfLine(from: end)) == end
      guard isName, let block = leaf(at: position) else {
        position += 1
        continue
      }
      return self[block].range == position..<end ? leaf(before: block) ?? block : block
    }
    return nil
  }

  /// The first leaf of the block that stands before a block in the same container.
  private func leaf(before block: BlockID) -> BlockID? {
    let parent = rows[Int(block.index)].parent
    var index = Int(block.index) - 1
    while index > Int(parent), rows[index].next != block.index { index -= 1 }
    guard index > Int(parent) else { return nil }
    while !rows[index].tag.isLeaf, index + 1 < Int(block.index) { index += 1 }
    return BlockID(index: Int32(truncatingIfNeeded: index))
  }

  /// Bytes of a tag in front of its identifier at most.
  private static let longestTag = 1024

  /// Whether the name at a position is the identifier of a tag, or of attributes in braces.
  private func names(_ text: Span<UInt8>, _ position: Int, _ name: String) -> Bool {
    let limit = max(body.lowerBound, position - Self.longestTag)
    let isBraced = text[position - 1] == UInt8(ascii: "#")
    guard isBraced || [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "=")].contains(text[position - 1])
    else {
      return false
    }
    var start = position
    let opening = isBraced ? UInt8(ascii: "{") : UInt8(ascii: "<")
    while start > limit, text[start] != opening { start -= 1 }
    guard text[start] == opening else { return false }
    if isBraced {
      guard let found = AttributeList.identifier(text, from: start) else { return false }
      return found == position..<position + name.utf8.count
    }
    guard let end = HTMLScanner.startTag(text, from: start), end > position,
      let tag = HTMLTag(source[start..<end])
    else {
      return false
    }
    return tag.attribute("id") == name || tag.attribute("name") == name
  }

  /// The leaf with text or raw HTML at an offset of the source; nil where something else is.
  private func leaf(at offset: Int) -> BlockID? {
    var index = rows.partitioningIndex { Int($0.start) > offset } - 1
    // Inline notes stand after the leaf that they are written in.
    while index > 0, rows[index].end < offset || rows[index].start > offset { index -= 1 }
    guard index > 0, rows[index].tag.hasInlines || rows[index].tag == .htmlBlock else { return nil }
    return BlockID(index: Int32(truncatingIfNeeded: index))
  }
}
