import CommonMark
import Testing

/// Code between tags of a template.
@Suite struct TemplateFenceTests {
  @Test(arguments: [
    (
      "{% highlight ruby linenos %}\ndef a\n\n  b *c*\nend\n{% endhighlight %}\nd",
      "<pre><code class=\"language-ruby\">def a\n\n  b *c*\nend\n</code></pre>\n<p>d</p>"
    ),
    ("{%- highlight js -%}\na\n{%- endhighlight -%}", "<pre><code class=\"language-js\">a\n</code></pre>"),
    ("{% highlight %}\na{% endhighlight %}", "<pre><code>a\n</code></pre>"),
    (
      "a\n{% highlight c %}\nb\n{% endhighlight %}",
      "<p>a</p>\n<pre><code class=\"language-c\">b\n</code></pre>"
    ),
    ("{% codeblock lang:c %}\n# a\n{% endcodeblock %}", "<pre><code class=\"language-c\"># a\n</code></pre>"),
    (
      "{{< highlight go \"linenos=table\" >}}\na {% b %}\n{{< /highlight >}}",
      "<pre><code class=\"language-go\">a {% b %}\n</code></pre>"
    ),
    ("{{% highlight go %}}\na\n{{% /highlight %}}", "<pre><code class=\"language-go\">a\n</code></pre>"),
    (
      "- {% highlight c %}\n  a\n  {% endhighlight %}\n- b",
      "<ul>\n<li>\n<pre><code class=\"language-c\">a\n</code></pre>\n</li>\n<li>b</li>\n</ul>"
    ),
    ("{% highlight c %}\n{% endhighlight %}\na", "<pre><code class=\"language-c\"></code></pre>\n<p>a</p>"),
    // Tags as others.
    ("{% highlight c %}\n*a*", "<p>\n<em>a</em></p>"),
    ("{% highlight c %} *a* {% endhighlight %}", "<p> <em>a</em> </p>"),
    ("{% highlights c %}\n*a*\n{% endhighlight %}", "<p>\n<em>a</em>\n</p>"),
    (
      "    {% highlight c %}\na\n\n{% endhighlight %}",
      "<pre><code>{% highlight c %}\n</code></pre>\n<p>a</p>\n<p></p>"
    ),
  ])
  func areCode(markdown: String, expected: String) throws {
    #expect(try renderHTML(of: markdown, .briefing) == expected)
  }

  @Test func theyAreTextWhereTheyWereNotAskedFor() throws {
    #expect(
      try renderHTML(of: "{% highlight c %}\n*a*\n{% endhighlight %}", .all)
        == "<p>{% highlight c %}\n<em>a</em>\n{% endhighlight %}</p>")
  }

  /// Nothing is looked for again and again.
  @Test func manyThatAreNotEndedTakeNoLonger() throws {
    let lines = String(repeating: "> {% highlight c %}\n\n", count: 20_000)
    #expect(try Document(lines, extensions: .briefing).blockCount > 20_000)
    let ended = lines + "{% endhighlight %}"
    #expect(try Document(ended, extensions: .briefing).blockCount > 20_000)
  }
}
