// What can be doubted of a rubric that can be loaded: classes nobody reaches, marks that decide nothing.
#pragma once

#include "../rulebook/diagnostics.hpp"
#include "rubric.hpp"

namespace sangkien {

// SK1610 a class that nothing can be in, SK1611 one below the pass mark, SK1612 a pass mark that refuses nobody, SK1613 a
// vote fraction that comes to one or to all with any council, SK1614 a quorum and SK1615 a count above any council,
// SK1616 totals that pass and are in no class.
void check_scoring(Node scoring, const Rubric& rubric, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "scoring_checks_inl.hpp"
#endif
