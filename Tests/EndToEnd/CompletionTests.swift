import Foundation
import Testing

extension EndToEnd {
  /// What the shells complete, each asked as a person does, by the Tab key.
  @Suite(.serialized) struct CompletionTests {
    enum Shell: String, CaseIterable {
      case bash, zsh, fish
    }

    /// A shell with the program's completions.
    private func session(_ shell: Shell) async throws -> TerminalSession {
      let folder = try SampleLibrary.folder()
      try folder.write("[libraries]\nharbournews = \"library\"\n", to: ".config/briefing/config.toml")
      let session = try await TerminalSession(columns: 120, folder: folder)
      let script = "briefing --generate-completion-script \(shell.rawValue) > script.\(shell.rawValue)"
      try session.run(script)
      try await session.waitForShell()
      switch shell {
      case .bash: try session.run("source script.bash && echo loaded")
      case .zsh:
        try session.run("mkdir -p z && cp script.zsh z/_briefing && exec zsh -f")
        try await session.wait(for: "% ")
        try session.run(
          "PS1='ready> '; fpath=($PWD/z $fpath); autoload -U compinit && compinit -u -D && echo loa''ded")
      case .fish:
        try session.run("exec fish --no-config --private")
        try await session.wait(for: "Welcome to fish")
        try session.run("source script.fish && echo loa''ded")
      }
      try await session.wait(for: "loaded")
      return session
    }

    @Test(arguments: Shell.allCases)
    func `sections, tags and libraries are completed`(shell: Shell) async throws {
      let session = try await session(shell)
      for (typed, expected) in [
        ("briefing show library/harbour.md --section dre", "--section dredging"),
        ("briefing list library --query tag:buil", "tag:building"),
        ("briefing search tag:po", "tag:port"),
        ("briefing --library harb", "--library harbournews"),
        // Without a subcommand too.
        ("briefing libra", "briefing library/"), ("briefing outl", "briefing outline"),
      ] {
        try session.press("C-c")
        if typed.contains("search") {
          try session.run("export BRIEFING_LIBRARY=library")
        }
        try session.type(typed)
        try session.press("Tab")
        try await session.wait(for: "\(expected) in \(shell.rawValue)") { $0.text.contains(expected) }
      }
    }
  }
}
