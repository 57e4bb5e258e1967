#ifndef BRIEFING_CSTEMMER_H
#define BRIEFING_CSTEMMER_H

#include <libstemmer.h>

#endif
