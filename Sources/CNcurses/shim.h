// What Swift cannot import from <curses.h> gets a small inline function here.
#ifndef BRIEFING_CNCURSES_SHIM_H
#define BRIEFING_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <wchar.h>
#include <curses.h>

#endif
