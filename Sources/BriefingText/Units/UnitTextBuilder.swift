import BriefingCore
import CommonMark

/// Collects the text of a unit with its styles and links.
package struct UnitTextBuilder {
  /// The text so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var runs: [UnitText.Run] = []
  /// In the order of their ends.
  private var links: [UnitText.Link] = []
  /// Whether the hosts of links are wanted of a bare text.
  package var keepsHosts = false
  /// These, as far as they were not taken, each once.
  private var hosts: [String] = []
  /// The beginning of the last address, up to the end of its host: the next one often has the same.
  private var lastAddress: [UInt8] = []
  /// Room for the address at hand.
  private var address: [UInt8] = []
  /// Hosts that are kept at most: what has more links is a list of addresses.
  private static let mostHosts = 64
  /// Whether nobody asks for styles, nor for links whose text is all the author's: then they are not kept.
  package let isBare: Bool
  /// See ``UnitText/isParted``.
  package var isParted = false
  /// The role of what was added last.
  private var lastRole = Style.Role.text

  /// Makes an empty one, with room for so many bytes.
  package init(isBare: Bool = false, capacity: Int = 0) {
    self.isBare = isBare
    bytes.reserveCapacity(capacity)
  }

  /// UTF-8 bytes so far.
  package var count: Int { bytes.count }

  /// Whether the text ends with a space or a line ending, or is empty.
  private var endsWithSpace: Bool { bytes.last.map { $0 == 0x20 || $0 == 0x0A } ?? true }

  /// Whether there is nothing but white space.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A } }

  /// Whether the next text starts a line.
  package var endsLine: Bool { bytes.last.map { $0 == 0x0A } ?? true }

  /// Adds running text: white space of any kind and length is one space, as in HTML.
  package mutating func append(_ text: String, _ style: Style) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    bytes.collapseSpaces(from: start)
    addRun(from: start, style)
  }

  /// Adds what an inline stands for as running text.
  package mutating func append(_ id: InlineID, of inlines: Inlines, _ style: Style) {
    let start = bytes.count
    inlines.appendText(of: id, to: &bytes)
    bytes.collapseSpaces(from: start)
    addRun(from: start, style)
  }

  /// Adds inlines that are prose, where nobody asks for styles.
  package mutating func append(prose inlines: Inlines) {
    let start = bytes.count
    inlines.appendProse(to: &bytes)
    bytes.collapseSpaces(from: start)
    if start < bytes.count { lastRole = .text }
  }

  /// Adds what an inline stands for as it is.
  package mutating func append(verbatim id: InlineID, of inlines: Inlines, _ style: Style) {
    let start = bytes.count
    inlines.appendText(of: id, to: &bytes)
    addRun(from: start, style)
  }

  /// Adds a space where none stands at the end.
  package mutating func appendSpace(_ style: Style) {
    guard !endsWithSpace else { return }
    bytes.append(0x20)
    addRun(from: bytes.count - 1, style)
  }

  /// Adds text as it is.
  package mutating func append(verbatim text: some StringProtocol, _ style: Style) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    addRun(from: start, style)
  }

  /// Ends the line; a space before the end goes.
  package mutating func appendNewline(_ style: Style) {
    if bytes.last == 0x20, lastRole != .code { truncate(to: bytes.count - 1) }
    append(verbatim: "\n", style)
  }

  /// Adds a link from an offset up to here; none where nothing was added. Of one in a bare text whose label is its author's
  /// the host is kept alone.
  package mutating func link(from start: Int, to destination: String, _ kind: UnitText.Link.Kind) {
    guard start < bytes.count else { return }
    if isBare, kind == .link {
      var destination = destination
      if wantsHosts { destination.withUTF8 { noteHost(of: $0) } }
    } else {
      links.append(UnitText.Link(range: start..<bytes.count, destination: destination, kind: kind))
    }
  }

  /// Adds a link of inlines in the same way.
  package mutating func link(from start: Int, _ id: InlineID, of inlines: Inlines) {
    guard isBare else { return link(from: start, to: inlines.destination(of: id), .link) }
    guard wantsHosts, start < bytes.count else { return }
    // Taken out: two may not write to what it belongs to.
    var room = address
    address = []
    inlines.withDestination(of: id, &room) { noteHost(of: $0) }
    address = room
  }

  private var wantsHosts: Bool { keepsHosts && hosts.count < Self.mostHosts }

  private mutating func noteHost(of address: UnsafeBufferPointer<UInt8>) {
    let count = lastAddress.count
    let isSame =
      count > 0 && address.count >= count && (address.count == count || WebHost.ends(before: address[count]))
      && address[..<count].elementsEqual(lastAddress)
    guard !isSame, let host = WebHost.name(of: String(decoding: address, as: UTF8.self)) else { return }
    // After the two slashes.
    let end = address.dropFirst(8).firstIndex(where: WebHost.ends(before:)) ?? address.count
    lastAddress.removeAll(keepingCapacity: true)
    lastAddress.append(contentsOf: address[..<end])
    if !hosts.contains(host) { hosts.append(host) }
  }

  /// Forgets the hosts, and returns them.
  package mutating func takeHosts() -> [String] {
    defer {
      hosts.removeAll(keepingCapacity: true)
      lastAddress.removeAll(keepingCapacity: true)
    }
    return hosts
  }

  /// The text, without white space at its end.
  package mutating func finish() -> UnitText {
    trimEnd()
    // In place: there may be many.
    links.sort { $0.range.lowerBound < $1.range.lowerBound }
    return finishVerbatim(links)
  }

  /// The same of a text as long as a file; the builder is empty then, so that there is no copy.
  mutating func finishLong() -> LongUnitText {
    trimEnd()
    links.sort { $0.range.lowerBound < $1.range.lowerBound }
    defer { self = UnitTextBuilder() }
    return LongUnitText(bytes: bytes, runs: runs, links: links, isParted: isParted)
  }

  /// Takes white space off the end.
  package mutating func trimEnd() {
    // At once: many links may end here.
    let end = trimmedCount
    if end < bytes.count { truncate(to: end) }
  }

  /// How many links there are so far.
  package var linkCount: Int { links.count }

  /// Where the white space at its end starts, which ``trimEnd()`` would take off.
  private var trimmedCount: Int { bytes.lastIndex { $0 != 0x20 && $0 != 0x0A }.map { $0 + 1 } ?? 0 }

  /// Forgets the links; returns them by their starts, and up to where the text is done with: what is after is white
  /// space that may still go.
  package mutating func takeLinks() -> (links: [UnitText.Link], end: Int) {
    defer { links.removeAll(keepingCapacity: true) }
    return (linksByStart, max(trimmedCount, links.last?.range.upperBound ?? 0))
  }

  /// Empties it for the next text.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    lastRole = .text
    isParted = false
  }

  /// The text as it was added.
  package func finishVerbatim() -> UnitText { finishVerbatim(linksByStart) }

  private func finishVerbatim(_ links: [UnitText.Link]) -> UnitText {
    var text = UnitText(string: String(decoding: bytes, as: UTF8.self), runs: runs, links: links)
    text.isParted = isParted
    return text
  }

  /// The links as readers want them: they close inside out.
  package var linksByStart: [UnitText.Link] { links.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  private mutating func addRun(from start: Int, _ style: Style) {
    guard start < bytes.count else { return }
    lastRole = style.role
    if isBare { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      runs.append(.init(range: start..<bytes.count, style: style))
    }
  }

  /// Takes off what is after an offset.
  private mutating func truncate(to end: Int) {
    bytes.removeLast(bytes.count - end)
    while let last = runs.last, last.range.upperBound > end {
      runs.removeLast()
      let range = last.range.clamped(to: 0..<end)
      if !range.isEmpty { runs.append(.init(range: range, style: last.style)) }
    }
    // Links within each other may end at the same place.
    let whole = links.lastIndex { $0.range.upperBound <= end }.map { $0 + 1 } ?? 0
    guard whole < links.count else { return }
    let cut = links[whole...].compactMap { link in
      var link = link
      link.range = link.range.clamped(to: 0..<end)
      return link.range.isEmpty ? nil : link
    }
    links.replaceSubrange(whole..., with: cut)
  }
}
