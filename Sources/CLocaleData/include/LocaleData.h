// The data of languages and regions that the program is linked with: none.
#ifndef BRIEFING_LOCALE_DATA_H
#define BRIEFING_LOCALE_DATA_H
#endif
