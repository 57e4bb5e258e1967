import BriefingCore
import ProgramDriver

/// What holds of the tree as JSON: it is JSON, and harmless on a terminal.
enum JSONChecks {
  static func check(_ briefing: Briefing) {
    check(JSONWriter.outline(of: briefing))
    for section in [nil] + briefing.sections.indices.prefix(3).map(Optional.some) {
      var text = ""
      JSONWriter.tree(of: briefing, section: section) { text += $0 }
      check(text)
    }
  }

  private static func check(_ text: String) {
    let problem = JSONText.problem(in: text.utf8)
    expect(problem == nil, "\(problem ?? ""): \(text.debugDescription)")
  }
}
