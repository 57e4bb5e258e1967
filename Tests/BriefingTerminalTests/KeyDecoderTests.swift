import BriefingReader
import Testing

@testable import BriefingTerminal

/// Keys and pastes as text: what a test compares.
private func names(_ events: [Event]) -> [String] {
  events.map { event in
    switch event {
    case .key(let key): "\(key)"
    case .paste(let text): "paste(\(text.debugDescription))"
    default: "?"
    }
  }
}

/// Bytes that print as what they are: a failing test's message goes to a terminal too.
struct Bytes: ExpressibleByStringLiteral, CustomTestStringConvertible {
  var utf8: [UInt8]

  init(stringLiteral value: String) { utf8 = Array(value.utf8) }

  var testDescription: String {
    utf8.map { (0x20..<0x7F).contains($0) ? String(UnicodeScalar($0)) : "<\(String($0, radix: 16))>" }
      .joined()
  }
}

@Suite struct KeyDecoderTests {
  private static let keys: [(bytes: Bytes, keys: [Key])] = [
    ("a", [.character("a")]), (" ", [.character(" ")]), ("é", [.character("é")]),
    ("漢", [.character("漢")]),
    ("🙂", [.character("🙂")]), ("gG", [.character("g"), .character("G")]),
    ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]),
    ("\u{1}", [.control("a")]), ("\u{C}", [.control("l")]), ("\u{1A}", [.control("z")]),
    ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]), ("\0", [.control("@")]),
    ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}[D", [.left]),
    ("\u{1B}OA", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}OC", [.right]), ("\u{1B}OD", [.left]),
    ("\u{1B}[H", [.home]), ("\u{1B}OH", [.home]), ("\u{1B}[1~", [.home]), ("\u{1B}[7~", [.home]),
    ("\u{1B}[F", [.end]), ("\u{1B}OF", [.end]), ("\u{1B}[4~", [.end]), ("\u{1B}[8~", [.end]),
    ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}OM", [.enter]),
    ("\u{1B}OP", [.function(1)]), ("\u{1B}[11~", [.function(1)]), ("\u{1B}[[A", [.function(1)]),
    ("\u{1B}OS", [.function(4)]), ("\u{1B}[15~", [.function(5)]), ("\u{1B}[24~", [.function(12)]),
    ("\u{1B}[1;2A", [Key(.up, .shift)]), ("\u{1B}[1;5D", [Key(.left, .control)]),
    ("\u{1B}[1;3B", [Key(.down, .alt)]), ("\u{1B}[1;9B", [Key(.down, .alt)]),
    ("\u{1B}[1;8C", [Key(.right, [.shift, .alt, .control])]), ("\u{1B}[1;1C", [.right]),
    ("\u{1B}[1;5H", [Key(.home, .control)]), ("\u{1B}[5;2~", [Key(.pageUp, .shift)]),
    ("\u{1B}[1;2P", [Key(.function(1), .shift)]), ("\u{1B}[15;5~", [Key(.function(5), .control)]),
    ("\u{1B}[1;99999999999999999999A", [.up]),
    ("\u{1B}Od", [Key(.left, .control)]), ("\u{1B}[c", [Key(.right, .shift)]),
    ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]),
    ("\u{1B}\u{7F}", [Key(.backspace, .alt)]), ("\u{1B}\u{8}", [Key(.backspace, .alt)]),
    ("\u{1B}\r", [.escape, .enter]),
    // Keys that stand close together.
    ("\u{1B}[Aj\u{1B}[B", [.up, .character("j"), .down]),
    ("/missile\r", "/missile".map { Key.character($0) } + [.enter]),
    // What terminals may send and nobody asked for.
    ("\u{1B}[?1;2cj", [.character("j")]), ("\u{1B}[200q", []), ("\u{1B}[<0;5;7mj", [.character("j")]),
    ("\u{1B}Oxj", [.character("j")]), ("\u{1B}[5\u{7}", [.control("g")]),
  ]

  @Test(arguments: keys)
  func `bytes become keys`(bytes: Bytes, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(names(decoder.decode(bytes.utf8)) == names(keys.map(Event.key)))
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    Bytes("é"), "漢", "🙂", "\u{1B}[A", "\u{1B}[15;5~", "\u{1B}OH",
    "\u{1B}[200~a\u{1B}[b\n\u{1B}[201~",
  ])
  func `bytes that come one by one become the same`(bytes: Bytes) {
    var whole = KeyDecoder()
    let expected = whole.decode(bytes.utf8)
    var decoder = KeyDecoder()
    var events: [Event] = []
    for (index, byte) in bytes.utf8.enumerated() {
      events += decoder.decode([byte])
      if index < bytes.utf8.count - 1 { #expect(events.isEmpty) }
    }
    #expect(names(events) == names(expected))
    #expect(events.count == 1)
  }

  /// Over a slow line, or typed ahead: bytes by when they come, and the keys.
  @Test(
    arguments: [
      (["\u{1B}", "q"], [.escape, .character("q")]), (["\u{1B}", "é"], [.escape, .character("é")]),
      (["\u{1B}", "\u{7F}"], [.escape, .backspace]), (["\u{1B}", "Oj"], nil),
      (["j\u{1B}", "jj"], [.character("j"), .escape, .character("j"), .character("j")]),
      (["\u{1B}", "\u{1B}x"], [.escape, .alt("x")]),
      (["\u{1B}", "\u{1B}", "x"], [.escape, .escape, .character("x")]),
      (["\u{1B}", "[A"], [.up]), (["\u{1B}x", "y"], [.alt("x"), .character("y")]),
    ] as [([Bytes], [Key]?)])
  func `an Escape that came alone is no Alt`(pieces: [Bytes], keys: [Key]?) {
    var decoder = KeyDecoder()
    let events = pieces.flatMap { decoder.decode($0.utf8) }
    // `O` and one more are a sequence that nobody sends.
    #expect(names(events) == names((keys ?? []).map(Event.key)))
    #expect(decoder.patience == nil)
  }

  @Test(arguments: ["[", "O"]) func `an Escape that came alone and half a sequence are two keys`(half: String)
  {
    var decoder = KeyDecoder()
    let early = decoder.decode([0x1B]) + decoder.decode(half.utf8)
    #expect(early.isEmpty)
    #expect(names(decoder.flush()) == names([.key(.escape), .key(.character(Character(half)))]))
  }

  private static let unfinished: [(bytes: Bytes, keys: [Key])] = [
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[", [.alt("[")]),
    ("\u{1B}O", [.alt("O")]), ("j\u{1B}", [.character("j"), .escape]),
  ]

  @Test(arguments: unfinished)
  func `an Escape that nothing follows is a key`(bytes: Bytes, keys: [Key]) {
    var decoder = KeyDecoder()
    let early = decoder.decode(bytes.utf8)
    #expect(early.count < keys.count)
    #expect(decoder.patience != nil)
    #expect(names(early + decoder.flush()) == names(keys.map(Event.key)))
    #expect(decoder.patience == nil)
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0x80], 1), ([0xC3, 0x28], 2), ([0xE2, 0x82, 0x41], 2), ([0xF5], 1), ([0xC0, 0x80], 2),
    ] as [([UInt8], Int)])
  func `what is not UTF-8 is seen, and disturbs nothing after it`(bytes: [UInt8], count: Int) {
    var decoder = KeyDecoder()
    let events = names(decoder.decode(bytes + [UInt8(ascii: "j")]))
    #expect(events.count == count + 1)
    #expect(events.first == names([.key(.character("\u{FFFD}"))]).first)
    #expect(events.last == names([.key(.character("j"))]).first)
  }

  @Test func `a paste is one event, whatever it holds`() {
    var decoder = KeyDecoder()
    let text = "line\r\nq\u{1B}[A\u{1B}[201\u{7}\u{9B}é"
    let events = decoder.decode("a\u{1B}[200~\(text)\u{1B}[201~b".utf8)
    #expect(names(events) == names([.key(.character("a")), .paste(text), .key(.character("b"))]))
  }

  @Test func `a paste may arrive in pieces and is no key in between`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[200~one".utf8).isEmpty)
    #expect(decoder.decode("\u{1B}[20".utf8).isEmpty)
    #expect(names(decoder.decode("1~".utf8)) == names([.paste("one")]))
  }

  private static let endless: [(bytes: Bytes, events: [Event])] = [
    ("\u{1B}[200~one", [.paste("one")]),
    ("\u{1B}[200~", [.paste("")]),
    // Escape was pressed, for nothing happened any more.
    ("\u{1B}[200~one\u{1B}", [.paste("one"), .key(.escape)]),
    // A piece of the end is not a key.
    ("\u{1B}[200~one\u{1B}[20", [.paste("one")]),
  ]

  @Test(arguments: endless)
  func `a paste whose end never comes is over when nothing more comes`(bytes: Bytes, events: [Event]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes.utf8).isEmpty)
    #expect(decoder.patience != nil)
    #expect(names(decoder.flush()) == names(events))
    #expect(decoder.patience == nil)
    #expect(names(decoder.decode("j\u{1B}[201~k".utf8)) == names([.key("j"), .key("k")]))
  }

  @Test func `a paste waits longer for more than an Escape does`() throws {
    var (paste, escape) = (KeyDecoder(), KeyDecoder())
    _ = paste.decode("\u{1B}[200~one\u{1B}".utf8)
    _ = escape.decode("\u{1B}".utf8)
    let (long, short) = (try #require(paste.patience), try #require(escape.patience))
    #expect(long >= short * 10)
  }

  @Test func `what is incomplete can be forgotten`() {
    var decoder = KeyDecoder()
    _ = decoder.decode("\u{1B}[200~one".utf8)
    decoder.forget()
    #expect(names(decoder.decode("j".utf8)) == names([.key("j")]))
  }

  @Test func `of a long paste no more is kept than shows that it was too long`() throws {
    var decoder = KeyDecoder()
    _ = decoder.decode("\u{1B}[200~".utf8)
    for _ in 0..<5000 { #expect(decoder.decode(Array(repeating: UInt8(ascii: "x"), count: 4096)).isEmpty) }
    let events = decoder.decode("\u{1B}[201~j".utf8)
    guard case .paste(let text)? = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.count > LineEditor.limit)
    #expect(text.utf8.count <= 8 * LineEditor.limit)
    #expect(names(Array(events.dropFirst())) == names([.key("j")]))
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;", "\u{1B}[[", "\u{1B}[?"] as [Bytes])
  func `a sequence without an end is not waited for`(start: Bytes) {
    var decoder = KeyDecoder()
    _ = decoder.decode(start.utf8)
    for _ in 0..<20 { _ = decoder.decode("0000000000".utf8) }
    #expect(decoder.patience == nil)
    #expect(names(decoder.decode("j".utf8)) == names([.key("j")]))
  }

  @Test func `the terminal's own sequences win`() {
    let sequences = KeySequences(terminal: [
      (Array("\u{1B}[A".utf8), .pageUp), (Array("\u{1B}~k".utf8), .function(7)), ([0x7F], .delete),
      ([], .home),
    ])
    var decoder = KeyDecoder(sequences)
    #expect(
      names(decoder.decode("\u{1B}[A\u{1B}~k\u{7F}".utf8))
        == names([.key(.pageUp), .key(.function(7)), .key(.backspace)]))
  }
}
