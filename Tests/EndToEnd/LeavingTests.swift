import Foundation
import Testing

extension EndToEnd {
  /// Every way out gives the terminal back as it was.
  @Suite(.serialized) struct LeavingTests {
    /// The program in a terminal whose state before is known.
    private struct Visit {
      let session: TerminalSession
      let before: TerminalScreenshot
      let process: pid_t

      /// Starts the program after taking down what it has to restore.
      init() async throws {
        session = try await TerminalSession(folder: SampleLibrary.folder())
        try session.run("stty -a > before; echo earlier work")
        try await session.wait(for: "\nearlier work")
        before = try await session.waitForShell()
        try session.run(
          "sh -c 'echo $$ > pid; exec briefing library'; echo status $? > status; stty -a > after")
        try await session.wait(for: "Şehir içi trams")
        let text = session.folder.read("pid")?.trimmingCharacters(in: .newlines)
        process = try #require(text.flatMap(pid_t.init))
      }

      /// Everything that must be as it was, and the exit status.
      func check(status: String) async throws {
        let after = try await session.waitForShell()
        try await session.wait(for: "the shell's notes") { _ in session.folder.read("after")?.isEmpty == false
        }
        #expect(session.folder.read("after") == session.folder.read("before"))
        #expect(session.folder.read("status") == "status \(status)\n")
        #expect(after.text.contains("earlier work"))
        #expect(!after.text.contains("Harbour works"))
        #expect(after.state == before.state)
        // Pastes come without brackets again, and what is typed is echoed.
        try session.run("echo reading; cat -v")
        // Until the line is accepted, the brackets are the shell's own.
        try await session.wait(for: "\nreading")
        try session.paste("pasted\n")
        let echoed = try await session.wait(for: "the paste, echoed and printed") { screen in
          screen.lines.filter { $0.hasSuffix("pasted") }.count == 2
        }
        #expect(!echoed.text.contains("200~"))
      }
    }

    @Test func quit() async throws {
      let visit = try await Visit()
      try visit.session.press("q")
      try await visit.check(status: "0")
    }

    @Test func `control-C`() async throws {
      let visit = try await Visit()
      try visit.session.press("C-c")
      try await visit.check(status: "130")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
    func `a signal from outside, a crash among them`(signal: Int32) async throws {
      let visit = try await Visit()
      kill(visit.process, signal)
      try await visit.check(status: "\(128 + signal)")
    }

    @Test func `control-Z gives the terminal to the shell, and fg takes it again`() async throws {
      let visit = try await Visit()
      try visit.session.press("Enter")
      try await visit.session.wait(for: "The harbour is being rebuilt.")
      try visit.session.press("C-z")
      let stopped = try await visit.session.waitForShell()
      #expect(stopped.text.contains("Stopped"))
      #expect(stopped.state == visit.before.state)
      try visit.session.run("stty -a > stopped; echo still here")
      try await visit.session.wait(for: "\nstill here")
      #expect(visit.session.folder.read("stopped") == visit.session.folder.read("before"))

      // The window may have changed meanwhile.
      try visit.session.resize(columns: 100, rows: 30)
      try visit.session.run("fg")
      try await visit.session.wait(for: "the briefing, in the new size") { screen in
        screen.isAlternate && screen.text.contains("The harbour is being rebuilt.")
          && screen.lines.count >= 30
      }
      try visit.session.press("]")
      try await visit.session.wait(for: "the next section") { $0.firstTextLine().hasSuffix("Dredging") }
      try visit.session.press("Q")
      try await visit.session.waitForShell()
      try visit.session.run("stty -a > after")
      try await visit.session.wait(for: "the shell's notes") { _ in
        visit.session.folder.read("after")?.contains("rows 30") == true
      }
      let modes = { (text: String?) in text?.split(separator: "\n").dropFirst().joined() }
      #expect(modes(visit.session.folder.read("after")) == modes(visit.session.folder.read("before")))
    }

    @Test func `in the background it leaves the terminal alone`() async throws {
      let visit = try await Visit()
      try visit.session.press("C-z")
      try await visit.session.waitForShell()
      try visit.session.run("clear; bg; wait %1; echo over")
      let screen = try await visit.session.wait(for: "the line over") { $0.lines.contains("over") }
      #expect(!screen.isAlternate)
      #expect(!screen.text.contains("Harbour works"))
      try visit.session.run("fg")
      try await visit.session.wait(for: "the list") { $0.isAlternate && $0.text.contains("Harbour works") }
      try visit.session.press("q")
      try await visit.session.waitForShell()
    }

    @Test func `stopped, it can be ended without being continued`() async throws {
      let visit = try await Visit()
      try visit.session.press("C-z")
      try await visit.session.waitForShell()
      try visit.session.run("kill %1")
      #expect(try await visit.session.hasEnded(visit.process))
      try visit.session.run("clear; echo over")
      let screen = try await visit.session.wait(for: "the line over") { $0.lines.contains("over") }
      #expect(!screen.isAlternate)
    }

    @Test func `when the terminal is closed the process ends`() async throws {
      let visit = try await Visit()
      try visit.session.close()
      #expect(try await visit.session.hasEnded(visit.process))
    }

    @Test func `while nothing happens, nothing runs`() async throws {
      let visit = try await Visit()
      // How often it was woken, and what it has used of the processor.
      func work() -> String? {
        let status = try? String(contentsOfFile: "/proc/\(visit.process)/status", encoding: .utf8)
        let stat = try? String(contentsOfFile: "/proc/\(visit.process)/stat", encoding: .utf8)
        guard let status, let stat else { return nil }
        return status.split(separator: "\n").filter { $0.contains("ctxt_switches") }.joined()
          + stat.split(separator: " ")[13...14].joined(separator: " ")
      }
      let deadline = Date(timeIntervalSinceNow: 60)
      var isIdle = false
      repeat {
        let first = try #require(work())
        try await Task.sleep(for: .seconds(1))
        isIdle = work() == first
      } while !isIdle && Date() < deadline
      #expect(isIdle)
    }

    @Test func `a browser of the terminal gets it, stops with it, and gives it back`() async throws {
      let folder = try SampleLibrary.folder()
      try folder.write("See the [page](https://example.org/x).\n", to: "links.md")
      try folder.write(
        "#!/bin/sh\necho \"browsing $1\"\nread answer\necho \"read $answer\" > out\n", to: "w3m")
      let session = try await TerminalSession(environment: ["BROWSER": "./w3m"], folder: folder)
      try session.run("chmod +x w3m; briefing links.md")
      try await session.wait(for: "See the page.")
      try session.press("Enter")
      try await session.wait(for: "Open in another program?")
      try session.press("y")
      try await session.wait(for: "the browser's own screen") {
        !$0.isAlternate && $0.text.contains("browsing https://example.org/x")
      }
      try session.press("C-z")
      try await session.waitForShell()
      try session.run("fg")
      try await session.wait(for: "the job's line") { $0.text.contains("briefing links.md\n") }
      try session.type("an answer")
      try session.press("Enter")
      try await session.wait(for: "the briefing again") {
        $0.isAlternate && $0.text.contains("See the page.")
      }
      #expect(folder.read("out") == "read an answer\n")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `told to end while a browser has the terminal, it ends with the browser`(signal: Int32) async throws
    {
      let folder = try SampleLibrary.folder()
      try folder.write("See the [page](https://example.org/x).\n", to: "links.md")
      try folder.write("#!/bin/sh\necho $$ > browser\necho browsing\nexec sleep 1000\n", to: "w3m")
      let session = try await TerminalSession(environment: ["BROWSER": "./w3m"], folder: folder)
      try session.run("chmod +x w3m; sh -c 'echo $$ > pid; exec briefing links.md'; echo over")
      try await session.wait(for: "See the page.")
      try session.press("Enter")
      try await session.wait(for: "Open in another program?")
      try session.press("y")
      try await session.wait(for: "browsing")
      let process = { (name: String) in
        try #require(folder.read(name)?.trimmingCharacters(in: .newlines)).withCString { atoi($0) }
      }
      kill(try process("pid"), signal)
      #expect(try await session.hasEnded(process("pid")))
      #expect(try await session.hasEnded(process("browser")))
      try await session.wait(for: "\nover")
    }
  }
}
