import BriefingConfiguration
import BriefingReader
import BriefingTerminal
import Foundation
import TestFolders
import Testing

@testable import briefing

/// The programs and files that get what is handed on.
@Suite struct HandTests {
  @Test(
    arguments: [
      (nil, ["vi", "+12", "a.md"], true), ("", ["vi", "+12", "a.md"], true),
      ("nano -w", ["nano", "-w", "+12", "a.md"], true),
      ("/usr/bin/nvim", ["/usr/bin/nvim", "+12", "a.md"], true),
      ("emacsclient -t", ["emacsclient", "-t", "+12", "a.md"], true), ("hx", ["hx", "a.md:12"], true),
      ("code --wait", ["code", "--wait", "--goto", "a.md:12"], false), ("subl", ["subl", "a.md:12"], false),
      ("kate", ["kate", "--line", "12", "a.md"], false), ("gvim", ["gvim", "+12", "a.md"], false),
    ] as [(String?, [String], Bool)])
  func theEditorIsToldTheLine(editor: String?, words: [String], needsTerminal: Bool) {
    let program = Editor.program(for: EditRequest(path: "a.md", line: 12), editor: editor)
    #expect(program.words == words)
    #expect(program.needsTerminal == needsTerminal)
  }

  @Test(arguments: ["-c quit.md", "+q.md"]) func noNameIsAnOption(path: String) {
    #expect(
      Editor.program(for: EditRequest(path: path, line: 1), editor: "vi").words == ["vi", "+1", "./\(path)"])
  }

  @Test func anEditorThatIsNotThereIsSaid() {
    func outcome(_ editor: String) -> HandResult {
      var program = Editor.program(for: EditRequest(path: "a", line: 1), editor: editor)
      program.needsTerminal = false
      return Editor.run(program)
    }
    guard case .failed(let message) = outcome("no-such-editor") else {
      Issue.record("it is not there")
      return
    }
    #expect(message.hasPrefix("no-such-editor was not found: set $EDITOR"))
    #expect(outcome("true") == .edited)
    #expect(outcome("false") == .failed(message: "false has ended with status 1."))
  }

  @Test func aProgramCopies() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/copied"
    let script = folder.path + "/copy"
    try "#!/bin/sh\ncat > \(file)\n".write(toFile: script, atomically: true, encoding: .utf8)
    chmod(script, 0o755)
    let extract = Extract("text\u{1B}", label: "it")
    let clip = Clip(label: "it", Array("text".utf8 + [0x1B]))
    #expect(CopyJob.run(extract, program: script) { false } == .copied(clip, by: script))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "text")
    #expect(CopyJob.run(extract, program: nil) { false } == .clip(clip))
    let failed = CopyJob.run(extract, program: "cat /no/such/file") { false }
    guard case .failed(let message) = failed else {
      Issue.record("it cannot copy")
      return
    }
    #expect(message.hasPrefix("cat could not copy (status 1): cat: "))
  }

  @Test func aCommandIsRunByTheShell() throws {
    let request = PipeRequest(serial: 1, extract: Extract("b\na\n", label: "it"), command: "sort | head -1")
    let ran = PipeJob.run(request, isCancelled: { false })
    let output = try #require(ran)
    #expect(output.ending == "done")
    #expect(output.page?.text(of: 0).string.hasPrefix("a") == true)
    let failed = PipeRequest(serial: 1, extract: Extract("", label: "it"), command: "no-such-command")
    #expect(PipeJob.run(failed, isCancelled: { false })?.ending == "status 127")
    let slow = PipeRequest(serial: 1, extract: Extract("", label: "it"), command: "exec sleep 1000")
    #expect(PipeJob.run(slow, patience: .zero, isCancelled: { false })?.ending == "ended after 0 seconds")
  }

  @Test func aFileIsNeverWrittenOver() throws {
    let folder = try TemporaryFolder()
    let extract = Extract("text", label: "it")
    let path = folder.path + "/a"
    #expect(
      WriteJob.run(WriteRequest(extract: extract, path: "~/a"), home: folder.path)
        == .written(label: "it", path: path, byteCount: 4))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
    #expect(
      WriteJob.run(WriteRequest(extract: Extract("other", label: ""), path: path)) == .exists(path: path))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/nowhere")
    #expect(WriteJob.run(WriteRequest(extract: extract, path: link)) == .exists(path: link))
    #expect(WriteJob.run(WriteRequest(extract: extract, path: folder.path)) == .exists(path: folder.path))
    let lost = folder.path + "/no/folder"
    #expect(
      WriteJob.run(WriteRequest(extract: extract, path: lost))
        == .failed(message: "\(lost) cannot be written: No such file or directory."))
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color"], false), (["TERM": "xterm-kitty"], true), (["TERM": "foot-extra"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "6003"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "4800"], false),
      (["TERM": "tmux-256color", "VTE_VERSION": "6003"], false),
      (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"], true),
      (["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"], false),
      (["TERM": "screen-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "iTerm.app"], false),
      (["TERM": "linux"], false), ([:], false), (["TERM": "xterm-256color", "WT_SESSION": "1"], true),
    ] as [([String: String], Bool)])
  func linksAreToldToWhomKnowsThem(environment: [String: String], isTold: Bool) {
    #expect(ConfigurationValues.Hyperlinks.auto.holds { environment[$0] } == isTold)
    #expect(ConfigurationValues.Hyperlinks.on.holds { environment[$0] })
    #expect(!ConfigurationValues.Hyperlinks.off.holds { environment[$0] })
  }

  @Test func whereThereIsNoBrowserNothingIsOpened() throws {
    let folder = try TemporaryFolder()
    let environment = ["PATH": folder.path + ":/nowhere"]
    #expect(!Launcher.canOpen(browser: nil) { environment[$0] })
    #expect(Launcher.canOpen(browser: "w3m") { environment[$0] })
    #expect(Launcher.canOpen(browser: nil) { environment[$0] ?? ($0 == "DISPLAY" ? ":0" : nil) })
    try "#!/bin/sh\n".write(toFile: folder.path + "/lynx", atomically: true, encoding: .utf8)
    chmod(folder.path + "/lynx", 0o755)
    #expect(Launcher.canOpen(browser: nil) { environment[$0] })
  }
}
