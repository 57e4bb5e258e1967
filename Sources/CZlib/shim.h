#ifndef BRIEFING_CZLIB_H
#define BRIEFING_CZLIB_H

#include <zlib.h>

#endif
