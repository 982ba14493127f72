/* The public header is C99 by itself, may be included twice, and defines nothing. */
#include <sangkien/sangkien.h>
#include <sangkien/sangkien.h>

typedef int not_empty_without_the_header;
