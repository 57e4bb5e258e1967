// What a page says and how it is set are one interface to those above: styles, texts, word patterns.
@_exported import BriefingText
