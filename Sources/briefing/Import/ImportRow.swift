import BriefingCore
import BriefingImport

/// What became of a briefing that was imported.
struct ImportRow {
  /// What it says of what is in the folder.
  enum Status: String {
    /// Written.
    case written
    /// It would be written.
    case new
    /// It is there already.
    case known
    /// It is there in an earlier form, which is kept.
    case updated
  }

  /// Its file.
  var path: String
  var status: Status
  var briefing: ImportedBriefing

  /// Writes it as an object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("path")
      json.string(path)
      json.key("title")
      json.string(briefing.title)
      json.key("date")
      json.string(briefing.date?.iso8601)
      json.key("url")
      json.string(briefing.url)
      json.key("status")
      json.string(status.rawValue)
    }
  }
}
