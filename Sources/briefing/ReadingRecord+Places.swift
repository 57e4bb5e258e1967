import BriefingCore
import BriefingFiles
import BriefingReader
import BriefingReading
import BriefingStore

/// Bookmarks, and what was opened.
extension ReadingRecord {
  /// Keeps a bookmark.
  func keep(_ request: BookmarkRequest) {
    let page = request.page
    let text =
      page.unitCount > 0
      ? page.text(of: request.place.unit).string.utf8.dropFirst(request.place.offset) : ""[...].utf8
    let excerpt = String(decoding: text.prefix(Bookmark.longestExcerpt), as: UTF8.self).onOneLine
    apply([
      .bookmark(
        Bookmark(
          letter: request.letter, path: KnownPath.file(request.path),
          anchor: page.anchor(of: request.place).text, excerpt: excerpt, time: request.time))
    ])
  }

  /// Lists them; paths below the library start as its rows do.
  func places(_ kind: KnownPlaces.Kind, library: String?) -> KnownPlaces {
    let shown = library.map { (own: $0, known: KnownPath.folder($0)) }
    func path(_ path: String) -> String {
      shown.map { KnownPath.shown(path, in: $0.own, known: $0.known) } ?? path
    }
    func date(_ time: Int64) -> String { BriefingDate(localTime: Int(time / 1000))?.abbreviated ?? "" }
    let rows =
      switch kind {
      case .bookmarks:
        bookmarks.map {
          KnownPlaces.Row(
            label: String($0.letter), title: $0.excerpt.onOneLine, date: date($0.time), path: path($0.path),
            anchor: $0.anchor)
        }
      case .history:
        history.map {
          KnownPlaces.Row(
            label: "", title: "\($0.title)  \($0.progress / 10)%", date: date($0.time), path: path($0.path),
            anchor: nil)
        }
      }
    return KnownPlaces(kind: kind, rows: rows)
  }
}

extension String {
  /// The text with a space for every run of white space: of a table a bookmark may hold several lines.
  fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
