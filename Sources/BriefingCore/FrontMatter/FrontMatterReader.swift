import Yams

/// Reads the YAML of front matter, and what is meant as YAML and is not.
struct FrontMatterReader {
  /// The number of the text's first line in its file.
  var firstLine: Int

  /// The entries of a YAML mapping; nil where the text is something else.
  ///
  /// Text that is not valid YAML is read entry by entry, so that one bad line costs one value: as long as it
  /// starts with `key: …`, and either has a key that the program knows or has nothing but entries.
  func read(_ text: String) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    PlainYAML.entries(of: text, firstLine: firstLine).map { ($0, []) } ?? readAsYAML(text)
  }

  /// The same by Yams, however simple the text is.
  func readAsYAML(_ text: String) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    // YAML has no NUL; Markdown reads one as U+FFFD, and so do we.
    let text = text.utf8.contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
    do {
      guard case .mapping(let mapping)? = try compose(text) else { return nil }
      return (entries(of: mapping), [])
    } catch {
      return readByEntry(text, error)
    }
  }

  /// The entries of a mapping in YAML's flow style, as JSON is; nil where the text is something else.
  func readFlow(_ text: String) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    guard case .mapping(let mapping)? = (try? compose(text)) ?? nil else { return nil }
    return (entries(of: mapping), [])
  }

  /// The entries of a mapping; of those that are tables of the page's own keys, the entries of these.
  private func entries(of mapping: Node.Mapping) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    entries.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      let name = FrontMatter.Value(key).text
      guard case .mapping(let table) = value, MetadataKey.ownTables.contains(name.lowercased()) else {
        entries.append(
          FrontMatter.Entry(key: name, value: FrontMatter.Value(value), line: line(of: key.mark)))
        continue
      }
      for (key, value) in table {
        let own = FrontMatter.Value(key).text
        entries.append(
          FrontMatter.Entry(
            key: "\(name).\(own)", value: FrontMatter.Value(value), line: line(of: key.mark), name: own))
      }
    }
    return entries
  }

  /// Parses YAML that cannot expand.
  ///
  /// Yams copies what an alias refers to into its tree, which is cheap, and then hashes every mapping key with
  /// all that it holds, which grows exponentially with nested aliases. So text with aliases never reaches it.
  private func compose(_ text: String) throws(Problem) -> Node? {
    if let line = AliasScan.lineOfAlias(in: text) {
      throw Problem(text: "aliases are not expanded", line: line)
    }
    do {
      // The basic resolver has no rules: every scalar stays text, and no regular expressions are compiled.
      // The encoding is named because the default asks the environment.
      // Nothing is constructed either, and the default constructor makes its tables again for each text.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      return try parser.singleRoot()
    } catch {
      throw Problem(error, in: text)
    }
  }

  private func line(of mark: Mark?) -> Int { firstLine + (mark?.line ?? 1) - 1 }

  // MARK: Entry by entry

  private func readByEntry(
    _ text: String, _ problem: Problem
  ) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    guard let chunks = FrontMatterChunk.split(text) else { return nil }
    var entries: [FrontMatter.Entry] = []
    var warnings: [Metadata.Warning] = []
    for chunk in chunks {
      let line = firstLine + chunk.line
      guard let key = chunk.key else {
        let message = "“\(chunk.text)” is not “key: value”; put a colon and a space after the key"
        warnings.append(Metadata.Warning(line: line, message: message))
        entries.append(FrontMatter.Entry(key: chunk.text, value: .empty, line: line))
        continue
      }
      do {
        let value = try value(of: chunk)
        entries.append(FrontMatter.Entry(key: key, value: value, line: line))
      } catch {
        let message = "\(key): not valid YAML (\(error.text)); it is read as plain text. Quote the value"
        // An unclosed quote is noticed after the entry's last line.
        let last = chunk.text.trimmingSpaces.count { $0.isNewline }
        warnings.append(Metadata.Warning(line: line + min(error.line - 1, last), message: message))
        entries.append(FrontMatter.Entry(key: key, value: chunk.plainValue, line: line))
      }
    }
    // A key that is given twice is an error of the whole alone; Metadata has the better words for it.
    if warnings.isEmpty, !problem.isDuplicateKey {
      warnings.append(
        Metadata.Warning(line: firstLine + problem.line - 1, message: "not valid YAML: \(problem.text)"))
    }
    return (entries, warnings)
  }

  private func value(of chunk: FrontMatterChunk) throws(Problem) -> FrontMatter.Value {
    guard case .mapping(let mapping)? = try compose(chunk.text), let pair = mapping.first else {
      throw Problem(text: "it is not “key: value”", line: 1)
    }
    return FrontMatter.Value(pair.value)
  }

  /// Why YAML could not be read.
  private struct Problem: Error {
    var text: String
    /// 1-based line in the text.
    var line: Int
    var isDuplicateKey = false

    init(text: String, line: Int) {
      self.text = text
      self.line = line
    }

    init(_ error: any Error, in text: String) {
      switch error as? YamlError {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        self.init(text: problem, line: mark.line)
      case .reader(let problem, let offset, _, _):
        let before = text.utf8.prefix(offset ?? 0)
        self.init(text: problem, line: 1 + before.count { $0 == 0x0A })
      case .duplicatedKeysInMapping(_, let context):
        self.init(text: "a key is given twice", line: context.mark.line)
        isDuplicateKey = true
      default:
        self.init(text: "it cannot be read", line: 1)
      }
    }
  }
}

/// Looks for aliases without parsing.
private enum AliasScan {
  /// The 1-based line of the first `*name` whose `&name` stands in the text too.
  ///
  /// Other asterisks and ampersands are not aliases, or undefined ones that the parser reports. Quoted text may
  /// be taken for an alias here, and is then read entry by entry to the same end.
  static func lineOfAlias(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "*")), bytes.contains(UInt8(ascii: "&")) else { return nil }
    let anchors = Set(names(behind: "&", in: bytes).map(\.name))
    return names(behind: "*", in: bytes).first { anchors.contains($0.name) }
      .map { alias in 1 + bytes[..<alias.offset].count { $0 == 0x0A } }
  }

  private static func names(
    behind mark: Unicode.Scalar, in bytes: [UInt8]
  ) -> [(name: ArraySlice<UInt8>, offset: Int)] {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: mark) }.compactMap { offset in
      let name = bytes[(offset + 1)...].prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
      return name.isEmpty ? nil : (name, offset)
    }
  }
}

extension FrontMatter.Value {
  /// What a YAML node says. Tags are not looked at.
  init(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && Self.isNull(scalar.string)
      self = isEmpty ? .empty : .text(scalar.string)
    case .sequence(let sequence):
      var items: [String] = []
      items.reserveCapacity(sequence.count)
      for case .scalar(let scalar) in sequence { items.append(scalar.string) }
      self =
        items.count == sequence.count
        ? .list(items) : .nested(Self.flowText(of: node), names: Self.names(of: sequence))
    case .mapping(let mapping):
      self = .nested(Self.flowText(of: node), names: Self.name(of: mapping).map { [$0] } ?? [])
    case .alias:
      self = .nested(Self.flowText(of: node))
    }
  }

  /// The names of a sequence's items; none where one has none. `[[A. Writer]]`, which is meant as a link, has one.
  private static func names(of sequence: Node.Sequence) -> [String] {
    let names = sequence.map { node -> String? in
      switch node {
      case .scalar(let scalar): scalar.string
      case .mapping(let mapping): name(of: mapping)
      case .sequence(let inner):
        if inner.count == 1, case .scalar(let scalar)? = inner.first { scalar.string } else { nil }
      case .alias: nil
      }
    }
    return names.allSatisfy { $0 != nil } ? names.compactMap(\.self) : []
  }

  /// What a mapping says under `name`.
  private static func name(of mapping: Node.Mapping) -> String? {
    for (key, value) in mapping {
      if case .scalar(let key) = key, key.string.lowercased() == "name", case .scalar(let name) = value {
        return name.string
      }
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
  private static func flowText(of node: Node) -> String {
    enum Step {
      case node(Node)
      case text(String)
    }
    var text = ""
    var steps = [Step.node(node)]
    while let step = steps.popLast() {
      switch step {
      case .text(let part): text += part
      case .node(.scalar(let scalar)): text += scalar.string
      case .node(.alias): break
      case .node(.sequence(let items)):
        steps.append(.text("]"))
        for (index, item) in items.enumerated().reversed() {
          steps.append(.node(item))
          if index > 0 { steps.append(.text(", ")) }
        }
        text += "["
      case .node(.mapping(let pairs)):
        steps.append(.text("}"))
        for (index, pair) in pairs.enumerated().reversed() {
          steps += [.node(pair.value), .text(": "), .node(pair.key)]
          if index > 0 { steps.append(.text(", ")) }
        }
        text += "{"
      }
    }
    return text
  }
}
