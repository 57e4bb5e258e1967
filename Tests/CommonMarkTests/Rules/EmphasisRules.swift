extension Rule {
  /// Section 6.2: its seventeen rules.
  static let emphasis: [Rule] = [
    Rule("6.2", "* opens and closes emphasis", "*war and peace*\n", "<p><em>war and peace</em></p>\n"),
    Rule("6.2", "* followed by white space opens nothing", "war * peace*\n", "<p>war * peace*</p>\n"),
    Rule(
      "6.2", "* behind a letter and before punctuation opens nothing", "war*(peace)*\n",
      "<p>war*(peace)*</p>\n"),
    Rule(
      "6.2", "* behind punctuation and before punctuation opens emphasis", "-*(war)*\n",
      "<p>-<em>(war)</em></p>\n"),
    Rule("6.2", "* followed by a no-break space opens nothing", "*\u{A0}war*\n", "<p>*\u{A0}war*</p>\n"),
    Rule(
      "6.2", "* before a symbol and behind a letter opens nothing", "war*$5* peace*£9*\n",
      "<p>war*$5* peace*£9*</p>\n"),
    Rule(
      "6.2", "* can emphasise a part of a word", "war*time* *peace*time\n",
      "<p>war<em>time</em> <em>peace</em>time</p>\n"),
    Rule("6.2", "* can emphasise a part of a number", "19*39* was\n", "<p>19<em>39</em> was</p>\n"),
    Rule("6.2", "_ opens and closes emphasis", "_war and peace_\n", "<p><em>war and peace</em></p>\n"),
    Rule("6.2", "_ followed by white space opens nothing", "_ war_\n", "<p>_ war_</p>\n"),
    Rule(
      "6.2", "_ behind a letter and before punctuation opens nothing", "war_\"peace\"_\n",
      "<p>war_&quot;peace&quot;_</p>\n"),
    Rule(
      "6.2", "_ opens nothing in a word", "war_time_ 19_39_ война_мир_\n",
      "<p>war_time_ 19_39_ война_мир_</p>\n"),
    Rule(
      "6.2", "_ that can close does not open, and one that can open does not close",
      "war_ (peace) _truce\n", "<p>war_ (peace) _truce</p>\n"),
    Rule(
      "6.2", "_ in both directions opens behind punctuation", "war-_(peace)_\n",
      "<p>war-<em>(peace)</em></p>\n"),
    Rule(
      "6.2", "emphasis closes with the character that opened it", "_war*\n\n*peace_\n",
      "<p>_war*</p>\n<p>*peace_</p>\n"),
    Rule("6.2", "* behind white space closes nothing", "*war *\n", "<p>*war *</p>\n"),
    Rule("6.2", "* at the start of a line closes nothing", "*war\n*\n", "<p>*war\n*</p>\n"),
    Rule(
      "6.2", "* behind punctuation and before a letter closes nothing", "*war (*peace)\n",
      "<p>*war (*peace)</p>\n"),
    Rule(
      "6.2", "* behind punctuation and before white space closes emphasis", "*war (peace)* truce\n",
      "<p><em>war (peace)</em> truce</p>\n"),
    Rule(
      "6.2", "emphasis can be in emphasis between brackets", "*war (*and* peace)*\n",
      "<p><em>war (<em>and</em> peace)</em></p>\n"),
    Rule("6.2", "_ behind white space closes nothing", "_war _\n", "<p>_war _</p>\n"),
    Rule(
      "6.2", "_ behind punctuation and before a letter closes nothing", "_(war)_peace\n",
      "<p>_(war)_peace</p>\n"),
    Rule("6.2", "_ closes nothing in a word", "_war_time _война_мир\n", "<p>_war_time _война_мир</p>\n"),
    Rule(
      "6.2", "_ in a word does not end emphasis at the word's end", "_war_and_peace_\n",
      "<p><em>war_and_peace</em></p>\n"),
    Rule("6.2", "_ in both directions closes before punctuation", "_(war)_-\n", "<p><em>(war)</em>-</p>\n"),
    Rule(
      "6.2", "** opens and closes strong emphasis", "**war and peace**\n",
      "<p><strong>war and peace</strong></p>\n"),
    Rule("6.2", "** followed by white space opens nothing", "war ** peace**\n", "<p>war ** peace**</p>\n"),
    Rule(
      "6.2", "** behind a letter and before punctuation opens nothing", "war**\"peace\"**\n",
      "<p>war**&quot;peace&quot;**</p>\n"),
    Rule("6.2", "** can be strong in a word", "war**time**s\n", "<p>war<strong>time</strong>s</p>\n"),
    Rule(
      "6.2", "__ opens and closes strong emphasis", "__war and peace__\n",
      "<p><strong>war and peace</strong></p>\n"),
    Rule(
      "6.2", "__ followed by white space opens nothing", "__ war__\n\n__\npeace__\n",
      "<p>__ war__</p>\n<p>__\npeace__</p>\n"),
    Rule(
      "6.2", "__ behind a letter and before punctuation opens nothing", "war__(peace)__\n",
      "<p>war__(peace)__</p>\n"),
    Rule(
      "6.2", "__ opens nothing in a word", "war__time__ 19__39__ война__мир__\n",
      "<p>war__time__ 19__39__ война__мир__</p>\n"),
    Rule(
      "6.2", "__ in both directions opens behind punctuation", "war-__(peace)__\n",
      "<p>war-<strong>(peace)</strong></p>\n"),
    Rule("6.2", "** behind white space closes nothing", "**war **\n", "<p>**war **</p>\n"),
    Rule(
      "6.2", "** behind punctuation and before a letter closes nothing", "**(war)**peace\n",
      "<p>**(war)**peace</p>\n"),
    Rule(
      "6.2", "strong emphasis can be in emphasis between brackets", "*war (**and** peace)*\n",
      "<p><em>war (<strong>and</strong> peace)</em></p>\n"),
    Rule(
      "6.2", "strong emphasis may extend over lines", "**war (*and\npeace*)**\n",
      "<p><strong>war (<em>and\npeace</em>)</strong></p>\n"),
    Rule("6.2", "__ behind white space closes nothing", "__war __\n", "<p>__war __</p>\n"),
    Rule(
      "6.2", "__ behind punctuation and before a letter closes nothing", "__(war)__peace\n",
      "<p>__(war)__peace</p>\n"),
    Rule(
      "6.2", "__ closes nothing in a word", "__war__time __война__мир\n",
      "<p>__war__time __война__мир</p>\n"),
    Rule(
      "6.2", "__ in a word does not end strong emphasis at the word's end", "__war__and__peace__\n",
      "<p><strong>war__and__peace</strong></p>\n"),
    Rule(
      "6.2", "__ in both directions closes before punctuation", "__(war)__!\n",
      "<p><strong>(war)</strong>!</p>\n"),
    Rule(
      "6.2", "any inlines can be in emphasis", "*war [and](/a) `peace`\n&amp; <b>truce</b>*\n",
      "<p><em>war <a href=\"/a\">and</a> <code>peace</code>\n&amp; <b>truce</b></em></p>\n"),
    Rule(
      "6.2", "strong emphasis can be in emphasis", "_war __and__ peace_\n",
      "<p><em>war <strong>and</strong> peace</em></p>\n"),
    Rule(
      "6.2", "emphasis of the same character can be in emphasis", "*war *and* peace*\n",
      "<p><em>war <em>and</em> peace</em></p>\n"),
    Rule(
      "6.2", "an inner and an outer span can start together", "__war_ peace_\n",
      "<p><em><em>war</em> peace</em></p>\n"),
    Rule(
      "6.2", "an inner and an outer span can end together", "*war *peace**\n",
      "<p><em>war <em>peace</em></em></p>\n"),
    Rule(
      "6.2", "in a word, runs whose lengths add up to a multiple of three do not match", "*war**peace*\n",
      "<p><em>war**peace</em></p>\n"),
    Rule(
      "6.2", "a run that can open and close does not match one where the sum is three",
      "*war**and*peace**\n", "<p><em>war**and</em>peace**</p>\n"),
    Rule(
      "6.2", "strong emphasis can be in emphasis without white space", "*war**and**peace*\n",
      "<p><em>war<strong>and</strong>peace</em></p>\n"),
    Rule(
      "6.2", "strong and plain emphasis can start together", "***war** peace*\n",
      "<p><em><strong>war</strong> peace</em></p>\n"),
    Rule(
      "6.2", "strong and plain emphasis can end together", "*war **peace***\n",
      "<p><em>war <strong>peace</strong></em></p>\n"),
    Rule(
      "6.2", "strong and plain emphasis can end together in a word", "*war**peace***\n",
      "<p><em>war<strong>peace</strong></em></p>\n"),
    Rule(
      "6.2", "runs whose lengths are multiples of three match", "war***and***peace\n",
      "<p>war<em><strong>and</strong></em>peace</p>\n"),
    Rule(
      "6.2", "runs of three and six match, for each is a multiple of three", "war***and******peace\n",
      "<p>war<em><strong>and</strong></em>***peace</p>\n"),
    Rule(
      "6.2", "emphasis may be nested at will", "*war **and *peace* or** truce*\n",
      "<p><em>war <strong>and <em>peace</em> or</strong> truce</em></p>\n"),
    Rule(
      "6.2", "emphasis is never empty", "war ** peace\n\nwar __ peace\n",
      "<p>war ** peace</p>\n<p>war __ peace</p>\n"),
    Rule(
      "6.2", "delimiters alone are no emphasis", "war **** peace ____ truce\n",
      "<p>war **** peace ____ truce</p>\n"),
    Rule(
      "6.2", "any inlines can be in strong emphasis", "**war [and](/a)\n`peace` ![truce](/t)**\n",
      """
      <p><strong>war <a href="/a">and</a>
      <code>peace</code> <img src="/t" alt="truce" /></strong></p>

      """),
    Rule(
      "6.2", "strong emphasis can be in strong emphasis", "__war __and__ peace__\n",
      "<p><strong>war <strong>and</strong> peace</strong></p>\n"),
    Rule(
      "6.2", "four delimiters are strong emphasis twice", "____war__ peace__\n",
      "<p><strong><strong>war</strong> peace</strong></p>\n"),
    Rule(
      "6.2", "emphasis can be in strong emphasis, in a word too", "**war *and* peace** **war*and*peace**\n",
      "<p><strong>war <em>and</em> peace</strong> <strong>war<em>and</em>peace</strong></p>\n"),
    Rule(
      "6.2", "emphasis can start or end together with the strong emphasis around it",
      "***war* peace** **war *peace***\n",
      "<p><strong><em>war</em> peace</strong> <strong>war <em>peace</em></strong></p>\n"),
    Rule(
      "6.2", "a literal * is no content of emphasis", "war ***\n\nwar *****\n",
      "<p>war ***</p>\n<p>war *****</p>\n"),
    Rule(
      "6.2", "an escaped * can be all that is emphasised", "war *\\**\n\nwar **\\***\n",
      "<p>war <em>*</em></p>\n<p>war <strong>*</strong></p>\n"),
    Rule(
      "6.2", "another delimiter can be all that is emphasised", "war *_* **_**\n",
      "<p>war <em>_</em> <strong>_</strong></p>\n"),
    Rule(
      "6.2", "* in excess is outside the emphasis",
      """
      **war*

      *peace**

      ***truce**

      **talks***

      """,
      """
      <p>*<em>war</em></p>
      <p><em>peace</em>*</p>
      <p>*<strong>truce</strong></p>
      <p><strong>talks</strong>*</p>

      """),
    Rule(
      "6.2", "a literal _ is no content of emphasis", "war ___\n\nwar _____\n",
      "<p>war ___</p>\n<p>war _____</p>\n"),
    Rule(
      "6.2", "an escaped _ can be all that is emphasised", "war _\\__\n\nwar __\\___\n",
      "<p>war <em>_</em></p>\n<p>war <strong>_</strong></p>\n"),
    Rule(
      "6.2", "_ in excess is outside the emphasis",
      """
      __war_

      _peace__

      ___truce__

      __talks___

      """,
      """
      <p>_<em>war</em></p>
      <p><em>peace</em>_</p>
      <p>_<strong>truce</strong></p>
      <p><strong>talks</strong>_</p>

      """),
    Rule(
      "6.2", "strong emphasis goes before emphasis in emphasis", "**war** __peace__\n",
      "<p><strong>war</strong> <strong>peace</strong></p>\n"),
    Rule(
      "6.2", "emphasis directly in emphasis takes another delimiter", "*_war_* _*peace*_\n",
      "<p><em><em>war</em></em> <em><em>peace</em></em></p>\n"),
    Rule(
      "6.2", "strong emphasis directly in strong emphasis takes no other delimiter", "****war****\n",
      "<p><strong><strong>war</strong></strong></p>\n"),
    Rule(
      "6.2", "six delimiters are strong emphasis three times", "______war______\n",
      "<p><strong><strong><strong>war</strong></strong></strong></p>\n"),
    Rule(
      "6.2", "of three delimiters emphasis is outside, strong inside", "***war***\n\n_____peace_____\n",
      "<p><em><strong>war</strong></em></p>\n<p><em><strong><strong>peace</strong></strong></em></p>\n"),
    Rule(
      "6.2", "of two spans that overlap the first counts", "*war _and* peace_\n",
      "<p><em>war _and</em> peace_</p>\n"),
    Rule(
      "6.2", "of two strong spans that overlap the first counts", "__war **and__ peace**\n",
      "<p><strong>war **and</strong> peace**</p>\n"),
    Rule(
      "6.2", "of two spans with one end the shorter counts", "**war **and peace**\n\n*war *and peace*\n",
      "<p>**war <strong>and peace</strong></p>\n<p>*war <em>and peace</em></p>\n"),
    Rule(
      "6.2", "a link groups more tightly", "*[war*](/w)\n\n_war [peace_](/p)\n",
      "<p>*<a href=\"/w\">war*</a></p>\n<p>_war <a href=\"/p\">peace_</a></p>\n"),
    Rule(
      "6.2", "an image groups more tightly", "*![war*](/w)\n", "<p>*<img src=\"/w\" alt=\"war*\" /></p>\n"),
    Rule(
      "6.2", "a tag groups more tightly", "**<b title=\"**\">\n\n__<i title='__'>\n",
      "<p>**<b title=\"**\"></p>\n<p>__<i title='__'></p>\n"),
    Rule("6.2", "a code span groups more tightly", "*war `*`\n", "<p>*war <code>*</code></p>\n"),
    Rule(
      "6.2", "an autolink groups more tightly", "**war<wire:peace?**>\n\n__war<wire:peace?__>\n",
      """
      <p>**war<a href="wire:peace?**">wire:peace?**</a></p>
      <p>__war<a href="wire:peace?__">wire:peace?__</a></p>

      """),
    Rule(
      "6.2", "the ends of a line count as white space", "*war\n*peace*\n", "<p>*war\n<em>peace</em></p>\n"),
  ]
}
