#include "LocaleData.h"

#include <stdint.h>

// The packages that the program uses import Foundation, and Foundation brings ICU with its data: 34 MB of languages, regions
// and time zones, of which nothing here asks for anything. ICU links with a library without data as well ("stubdata" in its own
// sources): a package with an empty table of contents, under the name that the data has. The linker takes it instead, for it
// comes first. What asks for data gets ICU's own error (U_FILE_ACCESS_ERROR).
//
// The name has ICU's version in it. `make` looks it up in the archive that is linked, and sets BRIEFING_ICU_DATA; where it finds
// none, nothing is defined here and the data is linked. A build that is not static has the data in a library of its own.
#ifdef BRIEFING_ICU_DATA

// DataHeader and UDataInfo of ICU's udata.h and ucmndata.h, then the table of contents.
struct package {
  uint16_t headerSize;
  uint8_t magic1, magic2;
  uint16_t infoSize, reserved;
  uint8_t isBigEndian, charsetFamily, sizeofUChar, reservedByte;
  uint8_t dataFormat[4], formatVersion[4], dataVersion[4];
  char padding[8];
  uint32_t count, contents[3];
};

_Alignas(16) const struct package BRIEFING_ICU_DATA = {
    .headerSize = 32,
    .magic1 = 0xDA,
    .magic2 = 0x27,
    .infoSize = 20,
    .isBigEndian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .sizeofUChar = 2,
    .dataFormat = "ToCP",
    .formatVersion = {1},
};

#endif
