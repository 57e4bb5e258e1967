import BriefingCore
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles
@testable import BriefingLibrary

/// Files in other encodings than UTF-8.
@Suite struct DecodedTextTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func utf16(_ text: String, isBig: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  private func decoded(_ bytes: [UInt8]) -> DecodedText {
    var scan = TextScan()
    _ = bytes.withUnsafeBytes { scan.accept($0) }
    return DecodedText(bytes, scan.kind)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: decoded(bytes).bytes, as: UTF8.self) }

  @Test(arguments: [true, false])
  func utf16IsDecodedByItsMark(isBig: Bool) {
    for sample in ["# Harbour\n\ncafé 港口 🎉 x\r\n", "", "港口关闭", "\u{FFFF}\u{10FFFF}\u{10000}"] {
      #expect(text(utf16(sample, isBig: isBig)) == sample)
      #expect(decoded(utf16(sample, isBig: isBig)).problem == nil)
    }
  }

  @Test(arguments: [true, false])
  func utf16WithoutAMarkIsToldByItsZeros(isBig: Bool) throws {
    for sample in [
      "# Harbour\n\nLong lines of words – “all” of them.\r\n", "ab", "café 港口 🎉 and much else\n",
      String(repeating: "Talks went on. ", count: 9000),
    ] {
      #expect(text(utf16(sample, isBig: isBig, mark: false)) == sample)
      #expect(decoded(utf16(sample, isBig: isBig, mark: false)).problem == nil)
    }
    try folder.write("a.md", bytes: utf16("# Harbour\n\nmissile words\n", isBig: isBig, mark: false))
    #expect(try BriefingFile(path: folder.path + "/a.md").parse().metadata.title == "Harbour")
    let odd = decoded(utf16("plain text", isBig: isBig, mark: false) + [0x41])
    #expect(odd.problem?.hasPrefix("is damaged UTF-16") == true)
  }

  @Test func numbersAndTextWithZerosAreNoUTF16() {
    func kind(_ bytes: [UInt8]) -> TextScan.Kind {
      var scan = TextScan()
      _ = bytes.withUnsafeBytes { scan.accept($0) }
      return scan.kind
    }
    // Samples of a quiet sound, counters, text with NULs in it, of UTF-32, of Chinese, and half of a surrogate.
    let sound: [UInt8] = (0..<4000).flatMap { number -> [UInt8] in [UInt8(number * 7 % 120), 0] }
    #expect(kind(sound) == .binary)
    #expect(
      kind((0..<300).flatMap { number -> [UInt8] in [UInt8(number & 0xFF), UInt8(number >> 8)] }) == .binary)
    #expect(kind(Array("a\0b\0c d e f\n".utf8)) == .text)
    #expect(kind("a long line of text".utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }) == .binary)
    #expect(kind(utf16("港口关闭之后 a", isBig: false, mark: false)) == .text)
    #expect(kind(utf16("plain", isBig: false, mark: false) + [0x00, 0xDC, 0x41, 0x00]) == .text)
    #expect(kind(Array(repeating: 0, count: 4000)) == .binary)
    #expect(kind(Array(repeating: 0x41, count: 63) + [0] + Array(repeating: 0x41, count: 64)) == .text)
  }

  @Test(arguments: [true, false])
  func damageIsShownAndNamed(isBig: Bool) {
    let odd = decoded(utf16("a\nb", isBig: isBig) + [0x41])
    #expect(String(decoding: odd.bytes, as: UTF8.self) == "a\nb\u{FFFD}")
    #expect(
      odd.problem
        == "is damaged UTF-16: one character cannot be read and is shown as \u{FFFD}; get the file again")
    #expect(odd.line == 2)
    func unit(_ value: UInt16) -> [UInt8] {
      isBig ? [UInt8(value >> 8), UInt8(value & 0xFF)] : [UInt8(value & 0xFF), UInt8(value >> 8)]
    }
    let lone = decoded(
      utf16("a", isBig: isBig) + unit(0xD83C) + unit(0x62) + unit(0xDF89) + unit(0xD83C) + unit(0xD83C)
        + unit(0xDF89))
    #expect(String(decoding: lone.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}🎉")
    #expect(lone.problem?.hasPrefix("is damaged UTF-16: 3 characters") == true)
  }

  @Test func marksThatLieAreSeenThrough() {
    let swapped = decoded([0xFE, 0xFF] + utf16("plain text of many letters", isBig: false, mark: false))
    #expect(String(decoding: swapped.bytes, as: UTF8.self) == "plain text of many letters")
    #expect(swapped.problem?.contains("iconv -f UTF-16LE -t UTF-8") == true)
    for sample in ["plain text\n", "Ракеты проданы\n"] {
      let utf8 = decoded([0xFF, 0xFE] + sample.utf8)
      #expect(String(decoding: utf8.bytes, as: UTF8.self) == sample)
      #expect(utf8.problem?.contains("but it is UTF-8") == true)
    }
  }

  @Test func utf8StaysAsItIs() {
    for sample in ["", "plain", "é 港口 🎉", String(repeating: "a", count: 33) + "é", "\u{FEFF}x"] {
      #expect(decoded(Array(sample.utf8)).bytes == Array(sample.utf8))
      #expect(decoded(Array(sample.utf8)).problem == nil)
    }
  }

  private static let windows1252: [UInt8] = Array("it".utf8) + [0x92] + Array("s caf".utf8) + [0xE9, 0x0A]

  @Test(arguments: [
    "---\ncharset: windows-1252\n---\n", "---\nencoding: \"CP1252\"\n---\n", "<meta charset=\"cp1252\">\n",
    "<!-- -*- coding: cp1252 -*- -->\n", "Content-Type: text/html; charset=Windows-1252\n\n",
  ])
  func whatDeclaresItsEncodingIsDecoded(declaration: String) {
    let found = decoded(Array(declaration.utf8) + Self.windows1252)
    #expect(String(decoding: found.bytes, as: UTF8.self) == declaration + "it’s café\n")
    #expect(found.problem == nil)
  }

  @Test func aDeclarationThatLiesIsNamed() {
    for name in ["utf-16", "nosuch", "euc-kr"] {
      let found = decoded(Array("charset: \(name)\n\n".utf8) + Self.windows1252)
      #expect(found.bytes.contains(0xE9) || name == "utf-16")
      #expect(found.problem?.contains(name.uppercased()) == true || name == "utf-16")
    }
    #expect(
      decoded(Array("charset: utf-8\n".utf8) + Self.windows1252).problem?.contains("Windows-1252") == true)
    // A word is not a declaration.
    #expect(EncodingDeclaration.name(in: Array("mycharset: latin1".utf8)) == nil)
    #expect(EncodingDeclaration.name(in: Array("charset: a/../b".utf8)) == nil)
  }

  /// Text, its encoding for iconv, and how it is named.
  @Test(arguments: [
    ("It’s “said” that the café in Zürich, naïve or not, was closed.\n", "WINDOWS-1252", "Windows-1252"),
    ("港口关闭之后，导弹销售的消息传来，船都停了，价格上涨。\n", "GB18030", "GB18030"),
    // Half of these bytes look like UTF-8.
    ("今天港口关闭了，船停了。\n", "GB18030", "GB18030"),
    ("央行宣布降息，股市上漲，匯率走貶。立法院今日三讀通過預算。\n", "BIG5", "Big5"),
    ("これは日本のニュースです。港が閉まりました。\n", "SHIFT_JIS", "Shift-JIS"),
    ("これは日本のニュースです。港が閉まりました。\n", "EUC-JP", "EUC-JP"),
    ("Ракеты проданы, порт закрыт сегодня, сказал министр.\n", "KOI8-R", "KOI8-R"),
    ("Ракеты проданы, порт закрыт сегодня, сказал министр.\n", "WINDOWS-1251", "Windows-1251"),
    ("미사일 판매가 오늘 발표되었다.\n", "EUC-KR", "EUC-KR"),
  ])
  func othersAreNamedWithTheCure(text: String, name: String, title: String) throws {
    let bytes = try #require(Self.encoded(text, name))
    let found = decoded(Array("# News\n\n".utf8) + bytes)
    #expect(
      found.problem
        == "is not UTF-8 but perhaps \(title): iconv -f \(name) -t UTF-8; until then some of it is shown as \u{FFFD}"
    )
    #expect(found.line == 3)
    #expect(try #require(CharacterConversion.utf8(bytes, from: name)) == Array(text.utf8))
  }

  @Test func oneStrayByteIsNamed() {
    let found = decoded(Array("Ракеты\nпроданы ".utf8) + [0xFF, 0x0A])
    #expect(
      found.problem
        == "has bytes that are not UTF-8; leave them out: iconv -f UTF-8 -t UTF-8 -c; they are shown as \u{FFFD}"
    )
    #expect(found.line == 2)
  }

  @Test(arguments: [300, 3000, 70_000])
  func randomBytesAreNoTextInAnyEncoding(count: Int) throws {
    var state: UInt64 = 7
    let bytes = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56 | 1)
    }
    try folder.write("a.md", bytes: bytes)
    let error = #expect(throws: FileError.self) { try BriefingFile(path: folder.path + "/a.md") }
    #expect(error?.reason == "is binary, not text")
  }

  @Test func everyReaderHasTheDecodedText() throws {
    try folder.write("a.md", bytes: utf16("# Harbour\n\nmissile words\n", isBig: false))
    try folder.write("b.md", bytes: Array("# Caf".utf8) + [0xE9] + Array("\n\nx\n".utf8))
    var rows: [CatalogueRow] = []
    try Library(path: folder.path).list { rows += $0 }
    rows.sort { $0.path < $1.path }
    #expect(rows.map(\.title) == ["Harbour", "b"])
    #expect(rows[0].problem == nil && rows[0].words == 3)
    #expect(rows[1].problem?.contains("iconv -f WINDOWS-1252 -t UTF-8") == true && rows[1].isReadable)
    let briefing = try BriefingFile(path: folder.path + "/b.md").parse()
    #expect(briefing.metadata.encodingProblem == rows[1].problem)
    #expect(briefing.metadata.warnings.map(\.line) == [1])
  }

  /// The row says it as opening does: what is shown is not what was meant.
  @Test func aRowSaysThatMarksAreShownAsTheyAreWritten() throws {
    try folder.write("a.md", bytes: Array(("# A\n\n" + String(repeating: "[a ", count: 600_000) + "\n").utf8))
    try folder.write(
      "b.md", bytes: Array(("# B\n\n" + String(repeating: "*a* ", count: 300_000) + "\n").utf8))
    var rows: [CatalogueRow] = []
    try Library(path: folder.path).list { rows += $0 }
    rows.sort { $0.path < $1.path }
    #expect(
      rows.map(\.problem) == ["a paragraph has so many marks that some are shown as they are written", nil])
    #expect(rows.map(\.isReadable) == [true, true])
    // Cancelled within the paragraph.
    var asked = 0
    let bytes = Array("# A\n\n\(String(repeating: "[a ", count: 600_000))\n".utf8)
    let briefing = try BriefingHead(parsing: bytes, file: .init(name: "a"))
    #expect(
      briefing.hasPartedLeaf {
        asked += 1
        return asked > 1
      } == nil)
  }

  /// A text in another encoding, by the C library.
  private static func encoded(_ text: String, _ name: String) -> [UInt8]? {
    guard let conversion = iconv_open(name, "UTF-8") else { return nil }
    defer { iconv_close(conversion) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * input.count)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var next = input.baseAddress
        var left = input.count
        var room = output.count
        var end = output.baseAddress
        _ = iconv(conversion, &next, &left, &end, &room)
        return output.count - room
      }
    }
    return output[..<count].map { UInt8(bitPattern: $0) }
  }
}
