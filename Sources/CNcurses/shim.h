// What Swift cannot import from <curses.h> and <term.h> gets a small inline function here: macros, globals
// and functions that Glibc's module leaves out. _GNU_SOURCE stays undefined, as in Glibc's own module.
#ifndef BRIEFING_CNCURSES_SHIM_H
#define BRIEFING_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <term.h>
#include <wchar.h>

static inline WINDOW *briefing_stdscr(void) { return stdscr; }
static inline int briefing_colors(void) { return COLORS; }
static inline int briefing_lines(void) { return LINES; }
static inline int briefing_columns(void) { return COLS; }

static inline attr_t briefing_bold(void) { return A_BOLD; }
static inline attr_t briefing_dim(void) { return A_DIM; }
static inline attr_t briefing_italic(void) { return A_ITALIC; }
static inline attr_t briefing_underline(void) { return A_UNDERLINE; }
static inline attr_t briefing_reverse(void) { return A_REVERSE; }

// The string of a terminfo capability; NULL where the terminal has none.
static inline const char *briefing_capability(const char *name) {
  const char *string = tigetstr(name);
  return string == (const char *)-1 ? NULL : string;
}

// The same with numbers in the place of its parameters; one that takes a single one leaves the second.
static inline const char *briefing_capability_with(const char *name, int first, int second) {
  const char *string = briefing_capability(name);
  return string ? tiparm(string, first, second) : NULL;
}

// Whether the terminal has a flag, one of the extended ones too.
static inline bool briefing_has_flag(const char *name) { return tigetflag(name) == 1; }

// Drops what setupterm has looked up.
static inline void briefing_forget_terminal(void) { del_curterm(cur_term); }

// A cell with one scalar. `pair` may be greater than the short that setcchar takes besides it.
static inline cchar_t briefing_cell(wchar_t scalar, attr_t attributes, int pair) {
  wchar_t string[2] = {scalar, 0};
  cchar_t cell;
  setcchar(&cell, string, attributes, 0, &pair);
  return cell;
}

// Fills a cell with a base and its marks; false where ncurses does not take them.
static inline bool briefing_set_cell(cchar_t *cell, const wchar_t *scalars, attr_t attributes, int pair) {
  return setcchar(cell, scalars, attributes, 0, &pair) == OK;
}

#endif
