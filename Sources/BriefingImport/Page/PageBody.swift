/// Which part of a page is its article: the rule of readability.
///
/// 1. **Clutter** goes: what is never text (``PageClutter/isNeverText(_:)``), what is hidden, and what stands around articles by its element, its role,
///    or the words of its class and id, unless more than half of the page's prose is in it.
/// 2. **Prose** is what stands in blocks with 60 characters or more of which at most half are links.
/// 3. **The body** is the innermost `itemprop=articleBody`, `<article>` or `<main>` with three quarters of the prose; else the innermost
///    element of structure (`div`, `section`, `td` and the like) with nine tenths of it, so long as no heading is left out.
struct PageBody {
  /// The element of the article.
  private(set) var root = 0
  /// The nodes that are left out, and all below them.
  private(set) var isClutter: [Bool]
  /// Of each element, the characters below it, and those of them in links.
  private(set) var text: [Int]
  private(set) var linked: [Int]

  private let tree: MarkupTree

  /// Characters of a block of prose at least.
  private static let shortest = 60

  /// Looks at a page.
  init(_ tree: MarkupTree) {
    self.tree = tree
    let count = tree.nodes.count
    isClutter = Array(repeating: false, count: count)
    text = Array(repeating: 0, count: count)
    linked = Array(repeating: 0, count: count)
    markNeverText()
    var prose = measure()
    if markSurroundings(prose) { prose = measure() }
    root = find(prose)
  }

  // MARK: Clutter

  private mutating func markNeverText() {
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      if isClutter[node.parent] {
        isClutter[index] = true
        continue
      }
      guard !node.isText else { continue }
      if PageClutter.isNeverText(node.name) {
        isClutter[index] = true
      } else if !node.attributes.isEmpty, node.name != .html, node.name != .body, isHidden(index) {
        isClutter[index] = true
      }
    }
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree.attribute("hidden", of: index).map({ $0 != "until-found" }) == true { return true }
    if tree.attribute("aria-hidden", of: index) == "true" { return true }
    guard let style = tree.attribute("style", of: index) else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
      || plain.contains("mso-hide:all")
  }

  /// Marks what stands around articles; returns whether there was anything.
  private mutating func markSurroundings(_ prose: [Int]) -> Bool {
    var hasMarked = false
    let half = prose[0] / 2
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      if isClutter[node.parent] {
        isClutter[index] = true
        continue
      }
      guard !node.isText, !isClutter[index], isSurrounding(index) else { continue }
      guard prose[index] <= half || prose[0] == 0 && node.name == .nav else { continue }
      isClutter[index] = true
      hasMarked = true
    }
    return hasMarked
  }

  private func isSurrounding(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    if PageClutter.isSurrounding(node.name) { return true }
    if node.name == .header { return !isInArticle(index) && !hasHeading(index) }
    guard !node.attributes.isEmpty, node.name != .html, node.name != .body, !node.name.isArticle,
      !node.name.isHeading
    else {
      return false
    }
    if let role = tree.attribute("role", of: index), PageClutter.roles.contains(role.lowercased()) {
      return true
    }
    for key in ["class", "id"] {
      if let names = tree.attribute(key, of: index), PageClutter.hasWord(names, of: PageClutter.words) {
        return true
      }
    }
    return false
  }

  private func hasHeading(_ index: Int) -> Bool {
    (index..<tree.nodes[index].end).contains { tree.nodes[$0].name == .h1 }
  }

  private func isInArticle(_ index: Int) -> Bool {
    var at = tree.nodes[index].parent
    while at > 0 {
      if tree.nodes[at].name.isArticle { return true }
      at = tree.nodes[at].parent
    }
    return false
  }

  // MARK: Measures

  /// The prose of each element; also measures text and links.
  private mutating func measure() -> [Int] {
    let count = tree.nodes.count
    var own = Array(repeating: 0, count: count)
    var ownLinked = Array(repeating: 0, count: count)
    var block = Array(repeating: 0, count: count)
    var isLink = Array(repeating: false, count: count)
    text = Array(repeating: 0, count: count)
    linked = Array(repeating: 0, count: count)
    for index in tree.nodes.indices.dropFirst() where !isClutter[index] {
      let node = tree.nodes[index]
      if node.isText {
        let length = Self.length(of: tree.source[node.text])
        own[block[node.parent]] += length
        text[node.parent] += length
        if isLink[node.parent] {
          ownLinked[block[node.parent]] += length
          linked[node.parent] += length
        }
      } else {
        block[index] = node.name.isBlock ? index : block[node.parent]
        isLink[index] = isLink[node.parent] || node.name == .a
      }
    }
    var prose = Array(repeating: 0, count: count)
    for index in tree.nodes.indices.reversed() {
      if own[index] >= Self.shortest, ownLinked[index] * 2 <= own[index],
        !tree.nodes[index].name.isHeading
      {
        prose[index] += own[index] - ownLinked[index]
      }
      guard index > 0 else { break }
      let parent = tree.nodes[index].parent
      prose[parent] += prose[index]
      text[parent] += text[index]
      linked[parent] += linked[index]
    }
    return prose
  }

  /// Characters that are seen of a text; those of East Asia say about as much as two of others.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int {
    var length = 0
    var isBehindSpace = true
    for byte in bytes {
      let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
      if !isSpace || !isBehindSpace { length += byte & 0xC0 == 0x80 ? 0 : 0xE3...0xED ~= byte ? 3 : 1 }
      isBehindSpace = isSpace
    }
    return length
  }

  // MARK: Root

  /// Whether an element only divides a page.
  private static func isStructure(_ name: ElementName) -> Bool {
    switch name {
    case .html, .body, .div, .section, .article, .main, .center, .form, .table, .tbody, .tr, .td, .span,
      .font,
      .header:
      true
    default: false
    }
  }

  private func find(_ prose: [Int]) -> Int {
    let all = prose[0]
    let body = tree.nodes.firstIndex { $0.name == .body } ?? 0
    guard all > 0 else {
      return tree.nodes.firstIndex { $0.name == .main } ?? tree.nodes.firstIndex { $0.name == .article }
        ?? body
    }
    var semantic: Int?
    for index in tree.nodes.indices.dropFirst() where !isClutter[index] && prose[index] * 4 >= all * 3 {
      let node = tree.nodes[index]
      let isArticle =
        node.name.isArticle
        || !node.attributes.isEmpty
          && (tree.attribute("itemprop", of: index)?.contains("articleBody") == true
            || tree.attribute("role", of: index) == "main")
      // Those that follow are in it, for two cannot both have most.
      if isArticle { semantic = index }
    }
    if let semantic { return semantic }
    var root = body
    while true {
      let children = tree.children(of: root).filter { !tree.nodes[$0].isText && !isClutter[$0] }
      guard let next = children.first(where: { prose[$0] * 10 >= all * 9 }),
        Self.isStructure(tree.nodes[next].name),
        !children.contains(where: { $0 != next && hasSectionHeading($0) })
      else { return root }
      root = next
    }
  }

  private func hasSectionHeading(_ index: Int) -> Bool {
    (index..<tree.nodes[index].end).contains {
      !isClutter[$0] && (tree.nodes[$0].name == .h2 || tree.nodes[$0].name == .h3)
    }
  }
}
