/* The public headers are C99 by themselves, may be included twice, and define nothing. */
#include <sangkien/calendar.h>
#include <sangkien/duties.h>
#include <sangkien/journal.h>
#include <sangkien/explain.h>
#include <sangkien/index.h>
#include <sangkien/lunar.h>
#include <sangkien/outlook.h>
#include <sangkien/quota.h>
#include <sangkien/record.h>
#include <sangkien/sangkien.h>
#include <sangkien/score.h>
#include <sangkien/calendar.h>
#include <sangkien/duties.h>
#include <sangkien/journal.h>
#include <sangkien/explain.h>
#include <sangkien/index.h>
#include <sangkien/lunar.h>
#include <sangkien/outlook.h>
#include <sangkien/quota.h>
#include <sangkien/record.h>
#include <sangkien/score.h>

typedef int not_empty_without_the_header;
