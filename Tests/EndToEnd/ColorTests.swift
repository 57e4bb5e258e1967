import Foundation
import Testing

extension EndToEnd {
  /// Colours of red, green and blue, on terminals that have them.
  @Suite struct ColorTests {
    /// The terminal of these tests with such colours, for not every system's database has it.
    private static let entry = #"""
      tmux-direct|tmux with the colours of red green and blue,
      	RGB, colors#0x1000000, pairs#0x10000,
      	setab=\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      	use=tmux-256color,

      """#

    /// A program that was started with some variables, and shows a briefing.
    private func session(_ variables: String) async throws -> TerminalSession {
      let folder = try SampleLibrary.folder()
      try folder.write(Self.entry, to: "direct.ti")
      try folder.write("theme = \"night\"\n", to: "config/briefing/config.toml")
      let session = try await TerminalSession(
        columns: 80, rows: 20,
        environment: ["XDG_CONFIG_HOME": "\(folder.path)/config", "TERMINFO": "\(folder.path)/terminfo"],
        folder: folder)
      try session.run("tic -x -o terminfo direct.ti; \(variables) briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      return session
    }

    /// Those of the theme's text and ground, as the terminal has understood them.
    @Test(arguments: ["TERM=tmux-direct", "COLORTERM=truecolor", "COLORTERM=24bit"])
    func `they arrive as they are, where the terminal has them`(variables: String) async throws {
      let screen = try await session(variables).styledScreen()
      #expect(screen.contains("48;2;22;32;47"), "\(screen.debugDescription)")
      #expect(screen.contains("38;2;200;211;230"), "\(screen.debugDescription)")
    }

    @Test(arguments: ["COLORTERM=no", "TERM=xterm-256color"])
    func `else the nearest of the palette are taken`(variables: String) async throws {
      let screen = try await session(variables).styledScreen()
      #expect(!screen.contains(";2;22;32;47"))
      #expect(screen.contains("48;5;"), "\(screen.debugDescription)")
    }

    /// The theme of the configuration is not among them.
    @Test func `with eight colours only the themes are tried that they can show`() async throws {
      let session = try await session("TERM=linux")
      for name in ["mono, 2 of 2", "default, 1 of 2", "mono, 2 of 2"] {
        try session.press("t")
        try await session.wait(for: "Theme \(name)")
      }
    }
  }
}
