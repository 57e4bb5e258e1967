/// A page in the habits of a kind of site, and what of it is the article: own text, always the same.
public struct SiteSample: Sendable {
  /// The kind of site, in a word or two.
  public let name: String
  /// The page.
  public let page: String
  /// All that its article says but its title.
  public let article: String

  /// One of each kind.
  public static var all: [SiteSample] {
    kinds.map { name, write in
      var writer = SiteWriter()
      let page = write(&writer)
      return SiteSample(name: name, page: page, article: writer.kept.joined(separator: "\n"))
    }
  }

  private typealias Kind = (name: String, write: @Sendable (inout SiteWriter) -> String)

  private static let kinds: [Kind] = papers + blogs + institutions + frames

  private static let papers: [Kind] = [
    (
      "newspaper",
      { w in
        var text = w.article(10)
        text.insert("<div class=ad-container><p>Advertisement</p></div>", at: 3)
        text.insert("<aside class=pullquote><p>\(w.other())</p></aside>", at: 6)
        return w.page(
          "\(w.consent)<header>\(w.navigation)</header><main><article>\(w.h1)<p class=byline>By A. Writer</p>\(text.joined())</article>\(w.teasers())</main>\(w.footer)",
          head: "<meta property=article:published_time content=2025-05-15T09:00:00Z>")
      }
    ),
    (
      "agency",
      { w in
        let text = (0..<12).map { _ in "<div class=Paragraph-el>\(w.paragraph(1))</div>" }.joined()
        return w.page(
          "\(w.navigation)<div class=page><div class=article-body>\(w.h1)<div class=share-tools><a href=#>Share</a><a href=#>Print</a></div>\(text)<p class=trust-badge>Our Standards: <a href=/s>The Example Trust Principles.</a></p></div><div class=recommended>\(w.teasers())</div></div>\(w.footer)"
        )
      }
    ),
    (
      "tabloid",
      { w in
        var text = w.article(9)
        for place in [2, 5, 8] {
          text.insert("<div class=mol-promo><a href=/x>\(w.other())</a></div>", at: place)
        }
        text.insert("<p class=read-more>READ MORE: <a href=/y>\(w.other())</a></p>", at: 4)
        return w.page(
          "\(w.consent)\(w.navigation)<div class=article-text>\(w.h1)<ul class=bullets><li>\(w.keep("Prices fell for a third week"))</li><li>\(w.keep("Ships left the harbour at dawn"))</li></ul><p class=author-section>By <a>A. Writer</a></p>\(text.joined())</div><div class=sidebar>\(w.teasers(12))</div><div class=comments><p>What do you think? Be the first to comment and tell other readers of this page about it.</p></div>\(w.footer)"
        )
      }
    ),
    (
      "live blog",
      { w in
        let text = (1..<7).map { hour in
          "<div class=liveblog-update><time datetime=2025-05-15T0\(hour):00Z>0\(hour):00</time><h2>\(w.heading(hour))</h2><p>\(w.paragraph())</p></div>"
        }.joined()
        return w.page(
          "\(w.navigation)<main>\(w.h1)<div class=updates>\(text)</div></main><aside>\(w.teasers())</aside>\(w.footer)"
        )
      }
    ),
    (
      "magazine",
      { w in
        var text = w.article(9)
        text.insert(
          "<figure><img src=a.jpg alt='A ship'><figcaption>\(w.keep("A ship leaves the port at dawn."))</figcaption></figure>",
          at: 4)
        return w.page(
          "\(w.navigation)<article><header>\(w.h1)<p class=dek>\(w.keep("On the quiet end of an expensive year"))</p></header><div class=newsletter-signup><p>Get the weekly newsletter from our editors in your inbox every Friday morning.</p></div>\(text.joined())<div class=author-bio><p>A. Writer is a staff writer at The Example and the author of two books on bread and wheat.</p></div></article>\(w.footer)"
        )
      }
    ),
    (
      "broadcaster",
      { w in
        let text = (0..<12).map { _ in "<div data-component=text-block><p>\(w.paragraph(1))</p></div>" }
          .joined()
        return w.page(
          "\(w.navigation)<main id=main-content><article>\(w.h1)\(text)<section data-component=tag-list class=tags><h2>Topics</h2><ul><li><a href=/t>Grain</a></li><li><a href=/u>Trade</a></li></ul></section></article><section class=related><h2>More on this story</h2><ul><li><a href=/1>\(w.other())</a></li></ul></section></main>\(w.footer)",
          head:
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\(SiteWriter.title)\",\"author\":{\"name\":\"A. Writer\"}}</script>"
        )
      }
    ),
    (
      "many teasers",
      { w in
        let text = w.text(8)
        let cards = (0..<10).map { number in
          "<div class=card><h4><a href=/r\(number)>\(w.other())</a></h4><p>\(w.other()), says our report from the place where it all has happened in the past days.</p></div>"
        }.joined()
        return w.page(
          "\(w.navigation)<main><article class=story>\(w.h1)\(text)</article><section class=recirculation>\(cards)</section></main>\(w.footer)"
        )
      }
    ),
  ]

  private static let blogs: [Kind] = [
    (
      "blog software",
      { w in
        w.page(
          "<div id=page><header id=masthead>\(w.navigation)</header><div id=content><div id=primary><main><article class='post type-post'><header class=entry-header><h1 class=entry-title>\(SiteWriter.title)</h1><div class=entry-meta><span class=posted-on><time datetime=2025-05-15>May 15, 2025</time></span><span class=byline> by <a href=/author/a>A. Writer</a></span></div></header><div class=entry-content>\(w.text(8))<div class='sharedaddy sd-sharing'><h3>Share this:</h3><ul><li><a>Facebook</a></li></ul></div></div><footer class=entry-footer>Posted in <a href=/c>News</a></footer></article><nav class=post-navigation><a href=/prev>\(w.other())</a></nav><div id=comments><h2>3 thoughts</h2><ol><li><p>\(w.other()), which I find quite a wonderful thing to read in the morning, thank you so much for it.</p></li></ol></div></main></div><div id=secondary class=widget-area><section class=widget><h2>Recent posts</h2><ul><li><a href=/1>\(w.other())</a></ul></section></div></div>\(w.footer)</div>"
        )
      }
    ),
    (
      "small blog",
      { w in w.page("\(w.h1)<p><a href=/>home</a> · <a href=/about>about</a></p>\(w.text(6, headings: 1))") }
    ),
    (
      "newsletter",
      { w in
        w.page(
          "<div class=main-menu>\(w.navigation)</div><div class=single-post-container><article class='newsletter-post post'><div class=post-header><h1 class=post-title>\(SiteWriter.title)</h1><h3 class=subtitle>\(w.keep("What a week of falling prices means for those who grow and those who eat"))</h3><div class=byline-wrapper><a href=/@a>A. Writer</a><div>May 15, 2025</div></div></div><div class=available-content><div class='body markup'>\(w.text(7))<div class=subscription-widget-wrap><p>Thanks for reading The Example! Subscribe for free to receive new posts and support my work.</p><form><input><button>Subscribe</button></form></div></div></div></article><div class=comments-section><p>\(w.other()) and that is what I think of it, since you have asked me so kindly.</p></div></div>\(w.footer)"
        )
      }
    ),
    (
      "blog platform",
      { w in
        w.page(
          "<div id=root><div class=a><div class=b>\(w.navigation)</div><div><article><div class=c><section><div><div class=d>\(w.h1)</div>\(w.text(8))</div></section></div></article></div><div class=e><div>More from A. Writer</div><div><h2>\(w.other())</h2><h3>\(w.other())</h3></div></div></div></div>"
        )
      }
    ),
  ]

  private static let institutions: [Kind] = [
    (
      "encyclopedia",
      { w in
        let lead = (0..<2).map { _ in "<p>\(w.paragraph())</p>" }.joined()
        let text = (0..<3).map { number in
          "<h2><span class=mw-headline id=x>\(w.heading(number))</span><span class=mw-editsection>[<a href=/e>edit</a>]</span></h2><p>\(w.paragraph())</p>"
        }.joined()
        return w.page(
          "<div id=mw-navigation>\(w.navigation)</div><div id=content role=main><h1 id=firstHeading>\(SiteWriter.title)</h1><div id=bodyContent><div id=mw-content-text>\(lead)\(text)</div></div></div>\(w.footer)"
        )
      }
    ),
    (
      "government",
      { w in
        let items = (0..<4).map { _ in "<li>\(w.sentence())</li>" }.joined()
        return w.page(
          "<a class=skip-link href=#m>Skip to main content</a><div class=usa-banner><p>An official website of the government. Here is how you know that this is one of them.</p></div>\(w.navigation)<ol class=breadcrumb><li><a href=/>Home</a><li><a href=/n>News</a></ol><main id=m>\(w.h1)<p class=date>May 15, 2025</p>\(w.text(6))<ul>\(items)</ul></main>\(w.footer)"
        )
      }
    ),
    (
      "documentation",
      { w in
        let items = (0..<5).map { _ in "<li><p>\(w.sentence())</p></li>" }.joined()
        let cells = ["Kind", "Price", "Wheat", "230"].map { w.keep($0) }
        return w.page(
          "<div class=sphinxsidebar>\(w.teasers(6, name: "toc"))</div><div class=document><div class=body role=main><section><h1>\(SiteWriter.title)<a class=headerlink href=#x>¶</a></h1>\(w.text(4))<ol>\(items)</ol><table><tr><th>\(cells[0])</th><th>\(cells[1])</th></tr><tr><td>\(cells[2])</td><td>\(cells[3])</td></tr></table></section></div></div>\(w.footer)"
        )
      }
    ),
    (
      "archive of a list",
      { w in
        let text = (0..<5).map { _ in "<p>\(w.paragraph())</p>" }.joined()
        return w.page(
          "\(w.h1)<b>A. Writer</b> <i>Thu May 15 2025</i><ul><li>Previous message: <a href=1>\(w.other())</a></li><li>Next message: <a href=2>\(w.other())</a></li></ul><hr>\(text)<hr><ul><li>Previous message: <a href=1>\(w.other())</a></li></ul>"
        )
      }
    ),
  ]

  private static let frames: [Kind] = [
    (
      "tables for layout",
      { w in
        let text = (0..<8).map { _ in w.paragraph() }.joined(separator: "<br><br>")
        return
          "<html><head><title>\(SiteWriter.title)</title></head><body bgcolor=white><table width=100%><tr><td colspan=2><font size=5>The Example</font><td></tr><tr><td width=150><a href=/a>Home</a><br><a href=/b>World</a><br><a href=/c>Business</a></td><td><font face=Arial>\(w.h1)\(text)</font></td></tr><tr><td colspan=2 align=center><font size=1>Copyright 2025 The Example</font></td></tr></table></body></html>"
      }
    ),
    (
      "div for everything",
      { w in
        let text = (0..<8).map { "<div class=css-\($0)x><div class=css-p>\(w.paragraph())</div></div>" }
          .joined()
        return w.page(
          "<div id=__next><div class=css-1><div class=css-2>\(w.navigation)</div><div class=css-3><div class=css-4>\(w.h1)</div><div class=css-5>\(text)</div><div class=css-6><div>Most read</div><div><a href=/1>\(w.other())</a></div><div><a href=/2>\(w.other())</a></div></div></div></div></div>"
        )
      }
    ),
    (
      "a form around all",
      { w in
        w.page(
          "<form id=form1 method=post><input type=hidden name=__VIEWSTATE value=xxxx><div id=header>\(w.navigation)</div><div id=wrapper><div id=left class=sidebar>\(w.teasers())</div><div id=center>\(w.h1)\(w.text(7))</div></div>\(w.footer)</form>"
        )
      }
    ),
    (
      "accelerated page",
      { w in
        w.page(
          "<header>\(w.navigation)</header><article>\(w.h1)<amp-img src=a.jpg width=100 height=50 alt=''></amp-img>\(w.text(7))<amp-ad><div placeholder>Ad</div></amp-ad><div class=amp-related-posts>\(w.teasers())</div></article>\(w.footer)",
          head: "<style amp-custom>p{}</style>")
      }
    ),
    (
      "Chinese",
      { w in
        let text = zip(
          ["交通部", "财政部", "港务局", "中央银行", "北方的农民", "铁路工会"],
          ["铁路将在今年年底之前重新开放", "粮食价格已经连续第三周下跌", "两艘船运送化肥前往东部", "预算将削减十分之一", "大桥因维修而关闭", "投票推迟到秋天"]
        ).map { "<p>\(w.keep("\($0)周一表示，\($1)，这让许多分析人士感到意外，因为数字还不是最终的结果。经过几个星期的争论，没有人知道会持续多久。"))</p>" }
          .joined()
        return w.page(
          "<div class=nav><a href=/>首页</a><a href=/w>国际</a></div><div class=content><h1>粮食价格连续第三周下跌</h1><div class=article>\(text)</div><div class=share>分享到微信</div></div><div class=footer>版权所有</div>",
          title: "粮食价格连续第三周下跌", language: "zh")
      }
    ),
  ]
}
