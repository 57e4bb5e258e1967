/// The files of one folder, without those of the folders in it.
package enum FolderNames {
  /// The paths of the briefings that stand in a folder itself, in the order of their names.
  ///
  /// - Throws: ``FileError`` where it cannot be read.
  package static func briefings(in folder: String) throws(FileError) -> [String] {
    let contents = try FolderContents(of: OpenFolder(folder), path: folder)
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    var paths: [String] = []
    for index in 0..<contents.count {
      guard case .briefing = contents.kind(at: index) else { continue }
      paths.append(prefix + contents.name(at: index))
    }
    return paths
  }
}
