extension Rule {
  /// Section 6.6: the grammar of tags.
  static let rawHTML: [Rule] = [
    Rule("6.6", "a start tag passes as it is", "War <b><peace><h1>\n", "<p>War <b><peace><h1></p>\n"),
    Rule(
      "6.6", "a tag's name has letters, digits and hyphens", "War <news-item-2> <B2B>\n",
      "<p>War <news-item-2> <B2B></p>\n"),
    Rule(
      "6.6", "a tag's name starts with a letter", "War <2b> <-b> <_b>\n",
      "<p>War &lt;2b&gt; &lt;-b&gt; &lt;_b&gt;</p>\n"),
    Rule(
      "6.6", "a tag's name has no other characters", "War <a_b> <é> <a.b>\n",
      "<p>War &lt;a_b&gt; &lt;é&gt; &lt;a.b&gt;</p>\n"),
    Rule(
      "6.6", "a tag may close itself", "War <br/> <br /> <br\t\n/> <br a=b />\n",
      "<p>War <br/> <br /> <br\t\n/> <br a=b /></p>\n"),
    Rule(
      "6.6", "> must follow the / of a tag", "War <br/ > <br//>\n",
      "<p>War &lt;br/ &gt; &lt;br//&gt;</p>\n"),
    Rule(
      "6.6", "a name must follow the angle bracket", "War < b> <\nb>\n",
      "<p>War &lt; b&gt; &lt;\nb&gt;</p>\n"),
    Rule(
      "6.6", "spaces, tabs and a line ending may stand before attributes and >", "War <b  \t\na \t>\n",
      "<p>War <b  \t\na \t></p>\n"),
    Rule(
      "6.6", "two line endings may not stand before an attribute", "War <b\n\na>\n",
      "<p>War &lt;b</p>\n<p>a&gt;</p>\n"),
    Rule(
      "6.6", "an attribute's name starts with a letter, _ or :",
      "War <b a> <b _a> <b :a> <b 1a> <b -a> <b .a>\n",
      "<p>War <b a> <b _a> <b :a> &lt;b 1a&gt; &lt;b -a&gt; &lt;b .a&gt;</p>\n"),
    Rule(
      "6.6", "an attribute's name goes on with letters, digits, _ . : and -",
      "War <b a1_b.c:d-e> <b a+b> <b a*>\n", "<p>War <b a1_b.c:d-e> &lt;b a+b&gt; &lt;b a*&gt;</p>\n"),
    Rule(
      "6.6", "white space must stand before an attribute", "War <b a=\"b\"c=\"d\"> <b/a>\n",
      "<p>War &lt;b a=&quot;b&quot;c=&quot;d&quot;&gt; &lt;b/a&gt;</p>\n"),
    Rule(
      "6.6", "white space may stand around the = of an attribute",
      "War <b a = b c=\t\"d\" e\n= 'f' g=\n\"h\">\n",
      "<p>War <b a = b c=\t\"d\" e\n= 'f' g=\n\"h\"></p>\n"),
    Rule(
      "6.6", "a value must follow the = of an attribute", "War <b a=> <b a= >\n",
      "<p>War &lt;b a=&gt; &lt;b a= &gt;</p>\n"),
    Rule(
      "6.6", "an unquoted value may have many characters", "War <b a=*&/é;\\>\n",
      "<p>War <b a=*&/é;\\></p>\n"),
    Rule(
      "6.6", "an unquoted value has no quote, =, < or `",
      "War <b a=b\"c> <b a=b'c> <b a=b=c> <b a=b<c>> <b a=b`>\n",
      "<p>War &lt;b a=b&quot;c&gt; &lt;b a=b'c&gt; &lt;b a=b=c&gt; &lt;b a=b<c>&gt; &lt;b a=b`&gt;</p>\n"),
    Rule(
      "6.6", "a value in single quotes has no single quote", "War <b a='b\"<>`=\nc'> <b a='b'c'>\n",
      "<p>War <b a='b\"<>`=\nc'> &lt;b a='b'c'&gt;</p>\n"),
    Rule(
      "6.6", "a value in double quotes has no double quote", "War <b a=\"b'<>`=\nc\"> <b a=\"b\"c\">\n",
      "<p>War <b a=\"b'<>`=\nc\"> &lt;b a=&quot;b&quot;c&quot;&gt;</p>\n"),
    Rule("6.6", "a quoted value may be empty", "War <b a='' b=\"\">\n", "<p>War <b a='' b=\"\"></p>\n"),
    Rule("6.6", "a quote must be closed", "War <b a=\"b>\n", "<p>War &lt;b a=&quot;b&gt;</p>\n"),
    Rule(
      "6.6", "an end tag passes as it is, white space before its > too", "War </b> </peace \t>\n",
      "<p>War </b> </peace \t></p>\n"),
    Rule(
      "6.6", "an end tag has no attributes and does not close itself", "War </b a> </b/>\n",
      "<p>War &lt;/b a&gt; &lt;/b/&gt;</p>\n"),
    Rule(
      "6.6", "a name must follow the / of an end tag", "War </ b> </>\n",
      "<p>War &lt;/ b&gt; &lt;/&gt;</p>\n"),
    Rule(
      "6.6", "a comment passes as it is", "War <!-- and *peace* <b> -\n-- -->*truce*\n",
      "<p>War <!-- and *peace* <b> -\n-- --><em>truce</em></p>\n"),
    Rule(
      "6.6", "a comment may have -- in it, and - before its end", "War <!-- -- and --- peace --->\n",
      "<p>War <!-- -- and --- peace ---></p>\n"),
    Rule(
      "6.6", "<!--> and <!---> are comments", "War <!--> and --> <!---> peace -->\n",
      "<p>War <!--> and --&gt; <!---> peace --&gt;</p>\n"),
    Rule(
      "6.6", "a comment must be closed", "War <!-- peace\n\nWar <!-- peace --\n",
      "<p>War &lt;!-- peace</p>\n<p>War &lt;!-- peace --</p>\n"),
    Rule(
      "6.6", "an instruction passes as it is", "War <?news *peace* > ?\n?>\n",
      "<p>War <?news *peace* > ?\n?></p>\n"),
    Rule("6.6", "an instruction must be closed", "War <?news >\n", "<p>War &lt;?news &gt;</p>\n"),
    Rule(
      "6.6", "a declaration passes as it is", "War <!news *peace* \"x\ny\">\n",
      "<p>War <!news *peace* \"x\ny\"></p>\n"),
    Rule("6.6", "a declaration may have nothing behind its letter", "War <!n>\n", "<p>War <!n></p>\n"),
    Rule(
      "6.6", "a letter must follow the exclamation mark of a declaration", "War <!1> <! n>\n",
      "<p>War &lt;!1&gt; &lt;! n&gt;</p>\n"),
    Rule(
      "6.6", "a CDATA section passes as it is", "War <![CDATA[ *peace* ]> ]]\n]]>\n",
      "<p>War <![CDATA[ *peace* ]> ]]\n]]></p>\n"),
    Rule(
      "6.6", "a CDATA section must be closed, and in upper case",
      "War <![cdata[ peace ]]> <![CDATA[ peace ]>\n",
      "<p>War &lt;![cdata[ peace ]]&gt; &lt;![CDATA[ peace ]&gt;</p>\n"),
    Rule(
      "6.6", "references in attributes are kept", "War <b a=\"&auml;\">\n",
      "<p>War <b a=\"&auml;\"></p>\n"),
    Rule(
      "6.6", "backslashes in attributes do not escape", "War <b a=\"\\*\"> <b a=\"\\\"\">\n",
      "<p>War <b a=\"\\*\"> &lt;b a=&quot;&quot;&quot;&gt;</p>\n"),
  ]
}
