import BriefingSearch
import Glibc
import TestFolders

@testable import BriefingIndex
@testable import BriefingLibrary

/// A library and its caches in folders of their own, gone with it.
final class SearchedLibrary {
  let folder: TemporaryFolder
  let cache: TemporaryFolder
  let search: LibrarySearch

  /// Makes a library of some files.
  init(_ files: [(name: String, text: String)] = []) throws {
    folder = try TemporaryFolder()
    cache = try TemporaryFolder()
    search = LibrarySearch(library: folder.path, cache: cache.path)
    for file in files { try write(file.name, file.text) }
  }

  /// Writes a file as if an hour ago: what was written this very moment is read again by every refresh.
  func write(_ name: String, _ text: String) throws {
    let path = try folder.write(name, text)
    let time = timespec(tv_sec: time(nil) - 3600, tv_nsec: Int.random(in: 1...999_999_999))
    utimensat(AT_FDCWD, path, [time, time], 0)
  }

  /// Another search of the same library, as another program has it.
  var other: LibrarySearch { LibrarySearch(library: folder.path, cache: cache.path) }

  /// Where the index is.
  var database: String {
    get throws { try IndexLocation(library: folder.path, cache: cache.path).database }
  }

  /// The hits of a query, as paths below the library, with the section's number where there is one.
  func find(_ query: String, order: SearchOrder = .relevance, by search: LibrarySearch? = nil) throws
    -> [String]
  {
    let results = try (search ?? self.search).search(SearchQuery(parsing: query), order: order, limit: 1000)
    return results.hits.map {
      $0.path.dropFirst(folder.path.count + 1) + ($0.number.isEmpty ? "" : "#" + $0.number)
    }
  }

  /// What a search says about how it was done.
  func note(_ query: String = "missile") throws -> String? {
    try search.search(SearchQuery(parsing: query), limit: 10).note
  }
}
