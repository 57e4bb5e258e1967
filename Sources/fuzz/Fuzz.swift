import BriefingCore
import BriefingLayout
import CommonMark
import CommonMarkSamples

/// Feeds inputs that libFuzzer makes up to everything that is done with a file's bytes.
@main
enum Fuzz {
  static func main() {
    Seeds.write()
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { testOneInput($0, $1) }
  }
}

/// libFuzzer's own `main`. It comes with `-sanitize=fuzzer` and no header that Swift could import; on the
/// platforms that have it, such arguments are passed as in C.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What is done with one input, and what must hold of it.
private func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for dialect in Dialect.allCases {
    guard let briefing = try? Briefing(parsing: bytes, file: .init(name: "fuzz"), dialect: dialect) else {
      fail("parsing threw")
    }
    let violations = TreeInvariants.violations(of: briefing.document)
    expect(violations.isEmpty, violations.joined(separator: "\n"))
    for isUnsafe in [false, true] {
      let html = HTMLRenderer(isUnsafe: isUnsafe).render(briefing.document)
      // Raw HTML that passes need not be well-formed.
      if !isUnsafe { HTMLChecks.check(html) }
    }
    guard dialect == .briefing else { continue }
    PageChecks.check(briefing)
    JSONChecks.check(briefing)
    _ = HTMLPage().render(briefing)
    for section in briefing.sections.indices.prefix(3) {
      HTMLChecks.check(HTMLRenderer().render(briefing.document, briefing.blocks(ofSection: section)))
      _ = HTMLPage().render(briefing, section: section)
    }
  }
  return 0
}

/// Ends the program where something does not hold; libFuzzer keeps the input.
func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fail(message()) }
}

func fail(_ message: String) -> Never { fatalError(message) }
