#ifndef CMEMORY_H
#define CMEMORY_H

/// Has the C library return freed blocks to the system: blocks from `mapped` bytes on at once, and the heap's free end when it
/// has `kept` bytes. See mallopt(3).
void memory_release_large_blocks(int mapped, int kept);

/// Has it return what is free between blocks that are not, in the heaps of all threads. See malloc_trim(3).
void memory_release_free_pages(void);

/// A new file in memory that has no path, to read and write, closed in programs that are started; -1 with `errno` where there is
/// none. See memfd_create(2).
int memory_file(const char *name);

#endif
