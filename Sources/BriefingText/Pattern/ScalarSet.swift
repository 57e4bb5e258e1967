/// Some Unicode scalars: what one place of a regular expression takes.
struct ScalarSet: Hashable, Sendable {
  /// A kind of scalar that has a name.
  enum Kind: Hashable, Sendable {
    /// Letters, digits, marks and `_`.
    case word
    /// Digits of any script.
    case digit
    /// White space, line endings too.
    case space
    case upper, lower, letter, punctuation

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      let properties = scalar.properties
      switch self {
      case .word:
        if scalar.isASCII { return Self.isASCIIWord(scalar) }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
          .connectorPunctuation:
          return true
        default: return properties.isAlphabetic
        }
      case .digit: return properties.generalCategory == .decimalNumber
      case .space: return properties.isWhitespace
      case .upper: return properties.isUppercase
      case .lower: return properties.isLowercase
      case .letter: return properties.isAlphabetic
      case .punctuation:
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
          .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
          .modifierSymbol, .otherSymbol:
          return true
        default: return false
        }
      }
    }

    private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": true
      default: false
      }
    }
  }

  private var ranges: [ClosedRange<UInt32>] = []
  private var kinds: [Kind] = []
  private var otherKinds: [Kind] = []
  /// Whether it has all other scalars instead.
  private(set) var isNegated = false
  /// Which of ASCII it has, a bit for each: most text is that.
  private var low: (UInt64, UInt64) = (0, 0)

  static func == (a: ScalarSet, b: ScalarSet) -> Bool {
    a.low == b.low && a.ranges == b.ranges && a.kinds == b.kinds && a.otherKinds == b.otherKinds
      && a.isNegated == b.isNegated
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(low.0)
    hasher.combine(ranges)
  }

  /// No scalars.
  init() {}

  /// One.
  init(_ scalar: Unicode.Scalar) {
    insert(scalar...scalar)
    close(isNegated: false)
  }

  /// Those of a kind, or all others.
  init(_ kind: Kind, isNegated: Bool = false) {
    insert(kind)
    close(isNegated: isNegated)
  }

  /// All but line endings.
  static let any: ScalarSet = {
    var set = ScalarSet()
    set.insert("\n"..."\n")
    set.insert("\r"..."\r")
    set.close(isNegated: true)
    return set
  }()

  mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
    ranges.append(range.lowerBound.value...range.upperBound.value)
  }

  mutating func insert(_ kind: Kind, isNegated: Bool = false) {
    if isNegated { otherKinds.append(kind) } else { kinds.append(kind) }
  }

  /// Nothing more is added.
  mutating func close(isNegated: Bool) {
    self.isNegated = isNegated
    low = (0, 0)
    for value in 0..<128 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value), computes(scalar) else { continue }
      if value < 64 { low.0 |= 1 << UInt64(value) } else { low.1 |= 1 << UInt64(value - 64) }
    }
  }

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? containsASCII(UInt8(truncatingIfNeeded: scalar.value)) : computes(scalar)
  }

  /// The same of an ASCII byte.
  @inline(__always)
  func containsASCII(_ byte: UInt8) -> Bool {
    (byte < 64 ? low.0 >> UInt64(byte) : low.1 >> UInt64(byte - 64)) & 1 != 0
  }

  private func computes(_ scalar: Unicode.Scalar) -> Bool {
    let isIn =
      ranges.contains { $0.contains(scalar.value) } || kinds.contains { $0.contains(scalar) }
      || otherKinds.contains { !$0.contains(scalar) }
    return isIn != isNegated
  }
}
