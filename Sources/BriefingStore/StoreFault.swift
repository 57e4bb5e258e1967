import GRDB
import Glibc

/// Why nothing can be remembered, or what was remembered cannot be read.
public struct StoreFault: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// What is wrong with it.
  public var reason: String
  /// What to do about it.
  public var advice: String

  /// Makes one.
  public init(path: String, reason: String, advice: String) {
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// Where, what, and what to do, on one line. A path can hold any character; show it as other text is shown.
  public var message: String { "\(path): \(reason); \(advice)" }

  init(path: String, errno number: Int32) {
    self.init(path: path, reason: String(cString: strerror(number)), advice: Self.advice)
  }

  /// What SQLite says of a database.
  init(path: String, _ error: any Error) {
    if let fault = error as? StoreFault {
      self = fault
      return
    }
    let reason = (error as? DatabaseError).map { $0.message ?? $0.resultCode.description } ?? "\(error)"
    self.init(path: path, reason: reason, advice: Self.advice)
  }

  private static let advice = "make room or see to its permissions"
}

/// What a person is told of the store, once each.
public enum StoreNotice: Hashable, Sendable {
  /// From now on nothing can be written; what was remembered before may be there still.
  case cannotRemember(StoreFault)
  /// It can be written again.
  case remembersAgain
  /// The database was damaged: it was moved to a path, and what could be read of it was saved: rows of marks.
  case repaired(movedTo: String, saved: Int)

  /// It in a sentence.
  public var message: String {
    switch self {
    case .cannotRemember(let fault): "What you read is not remembered: \(fault.message)"
    case .remembersAgain: "What you read is remembered again"
    case .repaired(let path, let saved):
      "The reading state was damaged and is now \(path); of its sections \(saved) could be saved"
    }
  }
}

extension DatabaseError {
  /// Whether the file is not a sound database.
  var isDamage: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT].contains(resultCode) }

  /// What is read makes no sense.
  static var damagedState: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the reading state is damaged")
  }
}
