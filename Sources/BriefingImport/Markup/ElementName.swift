import CommonMark

/// What an element is, by its name: those that any rule asks for. Kept in a byte, so that a rule asks with one comparison.
enum ElementName: UInt8, CaseIterable {
  /// None: text between tags, and the document itself.
  case textNode
  /// An element that no rule of HTML knows, or any of XML: its name stands in the source alone (``MarkupTree/name(of:)``).
  case other
  case a, abbr, address, ampImg, annotationXML, area, article, aside, audio, b, base, basefont, bgsound, big,
    blockquote, body, br, button, canvas, caption, center, circle, cite, code, col, colgroup, dd, del,
    desc, details, dfn, dialog, dir, div, dl, dt, ellipse, em, embed, fieldset, figcaption, figure, font,
    footer, foreignObject, form, frame, g, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i,
    iframe, image, img, input, kbd, keygen, legend, li, line, link, main, map, math, menu, meta, meter, mi,
    mn, mo, ms, mtext, nav, noembed, noframes, noscript, object, ol, optgroup, option, p, param, path,
    polygon, polyline, pre, progress, q, rect, s, samp, script, section, select, small, source, span, stop,
    strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead,
    time, title, tr, track, tt, u, ul, use, `var`, video, wbr, xmp

  /// The names as they are written, in the order of the cases.
  static let written =
    ["", ""]
      + """
      a abbr address amp-img annotation-xml area article aside audio b base basefont bgsound big blockquote body br
      button canvas caption center circle cite code col colgroup dd del desc details dfn dialog dir div dl dt ellipse
      em embed fieldset figcaption figure font footer foreignobject form frame g h1 h2 h3 h4 h5 h6 head header hgroup
      hr html i iframe image img input kbd keygen legend li line link main map math menu meta meter mi mn mo ms mtext
      nav noembed noframes noscript object ol optgroup option p param path polygon polyline pre progress q rect s
      samp script section select small source span stop strike strong style sub summary sup svg table tbody td
      template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp
      """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// The element of a name that stands in the source, in whatever case.
  static func named(_ bytes: ArraySlice<UInt8>) -> ElementName {
    guard let key = Key(bytes) else { return .other }
    var slot = key.slot
    while let entry = slots[slot] {
      if entry.key == key { return entry.name }
      slot = (slot + 1) % slots.count
    }
    return .other
  }

  // MARK: Table

  /// The bytes of a name of up to sixteen, in lower case.
  private struct Key: Equatable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    init?(_ bytes: some Collection<UInt8>) {
      guard 1...16 ~= bytes.count else { return nil }
      for byte in bytes {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte.lowercased)
      }
    }

    /// Where the table is looked into first.
    var slot: Int { Int(((low ^ high) &* 0x9E37_79B9_7F4A_7C15) >> 55) }
  }

  /// Elements by their keys, each at its slot or in the next one that is free.
  private static let slots: [(key: Key, name: ElementName)?] = {
    var slots: [(key: Key, name: ElementName)?] = Array(repeating: nil, count: 512)
    for (name, text) in zip(allCases, written) {
      guard let key = Key(text.utf8) else { continue }
      var slot = key.slot
      while slots[slot] != nil { slot = (slot + 1) % slots.count }
      slots[slot] = (key, name)
    }
    return slots
  }()
}
