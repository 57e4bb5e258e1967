extension Rule {
  /// Section 5.2: markers, indentation, laziness.
  static let listItems: [Rule] = [
    Rule(
      "5.2", "- + and * are bullets", "- War\n+ War\n* War\n",
      """
      <ul>
      <li>War</li>
      </ul>
      <ul>
      <li>War</li>
      </ul>
      <ul>
      <li>War</li>
      </ul>

      """),
    Rule("5.2", "no other character is a bullet", "• War\n\n~ Peace\n", "<p>• War</p>\n<p>~ Peace</p>\n"),
    Rule(
      "5.2", "digits and . or ) are an ordered marker", "1. War\n1) Peace\n",
      "<ol>\n<li>War</li>\n</ol>\n<ol>\n<li>Peace</li>\n</ol>\n"),
    Rule(
      "5.2", "no other delimiter makes an ordered marker", "1: War\n\n1.) Peace\n\n(1) Truce\n",
      "<p>1: War</p>\n<p>1.) Peace</p>\n<p>(1) Truce</p>\n"),
    Rule(
      "5.2", "digits of other scripts and letters are no ordered marker", "٣. War\n\na. Peace\n",
      "<p>٣. War</p>\n<p>a. Peace</p>\n"),
    Rule(
      "5.2", "an ordered marker may have nine digits", "987654321. War\n",
      "<ol start=\"987654321\">\n<li>War</li>\n</ol>\n"),
    Rule(
      "5.2", "an ordered marker may not have ten digits", "1000000000. War\n", "<p>1000000000. War</p>\n"),
    Rule(
      "5.2", "a number may start with zeros, and may be zero", "007. Bond\n\n0) War\n",
      "<ol start=\"7\">\n<li>Bond</li>\n</ol>\n<ol start=\"0\">\n<li>War</li>\n</ol>\n"),
    Rule("5.2", "a number may not be negative", "-2. War\n", "<p>-2. War</p>\n"),
    Rule(
      "5.2", "a space must stand between marker and content", "-War\n\n+War\n\n3.War\n",
      "<p>-War</p>\n<p>+War</p>\n<p>3.War</p>\n"),
    Rule(
      "5.2", "further blocks are indented as far as the first", "1.  War\n\n    > Peace\n\n    Truce\n",
      """
      <ol>
      <li>
      <p>War</p>
      <blockquote>
      <p>Peace</p>
      </blockquote>
      <p>Truce</p>
      </li>
      </ol>

      """),
    Rule(
      "5.2", "a block of less indentation is outside the item", "- War\n\n Peace\n",
      "<ul>\n<li>War</li>\n</ul>\n<p>Peace</p>\n"),
    Rule(
      "5.2", "up to four spaces may stand between marker and content", "-    War\n\n     Peace\n",
      "<ul>\n<li>\n<p>War</p>\n<p>Peace</p>\n</li>\n</ul>\n"),
    Rule(
      "5.2", "content of five columns is not reached by four spaces", "-    War\n\n    Peace\n",
      "<ul>\n<li>War</li>\n</ul>\n<pre><code>Peace\n</code></pre>\n"),
    Rule(
      "5.2", "five spaces between marker and content make the content code", "-     War\n\n  Peace\n",
      """
      <ul>
      <li>
      <pre><code>War
      </code></pre>
      <p>Peace</p>
      </li>
      </ul>

      """),
    Rule(
      "5.2", "six spaces behind a marker are code that starts with one", "1.      War\n",
      "<ol>\n<li>\n<pre><code> War\n</code></pre>\n</li>\n</ol>\n"),
    Rule(
      "5.2", "further code in an item is indented by four spaces more", "10. War\n\n        Peace\n",
      """
      <ol start="10">
      <li>
      <p>War</p>
      <pre><code>Peace
      </code></pre>
      </li>
      </ol>

      """),
    Rule(
      "5.2", "indentation counts from the container, not from the margin", "> > 1. War\n>>\n>>    Peace\n",
      """
      <blockquote>
      <blockquote>
      <ol>
      <li>
      <p>War</p>
      <p>Peace</p>
      </li>
      </ol>
      </blockquote>
      </blockquote>

      """),
    Rule(
      "5.2", "content far to the right of the margin can be outside the item",
      ">>- War\n>>\n  >  > Peace\n",
      """
      <blockquote>
      <blockquote>
      <ul>
      <li>War</li>
      </ul>
      <p>Peace</p>
      </blockquote>
      </blockquote>

      """),
    Rule(
      "5.2", "several blank lines may stand between its blocks", "- War\n\n\n  Peace\n",
      "<ul>\n<li>\n<p>War</p>\n<p>Peace</p>\n</li>\n</ul>\n"),
    Rule(
      "5.2", "it may hold any block",
      """
      - # War
        ```
        peace
        ```
        > truce

        1. talks
        ***

      """,
      """
      <ul>
      <li>
      <h1>War</h1>
      <pre><code>peace
      </code></pre>
      <blockquote>
      <p>truce</p>
      </blockquote>
      <ol>
      <li>talks</li>
      </ol>
      <hr />
      </li>
      </ul>

      """),
    Rule(
      "5.2", "blank lines of code in it are kept", "- War\n\n      ships\n\n\n      boats\n",
      """
      <ul>
      <li>
      <p>War</p>
      <pre><code>ships


      boats
      </code></pre>
      </li>
      </ul>

      """),
    Rule(
      "5.2", "it may start with a blank line: content is two columns from the marker",
      "-\n  War\n-   \n  ```\n  peace\n  ```\n",
      """
      <ul>
      <li>War</li>
      <li>
      <pre><code>peace
      </code></pre>
      </li>
      </ul>

      """),
    Rule(
      "5.2", "content behind a first blank line may be code", "1.\n       War\n",
      "<ol>\n<li>\n<pre><code>War\n</code></pre>\n</li>\n</ol>\n"),
    Rule(
      "5.2", "behind a first blank line no line is lazy", "-\nWar\n",
      "<ul>\n<li></li>\n</ul>\n<p>War</p>\n"),
    Rule(
      "5.2", "it starts with at most one blank line", "-\n\n  War\n",
      "<ul>\n<li></li>\n</ul>\n<p>War</p>\n"),
    Rule(
      "5.2", "it can be empty", "+ War\n+\n+ Peace\n\n2)\n",
      """
      <ul>
      <li>War</li>
      <li></li>
      <li>Peace</li>
      </ul>
      <ol start="2">
      <li></li>
      </ol>

      """),
    Rule(
      "5.2", "spaces and tabs may follow the marker of an empty item", "- \t\n- War\n",
      "<ul>\n<li></li>\n<li>War</li>\n</ul>\n"),
    Rule(
      "5.2", "an empty item cannot interrupt a paragraph", "War\n*\n\nPeace\n1.\n",
      "<p>War\n*</p>\n<p>Peace\n1.</p>\n"),
    Rule(
      "5.2", "an empty item can follow another item's paragraph", "- War\n-\n",
      "<ul>\n<li>War</li>\n<li></li>\n</ul>\n"),
    Rule(
      "5.2", "an ordered item can interrupt a paragraph where its number is 1", "War\n1) Peace\n",
      "<p>War</p>\n<ol>\n<li>Peace</li>\n</ol>\n"),
    Rule(
      "5.2", "an ordered item of another number cannot interrupt a paragraph", "War in\n2003. Peace\n",
      "<p>War in\n2003. Peace</p>\n"),
    Rule(
      "5.2", "an item of another number can follow an item's paragraph", "1. War\n4. Peace\n",
      "<ol>\n<li>War</li>\n<li>Peace</li>\n</ol>\n"),
    Rule(
      "5.2", "a bullet can interrupt a paragraph", "War\n+ Peace\n",
      "<p>War</p>\n<ul>\n<li>Peace</li>\n</ul>\n"),
    Rule("5.2", "a thematic break is no item", "- War\n- - -\n", "<ul>\n<li>War</li>\n</ul>\n<hr />\n"),
    Rule(
      "5.2", "it may have up to three spaces of indentation, which its content has too",
      " 1.  War\n\n     Peace\n", "<ol>\n<li>\n<p>War</p>\n<p>Peace</p>\n</li>\n</ol>\n"),
    Rule(
      "5.2", "three spaces of indentation are allowed", "   - War\n     came\n",
      "<ul>\n<li>War\ncame</li>\n</ul>\n"),
    Rule(
      "5.2", "four spaces of indentation are too many", "    - War\n", "<pre><code>- War\n</code></pre>\n"),
    Rule(
      "5.2", "an empty line in it need not be indented", "  - War\n\n    Peace\n",
      "<ul>\n<li>\n<p>War</p>\n<p>Peace</p>\n</li>\n</ul>\n"),
    Rule(
      "5.2", "a line that continues its paragraph need not be indented", "1.  War\ncame\n  again\n",
      "<ol>\n<li>War\ncame\nagain</li>\n</ol>\n"),
    Rule(
      "5.2", "laziness works through nested containers", "> + > War\ncame\n",
      """
      <blockquote>
      <ul>
      <li>
      <blockquote>
      <p>War
      came</p>
      </blockquote>
      </li>
      </ul>
      </blockquote>

      """),
    Rule(
      "5.2", "a lazy line may keep some of its containers' markers", "> + > War\n> came\n",
      """
      <blockquote>
      <ul>
      <li>
      <blockquote>
      <p>War
      came</p>
      </blockquote>
      </li>
      </ul>
      </blockquote>

      """),
    Rule(
      "5.2", "a sublist is indented as the item's content", "- War\n  - Peace\n    - Truce\n",
      """
      <ul>
      <li>War
      <ul>
      <li>Peace
      <ul>
      <li>Truce</li>
      </ul>
      </li>
      </ul>
      </li>
      </ul>

      """),
    Rule(
      "5.2", "one space makes no sublist of a bullet's item", "- War\n - Peace\n",
      "<ul>\n<li>War</li>\n<li>Peace</li>\n</ul>\n"),
    Rule(
      "5.2", "a wider marker needs a sublist of more indentation", "10) War\n    - Peace\n",
      """
      <ol start="10">
      <li>War
      <ul>
      <li>Peace</li>
      </ul>
      </li>
      </ol>

      """),
    Rule(
      "5.2", "less than a wider marker's indentation makes no sublist", "10) War\n   - Peace\n",
      "<ol start=\"10\">\n<li>War</li>\n</ol>\n<ul>\n<li>Peace</li>\n</ul>\n"),
    Rule(
      "5.2", "a list can be the first block of an item", "- 1. + War\n",
      """
      <ul>
      <li>
      <ol>
      <li>
      <ul>
      <li>War</li>
      </ul>
      </li>
      </ol>
      </li>
      </ul>

      """),
    Rule(
      "5.2", "it can hold headings of both kinds", "- ## War\n- Peace\n  ===\n",
      """
      <ul>
      <li>
      <h2>War</h2>
      </li>
      <li>
      <h1>Peace</h1>
      </li>
      </ul>

      """),
  ]
}
