import Testing

@testable import BriefingReader

/// What holds in every prompt, and in that of find.
@Suite struct PromptTests {
  private func session() -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: 80, rows: 20)
    session.library.hits = Samples.hits
    return session
  }

  private static let prompts = [
    "/", "j<Enter>/", "j<Enter>s", "S", "?/", ":", "j<Enter>:",
  ]

  @Test(arguments: prompts) func wordKeysEditAndDoNotLeave(open: String) {
    var session = session()
    session.type(open)
    let context = session.state.context
    session.type("one two<M-b>x<M-f>y<M-Backspace><C-Left><M-d>z<C-Right>")
    #expect(session.state.context == context)
    #expect(session.state.prompt?.text == "z ")
  }

  @Test(arguments: prompts) func backspaceInAnEmptyPromptLeavesIt(open: String) {
    var session = session()
    session.type(String(open.dropLast()))
    let before = session.state.context
    session.type(String(open.suffix(1)) + "ab<BS><BS>")
    #expect(session.state.prompt?.text == "", "deleting the last letter does not leave")
    session.type("<BS>")
    #expect(session.state.context == before)
    #expect(session.state.prompt == nil)
  }

  /// Keys after two searches, what is in the prompt, what is lit.
  @Test(arguments: [
    ("/<Up>", "beta", "Beta|Beta"), ("/<Up><Up>", "gamma", "Gamma|Gamma"),
    ("/<Up><Up><Up>", "gamma", "Gamma|Gamma"),
    ("/<Up><Up><Down>", "beta", "Beta|Beta"), ("/del<Up><Down>", "del", "Del"), ("/<Up>x", "betax", ""),
    ("/<Up><Enter>/<Up><Up>", "gamma", "Gamma|Gamma"), ("/<Down>", "", ""),
  ])
  func arrowsBringEarlierFindsBack(keys: String, text: String, lit: String) {
    var session = Session(Samples.sections, columns: 80, rows: 40)
    session.type("/gamma<Enter>/zebra<Esc>/beta<Enter><Esc>" + keys)
    #expect(session.state.prompt?.text == text)
    if !lit.isEmpty { #expect(session.marked(.match) == lit) }
  }

  @Test func withoutAnEarlierFindThePromptSaysSo() {
    var session = Session(Samples.sections, columns: 80)
    session.type("/ga<Up>")
    #expect(session.status.contains("/ga   There is no earlier search."))
    session.type("m")
    #expect(!session.status.contains("Nothing"))
  }
}
