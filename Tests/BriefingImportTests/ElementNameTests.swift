import Testing

@testable import BriefingImport

/// Names of elements, as they stand in a source.
@Suite struct ElementNameTests {
  /// The list of names has to be in the order of the cases: one that is missing would move all others.
  @Test func `every name is the element's own`() {
    #expect(ElementName.written.count == ElementName.allCases.count)
    for (name, written) in zip(ElementName.allCases, ElementName.written).dropFirst(2) {
      let letters = written.filter { $0 != "-" }
      #expect("\(name)".lowercased() == letters)
      #expect(ElementName.named(Array(written.utf8)[...]) == name)
      #expect(ElementName.named(Array(written.uppercased().utf8)[...]) == name)
    }
  }

  @Test(arguments: ["", "x", "ab", "h7", "ph1", "annotation-xmll", "a-name-of-more-than-16-bytes", "é"])
  func `other names are none of them`(name: String) {
    #expect(ElementName.named(Array(name.utf8)[...]) == .other)
  }

  /// Elements without a rule end by their own names, in whatever case; of very long ones the length is all that counts.
  @Test(arguments: [
    ("<x-a>b<X-B>c</x-a>d", ["x-a", "", "x-b", "", ""], 0), ("<x-a>b</x-b>c", ["x-a", "", ""], 1),
    ("<X-A>b</x-a>c", ["x-a", "", ""], 0),
    (
      "<\(String(repeating: "y", count: 65))>b</\(String(repeating: "z", count: 70))>c", ["unknown", "", ""],
      0
    ),
  ])
  func `unknown elements end by their names`(source: String, names: [String], last: Int) throws {
    let tree = try MarkupReader.tree(of: Array(source.utf8), .html)
    #expect(tree.nodes.indices.dropFirst().map { tree.nodes[$0].isText ? "" : tree.name(of: $0) } == names)
    // The index of the element in which the last text stands.
    #expect(tree.nodes.last?.parent == last)
  }
}
