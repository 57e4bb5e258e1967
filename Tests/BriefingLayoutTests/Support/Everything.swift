/// A page with everything that Markdown has.
enum Everything {
  /// What may stand before it.
  static let frontMatter = """
    ---
    title: Everything that a briefing can hold
    date: 2025-05-15
    source: The desk
    author: [A. Writer, B. Writer]
    tags: [markdown, test]
    summary: One of each, so that a change of how a page looks is seen, whatever it is that it changes.
    lang: en
    url: https://example.org/everything
    region: [Ankara, Washington]
    lang: de
    ---

    """

  /// The source.
  static let markdown = #"""
    # Everything that a *briefing* can hold

    A lead with *emphasis*, **strong words**, ***both***, ~~struck out~~, `code spans` and [a link](https://example.org/a) that
    goes on. It has a hard break\
    right there, an autolink <https://example.org/a/very/long/path/that/goes-on?and=on&on=1>, a note[^1], <kbd>Ctrl</kbd> and
    &copy; references. Turkey’s F-35 hopes – and AIM-120C-8 missiles.

    ## Lists

    - First
    - Second, which is long enough to be wrapped at most of the widths that are tested here
      - Nested
        - Deeper
          - Deepest
    - [ ] To do
    - [x] Done

    9. Nine
    10. Ten

        With a paragraph.
    11. Eleven

    ### Code

    ```swift
    func greet(_ name: String) {
    \#u{9}print("Hello, \(name)! This line of code is far too long for a narrow column.")
    }
    ```

        indented code

    ## Quotes

    > A quote of some length, so that it has to be wrapped in a narrow column.
    >
    > - with a list
    > - of two
    >
    > > and a quote in it

    > [!WARNING]
    > An alert has a label.

    ## Tables

    | Missile | Number | Cost, $ m | Remark |
    |---------|-------:|-----------|:------:|
    | AIM-120C-8 AMRAAM | 53 | 225 | medium range, for the F-16s |
    | AIM-9X Block II Sidewinder | 60 | 79.1 | *short* range |

    ***

    ![A map of the straits](map.png) and ![](photos/minister.jpg)

    <div>
    Raw <b>HTML</b> block<br>with a break
    <!-- hidden -->
    </div>

    日本語の文章は、空白なしで続きます。「括弧」も行末に来ません。

    Bad: &#27;[2J and &#x202E;rtl.

    -
    - >\#u{20}
    - ```
      code in item
      ```

    [^1]: The note itself, with enough words to be wrapped
        in a narrow column.

    [^a-long-label]: Another.

    [unused]: /url

    The end: e\#u{301} 👨\#u{200D}👩\#u{200D}👧 🇹🇷, ไทย, עברית, عربي, a soft\#u{AD}hyphen, 10\#u{A0}000 and a tab\#u{9}in text.

    """#

  /// A table and code that are wider than any page.
  static let wide = #"""
    | Missile | Number | Range in kilometres | Price of one, in dollars | Ordered | Remarks | Maker | First flight | In service since | Users | Guidance | Platforms |
    |---------|-------:|---------------------|:------------------------:|---------|---------|-------|--------------|------------------|-------|----------|-----------|
    | AIM-120C-8 AMRAAM | 53 | 160 | 1,100,000 | 2025-05-14 | for the F-16s that were refitted, 日本語 | Raytheon | February 1982 | September 1991 | forty countries | active radar | F-15, F-16, F-18, Typhoon |
    | Sidewinder[^1] | 60 | 35 | 430,000 | 2025-05-14 | older | Raytheon | September 1953 | 1956 | very many | infrared | nearly all |

    ```swift
    func greet(_ name: String, from place: String, at hour: Int) -> String { "Hello, \(name)! It is \(hour) o’clock in \(place), 日本語 – and this line is longer than the widest page of these, which has two hundred columns." }
    \#u{9}short()
    ```

    [^1]: A note.

    """#
}
