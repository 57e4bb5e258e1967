/// Everything that a key can ask for. The raw value is its name in configuration and manual.
///
/// A new command is a case here, a row in ``CommandTable``, and a line in the `perform` of the contexts where it
/// holds.
public enum Command: String, Hashable, Sendable, CaseIterable {
  case down, up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case start, end

  case nextSection = "next-section"
  case previousSection = "previous-section"
  case nextPeer = "next-peer-section"
  case previousPeer = "previous-peer-section"
  case topSection = "top-section"
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case toggleWrap = "toggle-wrap"
  case toggleDetails = "toggle-details"
  case toggleTargets = "toggle-targets"
  case jump
  case toggleFocus = "toggle-focus"
  case toggleOutline = "toggle-outline"

  case find
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case clear

  case search
  case open
  case filter
  case order
  case lookAgain = "look-again"
  case nextBriefing = "next-briefing"
  case previousBriefing = "previous-briefing"

  case followLink = "follow-link"
  case followOnlyLink = "follow-only-link"
  case placeBack = "place-back"
  case placeForward = "place-forward"
  case followSelected = "follow-selected"
  case deleteLetter = "delete-letter"
  case agree, decline
  case leave

  case accept, cancel
  case selectNext = "select-next"
  case selectPrevious = "select-previous"
  case nextWhileTyping = "next-while-typing"
  case previousWhileTyping = "previous-while-typing"
  case openHit = "open-hit"
  case nextHit = "next-hit"
  case previousHit = "previous-hit"
  case nextHits = "next-hits"
  case previousHits = "previous-hits"
  case searchOrder = "search-order"
  case helpWhileTyping = "help-while-typing"
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorStart = "cursor-start"
  case cursorEnd = "cursor-end"

  case help
  case searchHelp = "search-help"
  case redraw
  case back
  case quit
}
