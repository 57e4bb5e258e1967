extension Rule {
  /// Section 4.4.
  static let indentedCode: [Rule] = [
    Rule(
      "4.4", "lines with four spaces of indentation are code", "    let war = 1\n    let peace = 2\n",
      "<pre><code>let war = 1\nlet peace = 2\n</code></pre>\n"),
    Rule("4.4", "three spaces of indentation are too few", "   let war = 1\n", "<p>let war = 1</p>\n"),
    Rule(
      "4.4", "the content is not parsed", "    *war* <b> [w](/w)\n    # peace\n",
      "<pre><code>*war* &lt;b&gt; [w](/w)\n# peace\n</code></pre>\n"),
    Rule(
      "4.4", "blank lines between its chunks belong to it", "    war\n\n\n    peace\n",
      "<pre><code>war\n\n\npeace\n</code></pre>\n"),
    Rule(
      "4.4", "indentation beyond four spaces is content", "      war\n     peace\n",
      "<pre><code>  war\n peace\n</code></pre>\n"),
    Rule(
      "4.4", "indentation beyond four spaces is content of inner blank lines too",
      "    war\n       \n    peace\n", "<pre><code>war\n   \npeace\n</code></pre>\n"),
    Rule(
      "4.4", "a blank line with less indentation is an empty line of it", "    war\n   \n    peace\n",
      "<pre><code>war\n\npeace\n</code></pre>\n"),
    Rule("4.4", "it cannot interrupt a paragraph", "war\n    peace\n", "<p>war\npeace</p>\n"),
    Rule(
      "4.4", "a line of less indentation ends it, without a blank line", "    war\n   peace\n",
      "<pre><code>war\n</code></pre>\n<p>peace</p>\n"),
    Rule(
      "4.4", "it can stand behind other blocks than a paragraph without a blank line",
      "# war\n    peace\n***\n    truce\n",
      "<h1>war</h1>\n<pre><code>peace\n</code></pre>\n<hr />\n<pre><code>truce\n</code></pre>\n"),
    Rule(
      "4.4", "blank lines before and after it do not belong to it", "\n    \n    war\n\n     \n\n",
      "<pre><code>war\n</code></pre>\n"),
    Rule(
      "4.4", "spaces and tabs at the end of a line belong to it", "    war \t \n",
      "<pre><code>war \t \n</code></pre>\n"),
    Rule(
      "4.4", "it has no info string", "    ```swift\n    ```\n",
      "<pre><code>```swift\n```\n</code></pre>\n"),
    Rule(
      "4.4", "a list item's indentation goes before code", "+ war\n\n    peace\n",
      "<ul>\n<li>\n<p>war</p>\n<p>peace</p>\n</li>\n</ul>\n"),
    Rule(
      "4.4", "a sublist's indentation goes before code", "1.  war\n\n    + peace\n",
      """
      <ol>
      <li>
      <p>war</p>
      <ul>
      <li>peace</li>
      </ul>
      </li>
      </ol>

      """),
  ]
}
