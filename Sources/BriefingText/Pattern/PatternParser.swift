import BriefingCore

/// Reads a regular expression in the syntax that is common to grep -E, less and most languages: `.` `[a-z]` `\d \w \s`
/// `(a|b)` `* + ? {2,3}`, the same with `?` after them for as few as possible, `^ $ \b \< \>`.
///
/// What cannot be found in one pass, references to groups and looking around, is refused.
struct PatternParser {
  /// Steps of an expression at most: each character of the text may take as many.
  static let longest = 4000
  /// Of a repetition.
  static let largestCount = 1000

  /// A group that was not closed yet.
  private struct Group {
    /// The alternatives that are complete.
    var alternatives: [[PatternStep]] = []
    /// The one that is being read.
    var steps: [PatternStep] = []
    /// Where in `steps` the last part starts, which can be repeated; nil where there is none.
    var last: Int?

    /// All alternatives, the first one preferred.
    func joined() -> [PatternStep] {
      alternatives.reversed().reduce(steps) { rest, first in
        [.split(1, first.count + 2)] + first + [.jump(rest.count + 1)] + rest
      }
    }
  }

  private var rest: Substring.UnicodeScalarView
  private var groups = [Group()]
  /// How the characters that stand for themselves are folded; nil as they are.
  private let folding: Folding?
  /// The characters that stand for themselves.
  private(set) var literals = ""

  /// Reads an expression.
  ///
  /// - Parameter folding: Of the text in which it is looked for; nil where only its own letters are asked for.
  static func parse(
    _ text: String, _ folding: Folding?
  ) throws(PatternError) -> (steps: [PatternStep], literals: String) {
    var parser = PatternParser(text[...].unicodeScalars, folding)
    let steps = try parser.parse()
    return (steps, parser.literals)
  }

  private init(_ rest: Substring.UnicodeScalarView, _ folding: Folding?) {
    self.rest = rest
    self.folding = folding
  }

  /// What stands for a scalar in the text.
  private func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard let folding, scalar != "\n" else { return [scalar] }
    let scalars = Array(folding.fold(String(scalar)).unicodeScalars)
    return scalars.isEmpty ? [scalar] : scalars
  }

  private mutating func parse() throws(PatternError) -> [PatternStep] {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "(": try open()
      case ")": try close()
      case "|":
        groups[groups.count - 1].alternatives.append(groups[groups.count - 1].steps)
        groups[groups.count - 1].steps = []
        groups[groups.count - 1].last = nil
      case "*": try repeatLast(0...Int.max, scalar)
      case "+": try repeatLast(1...Int.max, scalar)
      case "?": try repeatLast(0...1, scalar)
      case "{" where rest.first.map(Self.isDigit) == true: try repeatLast(count(), scalar)
      case "[": add(.take(try set()))
      case ".": add(.take(.any))
      case "^": check(.lineStart)
      case "$": check(.lineEnd)
      case "\\": try escape()
      default: literal(scalar)
      }
      if groups[groups.count - 1].steps.count > Self.longest { throw .tooLong }
    }
    guard groups.count == 1 else { throw .openGroup }
    let steps = groups[0].joined() + [.found]
    guard steps.count <= Self.longest else { throw .tooLong }
    return steps
  }

  private mutating func add(_ step: PatternStep) { add([step]) }

  private mutating func add(_ steps: [PatternStep]) {
    let top = groups.count - 1
    groups[top].last = groups[top].steps.count
    groups[top].steps += steps
  }

  private mutating func literal(_ scalar: Unicode.Scalar) {
    literals.unicodeScalars.append(scalar)
    add(folded(scalar).map { .take(ScalarSet($0)) })
  }

  private mutating func check(_ border: PatternStep.Border) {
    groups[groups.count - 1].steps.append(.check(border))
    groups[groups.count - 1].last = nil
  }

  private mutating func open() throws(PatternError) {
    if rest.first == "?" {
      rest.removeFirst()
      guard rest.popFirst() == ":" else { throw .unknownGroup }
    }
    groups.append(Group())
  }

  private mutating func close() throws(PatternError) {
    guard groups.count > 1, let group = groups.popLast() else { throw .closedGroup }
    add(group.joined())
  }

  private mutating func repeatLast(_ count: ClosedRange<Int>, _ sign: Unicode.Scalar) throws(PatternError) {
    let top = groups.count - 1
    guard let start = groups[top].last else { throw .nothingToRepeat(Character(sign)) }
    var isLazy = false
    if rest.first == "?" {
      rest.removeFirst()
      isLazy = true
    }
    let part = Array(groups[top].steps[start...])
    groups[top].steps.removeSubrange(start...)
    let copies = count.upperBound == .max ? count.lowerBound + 1 : count.upperBound
    guard (part.count + 2) * copies + groups[top].steps.count <= Self.longest else { throw .tooLong }
    var steps: [PatternStep] = []
    for _ in 0..<count.lowerBound { steps += part }
    func split(_ into: Int, _ past: Int) -> PatternStep { isLazy ? .split(past, into) : .split(into, past) }
    if count.upperBound == .max {
      steps += [split(1, part.count + 2)] + part + [.jump(-part.count - 1)]
    } else {
      // Each of those that may be missing leads past the rest of them.
      let optional = count.upperBound - count.lowerBound
      for index in 0..<optional { steps += [split(1, (optional - index) * (part.count + 1))] + part }
    }
    groups[top].steps += steps
    // `a**` repeats what is repeated; as a part it starts where it did.
    groups[top].last = start
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private mutating func number() -> Int? {
    var number: Int?
    while let scalar = rest.first, Self.isDigit(scalar) {
      rest.removeFirst()
      number = min(Self.largestCount + 1, (number ?? 0) * 10 + Int(scalar.value) - 0x30)
    }
    return number
  }

  /// What stands after `{`.
  private mutating func count() throws(PatternError) -> ClosedRange<Int> {
    let least = number() ?? 0
    var most = least
    if rest.first == "," {
      rest.removeFirst()
      most = number() ?? .max
    }
    guard rest.popFirst() == "}", least <= Self.largestCount, most == .max || most <= Self.largestCount,
      least <= most
    else { throw .badCount }
    return least...most
  }

  private mutating func escape() throws(PatternError) {
    guard let scalar = rest.popFirst() else { throw .badEscape("\\") }
    switch scalar {
    case "b": check(.wordBorder)
    case "B": check(.noWordBorder)
    case "<": check(.wordStart)
    case ">": check(.wordEnd)
    default:
      if let (kind, isNegated) = Self.kind(scalar) {
        add(.take(ScalarSet(kind, isNegated: isNegated)))
      } else {
        literal(try Self.character(scalar))
      }
    }
  }

  private static func kind(_ letter: Unicode.Scalar) -> (ScalarSet.Kind, isNegated: Bool)? {
    switch letter {
    case "d": (.digit, false)
    case "D": (.digit, true)
    case "w": (.word, false)
    case "W": (.word, true)
    case "s": (.space, false)
    case "S": (.space, true)
    default: nil
    }
  }

  /// What an escaped character stands for: signs for themselves.
  private static func character(_ scalar: Unicode.Scalar) throws(PatternError) -> Unicode.Scalar {
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "a"..."z", "A"..."Z", "0"..."9": throw .badEscape("\\\(scalar)")
    default: return scalar
    }
  }

  /// What stands after `[`.
  private mutating func set() throws(PatternError) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    // A bracket that comes first is one of the set.
    var isFirst = true
    while let scalar = rest.popFirst() {
      if scalar == "]", !isFirst {
        set.close(isNegated: isNegated)
        return set
      }
      isFirst = false
      if scalar == "[", rest.first == ":" {
        set.insert(try name())
        continue
      }
      guard let start = try element(scalar, of: &set) else { continue }
      guard rest.first == "-", let after = rest.dropFirst().first, after != "]" else {
        literals.unicodeScalars.append(start)
        let one = folded(start).count == 1 ? folded(start)[0] : start
        set.insert(one...one)
        continue
      }
      rest.removeFirst(2)
      guard let end = try element(after, of: &set), start <= end else { throw .badRange }
      for end in [start, end] { literals.unicodeScalars.append(end) }
      set.insert(start...end)
    }
    throw .openSet
  }

  /// A scalar of a set, or nil for a kind of them, which is added.
  private mutating func element(
    _ scalar: Unicode.Scalar, of set: inout ScalarSet
  ) throws(PatternError) -> Unicode.Scalar? {
    guard scalar == "\\" else { return scalar }
    guard let escaped = rest.popFirst() else { throw .openSet }
    if let (kind, isNegated) = Self.kind(escaped) {
      set.insert(kind, isNegated: isNegated)
      return nil
    }
    return try Self.character(escaped)
  }

  /// The name of POSIX after `[:`.
  private mutating func name() throws(PatternError) -> ScalarSet.Kind {
    rest.removeFirst()
    let name = String(String.UnicodeScalarView(rest.prefix { $0 != ":" }))
    rest = rest.dropFirst(name.unicodeScalars.count)
    guard rest.popFirst() == ":", rest.popFirst() == "]" else { throw .openSet }
    switch name {
    case "alpha": return .letter
    case "digit": return .digit
    case "alnum": return .word
    case "space": return .space
    case "upper": return .upper
    case "lower": return .lower
    case "punct": return .punctuation
    default: throw .badEscape("[:\(name):]")
    }
  }
}
