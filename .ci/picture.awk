# Draws a screen that `tmux capture-pane -e` has printed as SVG. ground is light or dark.
# Every run of one style is a text of its own at its column, so that the reader's font may be a little wider or narrower.

BEGIN {
  cell = 9; row = 19; edge = 16
  if (ground == "light") {
    back = "#ffffff"; front = "#1f2328"; faint = "#6e7781"; frame = "#d0d7de"
    split("#24292f #cf222e #116329 #7d4e00 #0550ae #8250df #1b7c83 #6e7781", palette, " ")
    split("#24292f #ffaba8 #aceebb #fae17d #b6e3ff #e2c5ff #b3f0ff #d0d7de", grounds, " ")
  } else {
    back = "#0d1117"; front = "#e6edf3"; faint = "#8b949e"; frame = "#30363d"
    split("#0d1117 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4", palette, " ")
    split("#484f58 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4", grounds, " ")
  }
  plain()
}

function plain() { bold = dim = line = reverse = strike = italic = 0; color = fill = "" }

# SGR, ECMA-48 section 8.3.117.
function style(codes,   list, count, i, code) {
  count = split(codes == "" ? "0" : codes, list, ";")
  for (i = 1; i <= count; i++) {
    code = list[i] + 0
    if (code == 0) plain()
    else if (code == 1) bold = 1
    else if (code == 2) dim = 1
    else if (code == 3) italic = 1
    else if (code == 4) line = 1
    else if (code == 7) reverse = 1
    else if (code == 9) strike = 1
    else if (code == 22) bold = dim = 0
    else if (code == 23) italic = 0
    else if (code == 24) line = 0
    else if (code == 27) reverse = 0
    else if (code == 29) strike = 0
    else if (code >= 30 && code <= 37) color = palette[code - 29]
    else if (code == 39) color = ""
    else if (code >= 40 && code <= 47) fill = grounds[code - 39]
    else if (code == 49) fill = ""
  }
}


# Draws a run of one style. What blanks part is drawn apart: not every viewer keeps them.
function emit(text,   ink, paper, swap, extra, word) {
  if (text == "") return
  ink = color == "" ? (dim ? faint : front) : color
  paper = fill
  if (reverse) { swap = ink; ink = paper == "" ? back : paper; paper = swap }
  else if (fill != "" && color == palette[1]) ink = ground == "light" ? front : back
  if (paper != "")
    rects = rects sprintf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", \
      edge + column * cell, edge + (NR - 1) * row, width(text) * cell, row, paper)
  extra = (bold ? " font-weight=\"bold\"" : "") (italic ? " font-style=\"italic\"" : "")
  if (line || strike) extra = extra " text-decoration=\"" (line ? "underline" : "line-through") "\""
  while (match(text, /[^ ]+( [^ ]+)*/)) {
    word = substr(text, RSTART, RLENGTH)
    column += RSTART - 1
    text = substr(text, RSTART + RLENGTH)
    draw(word, ink, extra)
    column += width(word)
  }
  column += length(text)
}

function draw(word, ink, extra,   columns) {
  columns = width(word)
  gsub(/&/, "\\&amp;", word); gsub(/</, "\\&lt;", word); gsub(/>/, "\\&gt;", word)
  texts = texts sprintf("<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\"%s>%s</text>\n", \
    edge + column * cell, edge + (NR - 1) * row + 14, columns * cell, ink, extra, word)
}

# In bytes: those that continue a character of UTF-8 do not count. No character of the screen is wider than a column.
function width(text) {
  gsub(/[\200-\277]/, "", text)
  return length(text)
}

{
  column = 0
  rest = $0
  while (match(rest, /\033\[[0-9;]*m/)) {
    codes = substr(rest, RSTART + 2, RLENGTH - 3)
    before = substr(rest, 1, RSTART - 1)
    rest = substr(rest, RSTART + RLENGTH)
    emit(before)
    style(codes)
  }
  emit(rest)
}

END {
  wide = 92 * cell + 2 * edge; high = NR * row + 2 * edge
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" ", wide, high, wide, high
  print "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\" shape-rendering=\"crispEdges\">"
  printf "<title>briefing reads a briefing: its outline beside the text, the matches of a search lit</title>\n"
  printf "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\" stroke=\"%s\"/>\n", back, frame
  printf "%s%s</svg>\n", rects, texts
}
