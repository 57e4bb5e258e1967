import CommonMark

/// What footnotes are called on the page: by number where they are referred to, else by label.
package struct FootnoteMarks: Sendable {
  private let document: Document
  /// 1-based, by definition.
  private let numbers: [BlockID: Int]
  /// Columns that the marks of numbered notes take before their text, the space behind them included.
  package let width: Int

  /// Numbers footnotes in their order.
  package init(_ footnotes: [Footnote], in document: Document) {
    self.document = document
    var numbers: [BlockID: Int] = [:]
    for (index, footnote) in footnotes.enumerated() { numbers[footnote.definition] = index + 1 }
    self.numbers = numbers
    width = "[\(max(1, footnotes.count))] ".utf8.count
  }

  /// The number of a note, 1-based; nil where nothing refers to it.
  package func number(of definition: BlockID) -> Int? { numbers[definition] }

  /// The mark before a note.
  package func mark(of definition: BlockID) -> String {
    "[\(numbers[definition].map(String.init) ?? document.label(of: definition))]"
  }

  /// The mark of a reference, by the label that it has.
  package func mark(ofReferenceTo label: String) -> String {
    document.footnote(labelled: label).map(mark(of:)) ?? "[\(label)]"
  }
}
