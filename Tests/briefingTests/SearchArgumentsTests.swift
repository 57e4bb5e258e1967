import Testing

@testable import briefing

/// A query may begin with a hyphen.
@Suite struct SearchArgumentsTests {
  @Test(arguments: [
    ("search -sale library", "search -- -sale library"),
    ("search -sale library --json --limit 3", "search --json --limit 3 -- -sale library"),
    ("search --sort=newest -sale", "search --sort=newest -- -sale"),
    ("search --limit 2 -sale -x", "search --limit 2 -- -sale -x"),
  ])
  func optionsComeFirst(given: String, ordered: String) {
    #expect(
      SearchArguments.ordered(given.split(separator: " ").map(String.init))
        == ordered.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "search sale --json", "search --jsn sale", "search -- -sale", "search -h", "show -x", "search sale -x",
    "search",
    "search -", "search --limit",
  ])
  func allElseStaysAsItIs(given: String) {
    let arguments = given.split(separator: " ").map(String.init)
    #expect(SearchArguments.ordered(arguments) == arguments)
  }
}
