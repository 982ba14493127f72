// Catch2 2.x makes its main here; 3.x links one of its own.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
