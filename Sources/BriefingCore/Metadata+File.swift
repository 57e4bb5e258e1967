import CommonMark

extension Metadata {
  /// Adds what the front matter leaves out, from the path, the page and the file's time, in this order.
  mutating func complete(from file: Briefing.FileFacts, _ document: Document, _ headings: Headings) {
    if title.isEmpty { title = headings.title ?? "" }
    // Each is looked for only where those before it say nothing: a library has many files.
    let inPath =
      title.isEmpty || date == nil ? PathDate.date(name: file.name, folders: file.folders) : nil
    if title.isEmpty {
      let folders = file.folders.isEmpty ? file.home.map { [$0] } ?? [] : file.folders
      title = NameTitle.title(name: file.name, folders: folders, date: inPath)
    }
    setDate(date, .metadata)
    if date == nil { setDate(inPath, .name) }
    if date == nil { setDate(PageDate.date(in: document, heading: headings.first), .heading) }
    setDate(file.modified, .file)
  }

  /// Sets the date where there is one and none was set before.
  mutating func setDate(_ date: BriefingDate?, _ origin: DateOrigin) {
    guard dateOrigin == nil, let date else { return }
    (self.date, dateOrigin) = (date, origin)
  }
}
