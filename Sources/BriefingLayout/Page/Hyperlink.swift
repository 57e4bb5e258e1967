/// A link as a terminal follows it (OSC 8).
public struct Hyperlink: Hashable, Sendable {
  /// The address, in printable ASCII.
  public let address: String
  /// By which a terminal knows the lines of a wrapped link as one; in printable ASCII.
  public let identifier: String

  /// Bytes of an address at most: terminals leave out longer ones.
  package static let longestAddress = 2083

  /// Nil for an address that is too long for terminals, or that has other characters than printable ASCII.
  package init?(_ address: String, identifier: String) {
    guard address.utf8.count <= Self.longestAddress, address.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
      return nil
    }
    self.address = address
    self.identifier = identifier
  }

  /// The sequence that starts it.
  public var opening: String { "\u{1B}]8;id=\(identifier);\(address)\u{1B}\\" }

  /// The sequence that ends any.
  public static let closing = "\u{1B}]8;;\u{1B}\\"
}
