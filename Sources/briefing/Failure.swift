import BriefingCore
import BriefingFiles
import BriefingStore

/// Why a command ends without doing what it was asked to.
struct Failure: Error {
  /// One line: what, where, what to do.
  var message: String
  /// The exit status.
  var status: Int32

  /// What could not be read ends with 1.
  init(_ error: FileError) {
    message = error.message
    status = 1
  }

  /// What cannot be remembered, or read of what was, ends with 1.
  init(_ error: StoreFault) {
    message = error.message
    status = 1
  }

  /// A section that is not there: the command line names something that it cannot name.
  init(_ error: SectionSelectionError, path: String) {
    message = "\(path): \(error.message)"
    status = 1
  }

  /// What is looked for in vain ends with 1.
  init(notFound message: String) {
    self.message = message
    status = 1
  }

  /// A wrong command line ends with 64, `EX_USAGE`.
  init(usage message: String) {
    self.message = message
    status = 64
  }
}

/// Runs what reads files, with its errors as failures of the command.
func reading<Result>(_ read: () throws(FileError) -> Result) throws(Failure) -> Result {
  do { return try read() } catch { throw Failure(error) }
}
