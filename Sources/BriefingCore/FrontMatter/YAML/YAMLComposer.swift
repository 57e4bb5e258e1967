/// Makes a document of events. Open collections are on a stack of its own, so nesting is never recursion.
struct YAMLComposer {
  /// How deep sequences and mappings may be in each other: libyaml looks at all that are open with each token.
  static let depthLimit = 1000

  /// A sequence or mapping that has not ended.
  private struct Open {
    /// Its row.
    var row: Int
    var isMapping: Bool
    /// How many nodes it has yet: of a mapping, keys and values.
    var count = 0
    /// The keys of a mapping.
    var keys: [Key] = []
    /// Of what it is and what it has yet.
    var hasher = Hasher()
  }

  private struct Key {
    var row: Int
    /// Equal where keys say the same, and hardly ever otherwise.
    var hash: Int
  }

  private var document = YAMLDocument(nodes: [])
  private var open: [Open] = []
  private var anchors: Set<String> = []

  /// The only document of a text; nil where it has none.
  static func document(in bytes: [UInt8]) throws(YAMLProblem) -> YAMLDocument? {
    guard !bytes.isEmpty else { return nil }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLProblem) in
      var events = try YAMLEvents(bytes)
      var composer = YAMLComposer()
      while true {
        let event = try events.next()
        if event.kind == .streamEnd { break }
        try composer.add(event)
      }
      return composer.document.nodes.isEmpty ? nil : composer.document
    }
  }

  private mutating func add(_ event: YAMLEvent) throws(YAMLProblem) {
    if let anchor = event.anchor { anchors.insert(anchor) }
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart:
      // Each document has a node, an empty one where nothing is written.
      guard document.nodes.isEmpty else {
        throw YAMLProblem(text: "but found another document", line: event.line)
      }
    case .alias(let name):
      // To copy what an alias stands for would let a few lines grow without bounds.
      let isDefined = anchors.contains(name)
      throw YAMLProblem(
        text: isDefined ? "aliases are not expanded" : "found undefined alias", line: event.line)
    case .scalar(let text, let isPlain):
      let row = document.nodes.count
      document.nodes.append(
        .init(content: .scalar(text), isPlain: isPlain, tag: event.tag, line: event.line, end: row + 1))
      var hasher = Hasher()
      hasher.combine(text)
      hasher.combine(event.tag)
      complete(row, hasher)
    case .sequenceStart: try start(.sequence(0), isMapping: false, event)
    case .mappingStart: try start(.mapping(0), isMapping: true, event)
    case .collectionEnd: try end()
    }
  }

  private mutating func start(
    _ content: YAMLDocument.Node.Content, isMapping: Bool, _ event: YAMLEvent
  ) throws(YAMLProblem) {
    guard open.count < Self.depthLimit else {
      throw YAMLProblem(
        text: "more than \(Self.depthLimit) lists and mappings in each other", line: event.line)
    }
    let row = document.nodes.count
    document.nodes.append(.init(content: content, tag: event.tag, line: event.line, end: row + 1))
    var collection = Open(row: row, isMapping: isMapping)
    collection.hasher.combine(isMapping)
    collection.hasher.combine(event.tag)
    open.append(collection)
  }

  private mutating func end() throws(YAMLProblem) {
    guard let collection = open.popLast() else { return }
    document.nodes[collection.row].end = document.nodes.count
    document.nodes[collection.row].content =
      collection.isMapping ? .mapping(collection.count / 2) : .sequence(collection.count)
    if let twice = firstDuplicate(of: collection.keys) {
      throw YAMLProblem(text: "a key is given twice", line: document.nodes[twice].line, isDuplicateKey: true)
    }
    complete(collection.row, collection.hasher)
  }

  /// Gives a node that has ended to the collection that it is in.
  private mutating func complete(_ row: Int, _ hasher: Hasher) {
    guard let last = open.indices.last else { return }
    let hash = hasher.finalize()
    if open[last].isMapping, open[last].count.isMultiple(of: 2) {
      open[last].keys.append(Key(row: row, hash: hash))
    }
    open[last].count += 1
    open[last].hasher.combine(hash)
  }

  /// The row of the first key that another one repeats.
  private func firstDuplicate(of keys: [Key]) -> Int? {
    guard keys.count > 1 else { return nil }
    // Hashes are of a node's parts' hashes: to hash keys in keys again at each level would take time as the square of it.
    return Dictionary(grouping: keys, by: \.hash).values.lazy
      .filter { $0.count > 1 }
      .compactMap { keys in
        keys.indices.first { first in
          keys[(first + 1)...].contains { document.isSame(keys[first].row, $0.row) }
        }
        .map { keys[$0].row }
      }
      .min()
  }
}
