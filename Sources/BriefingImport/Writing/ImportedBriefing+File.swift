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
    let words = Slugs.plainSlug(of: title).split(separator: "-").joined(separator: "-")
    let slug = words.contains { $0.isLetter || $0.isNumber } ? words : "untitled"
    var name = day.isEmpty || slug.hasPrefix(day) ? "" : day + "-"
    for character in slug {
      guard name.utf8.count + character.utf8.count <= Self.longestName else { break }
      name.append(character)
    }
    while name.hasSuffix("-") { name.removeLast() }
    return name
  }
}
