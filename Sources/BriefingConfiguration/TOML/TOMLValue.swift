/// A value of TOML, as far as a configuration has a use for it.
struct TOMLValue: Hashable, Sendable {
  /// What it is.
  var content: Content
  /// Where it starts.
  var position: SourcePosition

  enum Content: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    /// Of values that are no lists themselves.
    case list([TOMLValue])
    /// A date, a decimal number, a list of lists: as it is written, or what it is.
    case other(String)
  }

  /// As a message names it.
  var shown: String {
    switch content {
    case .string(let text): "“\(text)”"
    case .integer(let number): "\(number)"
    case .boolean(let truth): "\(truth)"
    case .list: "a list"
    case .other(let text): text
    }
  }
}

/// A key with its value. Keys of tables, inline ones too, have the names of their tables before them.
struct TOMLEntry: Hashable, Sendable {
  var path: [String]
  var position: SourcePosition
  var value: TOMLValue
}

/// The name of a table, as its header has it.
struct TOMLHeader: Hashable, Sendable {
  var path: [String]
  var position: SourcePosition
}

/// A text in TOML without its nesting.
struct TOMLDocument: Hashable, Sendable {
  /// In the order of the text; of one key only the first.
  var entries: [TOMLEntry] = []
  /// In the order of the text.
  var headers: [TOMLHeader] = []
  /// What is not TOML. Each costs its line, nothing more.
  var mistakes: [ConfigurationMistake] = []

  /// Reads a text.
  init(_ bytes: [UInt8]) {
    var reader = TOMLDocumentReader(bytes)
    reader.read()
    self = reader.document
  }

  init() {}
}
