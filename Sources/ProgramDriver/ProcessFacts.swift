import Foundation

/// What the system says of a process that runs.
public struct ProcessFacts: Sendable {
  /// Bytes of memory at most so far.
  public var peakMemory: Int
  /// How many threads it has.
  public var threads: Int
  /// Ticks of the processor that it has used, for itself and for the system.
  public var processorTicks: [Int]

  /// What it does: `R` runs, `S` sleeps, `T` is stopped.
  public var state: String
  /// Whether its terminal, where it has one, listens to it and not to another process group.
  public var isInForeground: Bool
  /// Where in the system it waits; empty where that is not told.
  public var waitsIn: String

  /// Asks for them; nil where there is no such process.
  public init?(_ process: pid_t) {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    else { return nil }
    func number(_ name: String) -> Int {
      let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
      return line?.split { $0 == " " || $0 == "\t" }.lazy.compactMap { Int($0) }.first ?? 0
    }
    peakMemory = number("VmHWM") * 1024
    threads = number("Threads")
    // Behind the name, which can hold anything.
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    processorTicks = fields.count > 12 ? fields[11...12].compactMap { Int($0) } : []
    state = fields.first.map(String.init) ?? ""
    isInForeground = fields.count > 5 && fields[2] == fields[5]
    waitsIn = (try? String(contentsOfFile: "/proc/\(process)/wchan", encoding: .utf8)) ?? ""
  }
}
