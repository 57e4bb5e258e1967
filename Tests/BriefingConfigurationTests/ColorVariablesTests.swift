import BriefingConfiguration
import Testing

@Suite struct ColorVariablesTests {
  @Test(
    arguments: [
      ([:], .automatic), (["CLICOLOR": "1"], .automatic), (["CLICOLOR": "0"], .off("CLICOLOR")),
      (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], .forced), (["CLICOLOR_FORCE": "0"], .automatic),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .off("NO_COLOR")),
    ] as [([String: String], ColorVariables)])
  func whatComesFirst(environment: [String: String], expected: ColorVariables) {
    #expect(ColorVariables { environment[$0] } == expected)
  }
}
