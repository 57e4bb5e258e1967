import CommonMark

/// Short ways out of containers that are nested very deep: a file of a few megabytes can nest millions, and a page that
/// climbed through all of them for each unit would make keys wait.
///
/// Of such a nest a page shows the outermost containers, up to ``outer``, and the innermost, at least ``inner``; those
/// between would have no room on any screen. A post stands at every so many containers and knows what is above it.
package struct DeepNesting: Sendable {
  /// Containers, lists not counted, whose indents, bars and markers are shown from outside.
  package static let outer = 512
  /// Containers from one post to the next.
  package static let inner = 64

  /// What a deep container knows of those around it.
  package struct Post: Sendable {
    /// The container to go on with further out: the ``outer``th.
    package var next: BlockID
    /// Bullet lists around the list of the container.
    package var bullets: Int
    /// The role of text in it: that of the innermost quote or alert.
    package var role: Style.Role
  }

  private var posts: [BlockID: Post] = [:]

  /// Knows none: every container is climbed through.
  package init() {}

  /// A container on the way down.
  private struct Level {
    var block: BlockID
    /// Containers up to here, lists not counted.
    var depth: Int32 = 0
    /// Bullet lists up to here.
    var bullets: Int32 = 0
    var role = Style.Role.text
  }

  /// Finds the posts of a document.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  package init(_ document: Document, isCancelled: () -> Bool) throws {
    var open: [Level] = []
    var outermost = document.root
    for index in 1..<max(1, document.blockCount) {
      if index % UnitTable.stride == 0, isCancelled() { throw CancellationError() }
      let id = BlockID(index: Int32(truncatingIfNeeded: index))
      let block = document[id]
      guard block.kind.isNest else { continue }
      while let last = open.last, last.block != block.parent { open.removeLast() }
      var level = open.last ?? Level(block: id)
      level.block = id
      if case .list(let list) = block.kind {
        if list.start == nil { level.bullets += 1 }
        open.append(level)
        continue
      }
      var isBullet = false
      if case .item = block.kind, case .list(let list)? = block.parent.map({ document[$0].kind }) {
        isBullet = list.start == nil
      }
      level.role = block.kind.role ?? level.role
      level.depth += 1
      open.append(level)
      let depth = Int(level.depth)
      if depth == DeepNesting.outer { outermost = id }
      guard depth > DeepNesting.outer, depth % DeepNesting.inner == 0 else { continue }
      posts[id] = Post(next: outermost, bullets: Int(level.bullets) - (isBullet ? 1 : 0), role: level.role)
    }
  }

  /// Whether any container is so deep.
  package var isDeep: Bool { !posts.isEmpty }

  /// The post at a container, if there is one.
  package subscript(container: BlockID) -> Post? { posts.isEmpty ? nil : posts[container] }
}

extension BlockKind {
  /// Whether it holds blocks of any kind, or those that do.
  fileprivate var isNest: Bool { if case .list = self { true } else { isLevel } }
}
