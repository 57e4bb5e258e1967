import CommonMark

/// What footnotes are called on the page: by number where they are referred to, else by label.
package struct FootnoteMarks: Sendable {
  private let document: Document
  /// For each block the number, 1-based, of the note that it defines; 0 for all others. Empty where there are none.
  private let numbers: [Int32]
  /// Columns that the marks of numbered notes take before their text, the space after them included.
  package let width: Int

  /// Numbers footnotes in their order.
  package init(_ footnotes: [Footnote], in document: Document) {
    self.document = document
    var numbers = [Int32](repeating: 0, count: footnotes.isEmpty ? 0 : document.blockCount)
    for (index, footnote) in footnotes.enumerated() {
      numbers[Int(footnote.definition.index)] = Int32(truncatingIfNeeded: index + 1)
    }
    self.numbers = numbers
    width = "[\(max(1, footnotes.count))] ".utf8.count
  }

  /// The number of a note, 1-based; nil where nothing refers to it.
  package func number(of definition: BlockID) -> Int? {
    guard !numbers.isEmpty, numbers[Int(definition.index)] > 0 else { return nil }
    return Int(numbers[Int(definition.index)])
  }

  /// The mark before a note.
  package func mark(of definition: BlockID) -> String {
    "[\(number(of: definition).map(String.init) ?? document.label(of: definition))]"
  }

  /// The mark of a reference, by the label that it has.
  package func mark(ofReferenceTo label: String) -> String {
    document.footnote(labelled: label).map(mark(of:)) ?? "[\(label)]"
  }
}
