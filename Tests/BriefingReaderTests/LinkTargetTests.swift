import Testing

@testable import BriefingReader

@Suite struct LinkTargetTests {
  @Test func aTargetWithoutEndIsRefused() {
    let address = "https://example.org/"
    let longest = address + String(repeating: "a", count: 65_536 - address.utf8.count)
    guard case .web = LinkTarget(longest, in: "a.md") else {
      Issue.record("the longest one is not followed")
      return
    }
    #expect(LinkTarget(longest + "a", in: "a.md") == .refused("The target is too long to be followed."))
  }

  /// Destination, what is followed.
  @Test(
    arguments: [
      ("#f-35-hopes", .anchor("f-35-hopes")),
      ("#", .anchor("")),
      ("#%C3%BC", .anchor("ü")),
      ("other.md", .briefing(path: "2025/other.md", anchor: nil)),
      ("./other.md#two", .briefing(path: "2025/other.md", anchor: "two")),
      ("../top.markdown", .briefing(path: "top.markdown", anchor: nil)),
      ("a%20b.md", .briefing(path: "2025/a b.md", anchor: nil)),
      ("sub/../x.md", .briefing(path: "2025/x.md", anchor: nil)),
      ("a:b/c.md", nil),
    ] as [(String, LinkTarget?)])
  func staysInTheLibrary(destination: String, expected: LinkTarget?) {
    let target = LinkTarget(destination, in: "2025/today.md")
    guard let expected else {
      guard case .refused = target else {
        Issue.record("\(destination) is followed to \(target)")
        return
      }
      return
    }
    #expect(target == expected)
  }

  /// Address, what is handed over, the host, the host as written where it may deceive.
  @Test(
    arguments: [
      ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "example.org", nil),
      ("HTTP://Example.ORG", "http://example.org", "example.org", nil),
      ("https://example.org:8080/x", "https://example.org:8080/x", "example.org:8080", nil),
      ("https://[::1]/x", "https://[::1]/x", "[::1]", nil),
      ("https://example.org/Erdoğan", "https://example.org/Erdo%C4%9Fan", "example.org", nil),
      ("https://example.org/(a)'b", "https://example.org/%28a%29%27b", "example.org", nil),
      (
        "https://bücher.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", "bücher.example"
      ),
      ("https://аpple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com", "аpple.com"),
      ("mailto:desk@example.org?subject=x", "mailto:desk@example.org?subject=x", "example.org", nil),
    ] as [(String, String, String, String?)])
  func leavesByAnAddressThatCannotDeceive(destination: String, text: String, host: String, written: String?) {
    guard case .web(let address) = LinkTarget(destination, in: "today.md") else {
      Issue.record("\(destination) is not followed")
      return
    }
    #expect(address.text == text)
    #expect(address.host == host)
    #expect(address.writtenHost == written)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x",
    "ssh://host/", "ssh:host", "tel:+1", "../../x.md", "/etc/passwd", "/etc/x.md", "..",
    "../../../etc/passwd.md",
    "%2e%2e/%2e%2e/x.md", "%2Fetc/x.md", "x.txt", "x", "folder/", "//example.org/x", "http://x/$(touch y)",
    "http://x/`touch y`", "http://x/\"", "http://x/\u{1B}[2J", "http://x/\n", "x\u{1B}.md", "x%1B.md",
    "x%00.md",
    "x%FF.md", "-x.md", "--help", "-", "http:x", "http://", "https:///x", "https://user@example.org/",
    "https://example.org@evil.example/", "https://exa mple.org/", "https://-x/", "https://a\u{202E}b/",
    "https://a\u{200B}b.org/", "mailto:", "mailto:-x@example.org", "mailto:a b@example.org", "mailto:a@b@c",
    "https://\(String(repeating: "ü", count: 64)).example/",
  ])
  func refuses(destination: String) {
    for path in ["today.md", "2025/today.md"] where !(path == "2025/today.md" && destination == "..") {
      guard case .refused(let reason) = LinkTarget(destination, in: path) else {
        Issue.record("\(destination.debugDescription) is followed from \(path)")
        continue
      }
      #expect(reason.hasSuffix(".") || reason.contains(": "), "a sentence that says why: \(reason)")
    }
  }

  /// The samples of RFC 3492 section 7.1 that are short enough for a label, and others.
  @Test(arguments: [
    ("bücher", "bcher-kva"), ("münchen", "mnchen-3ya"), ("ü", "tda"),
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"), ("abc", "abc-"),
  ])
  func punycode(label: String, expected: String) {
    #expect(Punycode.encode(label) == expected)
  }
}
