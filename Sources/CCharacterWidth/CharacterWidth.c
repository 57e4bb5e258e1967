// For wcswidth().
#define _XOPEN_SOURCE 700

#include "CharacterWidth.h"

#include <stdatomic.h>

static int (*_Atomic columns_of)(wchar_t);

void character_width_use(int (*columns)(wchar_t)) { atomic_store(&columns_of, columns); }

int wcwidth(wchar_t scalar) {
  int (*columns)(wchar_t) = atomic_load(&columns_of);
  if (columns) return columns(scalar);
  if (scalar == 0) return 0;
  return scalar >= 0x20 && scalar < 0x7F ? 1 : -1;
}

int character_width_of_system(wchar_t scalar) {
  const wchar_t string[2] = {scalar, 0};
  return wcswidth(string, 1);
}
