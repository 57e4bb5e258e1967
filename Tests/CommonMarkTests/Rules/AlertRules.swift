extension Rule {
  /// A block quote that starts with `[!NOTE]` or one of its four siblings.
  static let alerts: [Rule] = [
    Rule("Alerts", "no other kind is one", "> [!NEWS]\n> War\n", quote("<p>[!NEWS]\nWar</p>")),
    Rule("Alerts", "a kind has no letter case", "> [!tIp]\n> War\n", alert("tip", "<p>War</p>")),
    Rule("Alerts", "no space is needed behind the marker", ">[!TIP]\n>War\n", alert("tip", "<p>War</p>")),
    Rule("Alerts", "white space may follow the kind", "> [!TIP] \t\n> War\n", alert("tip", "<p>War</p>")),
    Rule(
      "Alerts", "nothing else may follow the kind", "> [!TIP] War\n> Peace\n",
      quote("<p>[!TIP] War\nPeace</p>")),
    Rule("Alerts", "no space stands in the brackets", "> [! TIP]\n> War\n", quote("<p>[! TIP]\nWar</p>")),
    Rule("Alerts", "an escaped bracket makes none", "> \\[!TIP]\n> War\n", quote("<p>[!TIP]\nWar</p>")),
    Rule(
      "Alerts", "the kind starts the quote", "> # War\n> [!TIP]\n> Peace\n",
      quote("<h1>War</h1>\n<p>[!TIP]\nPeace</p>")),
    Rule("Alerts", "something must follow the kind's line", "> [!TIP]\n", quote("<p>[!TIP]</p>")),
    Rule(
      "Alerts", "it holds any blocks", "> [!TIP]\n> # War\n> - Peace\n>\n> Truce\n",
      alert("tip", "<h1>War</h1>\n<ul>\n<li>Peace</li>\n</ul>\n<p>Truce</p>")),
    Rule(
      "Alerts", "a blank line may follow the kind's line", "> [!TIP]\n>\n> War\n",
      alert("tip", "<p>War</p>")),
    Rule("Alerts", "its paragraph may have lazy lines", "> [!TIP]\nWar\n", alert("tip", "<p>War</p>")),
    Rule(
      "Alerts", "a kind behind the first is text", "> [!TIP]\n> [!NOTE]\n> War\n",
      alert("tip", "<p>[!NOTE]\nWar</p>")),
    Rule(
      "Alerts", "in another container there is none", "> > [!TIP]\n> > War\n\n- > [!TIP]\n  > War\n",
      quote("\(quote("<p>[!TIP]\nWar</p>").dropLast())")
        + "<ul>\n<li>\n\(quote("<p>[!TIP]\nWar</p>"))</li>\n</ul>\n"),
  ]

  /// The five kinds.
  static let alertKinds = ["note", "tip", "important", "warning", "caution"].map { kind in
    Rule(
      "Alerts", "\(kind) is a kind", "> [!\(kind.uppercased())]\n> War\n", alert(kind, "<p>War</p>"))
  }

  private static func alert(_ kind: String, _ content: String) -> String {
    let title = kind.prefix(1).uppercased() + kind.dropFirst()
    return """
      <div class="markdown-alert markdown-alert-\(kind)">
      <p class="markdown-alert-title">\(title)</p>
      \(content)
      </div>

      """
  }

  private static func quote(_ content: String) -> String { "<blockquote>\n\(content)\n</blockquote>\n" }
}
