/// Writes one JSON document with its keys in the order in which they come.
///
/// Foundation's encoder keeps no order, and the order is part of what the documents promise. Control characters
/// are written as `\u001b`, DEL and the C1 controls too though JSON would let them pass, for what is printed may
/// reach a terminal.
public struct JSONWriter {
  /// What was written so far; ends with LF once the outermost value is closed.
  public private(set) var text = ""
  /// The open arrays and objects: whether they have an element yet.
  private var open: [Bool] = []
  private var isBehindKey = false

  /// Makes a writer.
  public init() {}

  /// Writes an array; `elements` writes its elements.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) { container("[", "]", elements) }

  /// Writes an object; `members` writes keys and values by turns.
  public mutating func object(_ members: (inout JSONWriter) -> Void) { container("{", "}", members) }

  /// Writes a key; its value comes next.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    text += ":"
    isBehindKey = true
  }

  /// Writes a string, or null.
  public mutating func string(_ value: String?) {
    guard let value else { return literal("null") }
    separate()
    quote(value)
    finish()
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) { literal(String(value)) }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  private mutating func container(_ start: String, _ end: String, _ contents: (inout JSONWriter) -> Void) {
    separate()
    text += start
    open.append(false)
    contents(&self)
    let isFilled = open.removeLast()
    if open.isEmpty, isFilled { text += "\n" }
    text += end
    finish()
  }

  private mutating func literal(_ value: String) {
    separate()
    text += value
    finish()
  }

  /// The comma before an element; each element of the outermost value stands on a line of its own.
  private mutating func separate() {
    guard !isBehindKey, let isFilled = open.last else {
      isBehindKey = false
      return
    }
    if isFilled { text += "," }
    if open.count == 1 { text += "\n" }
    open[open.count - 1] = true
  }

  private mutating func finish() {
    if open.isEmpty { text += "\n" }
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
