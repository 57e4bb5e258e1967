extension Rule {
  /// Section 4.5.
  static let fencedCode: [Rule] = [
    Rule(
      "4.5", "three backticks or three tildes are a fence", "```\nwar\n```\n~~~\npeace\n~~~\n",
      "<pre><code>war\n</code></pre>\n<pre><code>peace\n</code></pre>\n"),
    Rule("4.5", "two characters are too few", "``\nwar\n``\n", "<p><code>war</code></p>\n"),
    Rule("4.5", "backticks and tildes cannot be mixed", "``~\nwar\n", "<p>``~\nwar</p>\n"),
    Rule(
      "4.5", "the closing fence must be of the same character",
      """
      ```
      war
      ~~~
      ```

      ~~~
      peace
      ```
      ~~~

      """, "<pre><code>war\n~~~\n</code></pre>\n<pre><code>peace\n```\n</code></pre>\n"),
    Rule(
      "4.5", "the closing fence must be at least as long as the opening one",
      "````\n```\n````\n~~~~\n~~~\n~~~~~~\n",
      "<pre><code>```\n</code></pre>\n<pre><code>~~~\n</code></pre>\n"),
    Rule(
      "4.5", "without a closing fence it goes to the end of the document", "```\nwar\n\npeace\n",
      "<pre><code>war\n\npeace\n</code></pre>\n"),
    Rule(
      "4.5", "without a closing fence it goes to the end of its container", "> ~~~\n> war\n\npeace\n",
      "<blockquote>\n<pre><code>war\n</code></pre>\n</blockquote>\n<p>peace</p>\n"),
    Rule(
      "4.5", "its lines cannot be lazy", "- ```\nwar\n",
      "<ul>\n<li>\n<pre><code></code></pre>\n</li>\n</ul>\n<p>war</p>\n"),
    Rule(
      "4.5", "the content can be blank lines alone", "```\n\n    \n```\n",
      "<pre><code>\n    \n</code></pre>\n"),
    Rule("4.5", "the content can be empty", "~~~\n~~~\n", "<pre><code></code></pre>\n"),
    Rule(
      "4.5", "as many spaces as the opening fence has are removed from each line",
      "  ```\n  war\n   peace\n    truce\n  ```\n", "<pre><code>war\n peace\n  truce\n</code></pre>\n"),
    Rule(
      "4.5", "a line of less indentation loses what it has", "   ~~~\nwar\n peace\n  truce\n   ~~~\n",
      "<pre><code>war\npeace\ntruce\n</code></pre>\n"),
    Rule(
      "4.5", "the opening fence may have up to three spaces of indentation", "   ```\n   war\n   ```\n",
      "<pre><code>war\n</code></pre>\n"),
    Rule(
      "4.5", "four spaces before the opening fence are too many", "    ```\n",
      "<pre><code>```\n</code></pre>\n"),
    Rule(
      "4.5", "the closing fence may have up to three spaces of indentation", "```\nwar\n   ```\npeace\n",
      "<pre><code>war\n</code></pre>\n<p>peace</p>\n"),
    Rule(
      "4.5", "the closing fence need not be indented as the opening one", "  ```\nwar\n ```\n",
      "<pre><code>war\n</code></pre>\n"),
    Rule(
      "4.5", "four spaces before the closing fence are too many", "```\nwar\n    ```\n",
      "<pre><code>war\n    ```\n</code></pre>\n"),
    Rule(
      "4.5", "spaces and tabs may follow the closing fence", "```\nwar\n``` \t\npeace\n",
      "<pre><code>war\n</code></pre>\n<p>peace</p>\n"),
    Rule(
      "4.5", "nothing else may follow the closing fence", "```\n``` war\n```\n",
      "<pre><code>``` war\n</code></pre>\n"),
    Rule("4.5", "a closing fence has no spaces inside", "~~~\n~~ ~\n", "<pre><code>~~ ~\n</code></pre>\n"),
    Rule(
      "4.5", "it can interrupt a paragraph, and needs no blank line after it",
      "war\n```\npeace\n```\ntruce\n", "<p>war</p>\n<pre><code>peace\n</code></pre>\n<p>truce</p>\n"),
    Rule(
      "4.5", "the content is not parsed", "```\n*war* &amp; <b>\n# peace\n```\n",
      "<pre><code>*war* &amp;amp; &lt;b&gt;\n# peace\n</code></pre>\n"),
    Rule(
      "4.5", "the first word of the info string is the language", "```swift numbered=yes\nwar()\n```\n",
      "<pre><code class=\"language-swift\">war()\n</code></pre>\n"),
    Rule(
      "4.5", "the info string is trimmed of spaces and tabs", "~~~ \t swift \t\n~~~\n",
      "<pre><code class=\"language-swift\"></code></pre>\n"),
    Rule(
      "4.5", "the info string of a backtick fence has no backtick", "``` war`\npeace\n",
      "<p>``` war`\npeace</p>\n"),
    Rule(
      "4.5", "the info string of a tilde fence may have backticks and tildes",
      "~~~ `war` ~~~\npeace\n~~~\n", "<pre><code class=\"language-`war`\">peace\n</code></pre>\n"),
    Rule(
      "4.5", "a fence inside longer fences is content", "`````\n```\nwar\n```\n`````\n",
      "<pre><code>```\nwar\n```\n</code></pre>\n"),
  ]
}
