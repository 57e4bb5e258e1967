import BriefingReader

/// Every key that the program has by itself, as a table of keys has it.
enum KeyTable {
  /// A line for each key, in the order of the commands.
  static var lines: [String] {
    var commands: [(keys: String, names: [String])] = []
    var places: [String: Int] = [:]
    for entry in CommandTable.entries {
      for keys in keys(of: entry) {
        if let place = places[keys] {
          commands[place].names.append(entry.name)
        } else {
          places[keys] = commands.count
          commands.append((keys, [entry.name]))
        }
      }
    }
    return commands.map { keys, names in
      let names = names.map(TOMLText.string)
      return
        "\(TOMLText.string(keys)) = \(names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]")"
    }
  }

  /// The keys of a row as they are written; those that give their command an argument are a range.
  private static func keys(of entry: CommandEntry) -> [String] {
    let keys = entry.bindings.map { $0.keys.keys.map(\.plainName).joined(separator: " ") }
    guard entry.commands.count > 1, let first = keys.first, let last = keys.last?.last else { return keys }
    return ["\(first)..\(last)"]
  }
}

extension Key {
  /// The written form in ASCII.
  fileprivate var plainName: String {
    var name = description
    for (sign, word) in [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")] {
      if name.hasSuffix(sign) { name = name.dropLast() + word }
    }
    return name
  }
}
