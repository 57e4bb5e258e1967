/// Bytes that a terminal would obey, or that show something else than there is.
public struct HostileEscape: Sendable {
  /// What it does, in words that can be printed.
  public let name: String
  /// Its bytes; not always UTF-8.
  public let bytes: [UInt8]

  private init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  private init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

  /// A briefing that has it wherever something can stand.
  public func everywhere() -> [UInt8] {
    var text: [UInt8] = []
    for piece in Self.places.split(separator: "§", omittingEmptySubsequences: false) {
      if !text.isEmpty { text += bytes }
      text += piece.utf8
    }
    // As references, which Markdown decodes after any filter of the input has looked.
    for byte in bytes where byte != 0x0A { text += "&#\(byte);&#x\(String(byte, radix: 16));".utf8 }
    return text + "\n".utf8
  }

  /// `§` says where it stands.
  private static let places = """
    ---
    title: A §title§
    summary: "quoted § summary"
    source: '§'
    author: [§a, b§]
    tags: [§, t§g]
    lang: §
    url: https://example.org/§
    date: 2025-05-15§
    own§key: a § value
    more: {§: [§]}
    ---
    # Heading § one

    Text § with **§bold§**, *§*, `§code§`, ~~§~~, <b§>, &§; and \\§.§

    ## §

    [§text](https://example.org/§ "title §") ![§alt](/§ '§') [a][§] [^§] <https://e.org/§> www.e.org/§ §@e.org
    <a href="§">§</a>  §
    [f][r§]

    Setext §
    ===

    - §item
      - [ ] §task §
    1. §

    > §quote
    > [!NOTE]
    > §

    | §a | b§ | § |
    |:--|:-:|--:|
    | § | `§` | [§](§) |

    ```§info§
    §code§
    ```

        §indented

    <div §>
    §raw <!-- § -->
    </div>

    [r§]: </§> "§"
    [§]: https://e.org/§

    [^§]: §note§
    [^n]: more

    [^n]
    """

  private static let text: [HostileEscape] = [
    .init("erase the screen (CSI)", "\u{1B}[2J"), .init("colours (CSI)", "\u{1B}[31;7m"),
    .init("leave the alternate screen (CSI)", "\u{1B}[?1049l"), .init("report the cursor (CSI)", "\u{1B}[6n"),
    .init("report the mouse (CSI)", "\u{1B}[?1003h"), .init("report the window (CSI)", "\u{1B}[21t"),
    .init("a CSI without end", "\u{1B}["), .init("an escape alone", "\u{1B}"),
    .init("the window's title (OSC 0)", "\u{1B}]0;pwned\u{7}"),
    .init("the clipboard (OSC 52)", "\u{1B}]52;c;cHduZWQ=\u{7}"),
    .init("a link (OSC 8)", "\u{1B}]8;;http://evil.example\u{1B}\\x\u{1B}]8;;\u{1B}\\"),
    .init("a file (OSC 1337)", "\u{1B}]1337;File=inline=1:AAAA\u{7}"),
    .init("an OSC without end", "\u{1B}]2;"),
    .init("a DCS", "\u{1B}P$q\"p\u{1B}\\"), .init("an APC", "\u{1B}_Gf=24;AAAA\u{1B}\\"),
    .init("a PM", "\u{1B}^pm\u{1B}\\"), .init("an SOS", "\u{1B}Xsos\u{1B}\\"),
    .init("a reset", "\u{1B}c"), .init("the alignment pattern", "\u{1B}#8"),
    .init("character sets", "\u{1B}(0\u{E}\u{F}"), .init("a CSI in C1", "\u{9B}2J"),
    .init("an OSC in C1", "\u{9D}0;pwned\u{9C}"), .init("a DCS in C1", "\u{90}$q\"p\u{9C}"),
    .init("all of C1", String(String.UnicodeScalarView((0x80..<0xA0).compactMap(Unicode.Scalar.init)))),
    .init("all of C0", String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))),
    .init("backspaces", "secret\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}public"), .init("a bell", "\u{7}"),
    .init("an enquiry", "\u{5}"), .init("a delete", "\u{7F}"), .init("vertical tab, form feed", "\u{B}\u{C}"),
    .init("tabs", "\t\t"), .init("NULs", "\0\0"),
    .init("a line that overwrites itself", "rm -rf\rls    "),
  ]

  private static let characters: [HostileEscape] = [
    .init("right to left override", "\u{202E}gpj.exe"),
    .init("isolates", "\u{2066}\u{2067}\u{2068}a\u{2069}"),
    .init("embeddings", "\u{202A}\u{202B}a\u{202C}\u{202D}"),
    .init("direction marks", "\u{200E}\u{200F}\u{61C}"),
    .init("zero width", "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}"), .init("soft hyphens", "a\u{AD}b"),
    .init("line and paragraph separators", "a\u{2028}b\u{2029}c\u{85}d"),
    .init("interlinear annotations", "\u{FFF9}a\u{FFFA}b\u{FFFB}"),
    .init("tag characters", "\u{E0001}\u{E0041}\u{E0042}\u{E007F}"),
    .init("variation selectors", "a\u{FE0F}\u{FE00}\u{E0100}"),
    .init("fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}"),
    .init("invisible operators", "\u{2061}\u{2062}\u{2063}\u{2064}\u{206A}\u{206F}\u{180E}"),
    .init("noncharacters", [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xF0, 0x9F, 0xBF, 0xBE, 0xEF, 0xB7, 0x90]),
    .init("private use", "\u{E000}\u{F8FF}"),
    .init("shorthand controls", "\u{1BCA0}\u{1BCA3}\u{13430}\u{1D173}"),
    .init("combining marks alone", "\u{301}\u{20DD}\u{488}"),
    .init("a family of emoji", "👨‍👩‍👧‍👦🏴‍☠️🇹🇷🇹"),
    .init("spaces of all widths", "\u{A0}\u{1680}\u{2003}\u{202F}\u{3000}"),
    .init("Hangul in parts", "\u{1100}\u{1161}\u{11A8}\u{1100}"), .init("Indic clusters", "क्ष्म्य\u{200D}\u{94D}"),
  ]

  private static let bytes: [HostileEscape] = [
    .init("a CSI as a raw C1 byte", [0x9B, 0x32, 0x4A]),
    .init("an OSC as raw C1 bytes", [0x9D, 0x30, 0x3B, 0x70, 0x9C]),
    .init("continuation bytes alone", [0x80, 0xBF, 0x85]),
    .init("an overlong escape", [0xC0, 0x9B, 0xE0, 0x80, 0x9B]),
    .init("surrogates", [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
    .init("beyond Unicode", [0xF4, 0x90, 0x80, 0x80, 0xF5]),
    .init("UTF-16's marks", [0xFF, 0xFE, 0xFE, 0xFF]),
    .init("characters cut short", [0xE2, 0x82, 0x20, 0xF0, 0x9F]),
    .init("a byte order mark", [0xEF, 0xBB, 0xBF]), .init("Latin-1", [0x45, 0x72, 0xE4, 0xF6, 0xFC]),
  ]

  /// All of them.
  public static let all = text + characters + bytes
}
