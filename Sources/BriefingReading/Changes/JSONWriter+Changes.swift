import BriefingCore
import BriefingText

/// What has changed in a briefing since it was read, for scripts: keys, order and meaning stay as they are.
extension JSONWriter {
  /// `{"path","readAt","changed","new","removed","wordsAdded","wordsRemoved","sections"}`.
  ///
  /// `readAt` is in seconds since 1970 (UTC), or null. Each of `sections` has `{"change","number","title","slug","line",
  /// "wordsAdded","wordsRemoved","blocks"}`, in the order of the text; `change` is `changed`, `new` or `removed`. What is not
  /// there any more has no number, slug and line; those of the lead are null too. `blocks` has one array a paragraph, item or
  /// table, of `{"kind","text"}` with the kinds `same`, `added` and `removed`; it is null where the text as it was read is not
  /// kept, and so are the counts then.
  ///
  /// - Parameter section: The index of the section to which it is limited; nil for the whole briefing.
  public static func changes(_ diff: BriefingDiff, of briefing: Briefing, path: String) -> String {
    let (sections, removed) = (diff.sections, diff.removed)
    var json = JSONWriter(lineDepth: 2)
    json.object { json in
      json.key("path")
      json.string(path)
      json.key("readAt")
      json.number(diff.time > 0 ? Int(diff.time / 1000) : nil)
      for (key, count) in [
        ("changed", sections.count { !$0.isNew }), ("new", sections.count { $0.isNew }),
        ("removed", removed.count), ("wordsAdded", diff.addedWords), ("wordsRemoved", diff.removedWords),
      ] as [(String, Int?)] {
        json.key(key)
        json.number(count)
      }
      json.key("sections")
      json.array { json in
        var left = removed[...]
        for section in sections {
          while let first = left.first, first.after < section.ordinal {
            json.write(first)
            left = left.dropFirst()
          }
          json.write(section, of: briefing)
        }
        for section in left { json.write(section) }
      }
    }
    return json.text
  }

  private mutating func write(_ section: BriefingDiff.Section, of briefing: Briefing) {
    let now = section.ordinal > 0 ? briefing.sections[section.ordinal - 1] : nil
    object { json in
      json.writeHead(
        section.isNew ? "new" : "changed", number: now?.numberText, title: now?.title, slug: now?.slug,
        line: now?.line, added: section.addedWords, removed: section.removedWords)
      json.key("blocks")
      guard let diff = section.diff else { return json.string(nil) }
      json.array { json in for block in diff.blocks { json.write(block.runs) } }
    }
  }

  private mutating func write(_ section: RemovedSection) {
    object { json in
      json.writeHead(
        "removed", number: nil, title: section.title, slug: nil, line: nil, added: 0, removed: section.words)
      json.key("blocks")
      guard let text = section.text else { return json.string(nil) }
      json.array { json in for block in text { json.write([TextChange(.removed, block.text, 0..<0)]) } }
    }
  }

  private mutating func writeHead(
    _ change: String, number: String?, title: String?, slug: String?, line: Int?, added: Int?, removed: Int?
  ) {
    key("change")
    string(change)
    key("number")
    string(number)
    key("title")
    string(title)
    key("slug")
    string(slug)
    key("line")
    self.number(line)
    key("wordsAdded")
    self.number(added)
    key("wordsRemoved")
    self.number(removed)
  }

  private mutating func write(_ runs: [TextChange]) {
    array { json in
      for run in runs {
        json.object { json in
          json.key("kind")
          json.string(run.kind.rawValue)
          json.key("text")
          json.string(run.text)
        }
      }
    }
  }
}
