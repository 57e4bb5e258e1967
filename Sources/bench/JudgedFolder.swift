import ArgumentParser
import CommonMarkSamples
import Foundation

/// A judged collection as files of a folder.
///
/// `documents.tsv`: a text a line, as id, title and text, a tab between. `queries.tsv`: id and text. `judgements.tsv`:
/// the query's id, the document's id and the grade, 0 for "does not answer"; or, as TREC writes them, four columns of
/// which the second says nothing; `qrels.txt` serves too. Lines that are empty or start with `#` are left out, and a first
/// line of judgements that only names the columns. Instead of the first two, `documents.trec` has texts as
/// `<DOC><DOCNO>id</DOCNO><TITLE>…</TITLE><TEXT>…</TEXT></DOC>`, and `queries.trec` topics as
/// `<top><num>id</num><title>…</title></top>`, or without the closing tags, as `<num> Number: id`.
struct JudgedFolder {
  var documents: [(id: String, title: String, text: String)] = []
  var queries: [(id: String, text: String)] = []
  /// For each query the grades of documents.
  var grades: [String: [String: Int]] = [:]
  /// The ids of queries that are measured by themselves; see `JudgedCollection.longQueries`.
  var longQueries: Set<String> = []

  init(_ collection: JudgedCollection) {
    documents = collection.documents.map { ($0.id, $0.title, $0.text) }
    queries = collection.queries.map { ($0.id, $0.text) }
    longQueries = collection.longQueries
    for judgement in collection.judgements {
      grades[judgement.query, default: [:]][judgement.document] = judgement.grade
    }
  }

  /// Reads a folder.
  init(reading folder: String) throws {
    if let text = Self.text("\(folder)/documents.trec") {
      documents = Self.elements("DOC", of: text).map { doc in
        (
          Self.elements("DOCNO", of: doc).first ?? "", Self.elements("TITLE", of: doc).joined(separator: " "),
          Self.elements("TEXT", of: doc).map(Self.withoutTags).joined(separator: "\n")
        )
      }
    } else {
      documents = try Self.rows("\(folder)/documents.tsv", columns: 2).map { row in
        row.count > 2 ? (row[0], row[1], row[2...].joined(separator: "\n")) : (row[0], "", row[1])
      }
    }
    if let text = Self.text("\(folder)/queries.trec") {
      queries = Self.elements("top", of: text).map {
        (Self.topicID(Self.elements("num", of: $0).first ?? ""), Self.elements("title", of: $0).first ?? "")
      }
    } else {
      queries = try Self.rows("\(folder)/queries.tsv", columns: 2).map { ($0[0], $0[1]) }
    }
    let hasQrels = FileManager.default.fileExists(atPath: "\(folder)/qrels.txt")
    let judgements = "\(folder)/\(hasQrels ? "qrels.txt" : "judgements.tsv")"
    for (number, line) in try Self.lines(judgements).enumerated() {
      let row = line.split { $0 == "\t" || $0 == " " }.map(String.init)
      guard row.count >= 3, let grade = Int(row[row.count > 3 ? 3 : 2]) else {
        if number == 0, row.count >= 3 { continue }
        throw ValidationError("\(judgements): not a query, a document and a grade: \(line)")
      }
      grades[row[0], default: [:]][row[row.count > 3 ? 2 : 1]] = grade
    }
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func lines(_ path: String) throws -> [Substring] {
    guard let text = text(path) else { throw ValidationError("\(path): cannot be read") }
    return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
  }

  private static func rows(_ path: String, columns: Int) throws -> [[String]] {
    try lines(path).map { line in
      let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard row.count >= columns else { throw ValidationError("\(path): too few columns: \(line)") }
      return row
    }
  }

  /// What stands between `<name>` and `</name>`, each time; where no such end follows, up to the next tag.
  private static func elements(_ name: String, of text: String) -> [String] {
    text.components(separatedBy: "<\(name)>").dropFirst().map { rest in
      let parts = rest.components(separatedBy: "</\(name)>")
      let inner = parts.count > 1 ? parts[0] : String(rest.prefix { $0 != "<" })
      return inner.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// The id of `Number: 301`.
  private static func topicID(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == ":" }.last.map(String.init) ?? ""
  }

  private static func withoutTags(_ text: String) -> String {
    text.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != ">" }.dropFirst())
    }.joined(separator: " ").replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(
      of: "&amp;", with: "&")
  }

  /// Writes a briefing for each document, named as its place among them: `17.md`.
  func writeLibrary(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, document) in documents.enumerated() {
      let title = document.title.isEmpty ? "\(number)" : document.title
      let text = "# \(Self.plain(title))\n\n\(Self.plain(document.text))\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(number).md"))
    }
  }

  /// Text of one paragraph of which no sign is markup.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isMark = scalar.isASCII && !scalar.properties.isAlphabetic && !(0x30...0x39).contains(scalar.value)
      if scalar.value <= 0x20 {
        if plain.last != " " { plain += " " }
      } else {
        if isMark { plain += "\\" }
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
