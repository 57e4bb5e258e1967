import CommonMark

/// What of a page is not its article, by names and words.
enum PageClutter {
  /// Whether an element is never text of an article.
  static func isNeverText(_ name: ElementName) -> Bool {
    switch name {
    case .script, .style, .template, .head, .button, .select, .option, .textarea, .dialog, .svg, .canvas,
      .object,
      .embed, .iframe, .frame, .noframes, .noembed, .audio, .video, .map, .meta, .link, .title, .param,
      .source,
      .progress, .meter:
      true
    default: false
    }
  }

  /// Whether it is not, unless most of the page is in it.
  static func isSurrounding(_ name: ElementName) -> Bool {
    switch name {
    case .nav, .aside, .footer, .form, .menu: true
    default: false
    }
  }

  /// The same by what they are for (WAI-ARIA).
  static let roles: Set = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
    "menubar", "toolbar", "tablist",
    "form", "button",
  ]
  /// Words in classes and ids of what stands around an article.
  static let words: Set = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adslot", "adsbygoogle", "adbox",
    "adunit", "sponsor", "sponsored",
    "sponsors", "promo", "promos", "promotion", "promoted", "related", "recommended", "recommendations",
    "recommendation", "recirc",
    "recirculation", "comments", "comment", "disqus", "respond", "share", "sharing", "sharebar", "shares",
    "social", "newsletter", "subscribe",
    "subscription", "signup", "sidebar", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr",
    "banner", "modal", "popup",
    "popover", "overlay", "outbrain", "taboola", "toolbar", "pagination", "pager", "nav", "navbar",
    "navigation", "masthead", "menu",
    "paywall", "regwall", "skip", "tags", "taglist", "topics", "trending", "mostread", "popular", "teaser",
    "teasers", "jp",
    "sharedaddy", "print", "printfriendly", "feedback", "rating", "ratings", "poll", "login", "noprint",
    "screenreader",
  ]
  /// Whole paragraphs that say nothing of the article, in lower case.
  static let paragraphs: Set = [
    "advertisement", "advert", "ad", "ads", "sponsored", "share", "share this", "share this article",
    "share this story", "share article", "print",
    "email", "save", "save article", "copy link", "read more", "sign up", "subscribe", "subscribe now",
    "log in", "listen to this article",
    "skip advertisement", "article continues below advertisement", "story continues below advertisement",
    "comments", "leave a comment",
    "loading...", "loading…", "continue reading the main story", "advertisement - scroll to continue",
    "scroll to continue", "back to top",
    "werbung", "anzeige", "teilen", "drucken", "publicité", "partager", "publicidad", "compartir", "реклама",
    "поделиться", "广告", "分享",
    "広告", "シェア", "reklam", "paylaş", "pubblicità", "condividi", "advertentie", "reklama", "udostępnij",
    "annons", "dela", "العلان",
  ]
  /// Whether a class or id has a word of a set: words are divided by signs and capitals, and also count together
  /// (`post-meta` is `postmeta`).
  static func hasWord(_ names: String, of words: Set<String>) -> Bool {
    guard !names.isEmpty else { return false }
    for name in names.split(whereSeparator: \.isWhitespace) {
      var word: [UInt8] = []
      var all: [UInt8] = []
      var isBehindCapital = true
      for byte in name.utf8 {
        let isCapital = 0x41...0x5A ~= byte
        let isLetter = byte.isLetter
        if !isLetter || isCapital && !isBehindCapital {
          if words.contains(String(decoding: word, as: UTF8.self)) { return true }
          word.removeAll(keepingCapacity: true)
        }
        if isLetter {
          word.append(byte.lowercased)
          if all.count < 40 { all.append(byte.lowercased) }
        }
        isBehindCapital = isCapital || !isLetter
      }
      if words.contains(String(decoding: word, as: UTF8.self))
        || words.contains(String(decoding: all, as: UTF8.self))
      {
        return true
      }
    }
    return false
  }
}
