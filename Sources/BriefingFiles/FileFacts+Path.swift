import BriefingCore
import Glibc

extension Briefing.FileFacts {
  /// The facts of a file by its path.
  ///
  /// - Parameter root: The library's folder. Only what stands below it says what a file is: where a library is kept is the
  ///   reader's business. Without one the path as given counts.
  init(
    path: String, root: String?, modified: BriefingDate?, encodingProblem: Metadata.Warning? = nil
  ) {
    self.init(
      name: BriefingFile.name(ofPath: path), modified: modified, encodingProblem: encodingProblem)
    let path = Array(path.utf8)
    let root = root.flatMap { path.prefix($0.utf8.count) == Array($0.utf8)[...] && !$0.isEmpty ? $0 : nil }
    folders = path[(root?.utf8.count ?? 0)...].split(separator: UInt8(ascii: "/")).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "." && $0 != ".." }
    // Only then is it asked for, for it takes a look at the disk.
    if folders.isEmpty, NameTitle.isFoldersPage(name) { home = Self.name(ofFolder: root ?? ".") }
  }

  /// What a folder is called, however its path names it.
  private static func name(ofFolder path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved).split(separator: "/").last.map(String.init)
  }
}
