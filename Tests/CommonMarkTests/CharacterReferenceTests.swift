import Testing

@testable import CommonMark

/// The table of names and the search in it.
@Suite struct CharacterReferenceTests {
  private static func reference(in text: String) -> CharacterReference? {
    CharacterReference(Array(text.utf8).span, at: 0)
  }

  @Test func everyNameIsFound() throws {
    let lines = CharacterReferenceNames.table.split(separator: "\n")
    #expect(lines.count == 2125)
    #expect(
      lines.map { Array($0.utf8) } == lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    )
    for line in lines {
      let parts = line.split(separator: ";")
      let scalars = parts[1].split(separator: " ").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      var expected = String.UnicodeScalarView()
      expected.append(contentsOf: scalars)
      let text = "&\(parts[0]);"
      let reference = try #require(Self.reference(in: text), "\(text)")
      var bytes: [UInt8] = []
      reference.append(to: &bytes)
      #expect(bytes == Array(String(expected).utf8))
      #expect(reference.length == text.utf8.count)
    }
  }

  @Test(arguments: [
    "&a;", "&AMP", "&amp", "&;", "&#;", "&#x;", "&#x1234567;", "&zzzzz;", "&A;", "&amp ;", "&",
  ])
  func othersAreNot(_ text: String) {
    #expect(Self.reference(in: text) == nil)
  }
}
