import BriefingCore
import BriefingFiles
import BriefingImport
import BriefingReader

/// `:import` in the program: finds out what an article would be in the library, and writes that once the reader has agreed.
enum ImportJob {
  /// Makes the briefings of an article; nothing is written.
  ///
  /// - Parameters:
  ///   - library: The folder that would get them, which is there.
  ///   - home: What `~` at the start of a path stands for.
  static func plan(
    _ source: ImportRequest.Source, into library: String, home: String? = Environment.value("HOME")
  ) throws(FileError) -> ImportPlan {
    var session = ImportSession(folder: library, isDryRun: true, portion: .entry)
    var importer = Importer()
    importer.convert = CharacterConversion.utf8
    switch source {
    case .file(var path):
      if let home, path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
      try session.take(path, importer, takesPipes: false)
    case .text(let text): try session.take(Array(text.utf8), named: "the pasted text", importer)
    }
    var plan = ImportPlan(remarks: session.remarks)
    if !session.feeds.isEmpty {
      plan.remarks.append("it only lists feeds; their entries have to be fetched from the web")
    }
    for row in session.rows where row.status == .new {
      plan.files.append(ImportPlan.File(path: row.path, bytes: session.planned[row.path] ?? []))
    }
    return plan
  }

  /// Writes what was planned; nothing that is there is replaced.
  static func write(_ plan: ImportPlan) -> HandResult {
    var paths: [String] = []
    do throws(FileError) {
      for file in plan.files {
        try NewFile.write(file.bytes, to: file.path, advice: "import it again")
        paths.append(file.path)
      }
    } catch {
      let written =
        paths.isEmpty ? "Not imported" : "Imported \(paths.count) of \(plan.files.count) briefings"
      return .failed(message: "\(written): \(error.message).")
    }
    return .imported(paths: paths)
  }
}
