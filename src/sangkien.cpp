// Compiled mode: the umbrella header with every body, once, in one translation unit.
//
// Built when CMake's SANGKIEN_COMPILED is ON; whoever links it sees declarations only.
#ifndef SANGKIEN_COMPILED
#error "src/sangkien.cpp belongs to compiled mode: define SANGKIEN_COMPILED for it and for whoever links it"
#endif
#define SANGKIEN_BODIES

#include <sangkien/sangkien.hpp>
