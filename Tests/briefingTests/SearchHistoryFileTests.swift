import Foundation
import Testing

@testable import briefing

/// The searches that are kept from run to run.
@Suite struct SearchHistoryFileTests {
  /// A state folder that is there as long as its owner.
  private final class Home {
    let path = NSTemporaryDirectory() + "briefing-test-\(UUID().uuidString.prefix(12))"
    var folder: String { path + "/state/briefing" }
    var file: SearchHistoryFile { SearchHistoryFile(in: StateFolder(stateHome: path + "/state")) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: Data) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try bytes.write(to: URL(fileURLWithPath: folder + "/searches"))
    }

    func read() throws -> String { try String(contentsOfFile: folder + "/searches", encoding: .utf8) }

    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
    }
  }

  @Test(
    arguments: [
      ("/s", "/h", "/s/briefing"), (nil, "/h", "/h/.local/state/briefing"),
      ("s", "/h", "/h/.local/state/briefing"), ("./s", nil, nil), (nil, nil, nil), ("/s", nil, "/s/briefing"),
      (nil, "h", nil), ("s", "./h", nil),
    ] as [(String?, String?, String?)])
  func theFolderIsWhereTheSpecificationSays(stateHome: String?, home: String?, folder: String?) {
    #expect(StateFolder(stateHome: stateHome, home: home)?.path == folder)
  }

  @Test func theNewestComesFirstAndNothingTwice() throws {
    let home = Home()
    #expect(home.file.texts() == [])
    for text in ["missile", " ankara ", "tag:nato F-35", "missile"] { home.file.remember(text) }
    #expect(home.file.texts() == ["missile", "tag:nato F-35", "ankara"])
    #expect(try home.read() == "ankara\ntag:nato F-35\nmissile\n")
  }

  @Test func theyAreForTheirOwnerAlone() throws {
    let home = Home()
    home.file.remember("missile")
    #expect(try home.mode(home.path + "/state") == 0o700)
    #expect(try home.mode(home.folder) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: home.folder) {
      #expect(try home.mode(home.folder + "/" + name) == 0o600, "\(name)")
    }
  }

  @Test func aHundredAreKept() throws {
    let home = Home()
    try home.write(Data((0..<150).map { "search \($0)\n" }.joined().utf8))
    #expect(home.file.texts().count == 100)
    home.file.remember("one more")
    #expect(home.file.texts().first == "one more")
    #expect(try home.read().split(separator: "\n").count == 100)
    #expect(try home.read().hasPrefix("search 51\n"))
  }

  /// Programs that search at the same time.
  @Test func nobodyOverwritesWhatAnotherWrote() {
    let home = Home()
    let file = home.file
    DispatchQueue.concurrentPerform(iterations: 40) { file.remember("search \($0)") }
    #expect(Set(home.file.texts()) == Set((0..<40).map { "search \($0)" }))
  }

  @Test func whatIsNoSearchIsLeftOut() throws {
    let home = Home()
    let lines: [[UInt8]] = [
      Array("first".utf8), [0xFF, 0xFE, 0x61], [0xC3], Array("nul\0".utf8), Array("\u{1b}[2J".utf8),
      Array("\u{9b}31m".utf8), Array("tab\there".utf8), Array("carriage\r".utf8), [], Array("   ".utf8),
      Array(String(repeating: "x", count: 2000).utf8), Array("Erdoğan 日本".utf8),
    ]
    try home.write(Data(lines.joined(separator: [0x0A])))
    #expect(home.file.texts() == ["Erdoğan 日本", "first"])
    home.file.remember("\u{1b}]0;x\u{7}")
    home.file.remember(String(repeating: "y", count: 2000))
    #expect(home.file.texts() == ["Erdoğan 日本", "first"])
  }

  @Test func ofAFileThatIsFarTooLargeTheEndCounts() throws {
    let home = Home()
    var text = Data(repeating: UInt8(ascii: "z"), count: 3_000_000)
    text += Data((0..<90_000).map { "search \($0)\n" }.joined().utf8)
    try home.write(text)
    #expect(home.file.texts().count == 100)
    #expect(home.file.texts().first == "search 89999")
    try home.write(Data(repeating: 0, count: 3_000_000))
    #expect(home.file.texts() == [])
    home.file.remember("missile")
    #expect(try home.read() == "missile\n")
  }

  @Test func whatCannotBeReadIsNotReplaced() throws {
    let home = Home()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/searches/within", withIntermediateDirectories: true)
    home.file.remember("missile")
    #expect(home.file.texts() == [])
    #expect(FileManager.default.fileExists(atPath: home.folder + "/searches/within"))
    try FileManager.default.removeItem(atPath: home.folder + "/searches")
    #expect(mkfifo(home.folder + "/searches", 0o600) == 0)
    home.file.remember("missile")
    #expect(home.file.texts() == [])
    #expect(try home.mode(home.folder + "/searches") == 0o600)
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/searches.new"))
  }

  @Test(arguments: ["searches", "searches.lock"]) func aLinkIsNotFollowed(name: String) throws {
    let home = Home()
    home.file.remember("missile")
    let other = home.path + "/precious"
    try Data("precious\n".utf8).write(to: URL(fileURLWithPath: other))
    try FileManager.default.removeItem(atPath: home.folder + "/" + name)
    try FileManager.default.createSymbolicLink(
      atPath: home.folder + "/" + name, withDestinationPath: name == "searches" ? other : other + ".made")
    home.file.remember("ankara")
    #expect(!home.file.texts().contains("precious") && !home.file.texts().contains("ankara"))
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious\n")
    #expect(!FileManager.default.fileExists(atPath: other + ".made"))
  }

  @Test func aFolderThatOthersMayWriteToIsMadePrivate() throws {
    let home = Home()
    home.file.remember("missile")
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: home.folder)
    home.file.remember("ankara")
    #expect(try home.mode(home.folder) == 0o700)
  }

  @Test func whereNothingCanBeWrittenThereIsNoHistory() throws {
    let home = Home()
    try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
    try Data("A file where a folder should be.".utf8).write(to: URL(fileURLWithPath: home.path + "/state"))
    home.file.remember("missile")
    #expect(home.file.texts() == [])
    let nowhere = SearchHistoryFile(in: nil)
    nowhere.remember("missile")
    #expect(nowhere.texts() == [])
    let forbidden = SearchHistoryFile(in: StateFolder(stateHome: "/proc/nowhere"))
    forbidden.remember("missile")
    #expect(forbidden.texts() == [])
  }
}
