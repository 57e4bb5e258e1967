extension Int {
  /// As many bytes as people write them: `812 bytes`, `1.2 kB`, `75 kB`, `3.4 MB`.
  package var byteText: String {
    if self < 1000 { return self == 1 ? "1 byte" : "\(self) bytes" }
    let (unit, name) = self < 999_500 ? (1000, "kB") : (1_000_000, "MB")
    let tenths = (self * 10 + unit / 2) / unit
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\((self + unit / 2) / unit) \(name)"
  }
}
