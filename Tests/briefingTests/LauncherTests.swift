import Testing

@testable import briefing

/// Which program an address is handed to, and whether it gets the terminal.
@Suite struct LauncherTests {
  @Test(
    arguments: [
      (nil, ["xdg-open", "https://x/"]),
      ("", ["xdg-open", "https://x/"]),
      ("firefox", ["firefox", "https://x/"]),
      ("firefox:w3m", ["firefox", "https://x/"]),
      ("firefox --new-tab", ["firefox", "--new-tab", "https://x/"]),
      ("open %s --fresh", ["open", "https://x/", "--fresh"]),
      // The address is never the program.
      ("%s", ["xdg-open", "https://x/"]),
      ("sh -c 'rm %s'", ["sh", "-c", "'rm", "%s'", "https://x/"]),
    ] as [(String?, [String])])
  func theAddressIsOneArgument(browser: String?, words: [String]) {
    #expect(Launcher.program(for: "https://x/", browser: browser, hasDisplay: true).words == words)
  }

  @Test(
    arguments: [
      ("w3m", true, true), ("/usr/bin/lynx -nopause", true, true), ("links2:firefox", false, true),
      ("firefox", true, false), ("firefox", false, false), ("w3m-wrapper", true, false),
      (nil, true, false), (nil, false, true),
    ] as [(String?, Bool, Bool)])
  func aBrowserOfTheTerminalGetsIt(browser: String?, hasDisplay: Bool, expected: Bool) {
    let program = Launcher.program(for: "https://x/", browser: browser, hasDisplay: hasDisplay)
    #expect(program.needsTerminal == expected)
  }

  @Test func aProgramThatIsNotThereIsSaid() {
    let program = Launcher.program(for: "https://x/", browser: "no-such-browser", hasDisplay: true)
    #expect(Launcher.run(program)?.hasPrefix("no-such-browser was not found") == true)
    #expect(
      Launcher.run(Launcher.program(for: "x", browser: "false", hasDisplay: true))?.contains("status 1")
        == true)
    #expect(Launcher.run(Launcher.program(for: "x", browser: "true", hasDisplay: true)) == nil)
  }
}
