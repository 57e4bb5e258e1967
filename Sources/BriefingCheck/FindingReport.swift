import BriefingCore

/// What was found in several files, as text for people and editors, as JSON, and as SARIF for code hosts.
public struct FindingReport: Sendable {
  /// The files in which something was found, in order.
  public private(set) var files: [(path: String, findings: [Finding])] = []

  /// Starts empty.
  public init() {}

  /// Adds what was found in a file, where it is something.
  public mutating func add(_ findings: [Finding], in path: String) {
    if !findings.isEmpty { files.append((path, findings)) }
  }

  /// How many findings there are.
  public var count: Int { files.reduce(0) { $0 + $1.findings.count } }

  /// A line for each: `file:line:column: severity: message [rule]`.
  public var lines: [String] {
    files.flatMap { file in
      file.findings.map { finding in
        let position = "\(finding.position.line):\(finding.position.column)"
        return
          "\(file.path):\(position): \(finding.rule.severity.rawValue): \(finding.message) [\(finding.rule.rawValue)]"
      }
    }
  }

  /// An array of objects with `path` `line` `column` `severity` `rule` `message`.
  public var json: String {
    var json = JSONWriter()
    json.array { json in
      for (path, findings) in files {
        for finding in findings {
          json.object { json in
            json.write("path", path)
            json.write("line", finding.position.line)
            json.write("column", finding.position.column)
            json.write("severity", finding.rule.severity.rawValue)
            json.write("rule", finding.rule.rawValue)
            json.write("message", finding.message)
          }
        }
      }
    }
    return json.text
  }

  /// A log in the Static Analysis Results Interchange Format, version 2.1.0.
  ///
  /// - Parameter version: The program's.
  public func sarif(version: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.write("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.write("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { Self.writeDriver(&$0, version) }
          }
          json.write("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            for (path, findings) in files {
              for finding in findings { json.object { Self.write(finding, in: path, &$0) } }
            }
          }
        }
      }
    }
    return json.text
  }

  private static func writeDriver(_ json: inout JSONWriter, _ version: String) {
    json.write("name", "briefing")
    json.write("version", version)
    json.key("rules")
    json.array { json in
      for rule in CheckRule.allCases {
        json.object { json in
          json.write("id", rule.rawValue)
          json.key("shortDescription")
          json.object { $0.write("text", rule.summary) }
        }
      }
    }
  }

  private static func write(_ finding: Finding, in path: String, _ json: inout JSONWriter) {
    json.write("ruleId", finding.rule.rawValue)
    json.write("level", finding.rule.severity.rawValue)
    json.key("message")
    json.object { $0.write("text", finding.message) }
    json.key("locations")
    json.array { json in
      json.object { json in
        json.key("physicalLocation")
        json.object { json in
          json.key("artifactLocation")
          json.object { $0.write("uri", percentEncoded(path)) }
          json.key("region")
          json.object { json in
            json.write("startLine", finding.position.line)
            json.write("startColumn", finding.position.column)
          }
        }
      }
    }
  }

  /// A path as a URI reference has it (RFC 3986, section 3.3): what is not unreserved is written by its bytes. A first part
  /// with a colon would be a scheme.
  private static func percentEncoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func write(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }
}
