import BriefingSearch

extension State {
  /// Says once that there are new briefings; a prompt that is typed into keeps its line until it is closed.
  mutating func sayNews() {
    guard !context.isPrompt, message?.isError != true, let count = list?.takeNews(), count > 0 else { return }
    say("\(count.counted("new briefing"))")
  }
}
