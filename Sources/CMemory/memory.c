#include <features.h>

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
