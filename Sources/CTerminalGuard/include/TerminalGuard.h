// What has to be done inside of signal handlers: giving the terminal back, and telling the loop.
//
// In C, because a handler may interrupt anything: Swift may allocate, initialise a global or check for exclusive
// access at almost every line. All that is used here is prepared beforehand, and every call is on POSIX's list of
// async-signal-safe functions.
#ifndef BRIEFING_TERMINAL_GUARD_H
#define BRIEFING_TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

// Opens a pipe of which no program that any thread starts inherits an end; whether reading and writing wait. False
// where the system has no more, with `errno`.
bool terminal_guard_pipe(int ends[2], bool waits);

// Writes to a terminal for at most so many milliseconds, and returns how many bytes it took; -1 where the
// terminal is gone. A descriptor that blocks is written to byte by byte, each after a poll.
ssize_t terminal_guard_write(int terminal, const void *bytes, size_t count, int milliseconds);

// Gives a terminal back: writes `reset` in the given time, dropping what stands in its way, and sets the modes.
void terminal_guard_reset(
  int terminal, const struct termios *modes, const void *reset, size_t count, int milliseconds);

// Whether the process may use a terminal: in the background it is someone else's. A terminal that does not
// control the process has no foreground and no background.
bool terminal_guard_is_foreground(int terminal);

// Sets what terminal_guard_restore() gives back. `reset` has to stay where it is.
void terminal_guard_prepare(int terminal, const struct termios *modes, const void *reset, size_t count);

// From here on, or no longer, the terminal is in the program's modes.
void terminal_guard_arm(void);
void terminal_guard_disarm(void);

// Gives the terminal back if that has not been done, and lets go of standard error.
void terminal_guard_restore(void);

// Says where standard error led before it was led into a pipe, the reading end of that pipe, and a terminal to
// write to without waiting (-1: the first one).
void terminal_guard_keep_errors(int errors, int kept, int terminal);

// Whether standard error leads into the pipe.
bool terminal_guard_keeps_errors(void);

// Leads standard error back and writes what the pipe has, for a fraction of a second at most.
void terminal_guard_release_errors(void);

// Has a signal give the terminal back and then do what it did before; what was ignored ends the process.
void terminal_guard_install(int signal);

// Where terminal_guard_notify() writes; -1 for nowhere.
void terminal_guard_set_pipe(int descriptor);

// A handler that writes its signal's number into the pipe, so that the loop sees it. SIGTERM and SIGHUP are
// remembered besides; where they have not ended the process a second later, SIGALRM does it for them.
void terminal_guard_notify(int signal);

// The signal that asked the process to end; 0 where none did.
int terminal_guard_end_signal(void);

#endif
