import CommonMark

/// Renders documents with the parser and with the program beside it, many in one run.
///
/// Documents stand one after another with a comment of their own between them, which both copy to their output
/// as it is: there the outputs are cut. What one document leaves open could swallow the comment, so what closes it is
/// appended; a definition can reach over all of them, in both outputs.
final class Comparison {
  private let program: ReferenceProgram
  private let extensions: Extensions
  /// Runs of the program so far.
  private(set) var runs = 0

  init(program: ReferenceProgram, extensions: Extensions) {
    self.program = program
    self.extensions = extensions
  }

  /// The outputs for one document where they differ.
  struct Difference {
    var ours: [UInt8]
    var theirs: [UInt8]
    /// Why the program has none.
    var failure: String?
  }

  /// Compares one document alone.
  func difference(of markdown: [UInt8]) throws -> Difference? {
    let ours = try render(markdown)
    runs += 1
    switch try program.render(markdown) {
    case .failure(let reason):
      return Difference(ours: ours, theirs: [], failure: reason)
    case .output(let theirs):
      return agree(ours, theirs) ? nil : Difference(ours: ours, theirs: theirs)
    }
  }

  /// The places of the documents that may differ.
  ///
  /// Where one run over all of them cannot tell, as the end of a document is missing in an output, each half has its
  /// own.
  func suspects(among documents: [[UInt8]]) throws -> [Int] {
    if let places = try placesOfOneRun(documents) { return places }
    guard documents.count > 1 else { return [0] }
    let half = documents.count / 2
    return try suspects(among: Array(documents[..<half]))
      + suspects(among: Array(documents[half...])).map { $0 + half }
  }

  /// What one run shows; nil where it says nothing of single documents.
  private func placesOfOneRun(_ documents: [[UInt8]]) throws -> [Int]? {
    let batch = documents.enumerated().flatMap { closed($1) + boundary($0) }
    let ours = try render(batch)
    runs += 1
    guard case .output(let theirs) = try program.render(batch) else { return nil }
    if ours == theirs { return [] }
    let ourPieces = pieces(of: ours, documents.count)
    let theirPieces = pieces(of: theirs, documents.count)
    guard let ourPieces, let theirPieces else { return agree(ours, theirs) ? [] : nil }
    // Behind the last one are footnotes of any of them.
    guard agree(ourPieces[documents.count], theirPieces[documents.count]) else { return nil }
    return documents.indices.filter { !agree(ourPieces[$0], theirPieces[$0]) }
  }

  private func agree(_ ours: [UInt8], _ theirs: [UInt8]) -> Bool {
    ours == theirs || NormalizedHTML(ours) == NormalizedHTML(theirs)
  }

  private func render(_ markdown: [UInt8]) throws -> [UInt8] {
    let document = try Document(parsing: markdown, extensions: extensions)
    return Array(HTMLRenderer(isUnsafe: true).render(document).utf8)
  }

  // MARK: Batches

  private func boundary(_ index: Int) -> [UInt8] { Array("\n\n<!-- document \(index) ends -->\n\n".utf8) }

  private static let fence = String(repeating: "`", count: 80)
  private static let tildes = String(repeating: "~", count: 80)
  /// What ends a block that is open at the end of a document.
  private static let closers =
    ["", "\n" + fence, "\n" + tildes, "\n-->", "\n?>", "\n>", "\n]]>", "\n</pre>"].map { Array($0.utf8) }

  /// A document with what closes it, where it is open.
  private func closed(_ markdown: [UInt8]) -> [UInt8] {
    for closer in Self.closers where isClosed(markdown + closer) { return markdown + closer }
    return markdown
  }

  private func isClosed(_ markdown: [UInt8]) -> Bool {
    guard let document = try? Document(parsing: markdown + boundary(0), extensions: extensions) else {
      return false
    }
    let last = BlockID(index: Int32(document.blockCount - 1))
    return document[last].kind == .htmlBlock && document[last].parent == document.root
      && document.literal(of: last).hasPrefix("<!-- document 0 ends")
  }

  /// The output of each document, and what follows; nil where a boundary is missing.
  private func pieces(of html: [UInt8], _ count: Int) -> [[UInt8]]? {
    var pieces: [[UInt8]] = []
    var rest = html[...]
    for index in 0..<count {
      let boundary = Array("<!-- document \(index) ends -->\n".utf8)
      guard let place = rest.firstRange(of: boundary) else { return nil }
      pieces.append(Array(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return pieces + [Array(rest)]
  }
}
