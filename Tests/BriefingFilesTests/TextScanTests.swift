import Testing

@testable import BriefingFiles

/// What is text, by the bytes of its blocks.
@Suite struct TextScanTests {
  private func kind(_ blocks: [UInt8]...) -> TextScan.Kind {
    var scan = TextScan()
    for block in blocks {
      guard block.withUnsafeBytes({ scan.accept($0) }) else { break }
    }
    return scan.kind
  }

  private let text = Array(String(repeating: "Talks went on; words were said. ", count: 2048).utf8)

  @Test func textIsText() {
    #expect(kind([]) == .text)
    #expect(kind(text, text) == .text)
    // In whatever encoding of one byte a letter.
    #expect(kind((0..<TextScan.blockSize).map { UInt8(0x20 + $0 % 0xE0) }) == .text)
  }

  /// CommonMark says what a NUL in a text means.
  @Test func aFewNULsMakeNoBinary() {
    #expect(kind(Array(repeating: 0, count: 16)) == .text)
    var most = text
    for at in 0..<text.count / 512 { most[at] = 0 }
    #expect(kind(most) == .text)
    most[text.count / 512] = 0
    #expect(kind(most) == .binary)
  }

  @Test func nulsAndPicturesAndCompressedDataAreBinary() {
    #expect(kind(Array(repeating: 0, count: 17)) == .binary)
    #expect(kind(Array("\u{89}PNG".utf8) + Array(repeating: [0, 0, 1], count: 20).joined()) == .binary)
    var state: UInt32 = 1
    let noise = (0..<TextScan.blockSize).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    #expect(kind(noise) == .binary)
  }

  /// As a crash leaves a file.
  @Test func everyBlockCounts() {
    #expect(kind(text, Array(repeating: 0, count: TextScan.blockSize), text) == .binary)
  }

  @Test func aByteOrderMarkTellsUTF16() {
    #expect(kind([0xFF, 0xFE] + "news".utf16.flatMap { [UInt8($0), 0] }) == .utf16)
    #expect(kind([0xFE, 0xFF] + "news".utf16.flatMap { [0, UInt8($0)] }) == .utf16)
    #expect(kind([0xFF, 0xFE]) == .utf16)
    // UTF-32, and a mark where no file starts.
    #expect(
      kind([0xFF, 0xFE, 0, 0] + "a long line".unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] })
        == .binary)
    #expect(kind(text, [0xFF, 0xFE, 0x41, 0x00]) == .text)
    #expect(kind([0xEF, 0xBB, 0xBF] + text) == .text)
  }
}
