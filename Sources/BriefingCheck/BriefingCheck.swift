import BriefingCore

/// Looks at a briefing as an editor would before it goes out.
public struct BriefingCheck {
  let briefing: Briefing
  private let rules: Set<CheckRule>
  /// By byte offset: lines and columns are counted once, at the end.
  private var problems: [(offset: Int, rule: CheckRule, message: String)] = []
  private var findings: [Finding] = []

  /// What is found in a briefing, in its order.
  ///
  /// - Parameters:
  ///   - rules: What to look for.
  ///   - links: Knows the files beside it.
  public static func findings(
    in briefing: Briefing, rules: Set<CheckRule> = Set(CheckRule.allCases), links: inout some LinkChecking
  ) -> [Finding] {
    var check = BriefingCheck(briefing, rules)
    check.checkMetadata()
    check.checkHeadings()
    check.checkCharacters()
    check.checkText(&links)
    check.checkNotes()
    return check.sorted()
  }

  private init(_ briefing: Briefing, _ rules: Set<CheckRule>) {
    self.briefing = briefing
    self.rules = rules
  }

  mutating func add(_ rule: CheckRule, at offset: Int, _ message: String) {
    if rules.contains(rule) { problems.append((offset, rule, message)) }
  }

  private func sorted() -> [Finding] {
    // Of one place in the order of the rules, so that two runs print the same.
    let order = Dictionary(uniqueKeysWithValues: zip(CheckRule.allCases, 0...))
    var cursor = SourceCursor(briefing.document.source)
    let placed = problems.sorted { ($0.offset, order[$0.rule] ?? 0) < ($1.offset, order[$1.rule] ?? 0) }
      .map { Finding($0.rule, at: cursor.position(of: $0.offset), $0.message) }
    return (findings + placed).sorted { $0.position < $1.position }
  }

  private mutating func checkMetadata() {
    let metadata = briefing.metadata
    if rules.contains(.frontMatter) {
      findings = metadata.warnings.map {
        Finding(.frontMatter, at: .init(line: $0.line, column: 1), $0.message)
      }
    }
    if !metadata.isTitleGiven, briefing.heading == nil {
      add(.missingTitle, at: 0, "no title; write title: in the front matter, or a heading of level 1 first")
    }
    if metadata.dateOrigin.map(\.isGuess) ?? true {
      add(.missingDate, at: 0, "no date; write date: in the front matter, or a day into the file's name")
    }
  }

  private mutating func checkHeadings() {
    var level = briefing.heading == nil ? 0 : 1
    // By the number of the section above, the lines of the titles below it.
    var lines: [[Int]: [String: Int]] = [:]
    for section in briefing.sections {
      let offset = briefing.document[section.heading].range.lowerBound
      // A page may start at any level.
      if level > 0, section.level > level + 1 {
        add(
          .skippedLevel, at: offset,
          "heading of level \(section.level) below one of level \(level); make it level \(level + 1)")
      }
      level = section.level
      let title = section.title.split(separator: " ").joined(separator: " ")
      let parent = Array(section.number.dropLast())
      if title.isEmpty {
        add(.emptyHeading, at: offset, "heading without text; name the section, or take the heading away")
      } else if let line = lines[parent]?[title] {
        add(.duplicateHeading, at: offset, "same title as the section in line \(line); tell them apart")
      } else {
        lines[parent, default: [:]][title] = section.line
      }
    }
  }

  private mutating func checkCharacters() {
    var offset = 0
    var isRun = false
    for scalar in String(decoding: briefing.document.source, as: UTF8.self).unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      guard Self.isHarmful(scalar) else {
        isRun = false
        continue
      }
      if !isRun { add(.controlCharacter, at: offset, "\(Self.name(scalar)) cannot be seen; delete it") }
      isRun = true
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Line ends and tabs are layout; joiners, variation selectors, soft hyphens and marks of direction do their work; a
  /// byte order mark starts a file.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0xAD, 0x200C...0x200F, 0x61C, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF: false
    default: scalar.isInvisible
    }
  }
}
