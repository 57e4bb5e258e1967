import Testing

@testable import BriefingIndex

@Suite struct VariableIntegerTests {
  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 21, 1 << 28, UInt32.max - 1, UInt32.max])
  func comesBackAsItWasWritten(value: UInt32) {
    var bytes: [UInt8] = []
    VariableInteger.append(value, to: &bytes)
    #expect(bytes.count <= VariableInteger.longest)
    let written = [UInt8](unsafeUninitializedCapacity: VariableInteger.longest) { buffer, count in
      count = VariableInteger.write(value, to: buffer.baseAddress!)
    }
    #expect(written == bytes)
    bytes.withUnsafeBufferPointer { bytes in
      var reader = VariableIntegerReader(bytes)
      #expect(reader.next() == value && reader.isAtEnd && !reader.isOver)
    }
  }

  /// Each row of bytes: numbers that end within themselves, or never.
  @Test(arguments: [[], [0x80], [0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]] as [[UInt8]])
  func whatIsDamagedIsToldAndNeverReadBeyond(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = VariableIntegerReader(bytes)
      #expect(reader.next() == 0 && reader.isOver)
      #expect(reader.next() == 0 && reader.isOver)
    }
  }

  @Test func nothingIsPassedBeyondTheEnd() {
    ([1, 2, 3] as [UInt8]).withUnsafeBufferPointer { bytes in
      var reader = VariableIntegerReader(bytes)
      reader.skip(3)
      #expect(reader.isAtEnd && !reader.isOver)
      reader.skip(.max)
      #expect(reader.isOver)
    }
  }
}
