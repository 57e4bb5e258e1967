/// What people do to a briefing after it was published.
public enum BriefingEdit: String, CaseIterable, Sendable {
  case insertBlock, deleteBlock, moveBlock, rewriteWords, rewriteBlock, rewriteSection
  case retitle, insertSection, deleteSection, moveSection, swapSections
  /// A new section with the title of one that is there, before it.
  case repeatTitle
  /// The first of two sections with one title, where there are such; both are given it if not.
  case deleteOfOneTitle
  case wrap, addSpace

  /// Whether it leaves all words as they are.
  public var keepsWords: Bool { self == .wrap || self == .addSpace }

  /// What an edit has done.
  public struct Outcome: Sendable {
    /// The old text; ``deleteOfOneTitle`` prepares it.
    public var old: SectionedSample
    /// The new one.
    public var new: SectionedSample
    /// The sections that have nothing of their text left, or their title and much of their text no more: to find them
    /// again or not is right.
    public var doubtful: Set<Int> = []
  }

  /// Makes the edit, the same one for the same generator; nil where the text is too small for it.
  public func apply(to sample: SectionedSample, using random: inout SeededGenerator) -> Outcome? {
    guard sample.sections.count > 2 else { return nil }
    var out = Outcome(old: sample, new: sample)
    let place = Int.random(in: 0..<sample.sections.count, using: &random)
    let other = Int.random(in: 0..<sample.sections.count, using: &random)
    var writer = NewsWriter(words: TextWords(sample.markdown), random: random)
    defer { random = writer.random }
    let id = sample.sections[place].id
    let count = sample.sections[place].blocks.count
    switch self {
    case .insertBlock:
      let at = Int.random(in: 0...count, using: &writer.random)
      out.new.sections[place].blocks.insert(writer.paragraph(sentences: 3), at: at)
    case .deleteBlock:
      guard count > 1 else { return nil }
      out.new.sections[place].blocks.remove(at: Int.random(in: 0..<count, using: &writer.random))
      if count < 4 { out.doubtful.insert(id) }
    case .moveBlock:
      guard count > 2, other != place else { return nil }
      let block = out.new.sections[place].blocks.remove(at: Int.random(in: 0..<count, using: &writer.random))
      out.new.sections[other].blocks.append(block)
      out.doubtful = [id, sample.sections[other].id]
    case .rewriteWords:
      guard count > 0 else { return nil }
      let block = Int.random(in: 0..<count, using: &writer.random)
      out.new.sections[place].blocks[block] = writer.replacingWords(of: sample.sections[place].blocks[block])
    case .rewriteBlock:
      guard count > 0 else { return nil }
      let block = Int.random(in: 0..<count, using: &writer.random)
      out.new.sections[place].blocks[block] = writer.paragraph(sentences: 4)
      if count < 4 { out.doubtful.insert(id) }
    case .rewriteSection:
      out.new.sections[place].blocks = (0..<max(1, count)).map { _ in writer.paragraph(sentences: 4) }
      out.doubtful.insert(id)
    case .retitle:
      out.new.sections[place].title = writer.title()
      // Who has no words has nothing but the title.
      if sample.sections[place].wordCount < 30 { out.doubtful.insert(id) }
    case .insertSection, .repeatTitle:
      var section = sample.sections[place]
      section.id = out.new.makeID()
      if self == .insertSection { section.title = writer.title() }
      section.blocks = (0..<3).map { _ in writer.paragraph(sentences: 4) }
      out.new.sections.insert(section, at: place)
      if self == .repeatTitle, sample.sections[place].wordCount < 30 { out.doubtful.insert(id) }
    case .deleteSection: out.new.sections.remove(at: place)
    case .moveSection:
      let section = out.new.sections.remove(at: place)
      out.new.sections.insert(section, at: min(other, out.new.sections.count))
    case .swapSections: out.new.sections.swapAt(place, other)
    case .deleteOfOneTitle:
      guard place != other else { return nil }
      let (first, second) = (min(place, other), max(place, other))
      out.old.sections[second].title = sample.sections[first].title
      out.new = out.old
      out.new.sections.remove(at: first)
      if sample.sections[second].wordCount < 30 { out.doubtful.insert(sample.sections[second].id) }
    case .wrap:
      for section in out.new.sections.indices {
        out.new.sections[section].blocks = out.new.sections[section].blocks.map(Self.wrapped)
      }
    case .addSpace:
      for section in out.new.sections.indices {
        out.new.sections[section].blocks = out.new.sections[section].blocks.map {
          Self.isProse($0)
            ? "  " + $0.split(separator: "\n").joined(separator: "  \n").replacingBreaks + "\n" : $0
        }
      }
    }
    return out
  }

  /// Whether line endings in it are nothing but spaces.
  private static func isProse(_ block: String) -> Bool {
    guard let first = block.unicodeScalars.first else { return false }
    return !["|", ">", "-", "`", "[", "*"].contains(first) && !("0"..."9" ~= first)
  }

  /// A paragraph in lines of other lengths.
  private static func wrapped(_ block: String) -> String {
    guard isProse(block) else { return block }
    var text = ""
    var column = 0
    for word in block.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      // What starts a line must not be taken for a list or heading.
      let mayStart = word.first?.isLetter == true
      text += column == 0 ? "" : column > 50 && mayStart ? "\n" : " "
      column = text.last == "\n" ? 0 : column
      text += word
      column += word.count + 1
    }
    return text
  }
}

extension String {
  /// Without the hard breaks that two spaces before a line ending make.
  fileprivate var replacingBreaks: String { split(separator: "  \n").joined(separator: " \n") }
}

extension SectionedSample.Section {
  /// About how many words it has.
  public var wordCount: Int { blocks.reduce(0) { $0 + $1.split { $0 == " " || $0 == "\n" }.count } }
}

/// The words of a text, each as often as it has it.
struct TextWords: WordSource {
  private let words: [String]

  init(_ text: String) {
    let words = text.split { !$0.isLetter }.map(String.init)
    self.words = words.isEmpty ? ["word"] : words
  }

  func word(using random: inout SeededGenerator) -> String { words.randomElement(using: &random) ?? "" }
}

extension NewsWriter {
  /// A block with one in eight of its words replaced.
  mutating func replacingWords(of block: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { part in
        part.allSatisfy(\.isLetter) && !part.isEmpty && random.oneIn(8) ? word() : String(part)
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
