import CYAML

/// The events of a YAML text in UTF-8, one after another.
///
/// What libyaml has in memory is an event and the tokens that it looks ahead, of which there are few: a key is on one line
/// and has 1,024 characters at most.
struct YAMLEvents: ~Copyable {
  // The parser refers to itself, so it stays at its address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>

  /// - Parameter bytes: The text; it has to stay where it is as long as this lives. Bytes that are not UTF-8 are a problem
  ///   when they are reached.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLProblem) {
    parser = .allocate(capacity: 1)
    self.bytes = bytes
    guard yaml_parser_initialize(parser) == 1 else {
      // It has freed what it had, and left nothing but zeros, which `deinit` may free again.
      throw YAMLProblem(text: "there is not enough memory", line: 1)
    }
    // Otherwise two bytes at the start of the text could make it UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; `streamEnd` is the last. Nothing may be asked for behind it, or behind a problem.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private func problem() -> YAMLProblem {
    let text = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    switch parser.pointee.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      return YAMLProblem(text: text, line: parser.pointee.problem_mark.line + 1)
    case YAML_READER_ERROR:
      // Of bytes that it cannot decode it says the offset alone.
      let before = bytes.prefix(parser.pointee.problem_offset)
      return YAMLProblem(text: text, line: 1 + before.count { $0 == 0x0A })
    default:
      return YAMLProblem(text: text, line: 1)
    }
  }
}

extension YAMLEvent {
  /// A copy of what libyaml reports.
  fileprivate init(_ event: yaml_event_t) {
    self.init(kind: .collectionEnd, line: event.start_mark.line + 1)
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      // By its length, for an escape can put a NUL into it.
      var bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)[...]
      // What was pasted together from files has byte order marks, which nobody sees and which would make a date none.
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      let text = String(decoding: bytes, as: UTF8.self)
      kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      setNode(scalar.tag, scalar.anchor, usualTag: YAML_STR_TAG)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      setNode(event.data.sequence_start.tag, event.data.sequence_start.anchor, usualTag: YAML_SEQ_TAG)
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      setNode(event.data.mapping_start.tag, event.data.mapping_start.anchor, usualTag: YAML_MAP_TAG)
    default: break
    }
  }

  private mutating func setNode(
    _ tag: UnsafePointer<UInt8>?, _ anchor: UnsafePointer<UInt8>?, usualTag: String
  ) {
    self.tag = Self.text(tag).flatMap { $0 == usualTag || $0 == "!" || $0.isEmpty ? nil : $0 }
    self.anchor = Self.text(anchor)
  }

  private static func text(_ string: UnsafePointer<UInt8>?) -> String? { string.map { String(cString: $0) } }
}
