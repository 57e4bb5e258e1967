#ifndef CMEMORY_H
#define CMEMORY_H

/// Has the C library return freed blocks to the system: blocks from `mapped` bytes on at once, and the heap's free end when it
/// has `kept` bytes. Returns whether it does. See mallopt(3).
int memory_release_large_blocks(int mapped, int kept);

#endif
