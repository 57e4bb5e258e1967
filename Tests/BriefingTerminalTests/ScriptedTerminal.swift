import BriefingLayout
import BriefingReader

@testable import BriefingTerminal

/// A screen in memory that plays a script: each frame is answered with the script's next step.
struct ScriptedTerminal: TerminalScreen {
  var size = Size(rows: 24, columns: 80)
  var frames: [String] = []
  var calls: [String] = []
  var resumes: [Bool] = []
  var whileStopped: () -> Void = {}
  /// What is said of each frame's delivery, until the terminal is found ready to take more.
  var stalls: [TerminalDelivery] = []
  var delivery = TerminalDelivery.complete
  var steps: [() -> Void]

  mutating func deliver() { delivery = .complete }

  mutating func show(_ frame: Frame, theme: Theme) {
    frames.append(frame.text(row: 0))
    if !stalls.isEmpty { delivery = stalls.removeFirst() }
    if !steps.isEmpty { steps.removeFirst()() }
  }

  mutating func suspend() {
    calls.append("suspend")
    whileStopped()
  }

  mutating func lend() {
    calls.append("lend")
    whileStopped()
  }

  mutating func resume() -> Bool {
    calls.append("resume")
    return resumes.isEmpty ? true : resumes.removeFirst()
  }

  /// Whether it has a clipboard.
  var hasClipboard = true

  mutating func copy(_ bytes: [UInt8]) -> Bool {
    calls.append("copy:\(String(decoding: bytes, as: UTF8.self))")
    return hasClipboard
  }

  mutating func invalidate() { calls.append("invalidate") }
}
