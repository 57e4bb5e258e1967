/// The stored form: printable ASCII without spaces and quotes, at most ``Anchor/longestText`` bytes.
///
///     a1;s;/path/of/slugs;0;12:0a…;34:1b…;fingerprint;before,after;offset,skip,byte,depth;quote|quote
///
/// Numbers of the text are decimal, hashes are hexadecimal; of strings, everything but letters, digits and `-` is
/// percent-encoded.
extension Anchor {
  /// Bytes that a stored anchor has at most; longer ones are refused.
  public static let longestText = 8192

  /// The stored form.
  public var text: String {
    var fields = ["a1"]
    switch region {
    case .frontMatter(let part): fields += ["f", part.rawValue, "", "", ""]
    case .section(let section, let isShared):
      let stored = section.stored
      fields += [
        "s", stored.path.map { "/" + Self.encode($0) }.joined(), isShared ? "1" : "0",
        Self.encode(stored.words), Self.encode(stored.pairs),
      ]
    case .footnote(let label): fields += ["n", Self.encode(label), "", "", ""]
    }
    fields.append(String(textFingerprint, radix: 16))
    fields.append(neighbours.map { String($0, radix: 16) }.joined(separator: ","))
    fields.append("\(offset),\(skip),\(byteOffset),\(depth)")
    fields.append("\(Self.encode(quote.before))|\(Self.encode(quote.after))")
    return fields.joined(separator: ";")
  }

  /// Reads the stored form; nil where it is damaged or of a version that is not known.
  public init?(text: some StringProtocol) {
    guard text.utf8.count <= Self.longestText, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
    let fields = text.split(separator: ";", omittingEmptySubsequences: false).map { Substring($0) }
    guard fields.count == 10, fields[0] == "a1", let region = Self.region(fields[1...5]),
      let fingerprint = Self.hash(fields[6])
    else { return nil }
    let neighbours = fields[7].split(separator: ",").compactMap(Self.hash)
    let numbers = fields[8].split(separator: ",").compactMap(Self.number)
    let quotes = fields[9].split(separator: "|", omittingEmptySubsequences: false)
    guard neighbours.count == 2, fields[7].count(of: ",") == 1, numbers.count == 4,
      fields[8].count(of: ",") == 3,
      numbers[3] <= Self.wholeDepth, quotes.count == 2,
      let before = Self.decode(quotes[0]), before.utf8.count <= Quote.longestBefore,
      let after = Self.decode(quotes[1]), after.utf8.count <= Quote.longestAfter
    else { return nil }
    self.init(
      region: region, textFingerprint: fingerprint, neighbours: neighbours,
      quote: Quote(before: before, after: after), offset: numbers[0], skip: numbers[1],
      byteOffset: numbers[2],
      depth: numbers[3])
  }

  private static func region(_ fields: ArraySlice<Substring>) -> Region? {
    let fields = Array(fields)
    let isBare = fields[2...].allSatisfy(\.isEmpty)
    switch fields[0] {
    case "f": return isBare ? FrontMatterPart(rawValue: String(fields[1])).map { .frontMatter($0) } : nil
    case "n": return isBare ? decode(fields[1]).map { .footnote(label: $0) } : nil
    case "s":
      var path: [String] = []
      let slugs = fields[1].split(separator: "/", omittingEmptySubsequences: false)
      guard slugs[0].isEmpty else { return nil }
      for slug in slugs.dropFirst() {
        guard let slug = decode(slug), path.count < 6 else { return nil }
        path.append(slug)
      }
      guard fields[2] == "0" || fields[2] == "1", let words = sketch(fields[3]), let pairs = sketch(fields[4])
      else { return nil }
      return .section(SectionIdentity(path: path, words: words, pairs: pairs), isShared: fields[2] == "1")
    default: return nil
    }
  }

  // MARK: Parts

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
  }

  private static func hash(_ text: Substring) -> UInt64? {
    text.utf8.first.map { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") } == true
      ? UInt64(text, radix: 16) : nil
  }

  private static func encode(_ sketch: WordSketch) -> String {
    "\(sketch.count):"
      + sketch.hashes.map { hash in
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }.joined()
  }

  private static func sketch(_ text: Substring) -> WordSketch? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let count = number(parts[0]), parts[1].utf8.count % 8 == 0
    else { return nil }
    var hashes: [UInt32] = []
    var rest = parts[1]
    while !rest.isEmpty {
      guard let hash = hash(rest.prefix(8)) else { return nil }
      hashes.append(UInt32(truncatingIfNeeded: hash))
      rest = rest.dropFirst(8)
    }
    return hashes.count <= WordSketch.storedLimit ? WordSketch(count: count, hashes: hashes) : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    let digits = Array("0123456789abcdef".utf8)
    for byte in text.utf8 {
      if isPlain(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func decode(_ text: Substring) -> String? {
    var decoded: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if isPlain(byte) {
        decoded.append(byte)
        continue
      }
      let code = rest.prefix(2)
      guard byte == UInt8(ascii: "%"), code.count == 2,
        let value = hash(Substring(code)), value < 256
      else { return nil }
      decoded.append(UInt8(value))
      rest = rest.dropFirst(2)
    }
    return String(validating: decoded, as: UTF8.self)
  }
}

extension Substring {
  fileprivate func count(of character: Character) -> Int { self.filter { $0 == character }.count }
}
