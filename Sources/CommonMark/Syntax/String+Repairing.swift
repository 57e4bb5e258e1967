extension String {
  /// Text of a document: bytes that are no UTF-8, and NUL, are shown as U+FFFD (section 2.3).
  init(repairing bytes: [UInt8]) {
    self.init(decoding: bytes, as: UTF8.self)
    if bytes.contains(0) { self = String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) }
  }
}
