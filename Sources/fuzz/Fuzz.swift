import Foundation

/// Feeds inputs that libFuzzer makes up to whatever reads what strangers wrote.
@main
enum Fuzz {
  /// The variable of the environment that names the target; without it that is the page.
  private static let variable = "BRIEFING_FUZZ_TARGET"

  /// What the inputs are given to.
  fileprivate static let target: any FuzzTarget.Type = {
    let name = ProcessInfo.processInfo.environment[variable] ?? PageTarget.name
    guard let target = all.first(where: { $0.name == name }) else {
      fail("\(variable)=\(name): there are \(all.map { $0.name }.joined(separator: ", "))")
    }
    return target
  }()

  private static let all: [any FuzzTarget.Type] = [
    PageTarget.self, QueryTarget.self, FrontMatterTarget.self, KeyTarget.self, IndexTarget.self,
    StateTarget.self, CatalogueTarget.self, TextTarget.self, ConfigurationTarget.self,
    ImportTarget.self,
  ]

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, testOneInput)
  }
}

// In a debug build SwiftPM calls the program's `main` something else, and libFuzzer's own is linked: these are the names by
// which that one finds what it calls.

@_cdecl("LLVMFuzzerInitialize")
func initialize(_ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?) -> Int32 {
  Seeds.write(Fuzz.target)
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzz.target.test(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// libFuzzer's own `main`. It comes with `-sanitize=fuzzer` and no header that Swift could import; on the
/// platforms that have it, such arguments are passed as in C.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Ends the program where something does not hold; libFuzzer keeps the input.
func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fail(message()) }
}

func fail(_ message: String) -> Never { fatalError(message) }
