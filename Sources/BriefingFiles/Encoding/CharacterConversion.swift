import Glibc

/// Text of another encoding as UTF-8, by the C library.
package enum CharacterConversion {
  /// All of a text; nil where the library does not know the encoding, or the text has what the encoding has not.
  ///
  /// - Parameter name: As `iconv -l` names it; letters, digits, `-` and `_` alone, so that nothing is asked of the library but
  ///   an encoding.
  package static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    let isName = name.utf8.allSatisfy {
      0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard isName, let conversion = iconv_open("UTF-8", name), conversion != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(conversion) }
    var input = bytes
    var converted: [UInt8] = []
    converted.reserveCapacity(bytes.count + bytes.count / 2)
    var room = [CChar](repeating: 0, count: 1 << 16)
    let isComplete = input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let (result, count, failure) = room.withUnsafeMutableBufferPointer { room in
          var output = room.baseAddress
          var free = room.count
          let result = iconv(conversion, &next, &left, &output, &free)
          return (result, room.count - free, errno)
        }
        converted += room[..<count].lazy.map { UInt8(bitPattern: $0) }
        // Otherwise there was too little room for what is left. What takes nothing and gives nothing would go on for ever.
        if result == -1, failure != E2BIG || count == 0 { return false }
      }
      return true
    }
    guard isComplete else { return nil }
    if converted.starts(with: [0xEF, 0xBB, 0xBF]) { converted.removeFirst(3) }
    return converted
  }
}
