/// What a file is about, and its bytes.
typealias HostileText = (name: String, make: @Sendable () -> [UInt8])

/// A folder of files that do harm to a careless reader, about one of each kind: the same for the same seed and size.
public struct HostileCorpus: Sendable {
  /// Its entries; each depends on the seed, the size and its own place in the corpus.
  public let files: [HostileFile]

  /// The corpus of a seed, with large files of about `byteCount` bytes each.
  public init(seed: UInt64 = 1, byteCount: Int) {
    var files = Self.texts("danger", HostileEscape.all.map { ($0.name, $0.everywhere) })
    files += Self.texts("matter", HostileFrontMatter.all(byteCount))
    files += Self.texts("flood", HostileFlood.all(byteCount, seed: seed))
    files += Self.texts(
      "shape", HostileSample.all.map { sample in (sample.name, { sample.bytes(byteCount) }) })
    let tokens = (0..<40).map { TokenSample(seed: seed &* 1000 &+ UInt64($0)) }
    files += Self.texts("token", tokens.map { sample in (sample.name, { sample.bytes(byteCount) }) })
    self.files = files + HostileName.all
  }

  private static func texts(
    _ group: String, _ texts: [HostileText]
  ) -> [HostileFile] {
    texts.enumerated().map { number, text in
      let digits = String(number)
      let name = "\(group)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).md"
      return HostileFile(name: Array(name.utf8), subject: text.name, .file(text.make))
    }
  }
}
