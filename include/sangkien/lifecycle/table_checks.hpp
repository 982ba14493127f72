// What can be doubted of a procedure: states nobody reaches, ends that never come, steps that compete, clocks nobody
// stops.
#pragma once

#include "../rulebook/diagnostics.hpp"
#include "../rulebook/layers.hpp"
#include "../rulebook/schedule_section.hpp"
#include "table.hpp"

namespace sangkien {

// What holds on the days of one window, as the checks of the procedure need it.
struct Procedure {
    const Table& table;
    const std::vector<Milestone>& milestones;
    const std::vector<Clock>& clocks;
    const Effective& effective;
};

// Ids of the states that no steps lead to from the start; a step that can never be open leads nowhere.
std::vector<std::string> unreachable_states(const Procedure& procedure);

// SK1640 to SK1643 and SK1649: states and steps. SK1645, SK1646, SK1650: guards. SK1634: a deadline that comes before
// that of an earlier step. SK1647, SK1648: clocks. SK1606: tracks and safeguards without a
// procedure.
void check_procedure(const Procedure& procedure, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "table_checks_inl.hpp"
#endif
