/// Writes one JSON document with its keys in the order in which they come.
///
/// Foundation's encoder keeps no order, and the order is part of what the documents promise. What cannot be seen is
/// written as `\u001b`, though JSON would let most of it pass, for what is printed may reach a terminal and a person:
/// see `Unicode.Scalar.isInvisible`. A reader of JSON gets the same text, emoji with their joiners included.
public struct JSONWriter {
  private var bytes: [UInt8] = []
  /// The open arrays and objects.
  private var open: [Container] = []
  private var isBehindKey = false
  /// Elements of containers that are nested less deeply than this stand on lines of their own.
  private let lineDepth: Int

  private struct Container {
    var isObject: Bool
    var hasElements = false
  }

  /// Makes a writer.
  ///
  /// - Parameter lineDepth: how many levels, from the outermost on, have each element on a line of its own.
  public init(lineDepth: Int = 1) { self.lineDepth = lineDepth }

  /// What was written since the start or the last ``takeText()``; ends with LF once the outermost value is closed.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many bytes ``text`` has.
  public var byteCount: Int { bytes.count }

  /// Hands over what was written so far, so that a large document never has to be in memory as a whole.
  public mutating func takeText() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return text
  }

  // MARK: Containers

  /// Starts an array; ``close()`` ends it.
  public mutating func openArray() { start(Container(isObject: false)) }

  /// Starts an object, in which keys and values come by turns; ``close()`` ends it.
  public mutating func openObject() { start(Container(isObject: true)) }

  /// Ends the innermost array or object.
  public mutating func close() {
    guard let container = open.popLast() else { return }
    if open.count < lineDepth, container.hasElements { append("\n") }
    append(container.isObject ? "}" : "]")
    finish()
  }

  /// Writes an array; `elements` writes its elements.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    openArray()
    elements(&self)
    close()
  }

  /// Writes an object; `members` writes keys and values by turns.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    openObject()
    members(&self)
    close()
  }

  // MARK: Values

  /// Writes a key; its value comes next.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    append(":")
    isBehindKey = true
  }

  /// Writes a string, or null.
  public mutating func string(_ value: String?) {
    guard let value else { return literal("null") }
    separate()
    quote(value)
    finish()
  }

  /// Writes a whole number, or null.
  public mutating func number(_ value: Int?) { literal(value.map(String.init) ?? "null") }

  /// Writes a number with three decimals, as an element or as a key's value.
  public mutating func decimal(_ value: Double) {
    guard value.isFinite, abs(value) < 1e15 else { return literal("null") }
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(abs(thousandths) % 1000)
    literal(
      "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000)."
        + String(repeating: "0", count: 3 - fraction.count) + fraction)
  }

  /// Writes true or false, or null.
  public mutating func bool(_ value: Bool?) { literal(value.map { $0 ? "true" : "false" } ?? "null") }

  // MARK: Text

  private mutating func start(_ container: Container) {
    separate()
    append(container.isObject ? "{" : "[")
    open.append(container)
  }

  private mutating func literal(_ value: String) {
    separate()
    append(value)
    finish()
  }

  /// The comma or line ending before an element.
  private mutating func separate() {
    guard !isBehindKey, let container = open.last else {
      isBehindKey = false
      return
    }
    if container.hasElements { append(",") }
    if open.count <= lineDepth { append("\n") }
    open[open.count - 1].hasElements = true
  }

  private mutating func finish() {
    if open.isEmpty { append("\n") }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ value: String) {
    append("\"")
    defer { append("\"") }
    // As most texts are.
    if value.utf8.allSatisfy({ 0x20...0x7E ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      return append(value)
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.isInvisible:
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      default: append(String(scalar))
      }
    }
  }
}
