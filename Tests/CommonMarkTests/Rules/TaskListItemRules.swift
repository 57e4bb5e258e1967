extension Rule {
  /// GFM, section 5.3.
  static let taskListItems: [Rule] = [
    Rule(
      "GFM 5.3", "brackets with a space are an open box, with an x a checked one",
      "- [ ] war\n- [x] peace\n",
      """
      <ul>
      <li><input disabled="" type="checkbox"> war</li>
      <li><input checked="" disabled="" type="checkbox"> peace</li>
      </ul>

      """),
    Rule(
      "GFM 5.3", "the x may have either case", "* [X] peace\n",
      "<ul>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> peace</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "no other character may stand in the brackets", "- [y] war\n- [xx] peace\n- [] truce\n",
      "<ul>\n<li>[y] war</li>\n<li>[xx] peace</li>\n<li>[] truce</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "white space must follow the brackets", "- [ ]war\n- [x], peace\n",
      "<ul>\n<li>[ ]war</li>\n<li>[x], peace</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "an ordered item may have a box", "1. [x] war\n2) [ ] peace\n",
      """
      <ol>
      <li><input checked="" disabled="" type="checkbox"> war</li>
      </ol>
      <ol start="2">
      <li><input disabled="" type="checkbox"> peace</li>
      </ol>

      """),
    Rule(
      "GFM 5.3", "the box starts the item's first paragraph", "- war [ ] peace\n- # [ ] truce\n",
      "<ul>\n<li>war [ ] peace</li>\n<li>\n<h1>[ ] truce</h1>\n</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "a second paragraph has no box", "- war\n\n  [ ] peace\n",
      "<ul>\n<li>\n<p>war</p>\n<p>[ ] peace</p>\n</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "outside of a list there is no box", "[ ] war\n\n> [x] peace\n",
      "<p>[ ] war</p>\n<blockquote>\n<p>[x] peace</p>\n</blockquote>\n"),
    Rule(
      "GFM 5.3", "task lists may be nested", "- [x] war\n  - [ ] peace\n    - [x] truce\n",
      """
      <ul>
      <li><input checked="" disabled="" type="checkbox"> war
      <ul>
      <li><input disabled="" type="checkbox"> peace
      <ul>
      <li><input checked="" disabled="" type="checkbox"> truce</li>
      </ul>
      </li>
      </ul>
      </li>
      </ul>

      """),
    Rule(
      "GFM 5.3", "items with and without a box may be in one list", "- [ ] war\n- peace\n",
      "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> war</li>\n<li>peace</li>\n</ul>\n"),
    Rule(
      "GFM 5.3", "the rest of the paragraph is parsed as inlines", "- [x] *war* `and`\n  peace\n",
      """
      <ul>
      <li><input checked="" disabled="" type="checkbox"> <em>war</em> <code>and</code>
      peace</li>
      </ul>

      """),
    Rule("GFM 5.3", "an escaped bracket makes no box", "- \\[ ] war\n", "<ul>\n<li>[ ] war</li>\n</ul>\n"),
  ]
}
