extension Rule {
  /// Section 5.1: markers, laziness, consecutive quotes.
  static let blockQuotes: [Rule] = [
    Rule(
      "5.1", "markers on each line make a quote of the blocks behind them", "> # War\n> came\n> again\n",
      "<blockquote>\n<h1>War</h1>\n<p>came\nagain</p>\n</blockquote>\n"),
    Rule(
      "5.1", "the space behind a marker may be missing", "># War\n>came\n",
      "<blockquote>\n<h1>War</h1>\n<p>came</p>\n</blockquote>\n"),
    Rule(
      "5.1", "one space behind a marker belongs to it, more to the content", ">     war\n",
      "<blockquote>\n<pre><code>war\n</code></pre>\n</blockquote>\n"),
    Rule(
      "5.1", "four spaces behind a marker are no code", ">    war\n",
      "<blockquote>\n<p>war</p>\n</blockquote>\n"),
    Rule(
      "5.1", "a marker may have up to three spaces of indentation", "   > War\n  > came\n > again\n",
      "<blockquote>\n<p>War\ncame\nagain</p>\n</blockquote>\n"),
    Rule(
      "5.1", "four spaces before a marker are too many", "    > War\n",
      "<pre><code>&gt; War\n</code></pre>\n"),
    Rule(
      "5.1", "the marker of a line that continues a paragraph may be missing", "> War\ncame\n> again\n",
      "<blockquote>\n<p>War\ncame\nagain</p>\n</blockquote>\n"),
    Rule(
      "5.1", "a lazy line may be indented", "> War\n    - came\n",
      "<blockquote>\n<p>War\n- came</p>\n</blockquote>\n"),
    Rule(
      "5.1", "a line that would be a thematic break is not lazy", "> War\n***\n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n<hr />\n"),
    Rule(
      "5.1", "a line that would be a heading is not lazy", "> War\n# Peace\n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n<h1>Peace</h1>\n"),
    Rule(
      "5.1", "a line that would be a list item is not lazy", "> - War\n- Peace\n",
      """
      <blockquote>
      <ul>
      <li>War</li>
      </ul>
      </blockquote>
      <ul>
      <li>Peace</li>
      </ul>

      """),
    Rule(
      "5.1", "a line behind indented code is not lazy", ">     war\n    peace\n",
      "<blockquote>\n<pre><code>war\n</code></pre>\n</blockquote>\n<pre><code>peace\n</code></pre>\n"),
    Rule(
      "5.1", "a line behind a fence is not lazy", "> ```\nwar\n",
      "<blockquote>\n<pre><code></code></pre>\n</blockquote>\n<p>war</p>\n"),
    Rule(
      "5.1", "a line behind a heading is not lazy", "> # War\ncame\n",
      "<blockquote>\n<h1>War</h1>\n</blockquote>\n<p>came</p>\n"),
    Rule(
      "5.1", "a line behind a quoted blank line is not lazy", "> War\n>\ncame\n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n<p>came</p>\n"),
    Rule(
      "5.1", "all markers of a lazy line in nested quotes may be missing", "> > > War\ncame\n",
      """
      <blockquote>
      <blockquote>
      <blockquote>
      <p>War
      came</p>
      </blockquote>
      </blockquote>
      </blockquote>

      """),
    Rule(
      "5.1", "some markers of a lazy line in nested quotes may be missing", ">>> War\n> came\n>> again\n",
      """
      <blockquote>
      <blockquote>
      <blockquote>
      <p>War
      came
      again</p>
      </blockquote>
      </blockquote>
      </blockquote>

      """),
    Rule(
      "5.1", "a blank line separates two quotes", "> War\n\n> Peace\n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n<blockquote>\n<p>Peace</p>\n</blockquote>\n"),
    Rule(
      "5.1", "without a blank line two quotes are one", "> War\n> # Peace\n",
      "<blockquote>\n<p>War</p>\n<h1>Peace</h1>\n</blockquote>\n"),
    Rule(
      "5.1", "a blank line with a marker separates blocks in a quote", "> War\n>\n> Peace\n",
      "<blockquote>\n<p>War</p>\n<p>Peace</p>\n</blockquote>\n"),
    Rule(
      "5.1", "it can be empty", ">\n\n>  \t\n>\n",
      "<blockquote>\n</blockquote>\n<blockquote>\n</blockquote>\n"),
    Rule(
      "5.1", "it can start and end with blank lines", ">\n> War\n>  \n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n"),
    Rule(
      "5.1", "it can interrupt a paragraph", "War\n> Peace\n",
      "<p>War</p>\n<blockquote>\n<p>Peace</p>\n</blockquote>\n"),
    Rule(
      "5.1", "no blank line is needed between it and other blocks", "***\n> War\n***\n> Peace\n",
      """
      <hr />
      <blockquote>
      <p>War</p>
      </blockquote>
      <hr />
      <blockquote>
      <p>Peace</p>
      </blockquote>

      """),
    Rule(
      "5.1", "a blank line separates it from a paragraph behind it", "> War\n\nPeace\n",
      "<blockquote>\n<p>War</p>\n</blockquote>\n<p>Peace</p>\n"),
    Rule(
      "5.1", "spaces may stand between the markers of nested quotes", "> >  > War\n",
      """
      <blockquote>
      <blockquote>
      <blockquote>
      <p>War</p>
      </blockquote>
      </blockquote>
      </blockquote>

      """),
    Rule(
      "5.1", "a line is lazy where what it would start cannot interrupt a paragraph",
      "> War\n<ins>\n\n> War\n[peace]: /p\n",
      """
      <blockquote>
      <p>War
      <ins></p>
      </blockquote>
      <blockquote>
      <p>War
      [peace]: /p</p>
      </blockquote>

      """),
    Rule(
      "5.1", "a marker with four spaces before it continues no quote", "> War\n    > came\n",
      "<blockquote>\n<p>War\n&gt; came</p>\n</blockquote>\n"),
  ]
}
