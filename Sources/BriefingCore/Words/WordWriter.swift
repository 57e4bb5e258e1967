/// Writes the words of text, each after a space, to a room from which they are taken before it is full.
struct WordWriter {
  private(set) var words = 0
  /// Where words are written as one, as far as two words and the sign between tell.
  private(set) var joints: [WordJoint] = []
  /// Words that are written otherwise than they are folded, beyond capitals of ASCII: which word, and where in the text a
  /// letter of it stands that folding changes. In order, each once.
  private(set) var marks: [(word: UInt32, place: UInt32)] = []
  /// The sign after the last word, where it may join it to the next; else 0.
  private var sign: UInt8 = 0
  /// Bytes that were taken from the room.
  private var flushed = 0
  private let room: UnsafeMutableBufferPointer<UInt8>
  private let ascii: UnsafeBufferPointer<UInt8>
  private var count = 0
  private var isInWord = false

  /// Bytes of a quarter of the room. ASCII takes twice its length at most, and so does a scalar's folded form, which
  /// has less than this: so where one quarter is taken there is room for as much ASCII as is half of one, then for
  /// one scalar.
  static let quarter = 256

  /// What becomes of each byte: 0 where it divides words, `beyond` where it is not ASCII, else its folded form, with
  /// the high bit where it is a word by itself.
  static let ascii: [UInt8] = (0..<256).map { byte in
    guard byte < 128 else { return beyond }
    let folded = UInt8(byte)
    return switch WordClass.ascii[byte] {
    case .separator: 0
    case .letter: (0x41...0x5A).contains(folded) ? folded | 0x20 : folded
    case .single: folded | 0x80
    }
  }
  private static let beyond: UInt8 = 0xFF

  init(_ room: UnsafeMutableBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<UInt8>) {
    self.room = room
    self.ascii = ascii
  }

  /// Forgets all joints but the last ones.
  mutating func keepJoints(_ count: Int) { joints.removeFirst(joints.count - count) }

  var isPartFull: Bool { count > Self.quarter }

  /// Moves what was written to the end of a line; it starts with no space.
  mutating func flush(to line: inout [UInt8]) {
    guard count > 0 else { return }
    let start = line.isEmpty ? 1 : 0
    flushed += count
    line.append(contentsOf: UnsafeBufferPointer(rebasing: room[start..<count]))
    count = 0
  }

  /// Adds ASCII up to `limit` or the first other byte, and returns where that is.
  mutating func addASCII(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var at = start
    // In variables of its own: what is written to the room might be properties, for all that the compiler knows.
    var (count, words, gap, sign) = (self.count, self.words, isInWord ? 0 : 1, self.sign)
    var prose = Prose(text, room)
    while at < limit {
      if sign == 0, at >= prose.next {
        at &+= prose.add(at, limit, &count, &words, &gap)
        if at >= prose.next { continue }
      }
      let form = ascii[Int(text[at])]
      if form == Self.beyond { break }
      if form == 0 {
        sign = gap == 0 && WordJoint.isSign(text[at]) ? text[at] : 0
      } else if sign != 0 {
        if form < 0x80 { joints.append(WordJoint(sign: sign, offset: flushed + count, word: words)) }
        sign = 0
      }
      // Without branches, which words of every length would make a guess: a space and a letter are always written,
      // and kept where they are wanted.
      let isSingle = Int(form >> 7)
      let isWord = form == 0 ? 0 : 1
      let start = isWord & (gap | isSingle)
      room[count] = 0x20
      count &+= start
      room[count] = form & 0x7F
      count &+= isWord
      words &+= start
      gap = isSingle | (isWord ^ 1)
      at &+= 1
    }
    (self.count, self.words, isInWord, self.sign) = (count, words, gap == 0, sign)
    return at
  }

  /// Adds what ``ascii`` says of a byte that is ASCII.
  private mutating func add(_ form: UInt8, _ byte: UInt8) {
    if form == 0 {
      sign = isInWord && WordJoint.isSign(byte) ? byte : 0
      isInWord = false
    } else if form < 0x80 {
      if !isInWord { startLetters() }
      isInWord = true
      put(form)
    } else {
      sign = 0
      startWord()
      put(form & 0x7F)
      isInWord = false
    }
  }

  /// Adds the scalar beyond ASCII at an offset, and returns how many bytes it has.
  mutating func addScalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let (value, length) = Words.decode(text, at)
    if let syllable = ScalarFolding.syllable(value, text, at: at) {
      if !isInWord { startLetters() }
      put(UInt8(truncatingIfNeeded: 0xE0 | syllable.value >> 12))
      put(UInt8(truncatingIfNeeded: 0x80 | syllable.value >> 6 & 0x3F))
      put(UInt8(truncatingIfNeeded: 0x80 | syllable.value & 0x3F))
      isInWord = true
      return syllable.length
    }
    if let digit = ScalarFolding.digit(value, text, at: at) {
      digit.withUTF8Buffer { for byte in $0 { add(ascii[Int(byte)], byte) } }
    } else if let kin = FoldedText.asciiKin(of: value) {
      kin.withUTF8Buffer { for byte in $0 { add(ascii[Int(byte)], byte) } }
    } else if let variant = FoldingData.variant(of: value, .all) {
      FoldingData.pool.withUnsafeBufferPointer { pool in
        let folded = UnsafeBufferPointer(rebasing: pool[variant])
        var at = 0
        while at < folded.count {
          if folded[at] < 0x80 {
            add(ascii[Int(folded[at])], folded[at])
            at += 1
          } else {
            let (value, length) = Words.decode(folded, at)
            add(WordClass(value), folded, at..<at + length)
            at += length
          }
        }
      }
      let word = UInt32(truncatingIfNeeded: words &- 1)
      if isInWord, marks.last?.word != word { marks.append((word, UInt32(truncatingIfNeeded: at))) }
    } else {
      add(WordClass(value), text, at..<at + length)
    }
    return length
  }

  private mutating func add(_ kind: WordClass, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if kind == .separator {
      sign = 0
    } else {
      if kind == .single {
        sign = 0
        startWord()
      } else if !isInWord {
        startLetters()
      }
      for at in range { put(bytes[at]) }
    }
    isInWord = kind == .letter
  }

  /// Starts a word of letters, which a sign may join to the one before.
  private mutating func startLetters() {
    if sign != 0 { joints.append(WordJoint(sign: sign, offset: flushed + count, word: words)) }
    sign = 0
    startWord()
  }

  @inline(__always)
  private mutating func startWord() {
    put(0x20)
    words &+= 1
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    room[count] = byte
    count &+= 1
  }
}
