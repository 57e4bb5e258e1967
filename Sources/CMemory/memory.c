#define _GNU_SOURCE
#include <features.h>
#include <sys/mman.h>

#include "CMemory.h"

#ifdef __GLIBC__
#include <malloc.h>

void memory_release_large_blocks(int mapped, int kept) {
  mallopt(M_MMAP_THRESHOLD, mapped);
  mallopt(M_TRIM_THRESHOLD, kept);
}

void memory_release_free_pages(void) { malloc_trim(0); }
#else
void memory_release_large_blocks(int mapped, int kept) {
  (void)mapped;
  (void)kept;
}

void memory_release_free_pages(void) {}
#endif

int memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
