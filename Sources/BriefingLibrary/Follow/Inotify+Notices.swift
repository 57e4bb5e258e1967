import Glibc

extension Inotify {
  /// What a notice says, with the difference between a file that was made and one that was closed.
  struct Notice: Equatable {
    /// The folder; -1 where there were more notices than the system keeps.
    var watch: Watch
    /// The name in it; empty for the folder itself.
    var name: [UInt8]
    /// What it says of the name.
    var kind: FileRest.Notice
  }

  /// The notices that have come; nothing where none has.
  func readNotices() -> [Notice] {
    var notices: [Notice] = []
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return }
      var rest = UnsafeRawBufferPointer(buffer)[..<count]
      let header = MemoryLayout<inotify_event>.size
      while rest.count >= header {
        let event = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: inotify_event.self)
        let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
        rest = rest.dropFirst(header + Int(event.len))
        func has(_ flag: Int32) -> Bool { event.mask & UInt32(bitPattern: flag) != 0 }
        let kind: FileRest.Notice =
          has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) ? .written : has(IN_CREATE) ? .begun : .touched
        notices.append(Notice(watch: event.wd, name: Array(name), kind: kind))
      }
    }
    return notices
  }
}
