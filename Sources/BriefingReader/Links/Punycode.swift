/// The ASCII form of a host's label (RFC 3492), in which no look-alike letter can hide.
enum Punycode {
  private static let base = 36
  private static let minimum = 1
  private static let maximum = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialCode = 128
  /// The longest label that DNS allows (RFC 1035); it bounds the work, too.
  private static let maximumLength = 63

  /// A label's punycode without the `xn--` before it; nil where the label is too long for a host.
  static func encode(_ label: String) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    guard scalars.count <= maximumLength else { return nil }
    var output = scalars.filter { $0 < initialCode }.map { UInt8($0) }
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var code = initialCode
    var delta = 0
    var bias = initialBias
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= code }).min() else { break }
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in scalars {
        if scalar < code { delta += 1 }
        guard scalar == code else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Section 6.3: a number in digits of variable weight.
  private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var weight = base
    while true {
      let threshold = min(max(weight - bias, minimum), maximum)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      weight += base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: Int) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
  }

  /// Section 6.1.
  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var steps = 0
    while delta > (base - minimum) * maximum / 2 {
      delta /= base - minimum
      steps += base
    }
    return steps + (base - minimum + 1) * delta / (delta + skew)
  }
}
