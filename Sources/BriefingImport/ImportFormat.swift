import BriefingCore

/// What a briefing is made of.
public enum ImportFormat: String, CaseIterable, Sendable {
  /// RSS, Atom, JSON Feed or OPML.
  case feed
  /// A page, or a part of one.
  case html
  /// A mail, or an mbox of them.
  case mail
  /// An article in plain text.
  case text

  /// What some bytes are, by how they start.
  public static func detected(in bytes: [UInt8]) -> ImportFormat {
    let start = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if start.first == UInt8(ascii: "{") {
      let isFeed =
        text.contains("jsonfeed.org/version") || text.contains("\"items\"") && text.contains("\"version\"")
      return isFeed ? .feed : .text
    }
    guard start.first == UInt8(ascii: "<") else { return MailReader.isMail(bytes) ? .mail : .text }
    // The name of a feed's own element; what is in it may name any other.
    let feeds = ["<rss", "<feed", "<rdf:rdf", "<opml", "<atom:feed"]
    if feeds.contains(where: { text.contains($0) }), !text.contains("<html"), !text.contains("<!doctype html")
    {
      return .feed
    }
    let pages = ["<!doctype html", "<html", "<head", "<body"]
    if pages.contains(where: { text.contains($0) }) { return .html }
    let parts = [
      "<p>", "<p ", "<div", "<article", "<section", "<h1", "<h2", "<h3", "<ul", "<ol", "<main", "<meta",
      "<title", "<!--", "<table", "<blockquote",
    ]
    return parts.contains { text.hasPrefix($0) } ? .html : .text
  }
}
