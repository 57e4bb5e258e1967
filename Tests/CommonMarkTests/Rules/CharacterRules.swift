extension Rule {
  /// Section 2.1: lines and classes of characters.
  static let characters: [Rule] = [
    Rule("2.1", "any sequence of characters is a document, the empty one too", "", ""),
    Rule("2.1", "a line feed ends a line", "# war\n# peace\n", "<h1>war</h1>\n<h1>peace</h1>\n"),
    Rule("2.1", "a carriage return ends a line", "# war\r# peace\r", "<h1>war</h1>\n<h1>peace</h1>\n"),
    Rule(
      "2.1", "a carriage return and a line feed are one line ending", "war\r\npeace\r\n",
      "<p>war\npeace</p>\n"),
    Rule(
      "2.1", "a line feed and a carriage return are two line endings", "war\n\rpeace\n",
      "<p>war</p>\n<p>peace</p>\n"),
    Rule("2.1", "the end of the file ends the last line", "# war", "<h1>war</h1>\n"),
    Rule(
      "2.1", "no other character ends a line", "# war\u{2028}# peace\u{85}# truce\n",
      "<h1>war\u{2028}# peace\u{85}# truce</h1>\n"),
    Rule(
      "2.1", "a line of spaces and tabs alone is blank", "war\n \t \npeace\n",
      "<p>war</p>\n<p>peace</p>\n"),
    Rule(
      "2.1", "a no-break space makes no blank line", "war\n\u{A0}\npeace\n", "<p>war\n\u{A0}\npeace</p>\n"),
    Rule("2.1", "a form feed makes no blank line", "war\n\u{C}\npeace\n", "<p>war\n\u{C}\npeace</p>\n"),
    Rule(
      "2.1", "a space of category Zs is Unicode whitespace", "*\u{2003}war* *\u{3000}peace*\n",
      "<p>*\u{2003}war* *\u{3000}peace*</p>\n"),
    Rule("2.1", "a form feed is Unicode whitespace", "*\u{C}war*\n", "<p>*\u{C}war*</p>\n"),
    Rule("2.1", "a vertical tab is no Unicode whitespace", "*\u{B}war*\n", "<p><em>\u{B}war</em></p>\n"),
    Rule(
      "2.1", "a line separator is no Unicode whitespace", "*\u{2028}war*\n",
      "<p><em>\u{2028}war</em></p>\n"),
    Rule(
      "2.1", "a zero width space is neither whitespace nor punctuation", "war*\u{200B}peace*\n",
      "<p>war<em>\u{200B}peace</em></p>\n"),
    Rule("2.1", "a connector (Pc) is Unicode punctuation", "war*‿peace*\n", "<p>war*‿peace*</p>\n"),
    Rule("2.1", "a dash (Pd) is Unicode punctuation", "war*–peace*\n", "<p>war*–peace*</p>\n"),
    Rule("2.1", "an opening bracket (Ps) is Unicode punctuation", "war*「peace*\n", "<p>war*「peace*</p>\n"),
    Rule("2.1", "a closing bracket (Pe) is Unicode punctuation", "war*」peace*\n", "<p>war*」peace*</p>\n"),
    Rule(
      "2.1", "an initial quotation mark (Pi) is Unicode punctuation", "war*«peace*\n",
      "<p>war*«peace*</p>\n"),
    Rule(
      "2.1", "a final quotation mark (Pf) is Unicode punctuation", "war*»peace*\n", "<p>war*»peace*</p>\n"),
    Rule(
      "2.1", "any other punctuation (Po) is Unicode punctuation", "war*¿peace*\n", "<p>war*¿peace*</p>\n"),
    Rule(
      "2.1", "a mathematical symbol (Sm) is Unicode punctuation", "war*±peace*\n", "<p>war*±peace*</p>\n"),
    Rule("2.1", "a currency symbol (Sc) is Unicode punctuation", "war*€peace*\n", "<p>war*€peace*</p>\n"),
    Rule("2.1", "a modifier symbol (Sk) is Unicode punctuation", "war*¨peace*\n", "<p>war*¨peace*</p>\n"),
    Rule(
      "2.1", "any other symbol (So) is Unicode punctuation", "war*©peace* war*😀peace*\n",
      "<p>war*©peace* war*😀peace*</p>\n"),
    Rule(
      "2.1", "letters, marks and digits of any script are no punctuation",
      "war*яpeace* war*\u{301}peace* war*٣peace*\n",
      "<p>war<em>яpeace</em> war<em>\u{301}peace</em> war<em>٣peace</em></p>\n"),
  ]
}
