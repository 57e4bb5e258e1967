extension FrontMatter.Value {
  /// What a YAML node says. Tags are not looked at.
  init(_ node: YAMLNode) {
    let children = node.children
    switch node.content {
    case .scalar(let text): self = node.isPlain && Self.isNull(text) ? .empty : .text(text)
    case .sequence:
      let items = children.compactMap(\.text)
      self =
        items.count == children.count
        ? .list(items) : .nested(Self.flowText(of: node), names: Self.names(of: children))
    case .mapping: self = .nested(Self.flowText(of: node), names: Self.name(of: node).map { [$0] } ?? [])
    }
  }

  /// The names of a sequence's items; none where one has none. `[[A. Writer]]`, which is meant as a link, has one.
  private static func names(of items: [YAMLNode]) -> [String] {
    let names = items.map { item -> String? in
      switch item.content {
      case .scalar(let text): text
      case .mapping: name(of: item)
      case .sequence(let count): count == 1 ? item.children.first?.text : nil
      }
    }
    return names.allSatisfy { $0 != nil } ? names.compactMap(\.self) : []
  }

  /// What a mapping says under `name`.
  private static func name(of mapping: YAMLNode) -> String? {
    for (key, value) in mapping.pairs ?? [] where key.text?.lowercased() == "name" {
      if let name = value.text { return name }
    }
    return nil
  }

  static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// A node on one line: `{key: value, list: [a, b]}`. Nesting is as deep as the file says, so no recursion.
  private static func flowText(of node: YAMLNode) -> String {
    enum Step {
      case node(YAMLNode)
      case text(String)
    }
    var text = ""
    var steps = [Step.node(node)]
    while let step = steps.popLast() {
      guard case .node(let node) = step else {
        if case .text(let part) = step { text += part }
        continue
      }
      let children = node.children
      switch node.content {
      case .scalar(let part): text += part
      case .sequence:
        steps.append(.text("]"))
        for (index, item) in children.enumerated().reversed() {
          steps.append(.node(item))
          if index > 0 { steps.append(.text(", ")) }
        }
        text += "["
      case .mapping:
        steps.append(.text("}"))
        for (index, part) in children.enumerated().reversed() {
          steps.append(.node(part))
          if index > 0 { steps.append(.text(index.isMultiple(of: 2) ? ", " : ": ")) }
        }
        text += "{"
      }
    }
    return text
  }
}
