// How the library is compiled, and which release it is.
//
// Header-only is the default: every `x.hpp` ends by including its `x_inl.hpp`. With SANGKIEN_COMPILED defined
// the headers declare only and `src/sangkien.cpp` holds all bodies; the interface is the same.
#pragma once

#define SANGKIEN_VERSION "0.1.0"

// SANGKIEN_BODIES is defined by src/sangkien.cpp alone: there the bodies come along and are not inline.
#if defined(SANGKIEN_COMPILED) && !defined(SANGKIEN_BODIES)
#define SANGKIEN_HEADER_ONLY 0
#else
#define SANGKIEN_HEADER_ONLY 1
#endif
#ifdef SANGKIEN_COMPILED
#define SANGKIEN_INLINE
#else
#define SANGKIEN_INLINE inline
#endif

namespace sangkien {

// The release, as `major.minor.patch`. Stored in every report.
inline const char* version() noexcept { return SANGKIEN_VERSION; }

}  // namespace sangkien
