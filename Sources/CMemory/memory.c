#include <features.h>

#include "CMemory.h"

#ifdef __GLIBC__
#include <malloc.h>

int memory_release_large_blocks(int mapped, int kept) {
  return mallopt(M_MMAP_THRESHOLD, mapped) == 1 && mallopt(M_TRIM_THRESHOLD, kept) == 1;
}

void memory_release_free_pages(void) { malloc_trim(0); }
#else
int memory_release_large_blocks(int mapped, int kept) {
  (void)mapped;
  (void)kept;
  return 0;
}

void memory_release_free_pages(void) {}
#endif
