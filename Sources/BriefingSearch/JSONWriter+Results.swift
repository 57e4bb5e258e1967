import BriefingCore

/// The JSON document of a search that scripts rely on: keys, order and meaning stay as they are.
extension JSONWriter {
  /// `{"query","total","hits":[{"path","title","date","dateFrom","number","section","slug","line","snippet","score",
  /// "missing","link"}],"corrections":[{"typed","words"}]}`.
  ///
  /// The total is of sections that have all words; hits that lack some name these as missing, and those that have a word in
  /// the host of a link alone name that. Corrections are words
  /// that occur nowhere, with those that were looked for in their place.
  public static func search(_ results: SearchResults) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("query")
      json.string(results.text)
      json.key("total")
      json.number(results.total.sections)
      json.key("hits")
      json.array { json in results.hits.forEach { hit in json.object { $0.writeMembers(of: hit) } } }
      json.key("corrections")
      json.array { json in
        for correction in results.corrections {
          json.object { json in
            json.key("typed")
            json.string(correction.typed)
            json.key("words")
            json.array { json in correction.words.forEach { json.string($0) } }
          }
        }
      }
    }
    return json.text
  }

  private mutating func writeMembers(of hit: SearchHit) {
    for (name, value) in [
      ("path", hit.path), ("title", hit.title), ("date", hit.date?.iso8601),
      ("dateFrom", hit.dateOrigin?.rawValue), ("number", hit.number), ("section", hit.section),
      ("slug", hit.slug),
    ] {
      key(name)
      string(value)
    }
    key("line")
    number(hit.line)
    key("snippet")
    string(hit.excerpt?.text)
    key("score")
    decimal(hit.score)
    key("missing")
    array { json in hit.missing.forEach { json.string($0) } }
    key("link")
    string(hit.excerpt?.host)
  }
}
