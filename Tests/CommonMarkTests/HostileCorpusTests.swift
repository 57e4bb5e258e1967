import CommonMarkSamples
import Testing

/// What is found in a corpus has to be found in it again.
@Suite struct HostileCorpusTests {
  private func bytes(_ file: HostileFile) -> [UInt8] {
    switch file.content {
    case .file(let make): make()
    case .unreadable(let bytes): bytes
    case .link(let target): Array(target.utf8)
    case .pipe, .folder: []
    }
  }

  @Test func itIsTheSameForASeedAndHasAllKindsOfEntries() {
    let files = HostileCorpus(seed: 7, byteCount: 2000).files
    let again = HostileCorpus(seed: 7, byteCount: 2000).files
    #expect(files.map(\.name) == again.map(\.name) && files.map(bytes) == again.map(bytes))
    #expect(files.map(bytes) != HostileCorpus(seed: 8, byteCount: 2000).files.map(bytes))
    #expect(files.contains { String(validating: $0.name, as: UTF8.self) == nil })
    #expect(files.contains { $0.name.contains(0x1B) } && files.contains { $0.name.contains(0x0A) })
  }

  @Test func namesCanBeMadeAndDiffer() {
    let names = HostileCorpus(byteCount: 100).files.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect((1...255).contains(name.count) && !name.contains(0) && !name.contains(UInt8(ascii: "/")))
    }
  }

  @Test func theSizeIsKept() {
    for file in HostileCorpus(byteCount: 10_000).files {
      #expect(bytes(file).count < 60_000, "\(file.subject)")
    }
  }
}
