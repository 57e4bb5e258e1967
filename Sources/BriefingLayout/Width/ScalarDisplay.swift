import Algorithms

/// How a Unicode scalar is drawn.
enum ScalarDisplay: UInt8 {
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// Over the character before it.
  case combining
  /// Not at all: it only tells where lines may break or which shape a letter takes.
  case silent
  /// As a visible symbol, because it would act on the terminal, hide text, or be counted differently by
  /// different terminals.
  case marked

  /// Whether it takes no column.
  var isInvisible: Bool { self == .combining || self == .silent }

  /// Looks a scalar up.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: self = .narrow
    case 0x4E00..<0x9FFD: self = .wide
    default: self = ScalarDisplay.find(scalar)
    }
  }

  /// What holds from the last start on that is not after the scalar.
  private static func find(_ scalar: UInt32) -> ScalarDisplay {
    scalarDisplayTable.withUnsafeBufferPointer { table in
      let next = table.partitioningIndex { $0 >> 3 > scalar }
      return ScalarDisplay(rawValue: UInt8(table[max(0, next - 1)] & 7)) ?? .marked
    }
  }
}
