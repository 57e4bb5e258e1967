// From which commit the program was built.
#ifndef BRIEFING_BUILD_COMMIT_H
#define BRIEFING_BUILD_COMMIT_H

// As BRIEFING_COMMIT in the environment of the build had it, which `make` sets; empty where nothing did, as in a build from a
// tarball. In C, for the manifest can give a value to C alone: so no source is generated and no file changes.
const char *briefing_build_commit(void);

#endif
