import BriefingReader

/// Keys that other programs have, as a table of keys has them, over briefing's own.
public enum KeyPreset: String, Hashable, Sendable, CaseIterable {
  /// briefing's own: digits go to sections.
  case briefing
  case vi
  case less
  case emacs

  /// The table of keys.
  var text: String {
    switch self {
    case .briefing: ""
    case .vi: Self.viText
    case .less: Self.lessText
    case .emacs: Self.emacsText
    }
  }

  private static let viText = """
    [keys]
    counts = true
    "g g" = "start"
    "g f" = "follow-link"
    "g x" = "follow-link"
    "g t" = "next-briefing"
    "g T" = "previous-briefing"
    "%" = "go-to-percent"
    "C-o" = ["place-back", "search-order"]
    "Z Q" = "quit"
    "] ]" = "next-section"
    "[ [" = "previous-section"
    "] c" = "next-change"
    "[ c" = "previous-change"
    """

  private static let lessText = """
    [keys]
    counts = true
    "f" = "page-down"
    "z" = "page-down"
    "C-v" = "page-down"
    "M-v" = "page-up"
    "e" = "down"
    "y" = "up"
    "p" = "go-to-percent"
    "%" = "go-to-percent"
    "h" = "help"
    "r" = "redraw"
    "F" = "follow-link"
    "R" = ["look-again", "look-at-file"]
    ": n" = "next-briefing"
    ": p" = "previous-briefing"
    ": q" = "quit"
    "M-g" = "go-to"
    "- S" = "toggle-wrap"
    "M-u" = "clear"
    "O" = "order"
    "Y" = "copy"
    """

  private static let emacsText = """
    [keys]
    "C-v" = "page-down"
    "M-v" = "page-up"
    "M-<" = "start"
    "M->" = "end"
    "C-s" = ["find", "filter", "search-help", "next-while-typing"]
    "C-r" = "previous-while-typing"
    "C-g" = ["clear", "leave-known-places", "leave", "decline", "leave-results", "give-up", "cancel"]
    "C-f" = ["pan-right", "cursor-right", "search-cursor-right"]
    "C-b" = ["pan-left", "cursor-left", "search-cursor-left"]
    "M-g" = "go-to"
    "M-x" = "go-to"
    "C-x C-f" = "search"
    "M-w" = ["copy", "copy-link", "copy-address"]
    "C-Space" = "select-lines"
    "M-|" = "pipe"
    "C-x C-w" = "write"
    "C-x C-q" = "edit"
    "C-x b" = "history"
    "C-x k" = "back"
    "C-x C-x" = "before-jump"
    "C-x Right" = "next-briefing"
    "C-x Left" = "previous-briefing"
    "C-x r b" = "bookmarks"
    """
}
