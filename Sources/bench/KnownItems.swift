import BriefingLibrary
import BriefingSearch
import CommonMarkSamples
import Foundation

/// Briefings of a library that are looked for by some of their own words.
struct KnownItems {
  private let library: String
  private var random: SeededGenerator
  private var items: [(path: String, words: [String])] = []

  /// Chooses briefings by a seed, and words of them: the rarer in the library the likelier.
  init(library: String, count: Int, seed: UInt64) throws {
    self.library = library
    random = SeededGenerator(seed: seed)
    let names = FileManager.default.enumerator(atPath: library)?.compactMap { $0 as? String } ?? []
    let paths = names.filter { $0.hasSuffix(".md") }.sorted()
    guard !paths.isEmpty else { return }
    for _ in 0..<count {
      let path = paths[Int.random(in: paths.indices, using: &random)]
      let text = FileManager.default.contents(atPath: "\(library)/\(path)") ?? Data()
      // Words of one section, for a query asks for one: its longest.
      let sections = String(decoding: text, as: UTF8.self).components(separatedBy: "\n## ").dropFirst()
      let section = sections.max { $0.utf8.count < $1.utf8.count } ?? ""
      let words = Set(
        section.lowercased().split { !$0.isLetter }.map(String.init).filter {
          $0.count > 3 && $0.allSatisfy(\.isASCII)
        })
      items.append((path, words.sorted()))
    }
    items.removeAll { $0.words.count < 8 }
  }

  /// Prints how often each kind of query finds its briefing, and where.
  func measure(_ search: LibrarySearch) throws {
    var random = random
    let kinds: [(name: String, query: ([String], inout SeededGenerator) -> String)] = [
      ("2 words", { words, _ in words.prefix(2).joined(separator: " ") }),
      ("3 words", { words, _ in words.prefix(3).joined(separator: " ") }),
      ("4 words", { words, _ in words.prefix(4).joined(separator: " ") }),
      (
        "3 words, one misspelt",
        { words, random in
          ([words[0].misspelt(using: &random)] + words[1..<3]).joined(separator: " ")
        }
      ),
      ("3 words, one wrong", { words, _ in words.prefix(3).joined(separator: " ") + " qwxyz" }),
      ("as a question", { words, _ in "what did \(words[0]) say about the \(words[1]) and \(words[2])" }),
    ]
    for kind in kinds {
      var measures = RankingMeasures()
      for item in items {
        let words = Array(item.words.shuffled(using: &random).prefix(4))
        let found = try search.paths(of: SearchQuery(parsing: kind.query(words, &random)), limit: 20)
        measures.add(found, [item.path: 1])
      }
      print(measures.line(kind.name))
    }
  }
}
