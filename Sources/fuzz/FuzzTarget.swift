/// Something that is given inputs.
protocol FuzzTarget: Sendable {
  /// How the command line calls it.
  static var name: String { get }
  /// What inputs start from.
  static var seeds: [[UInt8]] { get }
  /// What inputs are made of.
  static var tokens: [String] { get }
  /// Does what is done with one input, and checks what must hold of it.
  static func test(_ bytes: [UInt8])
}
