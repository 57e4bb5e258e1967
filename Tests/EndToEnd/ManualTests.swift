import Testing

/// The manual pages that `make install` writes, by the programs that set them.
@Suite struct ManualTests {
  @Test(arguments: ["1", "5"]) func manualIsWithoutFault(section: String) throws {
    let page = try CommandLineRun(["manual", "--section", section])
    #expect(page.status == 0)
    let lint = try Self.run("mandoc", ["-T", "lint"], on: page.output)
    // Pages that refer to pages that are not installed here are no fault.
    let faults = lint.split(separator: "\n").filter {
      !$0.contains("referenced manual not found") && !$0.contains("mandoc.db")
    }
    #expect(faults == [])
    #expect(try Self.run("groff", ["-mdoc", "-ww", "-z", "-Tutf8"], on: page.output) == "")
  }

  @Test func manualReadsAsAManual() throws {
    let page = try CommandLineRun(["manual"])
    let text = try Self.run("mandoc", ["-T", "utf8", "-O", "width=78"], on: page.output)
      // Bold and underlined characters are struck twice.
      .replacing(/.\x08/, with: "")
    #expect(text.contains("briefing – read Markdown briefings in the terminal"))
    #expect(text.contains("     briefing state import path\n"))
    #expect(text.contains("     ]       Go to the next section."))
  }

  @Test func otherSectionsAreRefused() throws {
    let run = try CommandLineRun(["manual", "--section", "3"])
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("briefing: the manual has the sections 1 and 5"))
  }

  /// What a program that sets manuals writes about a page, complaints and text alike.
  private static func run(_ program: String, _ arguments: [String], on page: String) throws -> String {
    let folder = TemporaryFolder()
    try folder.write(page, to: "page")
    let run = try Subprocess.run(
      [program] + arguments + ["\(folder.path)/page"],
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], folder: folder)
    return run.output + run.errors
  }
}
