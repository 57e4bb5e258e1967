import BriefingCore
import Testing

@Suite struct HTMLPageTests {
  private func page(_ text: String, isUnsafe: Bool = false) throws -> String {
    HTMLPage(isUnsafe: isUnsafe).render(try Briefing(parsing: Array(text.utf8), file: .init(name: "file")))
  }

  @Test func sectionsHaveAnchorsAndContents() throws {
    let html = try page("# Page\n\n## One\n\n#### Deep\n\n## One\n\n## \"A\" & <b>\n")
    for heading in [
      "<h1 id=\"page\">Page</h1>", "<h2 id=\"one\">One</h2>", "<h4 id=\"deep\">Deep</h4>",
      "<h2 id=\"one-1\">One</h2>",
    ] {
      #expect(html.contains(heading))
    }
    #expect(
      html.contains(
        """
        <nav>
        <ol>
        <li>1 <a href="#one">One</a><ol>
        <li>1.1 <a href="#deep">Deep</a></li>
        </ol>
        </li>
        <li>2 <a href="#one-1">One</a></li>
        <li>3 <a href="#a-">&quot;A&quot; &amp;</a></li>
        </ol>
        </nav>

        """))
  }

  @Test func aHeadingWithoutLettersHasNoAnchor() throws {
    let html = try page("##\n\n## !?\n\n## A\n")
    #expect(!html.contains("id=\"\"") && !html.contains("href=\"#\""))
    #expect(html.contains("<li>1 </li>") && html.contains("<h2></h2>") && html.contains("!?</a></li>"))
    #expect(html.contains("<li>3 <a href=\"#a\">A</a></li>"))
  }

  @Test func codeIsWholeOnPaperAndAlertsHaveABar() throws {
    let html = try page("> [!TIP]\n> a\n")
    let print = try #require(html.firstRange(of: "@media print"))
    #expect(html[print.lowerBound...].contains("pre { white-space: pre-wrap;"))
    #expect(html.contains("markdown-alert-tip\">") && html.contains(".markdown-alert-tip {"))
  }

  @Test func theTitleBlockIsEscaped() throws {
    let html = try page(
      "---\ntitle: <script>&\"\ndate: 2025-05-15\nsource: A & B\nauthor: [C, D]\nlang: en\n---\nText.\n")
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(html.contains("<title>&lt;script&gt;&amp;&quot;</title>"))
    #expect(html.contains("<p class=\"title\">&lt;script&gt;&amp;&quot;</p>"))
    #expect(html.contains("<time datetime=\"2025-05-15\">15 May 2025</time> · A &amp; B · C, D"))
    #expect(!html.contains("<nav>"))
  }

  @Test func aPageHeadingIsTheTitle() throws {
    let html = try page("---\ntitle: Front\n---\n# Page\n")
    #expect(html.contains("<title>Front</title>"))
    #expect(!html.contains("class=\"title\""))
  }

  @Test(arguments: [false, true])
  func noScriptAndNoNetwork(isUnsafe: Bool) throws {
    let html = try page("<b onclick=x>x</b>\n\n![](https://example.org/x.png)\n", isUnsafe: isUnsafe)
    #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
    #expect(html.contains("onclick") == isUnsafe)
    // The policy comes before anything that it must hold back.
    let policy = try #require(html.firstRange(of: "Content-Security-Policy"))
    #expect(html[..<policy.lowerBound].count < 100)
  }

  /// Every start tag has its end, however the levels jump.
  @Test(arguments: ["1", "1 2 3 4 5 6", "6 1 6 1", "2 4 3 2 6 5 4 3 2 1", "3 2 1 3", "1 1 2 2"])
  func contentsNest(levels: String) throws {
    let text = levels.split(separator: " ").map { String(repeating: "#", count: Int($0) ?? 0) + " x\n\n" }
    let html = try page(text.joined())
    for tag in ["ol", "li", "nav"] {
      #expect(html.ranges(of: "<\(tag)>").count == html.ranges(of: "</\(tag)>").count)
    }
  }
}
