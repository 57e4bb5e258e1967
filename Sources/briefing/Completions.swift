import ArgumentParser
import BriefingCore
import BriefingFiles

/// What shells complete by asking the program: what stands in a briefing, in a library and in the configuration. Where that
/// cannot be read, there is nothing to complete, and nothing is said.
enum Completions {
  /// The sections of the briefing that the command line names: their numbers where one is begun, else their slugs.
  static let sections = CompletionKind.custom { words, index, prefix in
    guard let path = others(words, index).first(where: { (try? PathKind($0)) == .file }),
      let briefing = try? BriefingFile(path: path).parse()
    else { return [] }
    let startsWithDigit = prefix.first?.isNumber == true
    return briefing.sections.map { startsWithDigit ? $0.shownNumber : $0.slug }
  }

  /// Words of a query: the tags of the library behind `tag:`, else what can stand before a colon. Of a query of several
  /// words the last is completed.
  static let query = CompletionKind.custom { words, index, prefix in
    let prefix = unquoted(prefix)
    let start = prefix.lastIndex(of: " ").map { prefix.index(after: $0) } ?? prefix.startIndex
    let (head, word) = (prefix[..<start], prefix[start...])
    let negation = word.hasPrefix("-") ? "-" : ""
    let term = word.dropFirst(negation.count)
    guard term.hasPrefix("tag:") else {
      return fields.filter { $0.hasPrefix(term) }.map { literal(head + negation + $0) }
    }
    return tags(of: words, index).map { literal("\(head)\(negation)tag:\($0)") }
  }

  /// A candidate as the shell takes it: for zsh, what stands behind a colon is a description.
  private static func literal(_ candidate: String) -> String {
    CompletionShell.requesting == .zsh ? candidate.replacing(":", with: "\\:") : candidate
  }

  /// The names of the configured libraries.
  static let libraries = CompletionKind.custom { _, _, _ in
    UserConfiguration.current.configuration.libraries.map(\.name)
  }

  /// What a query can ask for besides words.
  private static let fields = [
    "title:", "section:", "tag:", "source:", "author:", "path:", "lang:", "after:", "before:", "date:",
    "newer:",
    "is:unread", "is:read", "is:starred", "is:changed",
  ]

  /// The tags of the folder that the command line names, else of the standard one, each once and in order. One with a space
  /// would be two words.
  private static func tags(of words: [String], _ index: Int) -> [String] {
    let named = others(words, index).first {
      (try? PathKind($0)) == .folder || UserConfiguration.current.isLibrary($0)
    }
    let rows = try? ListCommand.table(of: LibraryArgument.folder(named, in: .current, isQuiet: true))
    return Set((rows ?? CatalogueTable()).flatMap(\.tags)).filter { !$0.contains(where: \.isWhitespace) }
      .sorted()
  }
}

extension Completions {
  /// The words behind the program's name and the subcommand's, but for the one that is completed.
  private static func others(_ words: [String], _ index: Int) -> [String] {
    let first = words.count > 1 && PlainCommand.subcommands.contains(words[1]) ? 2 : 1
    return words.enumerated().filter { $0.offset != index && $0.offset >= first }.map {
      let word = unquoted($0.element)
      // Shells hand over what is typed.
      return word.hasPrefix("~/") ? (Environment.value("HOME") ?? "~") + word.dropFirst() : word
    }
  }

  /// A word as the shell will hand it over: bash and zsh pass it on as it is typed.
  static func unquoted(_ word: String) -> String {
    var text = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      if isEscaped {
        text.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else {
        text.append(character)
      }
    }
    return text
  }
}

extension UserConfiguration {
  /// Whether a library has a name.
  fileprivate func isLibrary(_ name: String) -> Bool { preferences().library(named: name) != nil }
}
