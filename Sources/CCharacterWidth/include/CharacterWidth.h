// How many columns ncurses counts for a character.
//
// ncurses asks wcwidth(), and draws a blank for what the C library does not know: emoji that are newer than it. So this
// target defines wcwidth() itself. The dynamic linker takes the executable's definition before the C library's, for
// ncurses too; in a static link the first definition wins in the same way. The C library does not ask its own wcwidth()
// by that name, so nothing else in the process changes.
#ifndef BRIEFING_CHARACTER_WIDTH_H
#define BRIEFING_CHARACTER_WIDTH_H

#include <wchar.h>

// Has wcwidth() ask `columns` from here on: 1 or 2, 0 for a mark, -1 for what is not drawn. Before, and for NULL, it knows
// only ASCII.
void character_width_use(int (*columns)(wchar_t scalar));

// What the C library's own table says in the locale of the process; -1 for what it does not know.
int character_width_of_system(wchar_t scalar);

#endif
