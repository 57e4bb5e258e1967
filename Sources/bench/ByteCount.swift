import ArgumentParser

/// A number of bytes as people write it: `300`, `64kB`, `20MB`.
struct ByteCount: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    let units = [("MB", 1_000_000), ("kB", 1000), ("", 1)]
    guard let unit = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(argument.dropLast(unit.0.count)), number >= 0, number <= 1000
    else {
      guard let number = Int(argument), number >= 0 else { return nil }
      value = number
      return
    }
    value = number * unit.1
  }
}
