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
      try folder.write(
        "[libraries]\nharbournews = \"\(folder.path)/library\"\n", to: ".config/briefing/config.toml")
      let session = try await TerminalSession(columns: 120, folder: folder)
      let script = "briefing --generate-completion-script \(shell.rawValue) > script.\(shell.rawValue)"
      try session.run(script)
      try await session.waitForShell()
      switch shell {
      case .bash: try session.run("source script.bash; echo loa''ded")
      case .zsh:
        try folder.write(
          """
          PS1='ready> '; fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D; echo loaded

          """, to: "zsh/.zshrc")
        try session.run("mkdir functions; cp script.zsh functions/_briefing; ZDOTDIR=$PWD/zsh exec zsh -d")
      case .fish:
        try folder.write(
          "function fish_prompt; echo -n 'ready> '; end; source script.fish; echo loaded\n", to: "setup.fish")
        try session.run("exec fish --no-config --private --init-command 'source setup.fish'")
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
        try session.press("C-u")
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
