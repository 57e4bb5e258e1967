import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingText

/// Regular expressions: what they find, what is wrong with them, and that no text makes them slow.
@Suite(.timeLimit(.minutes(2))) struct PatternTests {
  private func matches(_ pattern: Pattern, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return (ranges(pattern, bytes) { false } ?? []).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func ranges(
    _ pattern: Pattern, _ bytes: [UInt8], isCancelled: () -> Bool
  ) -> [Range<Int>]? {
    bytes.withUnsafeBufferPointer { pattern.matches(in: $0, isCancelled: isCancelled) }
  }

  @Test func moreThanAreLookedForAreNotKept() throws {
    let text = Array("abababab".utf8)
    let pattern = try Pattern("a|b")
    for most in [0, 1, 3, 8, 9] {
      let found = text.withUnsafeBufferPointer { pattern.matches(in: $0, most: most) { false } }
      #expect(found?.count == min(most, 8))
    }
  }

  /// Expression, text, what is found.
  @Test(arguments: [
    ("abc", "xabcabcab", ["abc", "abc"]), ("a.c", "abc a\nc aéc", ["abc", "aéc"]),
    ("a|bc|d", "abcd", ["a", "bc", "d"]), ("ab*", "a ab abbb", ["a", "ab", "abbb"]),
    ("ab+", "a ab abbb", ["ab", "abbb"]), ("ab?c", "ac abc abbc", ["ac", "abc"]),
    ("a{2}", "a aa aaaaa", ["aa", "aa", "aa"]), ("a{2,3}", "a aa aaaaa", ["aa", "aaa", "aa"]),
    ("a{2,}", "a aa aaaaa", ["aa", "aaaaa"]), ("a{0}b", "ab", ["b"]), ("a{0,2}b", "aaab", ["aab"]),
    ("<.+?>", "<a><b>", ["<a>", "<b>"]), ("<.+>", "<a><b>", ["<a><b>"]), ("a??b", "ab", ["ab"]),
    ("a{1,3}?", "aaa", ["a", "a", "a"]),
    ("(ab|c)+", "abcab x c", ["abcab", "c"]), ("(?:a|b)c", "ac bc", ["ac", "bc"]), ("a|ab", "ab", ["a"]),
    ("ab|a", "ab a", ["ab", "a"]), ("(a|ab)(c|bcd)", "abcd", ["abcd"]),
    ("[abc]+", "xaabbccx", ["aabbcc"]), ("[^a-y ]+", "z a zz", ["z", "zz"]), ("[]a]+", "]a]", ["]a]"]),
    ("[a-]+", "a-b", ["a-"]), ("[\\d.]+", "v1.20", ["1.20"]), ("[[:digit:]x]+", "12x", ["12x"]),
    ("\\d+", "12 ٣ x", ["12", "٣"]), ("\\w+", "een_woord, é1", ["een_woord", "é1"]), ("\\s", "a\tb", ["\t"]),
    ("\\S+", " a b ", ["a", "b"]), ("\\D+", "1ab2", ["ab"]), ("[^\\s]+", "a b", ["a", "b"]),
    ("^a", "a\na ba", ["a", "a"]), ("a$", "a\nab a", ["a", "a"]), ("^$", "a\n\nb", []),
    ("\\bcat\\b", "cat concat cat.", ["cat", "cat"]), ("\\<f\\w*", "of fog", ["fog"]),
    ("-?\\b5", "a- b 5", ["5"]), ("-?\\b5", "- x 5 -5", ["5", "-5"]), ("x?\\bfoo", "xy foo", ["foo"]),
    ("\\w*f\\>", "of foo", ["of"]), ("\\Ba", "a ba", ["a"]),
    ("a\\.b", "a.b axb", ["a.b"]), ("a{b", "a{b", ["a{b"]), ("\\(\\)", "()", ["()"]),
    ("a\\|b", "a|b", ["a|b"]),
    ("x*", "a xx b", ["xx"]), ("", "a", []), ("(a*)*", "aab", ["aa"]), ("()", "a", []),
    ("(|a)+", "aa", ["aa"]),
    ("x*y|x", "xxxy xx", ["xxxy", "x", "x"]), ("aaab|a", "aaaab", ["a", "aaab"]),
    ("aaaac|aab|a", "aaaab", ["a", "a", "aab"]),
  ])
  func itFinds(expression: String, text: String, found: [String]) throws {
    #expect(matches(try Pattern(expression), in: text) == found)
  }

  @Test func noMatchRunsOverABorder() throws {
    #expect(matches(try Pattern("a.*"), in: "ab\0ac\0\0d") == ["ab", "ac"])
    #expect(matches(try Pattern("^\\w$"), in: "a\0b\0\0c") == ["a", "b", "c"])
    #expect(matches(try Pattern("[^x]+"), in: "a\0b") == ["a", "b"])
  }

  /// What counts is as with words: letters as they are written only where one is a capital or has a mark.
  @Test(arguments: [
    ("turk.y", Folding.all), ("Turk.y", .diacritics), ("türk\\W", .letterCase), ("Tür", [] as Folding),
    ("\\W\\S\\D\\B", .all),
    ("[A-Z]x", .diacritics),
  ])
  func caseAndMarksCountAsTheyAreTyped(expression: String, folding: Folding) throws {
    #expect(try Pattern(expression).folding == folding)
  }

  @Test func lettersOfItAreFoldedAsTheTextIs() throws {
    #expect(matches(try Pattern("straße+"), in: "strasse strassee") == ["strasse", "strassee"])
    #expect(matches(try Pattern("“a”"), in: "\"a\"") == ["\"a\""])
  }

  @Test(
    arguments: [
      ("(a", PatternError.openGroup), ("a)", .closedGroup), ("[a", .openSet), ("[", .openSet),
      ("[z-a]", .badRange),
      ("[\\d-z]", nil), ("*a", .nothingToRepeat("*")), ("a|+", .nothingToRepeat("+")),
      ("^*", .nothingToRepeat("*")),
      ("(?", .unknownGroup), ("(?=a)", .unknownGroup), ("(?<n>a)", .unknownGroup), ("a{3,1}", .badCount),
      ("a{99999999999999999999}", .badCount), ("a{2", .badCount), ("\\", .badEscape("\\")),
      ("(a)\\1", .badEscape("\\1")), ("\\q", .badEscape("\\q")), ("[[:nope:]]", .badEscape("[:nope:]")),
      ("(((a{100}){100}){100})", .tooLong), ("a{2}{3}", nil), ("((((((((((a))))))))))", nil),
    ] as [(String, PatternError?)])
  func whatIsWrongIsSaid(expression: String, error: PatternError?) {
    do {
      _ = try Pattern(expression)
      #expect(error == nil)
    } catch let thrown {
      #expect(thrown == error)
      #expect(!thrown.message.isEmpty)
    }
  }

  @Test func deepNestingIsRead() throws {
    let deep = String(repeating: "(", count: 490) + "a" + String(repeating: ")*", count: 490)
    #expect(throws: PatternError.tooLong) {
      try Pattern(String(repeating: "(", count: 400_000) + String(repeating: "a", count: 5000))
    }
    #expect(matches(try Pattern(deep), in: "aaa") == ["aaa"])
  }

  /// The same steps tried one way after the other, and again behind each match: slow, and plainly right.
  private struct Trial {
    let steps: [PatternStep]
    let text: [Unicode.Scalar]

    func matches() -> [Range<Int>] {
      var found: [Range<Int>] = []
      var start = 0
      while start < text.count {
        var failed = Set<[Int]>()
        if let end = end(0, start, start, &failed) {
          found.append(start..<end)
          start = end
        } else {
          start += 1
        }
      }
      return found
    }

    private func end(_ step: Int, _ at: Int, _ start: Int, _ tried: inout Set<[Int]>) -> Int? {
      guard tried.insert([step, at]).inserted else { return nil }
      switch steps[step] {
      case .take(let set):
        return at < text.count && set.contains(text[at]) ? end(step + 1, at + 1, start, &tried) : nil
      case .jump(let distance): return end(step + distance, at, start, &tried)
      case .split(let first, let second):
        return end(step + first, at, start, &tried) ?? end(step + second, at, start, &tried)
      case .check(.lineStart): return at == 0 ? end(step + 1, at, start, &tried) : nil
      case .check: return at == text.count ? end(step + 1, at, start, &tried) : nil
      case .found: return at > start ? at : nil
      }
    }
  }

  @Test(arguments: 0..<40) func itFindsWhatTryingOneAfterTheOtherFinds(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "a", "b", "c", ".", "(", ")", "|", "*", "+", "?", "a", "b", "??", "*?", "{2}", "[ab]", "^", "$",
    ]
    var count = 0
    while count < 200 {
      let expression = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }
      .joined()
      guard let pattern = try? Pattern(expression) else { continue }
      count += 1
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        ["a", "b", "c"].randomElement(using: &random) ?? ""
      }.joined()
      let wanted = Trial(steps: pattern.steps, text: Array(text.unicodeScalars)).matches()
      #expect(ranges(pattern, Array(text.utf8)) { false } == wanted, "\(expression) in \(text)")
    }
  }

  /// Work grows with the text and no faster, also where trying one way after the other takes for ever, and where looking
  /// again behind each match would go over the rest of the text each time.
  @Test(arguments: ["(a|a)*b", "(a*)*b", "(a+a+)+b", "a*b|a", "(a?){50}a{50}b", "(.*)(.*)(.*)b|a", "\\w+\\d"])
  func workGrowsWithTheText(expression: String) throws {
    let pattern = try Pattern(expression)
    func questions(_ count: Int) -> Int {
      var questions = 0
      _ = ranges(pattern, Array(repeating: UInt8(ascii: "a"), count: count)) {
        questions += 1
        return false
      }
      return questions
    }
    let (half, whole) = (questions(100_000), questions(200_000))
    #expect(half > 0)
    #expect(whole <= 2 * half + 2)
  }

  @Test func itIsCancelledWithinAText() throws {
    var questions = 0
    let found = ranges(try Pattern("a*b|a"), Array(repeating: UInt8(ascii: "a"), count: 1_000_000)) {
      questions += 1
      return questions == 3
    }
    #expect(found == nil)
    #expect(questions == 3)
  }
}
