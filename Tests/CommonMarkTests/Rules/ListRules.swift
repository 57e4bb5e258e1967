extension Rule {
  /// Section 5.3: which items are of one list, and whether it is tight.
  static let lists: [Rule] = [
    Rule(
      "5.3", "another bullet starts a new list", "- War\n* Peace\n",
      "<ul>\n<li>War</li>\n</ul>\n<ul>\n<li>Peace</li>\n</ul>\n"),
    Rule(
      "5.3", "another delimiter starts a new list", "1. War\n2. Peace\n3) Truce\n",
      """
      <ol>
      <li>War</li>
      <li>Peace</li>
      </ol>
      <ol start="3">
      <li>Truce</li>
      </ol>

      """),
    Rule(
      "5.3", "ordered and bullet items are never of one list", "1. War\n- Peace\n",
      "<ol>\n<li>War</li>\n</ol>\n<ul>\n<li>Peace</li>\n</ul>\n"),
    Rule(
      "5.3", "the first number is the start, the others do not count", "8. War\n2. Peace\n8. Truce\n",
      "<ol start=\"8\">\n<li>War</li>\n<li>Peace</li>\n<li>Truce</li>\n</ol>\n"),
    Rule(
      "5.3", "a list can interrupt a paragraph", "Ships:\n- three\n- four\n",
      "<p>Ships:</p>\n<ul>\n<li>three</li>\n<li>four</li>\n</ul>\n"),
    Rule(
      "5.3", "a number in a wrapped line starts no list", "Ships on patrol:\n14. No more.\n",
      "<p>Ships on patrol:\n14. No more.</p>\n"),
    Rule(
      "5.3", "any number of blank lines may stand between items", "- War\n\n\n\n- Peace\n",
      """
      <ul>
      <li>
      <p>War</p>
      </li>
      <li>
      <p>Peace</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a comment separates two lists", "- War\n\n<!-- -->\n\n- Peace\n",
      """
      <ul>
      <li>War</li>
      </ul>
      <!-- -->
      <ul>
      <li>Peace</li>
      </ul>

      """),
    Rule(
      "5.3", "a comment separates a list and code", "- War\n\n<!-- -->\n\n    Peace\n",
      "<ul>\n<li>War</li>\n</ul>\n<!-- -->\n<pre><code>Peace\n</code></pre>\n"),
    Rule(
      "5.3", "items need not be indented alike", "- War\n - Peace\n  - Truce\n   - Talks\n - Vote\n",
      """
      <ul>
      <li>War</li>
      <li>Peace</li>
      <li>Truce</li>
      <li>Talks</li>
      <li>Vote</li>
      </ul>

      """),
    Rule(
      "5.3", "an item's marker has at most three spaces of indentation",
      "- War\n - Peace\n  - Truce\n   - Talks\n    - Vote\n",
      """
      <ul>
      <li>War</li>
      <li>Peace</li>
      <li>Truce</li>
      <li>Talks
      - Vote</li>
      </ul>

      """),
    Rule(
      "5.3", "behind a blank line, a marker of four spaces is code",
      "1. War\n\n  2. Peace\n\n    3. Truce\n",
      """
      <ol>
      <li>
      <p>War</p>
      </li>
      <li>
      <p>Peace</p>
      </li>
      </ol>
      <pre><code>3. Truce
      </code></pre>

      """),
    Rule(
      "5.3", "a list without blank lines is tight", "1. War\n2. Peace\n",
      "<ol>\n<li>War</li>\n<li>Peace</li>\n</ol>\n"),
    Rule(
      "5.3", "a blank line between any two items makes it loose", "- War\n- Peace\n\n- Truce\n",
      """
      <ul>
      <li>
      <p>War</p>
      </li>
      <li>
      <p>Peace</p>
      </li>
      <li>
      <p>Truce</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line behind an empty item makes it loose", "- War\n-\n\n- Truce\n",
      """
      <ul>
      <li>
      <p>War</p>
      </li>
      <li></li>
      <li>
      <p>Truce</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line between two blocks of an item makes it loose", "- War\n\n  Peace\n- Truce\n",
      """
      <ul>
      <li>
      <p>War</p>
      <p>Peace</p>
      </li>
      <li>
      <p>Truce</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line before a definition in an item makes it loose",
      "- War\n- Peace\n\n  [truce]: /t\n- Talks\n",
      """
      <ul>
      <li>
      <p>War</p>
      </li>
      <li>
      <p>Peace</p>
      </li>
      <li>
      <p>Talks</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line in code leaves it tight",
      """
      - War
      - ```
        peace


        ```
      - Truce

      """,
      """
      <ul>
      <li>War</li>
      <li>
      <pre><code>peace


      </code></pre>
      </li>
      <li>Truce</li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line in a sublist leaves the outer list tight",
      "- War\n  - Peace\n\n    Truce\n- Talks\n",
      """
      <ul>
      <li>War
      <ul>
      <li>
      <p>Peace</p>
      <p>Truce</p>
      </li>
      </ul>
      </li>
      <li>Talks</li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line in a block quote leaves it tight", "- War\n  > Peace\n  >\n- Truce\n",
      """
      <ul>
      <li>War
      <blockquote>
      <p>Peace</p>
      </blockquote>
      </li>
      <li>Truce</li>
      </ul>

      """),
    Rule(
      "5.3", "blocks without a blank line between them leave it tight",
      "- War\n  > Peace\n  ```\n  truce\n  ```\n- Talks\n",
      """
      <ul>
      <li>War
      <blockquote>
      <p>Peace</p>
      </blockquote>
      <pre><code>truce
      </code></pre>
      </li>
      <li>Talks</li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line behind the last item leaves it tight", "- War\n- Peace\n\nTruce\n",
      "<ul>\n<li>War</li>\n<li>Peace</li>\n</ul>\n<p>Truce</p>\n"),
    Rule("5.3", "a list of one paragraph is tight", "- War\n", "<ul>\n<li>War</li>\n</ul>\n"),
    Rule(
      "5.3", "a loose list can hold a tight one", "- War\n\n  - Peace\n  - Truce\n- Talks\n",
      """
      <ul>
      <li>
      <p>War</p>
      <ul>
      <li>Peace</li>
      <li>Truce</li>
      </ul>
      </li>
      <li>
      <p>Talks</p>
      </li>
      </ul>

      """),
    Rule(
      "5.3", "a blank line between a sublist and the next item makes the outer list loose",
      "- War\n  - Peace\n\n- Truce\n",
      """
      <ul>
      <li>
      <p>War</p>
      <ul>
      <li>Peace</li>
      </ul>
      </li>
      <li>
      <p>Truce</p>
      </li>
      </ul>

      """),
  ]
}
