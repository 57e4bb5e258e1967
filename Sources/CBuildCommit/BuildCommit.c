#include "BuildCommit.h"

const char *briefing_build_commit(void) { return BRIEFING_COMMIT; }
