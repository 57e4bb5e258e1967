/// The footnotes of a page: links such as `<sup><a href="#fn1">1</a></sup>` and what they lead to.
struct PageNotes {
  /// The labels of the elements that are notes.
  private(set) var labels: [Int: String] = [:]
  /// The labels of the links that are marks of notes.
  private(set) var marks: [Int: String] = [:]

  /// Finds the notes in an element of a page.
  init(_ tree: MarkupTree, in root: Int, isClutter: [Bool]) {
    var targets: [String: Int] = [:]
    var links: [(node: Int, target: String)] = []
    let range = root..<max(root + 1, tree.nodes[root].end)
    for index in range where !isClutter[index] && !tree.nodes[index].attributes.isEmpty {
      let name = tree.nodes[index].name
      if name == .a, let target = tree.fragment(of: index) { links.append((index, target)) }
      if let id = tree.attribute("id", of: index), targets[id] == nil { targets[id] = index }
    }
    let found = links.compactMap { link, target -> (link: Int, note: Int)? in
      guard let place = targets[target], let note = Self.note(around: place, tree, root), note > link,
        Self.isMark(link, tree)
      else { return nil }
      return (link, note)
    }
    // What holds notes is a list of them, and no note.
    let notes = Set(found.map(\.note)).sorted()
    let lists = Set(zip(notes, notes.dropFirst()).filter { $1 < tree.nodes[$0].end }.map { $0.0 })
    for (link, note) in found where !lists.contains(note) {
      let label = labels[note] ?? String(labels.count + 1)
      labels[note] = label
      marks[link] = label
    }
  }

  /// Takes out the notes of which nothing was read: their marks are links like others.
  mutating func keep(_ read: Set<String>) {
    labels = labels.filter { read.contains($0.value) }
    marks = marks.filter { read.contains($0.value) }
  }

  /// The item or paragraph that a target is, or stands at the start of; nil where it is no note.
  private static func note(around place: Int, _ tree: MarkupTree, _ root: Int) -> Int? {
    var at = place
    while at > root {
      switch tree.nodes[at].name {
      case .li, .dd: return at
      case .p, .div, .aside: return at == place || tree.nodes[at].name == .p ? at : nil
      case .a, .span, .sup, .b, .strong: at = tree.nodes[at].parent
      default: return nil
      }
    }
    return nil
  }

  /// Bytes of a link that are looked at.
  private static let longestMark = 64

  /// Whether a link looks like the mark of a note: a raised number or sign.
  private static func isMark(_ link: Int, _ tree: MarkupTree) -> Bool {
    if tree.attribute("role", of: link) == "doc-noteref" { return true }
    let text = tree.allText(in: link, limit: longestMark).filter { !"[]()".contains($0) }
    guard !text.isEmpty, text.count <= 4 else { return false }
    if tree.nodes[tree.nodes[link].parent].name == .sup
      || tree.nodes[link..<tree.nodes[link].end].contains(where: { $0.name == .sup })
    {
      return true
    }
    return PageClutter.hasWord(
      tree.attribute("class", of: link) ?? "",
      of: ["footnote", "noteref", "fn", "footnoteref", "ref", "reference"])
  }

  /// Whether a link leads back from a note to its mark.
  static func isBackReference(_ link: Int, _ tree: MarkupTree) -> Bool {
    guard tree.fragment(of: link) != nil else { return false }
    if tree.attribute("role", of: link) == "doc-backlink" { return true }
    if PageClutter.hasWord(
      tree.attribute("class", of: link) ?? "",
      of: ["backref", "footnotebackref", "backlink", "reversefootnote"])
    {
      return true
    }
    let text = tree.allText(in: link, limit: longestMark)
    return text.count <= 3 && text.contains { "↩↑^⤴⏎↵⇑".contains($0) }
  }
}
