import CommonMark

/// The parts of the JSON documents.
extension JSONWriter {
  /// Key and value of a range of bytes: its start, and after its end.
  mutating func writeRange(_ range: Range<Int>) {
    key("range")
    openArray()
    number(range.lowerBound)
    number(range.upperBound)
    close()
  }

  /// Keys and values of a section.
  mutating func writeMembers(of section: Section, words: Int) {
    key("number")
    string(section.numberText)
    key("level")
    number(section.level)
    key("title")
    string(section.title)
    key("slug")
    string(section.slug)
    key("line")
    number(section.line)
    key("words")
    number(words)
  }

  /// An object of all that is known of a briefing besides its text.
  mutating func write(_ metadata: Metadata) {
    openObject()
    for (name, value) in [
      ("title", metadata.title), ("date", metadata.date?.iso8601),
      ("dateFrom", metadata.dateOrigin?.rawValue),
      ("source", metadata.source),
    ] {
      key(name)
      string(value)
    }
    for (name, values) in [("author", metadata.authors), ("tags", metadata.tags)] {
      key(name)
      array { json in values.forEach { json.string($0) } }
    }
    for (name, value) in [
      ("summary", metadata.summary), ("lang", metadata.language), ("url", metadata.url),
      ("updated", metadata.updated?.iso8601),
    ] {
      key(name)
      string(value)
    }
    key("details")
    array { json in
      for detail in metadata.details {
        json.object { json in
          json.key("key")
          json.string(detail.key)
          json.key("value")
          json.string(detail.value)
        }
      }
    }
    key("warnings")
    array { json in
      for warning in metadata.warnings {
        json.object { json in
          json.key("line")
          json.number(warning.line)
          json.key("message")
          json.string(warning.message)
        }
      }
    }
    close()
  }

  /// Starts the object of an inline, and ends that of one that holds no others; the others are its children.
  mutating func start(_ id: InlineID, of inlines: Inlines, _ budget: inout ExpansionBudget) {
    let inline = inlines[id]
    openObject()
    key("kind")
    string(inline.kind.name)
    writeRange(inline.range)
    switch inline.kind {
    case .text, .characterReference, .code, .html:
      key("text")
      string(inlines.text(of: id))
    case .footnoteReference:
      key("label")
      string(inlines.text(of: id))
    case .link, .image:
      let destination = inlines.destination(of: id)
      let title = inlines.title(of: id)
      let isAllowed = budget.allows(destination: destination, title: title, written: inline.range.count)
      key("destination")
      string(isAllowed ? destination : nil)
      key("title")
      string(isAllowed ? title : nil)
    case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .mark:
      break
    }
    guard inline.kind.isContainer else { return close() }
    key("children")
    openArray()
  }
}

extension InlineKind {
  /// Its name in JSON.
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .characterReference: "characterReference"
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .code: "code"
    case .html: "html"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .mark: "mark"
    case .link: "link"
    case .image: "image"
    case .footnoteReference: "footnoteReference"
    }
  }
}
