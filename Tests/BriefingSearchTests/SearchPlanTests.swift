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
      // A few words mean what they say; their parts are for what lacks them.
      ("boundary-layer theory", ["boundary-layer", "boundary", "layer", "theory"]),
      ("MiG-29 jets", ["MiG-29", "mig", "jets"]), ("boundary-layer", ["boundary-layer"]),
      ("turkey wants F-35 jets after sanctions", ["turkey", "wants", "F-35", "jets", "sanctions"]),
      (
        "does the e-mail of the minister name anybody else",
        ["e-mail", "mail", "minister", "name", "anybody"]
      ),
      (
        "\"boundary layer\" theory of wings and their drag", ["boundary layer", "theory", "wings", "drag"]
      ),
    ])
  func groups(query: String, names: [String]) {
    #expect(
      SearchPlan(SearchQuery(parsing: query)).groups.map { $0.name.lowercased() }
        == names.map { $0.lowercased() })
  }

  /// Of joined words the whole is asked for, and the parts rank.
  @Test func partsRankWhatLacksTheWhole() {
    let plan = SearchPlan(SearchQuery(parsing: "boundary-layer theory"))
    #expect(plan.groups.map(\.role) == [.whole, .part, .part, .single])
    #expect(plan.groups.map(\.ranks) == [false, true, true, true])
    #expect(plan.missing { $0 == 1 } == ["boundary-layer", "theory"])
    let two = SearchPlan(SearchQuery(parsing: "boundary-layer slip-flow"))
    #expect(two.wholes.map(\.parts) == [[0, 2], [4, 6]] && two.wholes.map(\.terms) == [[1, 3], [5, 7]])
  }

  /// Work grows with the square of the parts: what is pasted without spaces stays whole.
  @Test(arguments: [SearchPlan.mostParts, SearchPlan.mostParts + 1]) func tooManyPartsStayWhole(count: Int) {
    let joined = Array(repeating: "word", count: count).joined(separator: "-")
    let plan = SearchPlan(SearchQuery(parsing: "\(joined) theory"))
    #expect(plan.groups.count == (count > SearchPlan.mostParts ? 2 : count + 1))
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
