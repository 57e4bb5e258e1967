import ProgramDriver

/// Runs other programs as a shell would.
enum Subprocess {
  /// How a program ended, and what it wrote.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program that is looked up in PATH and waits for its end. What it writes goes through files in
  /// `folder`, so that a child that lives on keeps nobody waiting.
  static func run(
    _ arguments: [String], environment: [String: String], folder: TemporaryFolder
  ) throws -> Result {
    let child = try ChildProcess(
      arguments.map { Array($0.utf8) }, environment: environment, output: .writing("\(folder.path)/.output"),
      errors: .writing("\(folder.path)/.errors"))
    let status = child.wait().shellStatus
    return Result(
      status: status, output: folder.read(".output") ?? "", errors: folder.read(".errors") ?? "")
  }
}
