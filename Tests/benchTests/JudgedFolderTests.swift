import TestFolders
import Testing

@testable import bench

/// Judged collections are read in the formats that `bench relevance --help` names.
@Suite struct JudgedFolderTests {
  private func check(_ collection: JudgedFolder) {
    #expect(collection.documents.map(\.id) == ["d1", "d2"])
    #expect(collection.documents.map(\.title) == ["Missiles", "Cooking"])
    #expect(
      collection.documents.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        == ["A missile sale, as <0.5 of it.", "How to bake bread"])
    #expect(collection.queries.map(\.id) == ["7", "8"])
    #expect(collection.queries.map(\.text) == ["what is a missile", "bread"])
    #expect(collection.grades == ["7": ["d1": 2, "d2": 0], "8": ["d2": 1]])
  }

  @Test(arguments: [
    "7\td1\t2\n7\td2\t0\n\n# a remark\n8\td2\t1\n",
    "query-id\tcorpus-id\tscore\r\n7\td1\t2\r\n7\td2\t0\r\n8\td2\t1\r\n",
    "7 0 d1 2\n7 0 d2 0\n8 0 d2 1\n",
  ])
  func tablesAreRead(judgements: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "documents.tsv", "d1\tMissiles\tA missile sale, as <0.5 of it.\nd2\tCooking\tHow to bake\tbread\n")
    try folder.write("queries.tsv", "7\twhat is a missile\n8\tbread\n")
    try folder.write("judgements.tsv", judgements)
    check(try JudgedFolder(reading: folder.path))
  }

  @Test func whatTRECWritesIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "documents.trec",
      """
      <DOC>
      <DOCNO> d1 </DOCNO>
      <TITLE>Missiles</TITLE>
      <TEXT>
      <P>A missile sale, as</P> &lt;0.5 of it.
      </TEXT>
      </DOC>
      <DOC>
      <DOCNO>d2</DOCNO>
      <TITLE>Cooking</TITLE>
      <TEXT>How to
      bake bread</TEXT>
      </DOC>
      """)
    try folder.write(
      "queries.trec",
      """
      <top>
      <num> Number: 7
      <title> what is a missile
      <desc> Description:
      Something else
      </top>
      <top><num>8</num><title>bread</title></top>
      """)
    try folder.write("qrels.txt", "7 0 d1 2\n7 0 d2 0\n8 0 d2 1\n")
    check(try JudgedFolder(reading: folder.path))
  }

  @Test func whatIsMissingIsNamed() throws {
    let folder = try TemporaryFolder()
    #expect(throws: (any Error).self) { try JudgedFolder(reading: folder.path) }
    try folder.write("documents.tsv", "d1\ta\tb\n")
    try folder.write("queries.tsv", "7\tx\n")
    try folder.write("judgements.tsv", "7\td1\t2\n7\td1\tgood\n")
    let error = try #require(throws: (any Error).self) { try JudgedFolder(reading: folder.path) }
    #expect("\(error)".contains("judgements.tsv") && "\(error)".contains("good"))
  }

  /// Two documents of which one answers: 1 where it comes first.
  @Test func measuresAreThoseOfTheBooks() {
    var measures = RankingMeasures()
    measures.add(["d1", "d2"], ["d1": 2, "d2": 0])
    #expect(measures.line("a").hasSuffix("    1    1.000    1.000    1.000    1.000    1.000    1.000"))
    measures.add(["d1", "d2"], ["d2": 1])
    // The second one: 1/log2(3), and one half.
    #expect(measures.line("b").hasSuffix("    2    0.815    0.750    0.750    0.500    1.000    1.000"))
  }
}
