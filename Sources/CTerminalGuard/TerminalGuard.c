// For pipe2().
#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

// How long a handler waits for a terminal that takes nothing, in milliseconds.
enum { PATIENCE = 300, PATIENCE_FOR_ERRORS = 100 };

// Written by the thread that owns the terminal before `is_armed` lets a handler read it.
static struct {
  int terminal;
  struct termios modes;
  const void *reset;
  size_t count;
} prepared;

static struct sigaction previous[NSIG];
static atomic_bool is_armed;

static atomic_int errors_end = -1;
static atomic_int kept_end = -1;
static atomic_int errors_terminal = -1;

static atomic_int pipe_end = -1;
static atomic_int end_signal;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool terminal_guard_pipe(int ends[2], bool waits) {
  return pipe2(ends, O_CLOEXEC | (waits ? 0 : O_NONBLOCK)) == 0;
}

ssize_t terminal_guard_write(int terminal, const void *bytes, size_t count, int milliseconds) {
  int flags = fcntl(terminal, F_GETFL);
  if (flags < 0) return -1;
  bool blocks = !(flags & O_NONBLOCK);
  int64_t deadline = now() + milliseconds;
  size_t done = 0;
  bool is_full = false;
  while (done < count) {
    if (blocks || is_full) {
      int64_t rest = deadline - now();
      struct pollfd ready = {.fd = terminal, .events = POLLOUT};
      int polled = poll(&ready, 1, rest > 0 ? (int)rest : 0);
      if (polled == 0) break;
      if (polled < 0) {
        if (errno == EINTR && rest > 0) continue;
        break;
      }
    }
    ssize_t written = write(terminal, (const char *)bytes + done, blocks ? 1 : count - done);
    if (written > 0) {
      done += (size_t)written;
    } else if (written < 0 && errno != EAGAIN && errno != EINTR) {
      return -1;
    } else if (written == 0 || errno == EAGAIN) {
      // A terminal may be ready to be written to and yet take nothing: that must not become a busy loop.
      if (is_full && deadline > now()) poll(NULL, 0, 5);
      if (is_full && deadline <= now()) break;
      is_full = true;
    }
  }
  return (ssize_t)done;
}

void terminal_guard_reset(
  int terminal, const struct termios *modes, const void *reset, size_t count, int milliseconds
) {
  if (terminal_guard_write(terminal, reset, count, milliseconds) < (ssize_t)count) {
    // What the terminal has not taken yet is a frame that nobody needs any more.
    tcflush(terminal, TCOFLUSH);
    terminal_guard_write(terminal, reset, count, 0);
  }
  // Not TCSADRAIN, which waits for a terminal that takes nothing.
  while (tcsetattr(terminal, TCSANOW, modes) != 0 && errno == EINTR) {}
}

bool terminal_guard_is_foreground(int terminal) {
  pid_t group = tcgetpgrp(terminal);
  return group < 0 || group == getpgrp();
}

void terminal_guard_prepare(int terminal, const struct termios *modes, const void *reset, size_t count) {
  prepared.terminal = terminal;
  prepared.modes = *modes;
  prepared.reset = reset;
  prepared.count = count;
}

void terminal_guard_arm(void) { atomic_store(&is_armed, true); }

void terminal_guard_disarm(void) { atomic_store(&is_armed, false); }

void terminal_guard_restore(void) {
  if (!atomic_exchange(&is_armed, false)) return;
  // In the background the terminal belongs to someone else, and touching it would stop the process.
  if (terminal_guard_is_foreground(prepared.terminal)) {
    terminal_guard_reset(prepared.terminal, &prepared.modes, prepared.reset, prepared.count, PATIENCE);
  }
  terminal_guard_release_errors();
}

void terminal_guard_keep_errors(int errors, int kept, int terminal) {
  atomic_store(&errors_terminal, terminal);
  atomic_store(&kept_end, kept);
  atomic_store(&errors_end, errors);
}

bool terminal_guard_keeps_errors(void) { return atomic_load(&errors_end) >= 0; }

void terminal_guard_release_errors(void) {
  int errors = atomic_exchange(&errors_end, -1);
  int kept = atomic_exchange(&kept_end, -1);
  int terminal = atomic_exchange(&errors_terminal, -1);
  if (errors < 0 || kept < 0) return;
  dup2(errors, STDERR_FILENO);
  int target = terminal >= 0 ? terminal : STDERR_FILENO;
  int64_t deadline = now() + PATIENCE_FOR_ERRORS;
  char buffer[1024];
  ssize_t count;
  while ((count = read(kept, buffer, sizeof buffer)) > 0) {
    int64_t rest = deadline - now();
    if (terminal_guard_write(target, buffer, (size_t)count, rest > 0 ? (int)rest : 0) < count) break;
  }
  close(errors);
  close(kept);
  if (terminal >= 0) close(terminal);
}

static void restore_and_end(int signal) {
  int saved = errno;
  // The alarm that a signal to end has set speaks for that signal.
  int asked = atomic_load(&end_signal);
  if (signal == SIGALRM && asked != 0) signal = asked;
  terminal_guard_restore();
  // What stood here before gets its turn: Swift's backtrace, else the default that ends the process. The signal
  // is blocked until this handler returns.
  struct sigaction action = previous[signal];
  if (signal == asked || action.sa_handler == SIG_IGN) action = (struct sigaction){.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
  raise(signal);
  errno = saved;
}

void terminal_guard_install(int signal) {
  struct sigaction action = {.sa_handler = restore_and_end, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
  // Nothing else may end the process before the terminal is given back.
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, &previous[signal]);
}

void terminal_guard_set_pipe(int descriptor) { atomic_store(&pipe_end, descriptor); }

void terminal_guard_notify(int signal) {
  int saved = errno;
  if (signal == SIGTERM || signal == SIGHUP) {
    int none = 0;
    if (atomic_compare_exchange_strong(&end_signal, &none, signal)) alarm(1);
  }
  unsigned char byte = (unsigned char)signal;
  // A full pipe is about to wake its reader anyway.
  (void)!write(atomic_load(&pipe_end), &byte, 1);
  errno = saved;
}

int terminal_guard_end_signal(void) { return atomic_load(&end_signal); }
