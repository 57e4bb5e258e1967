import BriefingCore
import Testing

@testable import BriefingSearch

/// What of a query has to be met.
@Suite struct SearchPlanTests {
  /// A query, the names of its groups, what meets each.
  @Test(
    arguments: [
      // A question: each word of those that a sign joins is asked for by itself.
      (
        "boundary-layer theory of slip-flow past wings",
        ["boundary", "layer", "theory", "slip", "flow", "past", "wings"]
      ),
      ("which converters read VCF/BCF files fast", ["converters", "read", "VCF", "BCF", "files", "fast"]),
      // Stop words in between are none of its words.
      ("image-to-text converter for old prints", ["image", "text", "converter", "old", "prints"]),
      // A few words mean what they say.
      ("boundary-layer theory", ["boundary-layer", "theory"]),
      ("turkey wants F-35 jets after sanctions", ["turkey", "wants", "F-35", "jets", "sanctions"]),
      ("does the e-mail of the minister name anybody else", ["e-mail", "minister", "name", "anybody"]),
      (
        "\"boundary layer\" theory of wings and their drag", ["boundary layer", "theory", "wings", "drag"]
      ),
    ])
  func groups(query: String, names: [String]) {
    #expect(
      SearchPlan(SearchQuery(parsing: query)).groups.map { $0.name.lowercased() }
        == names.map { $0.lowercased() })
  }

  /// Who wrote the joined words, or one word in their place, has each of them.
  @Test func joinedWordsMeetTheGroupOfEachPart() throws {
    let plan = SearchPlan(SearchQuery(parsing: "co-operation between navies of four coastal states"))
    let first = try #require(plan.groups.first)
    #expect(first.terms.compactMap(\.words).map(\.words) == [["co"], ["co", "operation"]])
    #expect(first.terms.last?.words?.spellings.contains { $0.words == ["cooperation"] } == true)
    #expect(plan.groups.allSatisfy { $0.isSoft })
  }
}
