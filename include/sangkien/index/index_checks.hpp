// What can be doubted of an index that can be loaded: maxima nobody reaches, points that fall as the figure rises.
#pragma once

#include "../rulebook/diagnostics.hpp"
#include "index_tree.hpp"

namespace sangkien {

// SK1622 no step gives a component's maximum, SK1623 a higher figure gives fewer points, SK1620 initiatives are counted in
// one of the `unreachable` states.
void check_index(Node index, const IndexTree& tree, const std::vector<std::string>& unreachable, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_checks_inl.hpp"
#endif
