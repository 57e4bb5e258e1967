import CommonMarkSamples
import Glibc

/// One thing that the monkey does to the program.
enum MonkeyStep: Sendable {
  /// Types bytes at once.
  case keys([UInt8])
  /// Lets some seconds go by.
  case wait(Double)
  /// Drags the window to another size.
  case resize(columns: UInt16, rows: UInt16)
  /// Sends a signal.
  case signal(Int32)
  /// Stops the program by a signal, and lets it go on after some seconds.
  case stop(Int32, Double)
  /// Writes a file of the library, by the number of its name.
  case write(Int, HostileFile)
  /// Removes one.
  case remove(Int)
  /// Gives one the name of another.
  case rename(Int, Int)
}

extension MonkeyStep: CustomStringConvertible {
  var description: String {
    switch self {
    case .keys(let bytes): "keys \(ShellWord.quoted(bytes))"
    case .wait(let seconds): "wait \(seconds)"
    case .resize(let columns, let rows): "resize \(columns)x\(rows)"
    case .signal(let signal): "signal \(signal)"
    case .stop(let signal, let seconds): "signal \(signal), wait \(seconds), signal \(SIGCONT)"
    case .write(let number, let file): "write file \(number): \(file.subject)"
    case .remove(let number): "remove file \(number)"
    case .rename(let number, let other): "rename file \(number) to \(other)"
    }
  }
}
