// A second translation unit: a body defined twice would not link.
#include <sangkien/sangkien.hpp>

const char* other_version() { return sangkien::version(); }
