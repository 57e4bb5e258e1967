import BriefingCore

extension ImportedBriefing {
  /// The file's text: front matter, then Markdown. Read back, it shows the imported text and nothing else.
  public var fileText: String {
    let body = MarkdownWriter.markdown(blocks)
    return FrontMatterWriter.text(of: self) + (body.isEmpty ? "" : "\n" + body)
  }

  /// Bytes of a file's name at most, with its ending and a number after it; file systems take 255.
  private static let longestName = 180

  /// The file's name without its ending: the day, and the title's letters and digits with hyphens between them. It can
  /// neither leave its folder nor hide in it, and holds no control character.
  public var fileName: String {
    let day = date.map { $0.isMonth ? "" : String($0.iso8601.prefix(10)) } ?? ""
    let words = FileNaming.words(of: title, limit: Self.longestName - "2025-05-15-".utf8.count)
    let name = words.isEmpty ? "untitled" : words
    return day.isEmpty || name.hasPrefix(day) ? name : "\(day)-\(name)"
  }
}
