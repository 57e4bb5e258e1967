import BriefingLayout
import BriefingReader

@testable import BriefingTerminal

/// An application that writes down what happens to it and does what a test says.
struct Recorder: Application {
  var theme = Theme.standard
  var log: [String] = []
  var answer: @Sendable (String) -> [Effect]

  mutating func update(_ event: Event) -> [Effect] {
    let name = Self.name(of: event)
    log.append(name)
    return answer(name)
  }

  func note(_ moment: Moment) {}

  func view() -> Frame {
    var frame = Frame(size: Size(rows: 1, columns: 200))
    frame.put(Cell.cells(log.joined(separator: " ")), row: 0, column: 0)
    return frame
  }

  private static func name(of event: Event) -> String {
    switch event {
    case .key(let key): key.typed.map(String.init) ?? "\(key)"
    case .paste(let text): "paste:\(text)"
    case .resize(let size): "\(size.columns)x\(size.rows)"
    case .interrupt: "interrupt"
    case .terminate: "terminate"
    case .resume: "resume"
    case .openFailed(let path, _): "opened:\(path)"
    case .catalogueFailed(let path, _): "scanned:\(path)"
    case .launchFailed(let message): "launched:\(message)"
    case .clipboard(let clip, let isSent): "\(isSent ? "sent" : "not sent"):\(clip.label)"
    default: "?"
    }
  }
}
