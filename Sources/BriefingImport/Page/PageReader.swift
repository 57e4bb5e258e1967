import BriefingCore
import CommonMark

/// Reads the article of a page.
struct PageReader {
  private let tree: MarkupTree
  private let body: PageBody
  private let base: String?
  private let notes: PageNotes
  private var builder = BlockBuilder()
  /// The text, while a note is read; no note stands in another.
  private var text = BlockBuilder()
  private var noteBlocks: [ImportBlock] = []
  private var styles: [InlineRun.Style] = [[]]
  private var links: [String?] = [nil]
  private var raised = 0
  private var lowered = 0
  /// The address of the picture before.
  private var lastPicture: String?
  /// Bytes of addresses that may still be written.
  private var addressBytes: Int

  /// Times its own size that addresses may make up of a page: a link around ten thousand paragraphs is kept on the first
  /// ones only.
  private static let mostAddresses = 8

  /// The briefing of a page; its text is empty where it has no article.
  ///
  /// - Parameters:
  ///   - source: The page, in UTF-8.
  ///   - fileName: For what has no title.
  ///   - title: What stands above the page elsewhere, as the subject of a mail does: then its own headings are all text.
  static func briefing(
    _ source: [UInt8], fileName: String? = nil, title: String? = nil
  ) throws(ImportProblem) -> ImportedBriefing {
    let tree = try MarkupReader.tree(of: source, .html)
    let facts = PageFacts(tree)
    let body = PageBody(tree)
    var briefing = ImportedBriefing()
    briefing.date = facts.date
    briefing.updated = facts.updated == facts.date ? nil : facts.updated
    briefing.authors = facts.authors
    briefing.language = facts.language
    briefing.url = facts.url
    briefing.source = facts.source
    briefing.tags = facts.tags
    briefing.blocks = blocks(tree, body, body.root, base: facts.base)
    let heading = tree.elements(.h1).lazy.filter { !body.isClutter[$0] }.map { tree.allText(in: $0) }.first {
      !$0.isEmpty
    }
    var trimming = PageTrimming(briefing.blocks)
    briefing.title = title ?? trimming.title(facts: facts, heading: heading) ?? fileName ?? ""
    trimming.trim(title: briefing.title, authors: briefing.authors, facts: facts)
    briefing.blocks = trimming.blocks
    if let summary = facts.summary, summary.onOneLine != briefing.title, !trimming.says(summary) {
      briefing.summary = summary.onOneLine
    }
    return briefing
  }

  /// The blocks of a part of a page or of a feed, all of it.
  static func blocks(
    ofPart source: [UInt8], base: String?, _ language: MarkupReader.Language = .html
  ) throws(ImportProblem) -> [ImportBlock] {
    let tree = try MarkupReader.tree(of: source, language)
    return PageTrimming.levelled(blocks(tree, PageBody(tree), 0, base: base))
  }

  private static func blocks(_ tree: MarkupTree, _ body: PageBody, _ root: Int, base: String?)
    -> [ImportBlock]
  {
    var notes = PageNotes(tree, in: root, isClutter: body.isClutter)
    let addressBytes = tree.source.count * mostAddresses
    var reader = PageReader(tree, body, notes, base: base, addressBytes: addressBytes)
    reader.read(root)
    let read = Set(
      reader.noteBlocks.compactMap { if case .open(.note(let label)) = $0 { label } else { nil } })
    if read.count < notes.labels.count {
      // Notes that show nothing would leave marks that lead nowhere.
      notes.keep(read)
      reader = PageReader(tree, body, notes, base: base, addressBytes: addressBytes)
      reader.read(root)
    }
    return reader.blocks
  }

  private init(_ tree: MarkupTree, _ body: PageBody, _ notes: PageNotes, base: String?, addressBytes: Int) {
    self.tree = tree
    self.body = body
    self.notes = notes
    self.base = base
    self.addressBytes = addressBytes
  }

  private var blocks: [ImportBlock] { builder.blocks + noteBlocks }

  /// Reads an element of the page by itself, with a state of its own, and returns its blocks without the notes in it, which come behind the others.
  private mutating func part(_ node: Int) -> [ImportBlock] {
    var part = PageReader(tree, body, notes, base: base, addressBytes: addressBytes)
    part.read(node)
    addressBytes = part.addressBytes
    noteBlocks += part.noteBlocks
    return part.builder.blocks
  }

  /// Goes through an element with a stack of its own.
  private mutating func read(_ root: Int) {
    // Elements that are open: their index, and the one after their last node.
    var open: [Int] = []
    var at = root
    let end = root == 0 ? tree.nodes.count : tree.nodes[root].end
    while at < end {
      while let last = open.last, tree.nodes[last].end <= at {
        open.removeLast()
        leave(last)
      }
      let node = tree.nodes[at]
      if body.isClutter[at] {
        at = max(at + 1, node.end)
      } else if node.isText, at > 0 {
        addText(at)
        at += 1
      } else if enter(at) {
        open.append(at)
        at += 1
      } else {
        at = max(at + 1, node.end)
      }
    }
    while let last = open.popLast() { leave(last) }
    builder.finish()
  }

  // MARK: Text

  private mutating func addText(_ index: Int) {
    var text = tree.text(index)
    if raised + lowered > 0 {
      let line = text.onOneLine
      // Space between a tag and its first or last element is none of the text's.
      if line.isEmpty, isAtEdge(index) { return }
      let letters = RaisedLetters.text(line, isRaised: raised > 0, behind: builder.lastScalar)
      // Words keep the space that divides them.
      if letters != line { text = letters }
    }
    append(text)
  }

  /// Whether a node is the first or last one in its element.
  private func isAtEdge(_ index: Int) -> Bool {
    let parent = tree.nodes[index].parent
    return index == parent + 1 || index + 1 >= tree.nodes[parent].end
  }

  /// Adds text in the style, and with the link, that hold here.
  private mutating func append(_ text: String) {
    let text = VisibleText.clean(text)
    var link = links[links.count - 1]
    if let address = link, text.utf8.contains(where: { !$0.isWhitespace }), !takesAddress(address) {
      link = nil
    }
    builder.append(text, style: styles[styles.count - 1], link: link)
  }

  /// Whether an address can be written once more.
  private mutating func takesAddress(_ address: String) -> Bool {
    guard address.utf8.count <= addressBytes else { return false }
    addressBytes -= address.utf8.count
    return true
  }

  // MARK: Elements

  private static func style(_ name: ElementName) -> InlineRun.Style? {
    switch name {
    case .b, .strong, .dt, .summary: .strong
    case .i, .em, .cite, .dfn, .var: .emphasis
    case .s, .del, .strike: .strikethrough
    case .code, .kbd, .samp, .tt: .code
    default: nil
    }
  }

  /// Starts an element; false where what is in it is done, or is not shown.
  private mutating func enter(_ index: Int) -> Bool {
    let name = tree.nodes[index].name
    if name.isBlock { builder.endParagraph() }
    if let label = notes.labels[index] {
      // A note has a place of its own behind the text.
      swap(&text, &builder)
      builder.open(.note(label))
      return true
    }
    if let style = Self.style(name) { styles.append(styles[styles.count - 1].union(style)) }
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: return true
    case .br: builder.append(InlineRun("", .lineBreak))
    case .hr:
      if !builder.blocks.isEmpty, builder.blocks.last != .rule { builder.add(.rule) }
    case .img, .ampImg: addImage(index)
    case .a:
      if let label = notes.marks[index] {
        builder.append(InlineRun(label, .note))
        return false
      }
      if PageNotes.isBackReference(index, tree) { return false }
      let address = tree.attribute("href", of: index).flatMap { PageAddress.absolute($0, base: base) }
      links.append(address ?? links[links.count - 1])
    case .blockquote: builder.open(.quote)
    case .ul, .ol, .dir:
      guard !isLinkList(index) else {
        builder.removeLast()
        return false
      }
      builder.open(.list(start: name == .ol ? number(of: index) : nil))
    case .li: builder.open(.item)
    case .input: addBox(index)
    case .pre:
      addCode(index)
      return false
    case .table: return enterTable(index)
    case .sup: raised += 1
    case .sub: lowered += 1
    case .q: append("“")
    case .math:
      append(tree.attribute("alttext", of: index) ?? tree.allText(in: index))
      return false
    default: break
    }
    return true
  }

  private mutating func leave(_ index: Int) {
    let name = tree.nodes[index].name
    if notes.labels[index] != nil {
      builder.finish()
      noteBlocks += builder.blocks
      builder = BlockBuilder()
      swap(&text, &builder)
      return
    }
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let runs = builder.takeRuns() { addHeading(name.headingLevel ?? 2, runs) }
    case .a where notes.marks[index] == nil: if links.count > 1 { links.removeLast() }
    case .blockquote: builder.close(.quote)
    case .ul, .ol, .dir: builder.close(.list(start: nil))
    case .li: builder.close(.item)
    case .sup: raised -= 1
    case .sub: lowered -= 1
    case .q: append("”")
    case .td, .th: builder.append(" ", style: [], link: nil)
    default: break
    }
    if name.isBlock { builder.endParagraph() }
    if Self.style(name) != nil, styles.count > 1 { styles.removeLast() }
  }

  /// A heading; in an item or a quotation a section cannot start, so it is strong text there.
  private mutating func addHeading(_ level: Int, _ runs: [InlineRun]) {
    guard builder.depth == 0 else {
      return builder.add(
        .paragraph(
          runs.map { run in
            var run = run
            if run.kind == .text { run.style.insert(.strong) }
            return run
          }))
    }
    builder.add(.heading(level, runs.map(Self.plainInHeading)))
  }

  private static func plainInHeading(_ run: InlineRun) -> InlineRun {
    var run = run
    // All of a heading is strong.
    run.style.remove(.strong)
    if run.kind == .lineBreak { return InlineRun(" ") }
    return run
  }

  /// The number that a list starts with, or its first item has: as Markdown can have it, 0 to 999,999,999.
  private func number(of list: Int) -> Int {
    let written =
      tree.attribute("start", of: list)
      ?? tree.child(.li, of: list).flatMap { tree.attribute("value", of: $0) }
    return min(max(written.flatMap { Int($0.onOneLine) } ?? 1, 0), 999_999_999)
  }

  /// A box of a list of tasks; what else is typed or chosen on a page is none of its text.
  private mutating func addBox(_ index: Int) {
    guard builder.isAtStartOfItem, tree.attribute("type", of: index)?.lowercased() == "checkbox" else {
      return
    }
    builder.append(InlineRun("", .task(isDone: tree.attribute("checked", of: index) != nil)))
  }

  private mutating func addImage(_ index: Int) {
    let description = VisibleText.clean(tree.attribute("alt", of: index) ?? "").onOneLine
    // Pictures that only count who reads are a point; those with an empty description are ornaments.
    for side in ["width", "height"] {
      if let size = tree.attribute(side, of: index).flatMap({ Int($0) }), size <= 2 { return }
    }
    guard tree.attribute("alt", of: index) != "" || isWithin(.figure, index) else { return }
    let candidates = ["data-src", "data-original", "data-lazy-src", "src"].compactMap {
      tree.attribute($0, of: index)
    }
    let fromSet = (tree.attribute("srcset", of: index) ?? tree.attribute("data-srcset", of: index))?.split(
      separator: " "
    ).first.map(String.init)
    let address = (candidates + [fromSet].compactMap { $0 }).filter { !$0.hasPrefix("data:") }
      .compactMap { PageAddress.absolute($0, base: base) }.first
    guard let address, takesAddress(address) else {
      if !description.isEmpty { append(description) }
      return
    }
    // For programs without scripts pages have some pictures twice.
    if address == lastPicture, isWithin(.noscript, index) { return }
    lastPicture = address
    builder.append(InlineRun(description, .image(address: address)))
  }

  private func isWithin(_ name: ElementName, _ index: Int) -> Bool {
    var at = tree.nodes[index].parent
    while at > 0 {
      if tree.nodes[at].name == name { return true }
      at = tree.nodes[at].parent
    }
    return false
  }

  /// Whether a list only leads to other articles: nearly all of it is links, and a line before it says so.
  private func isLinkList(_ index: Int) -> Bool {
    guard body.text[index] > 0, body.linked[index] * 10 >= body.text[index] * 8 else { return false }
    switch builder.blocks.last {
    case .heading(_, let runs)?: return PageLeads.isLead(runs.plainText, isHeading: true)
    case .paragraph(let runs)?: return PageLeads.isLead(runs.plainText, isHeading: false)
    default: return false
    }
  }

  private mutating func addCode(_ index: Int) {
    var text = ""
    var language = Self.language(of: index, tree)
    for child in index + 1..<max(index + 1, tree.nodes[index].end) where !body.isClutter[child] {
      let node = tree.nodes[child]
      switch node.name {
      case .textNode: text += tree.text(child)
      case .br: text += "\n"
      // Code holds no pictures.
      case .img: text += tree.attribute("alt", of: child)?.onOneLine ?? ""
      default: break
      }
      if node.name == .code, language == nil { language = Self.language(of: child, tree) }
    }
    var lines = VisibleText.clean(text).split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    // The line ending behind the tag is none of the text's.
    if lines.first?.isEmpty == true { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) { lines.removeLast() }
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    builder.add(.code(lines.joined(separator: "\n"), language: language))
  }

  private static func language(of index: Int, _ tree: MarkupTree) -> String? {
    for name in (tree.attribute("class", of: index) ?? "").split(separator: " ") {
      for start in ["language-", "lang-", "brush:"] where name.hasPrefix(start) {
        let language = name.dropFirst(start.count)
        if !language.isEmpty,
          language.utf8.allSatisfy({
            0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || "+-#".utf8.contains($0)
          })
        {
          return String(language)
        }
      }
    }
    return nil
  }

  // MARK: Tables

  /// Reads a table of data; a table that only lays out a page is read like other elements.
  private mutating func enterTable(_ index: Int) -> Bool {
    guard let table = TableReader(index, tree, body.isClutter) else { return true }
    for node in table.outside { builder.add(part(node)) }
    // A cell is a page of its own, whose blocks are lines.
    let rows = table.rows { Self.line(part($0)) }
    if rows.contains(where: { $0.contains { !$0.isEmpty } }) { builder.add(.table(rows)) }
    return false
  }

  /// Blocks as running text, a line for each.
  private static func line(_ blocks: [ImportBlock]) -> [InlineRun] {
    var runs: [InlineRun] = []
    for block in blocks {
      let text: [InlineRun]
      switch block {
      case .paragraph(let part), .heading(_, let part): text = part
      case .code(let code, _): text = [InlineRun(code.onOneLine, style: .code)]
      // A table that holds a table is none of data.
      case .open, .close, .rule, .table: continue
      }
      if !runs.isEmpty { runs.append(InlineRun("", .lineBreak)) }
      runs += text
    }
    return runs
  }
}
