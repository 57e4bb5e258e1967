import BriefingFiles

/// The bytes of a file as they are decoded: what its byte-order mark or its declaration says may be a lie.
enum TextTarget: FuzzTarget {
  static let name = "text"

  static func test(_ bytes: [UInt8]) {
    var scan = TextScan()
    guard bytes.withUnsafeBytes({ scan.accept($0) }) else { return }
    let text = DecodedText(bytes, scan.kind)
    expect(text.bytes.count <= 8 * bytes.count + 8, "\(text.bytes.count) bytes of \(bytes.count)")
    if let problem = text.problem {
      expect(!problem.isEmpty && problem.utf8.allSatisfy { $0 >= 0x20 }, "\(problem.debugDescription)")
    } else if !text.isBinary {
      expect(String(validating: text.bytes, as: UTF8.self) != nil, "no problem, but not UTF-8")
    }
  }

  static let seeds: [[UInt8]] =
    [
      "plain", "---\nencoding: latin1\n---\n", "<!-- -*- coding: windows-1252 -*- -->\n",
      "<meta charset=\"shift_jis\">\n", "---\ncharset: utf-16\n---\n",
    ].map { Array($0.utf8) + [0xE9, 0x20, 0x80, 0x81] }
    + [
      [0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x3D, 0xD8, 0, 0xDE], [0xFE, 0xFF, 0, 0x41, 0, 0x0A, 0xD8, 0],
      [0xFF, 0xFE, 0x61, 0x62, 0x63], [0xEF, 0xBB, 0xBF, 0x61], [0x80, 0x81, 0xFE, 0xFF, 0],
    ]

  static let tokens = [
    "charset=", "encoding: ", "coding: ", "utf-16", "utf-7", "iso-2022-jp", "gb18030", "koi8-r", "\0",
    "\u{FEFF}", "---\n", "\r\n",
  ]
}
