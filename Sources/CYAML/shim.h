#ifndef BRIEFING_CYAML_H
#define BRIEFING_CYAML_H

#include <yaml.h>

#endif
