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

  /// The same by libyaml, however simple the text is.
  func readAsYAML(_ text: String) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    // YAML has no NUL; Markdown reads one as U+FFFD, and so do we.
    let text = text.utf8.contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
    do {
      guard let pairs = try YAMLComposer.document(in: Array(text.utf8))?.root.pairs else { return nil }
      return (entries(of: pairs), [])
    } catch {
      return readByEntry(text, error)
    }
  }

  /// The entries of a mapping in YAML's flow style, as JSON is; nil where the text is something else.
  func readFlow(_ text: String) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])? {
    guard let pairs = try? YAMLComposer.document(in: Array(text.utf8))?.root.pairs else { return nil }
    return (entries(of: pairs), [])
  }

  /// The entries of a mapping; of those that are tables of the page's own keys, the entries of these.
  private func entries(of pairs: [(key: YAMLNode, value: YAMLNode)]) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      let name = FrontMatter.Value(key).text
      guard let table = value.pairs, MetadataKey.ownTables.contains(name.lowercased()) else {
        entries.append(FrontMatter.Entry(key: name, value: FrontMatter.Value(value), line: line(of: key)))
        continue
      }
      for (key, value) in table {
        let own = FrontMatter.Value(key).text
        entries.append(
          FrontMatter.Entry(
            key: "\(name).\(own)", value: FrontMatter.Value(value), line: line(of: key), name: own))
      }
    }
    return entries
  }

  private func line(of node: YAMLNode) -> Int { firstLine + node.line - 1 }

  // MARK: Entry by entry

  private func readByEntry(
    _ text: String, _ problem: YAMLProblem
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

  private func value(of chunk: FrontMatterChunk) throws(YAMLProblem) -> FrontMatter.Value {
    guard let pair = try YAMLComposer.document(in: Array(chunk.text.utf8))?.root.pairs?.first else {
      throw YAMLProblem(text: "it is not “key: value”", line: 1)
    }
    return FrontMatter.Value(pair.value)
  }
}
