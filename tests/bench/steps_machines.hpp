// The procedure of dispatch 934 with the Charter as compiled state machines: what a programmer would write by hand. An end
// leads back to the beginning, so that a stream of events keeps them busy.
#pragma once

#include <boost/mpl/list.hpp>
#include <boost/mpl/vector.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state_machine.hpp>

#include <sangkien/lifecycle/gates.hpp>

namespace machines {

// What a guard is asked with: who acts, the leaves that are known to hold, and those known not to.
struct Asked {
    std::uint16_t role;
    std::uint64_t so, not_so;

    bool holds(unsigned leaf) const noexcept { return (so >> leaf & 1U) != 0; }
    bool not_holds(unsigned leaf) const noexcept { return (not_so >> leaf & 1U) != 0; }
};

constexpr const char* states[] = {"draft",      "filed",   "accepted", "appraised",
                                  "recognised", "refused", "selected", "forwarded"};
constexpr const char* events[] = {"file", "accept", "appraise", "recognise", "refuse", "select", "forward"};
constexpr const char* roles[] = {"author",  "recognising-unit", "staff", "unit-head", "culture-society-division",
                                 "council", "chairperson",      "city"};

// The leaves that must not hold: what article 3(2) excludes.
constexpr std::uint64_t exclusions = 1U << 6 | 1U << 7;

inline bool ends(std::uint16_t state) noexcept { return state == 5 || state == 7; }

// Is the table the one that the machines were written for? Its leaves are numbered as the rows meet them.
inline bool matches(const sangkien::Table& table, const sangkien::Gates& gates)
{
    bool same = table.states.size() == 8 && gates.events().size() == 7 && table.roles.size() == 8 &&
                gates.leaves().size() == 12 && gates.words() == 1 && gates.tracks() == 1;
    for (std::size_t i = 0; same && i < 8; ++i)
        same = table.states[i].name.id == states[i] && table.roles[i].id == roles[i] &&
               (i == 7 || gates.events()[i] == events[i]);
    return same;
}

inline bool may_file(const Asked& a) noexcept { return a.role == 3 && a.holds(0); }
inline bool may_accept(const Asked& a) noexcept { return a.role == 4 && a.holds(1) && a.holds(2); }
inline bool may_appraise(const Asked& a) noexcept { return a.role == 5; }
inline bool may_recognise(const Asked& a) noexcept
{
    return a.role == 6 && a.holds(3) && a.holds(4) && a.holds(5) && a.not_holds(6) && a.not_holds(7) && a.holds(8) &&
           a.holds(9);
}
inline bool may_refuse(const Asked& a) noexcept
{
    return a.role == 6 &&
           (a.not_holds(8) || a.not_holds(3) || a.not_holds(4) || a.not_holds(5) || a.holds(6) || a.holds(7));
}
inline bool may_select(const Asked& a) noexcept { return a.role == 6 && a.holds(10) && a.holds(11); }
inline bool may_forward(const Asked& a) noexcept { return a.role == 4; }

// Event number to the machine's own event type.
template <template <int> class Event, class Machine>
auto process(Machine& machine, std::uint16_t event, const Asked& asked)
{
    switch (event) {
        case 0: return machine.process_event(Event<0>(asked));
        case 1: return machine.process_event(Event<1>(asked));
        case 2: return machine.process_event(Event<2>(asked));
        case 3: return machine.process_event(Event<3>(asked));
        case 4: return machine.process_event(Event<4>(asked));
        case 5: return machine.process_event(Event<5>(asked));
        default: return machine.process_event(Event<6>(asked));
    }
}

namespace msm_parts {

template <int>
struct Event {
    explicit Event(const Asked& a) : asked(a) {}
    Asked asked;
};

template <bool (*may)(const Asked&) noexcept>
struct May {
    template <class Event, class Machine, class From, class To>
    bool operator()(const Event& event, Machine&, From&, To&) const
    {
        return may(event.asked);
    }
};

struct Front : boost::msm::front::state_machine_def<Front> {
    template <int>
    struct In : boost::msm::front::state<> {
    };
    using initial_state = In<0>;

    template <int from, int event, int to, bool (*may)(const Asked&) noexcept>
    using Step = boost::msm::front::Row<In<from>, Event<event>, In<to>, boost::msm::front::none, May<may>>;
    struct transition_table
        : boost::mpl::vector<Step<0, 0, 1, may_file>, Step<1, 1, 2, may_accept>, Step<2, 2, 3, may_appraise>,
                             Step<3, 3, 4, may_recognise>, Step<3, 4, 0, may_refuse>, Step<4, 5, 6, may_select>,
                             Step<6, 6, 0, may_forward>> {};

    template <class Any, class Machine>
    void no_transition(const Any&, Machine&, int)
    {
    }
    using no_exception_thrown = int;
    using no_message_queue = int;
};

}  // namespace msm_parts

// Boost.MSM, without exceptions and message queue, which is how it is fastest.
struct Msm {
    boost::msm::back::state_machine<msm_parts::Front> machine;

    Msm() { machine.start(); }
    bool operator()(std::uint16_t event, std::uint16_t role, std::uint64_t holds, std::uint64_t known)
    {
        return process<msm_parts::Event>(machine, event, {role, holds & known, ~holds & known}) ==
               boost::msm::back::HANDLED_TRUE;
    }
};

namespace chart_parts {

namespace sc = boost::statechart;

template <int number>
struct Event : sc::event<Event<number>> {
    explicit Event(const Asked& a) : asked(a) {}
    Asked asked;
};

struct Draft;
struct Machine : sc::state_machine<Machine, Draft> {
    std::size_t accepted = 0;
};

template <class Self, class To, int event, bool (*may)(const Asked&) noexcept>
struct State : sc::simple_state<Self, Machine> {
    using reactions = sc::custom_reaction<Event<event>>;
    sc::result react(const Event<event>& asked)
    {
        if (!may(asked.asked)) return this->discard_event();
        ++this->template context<Machine>().accepted;
        return this->template transit<To>();
    }
};

struct Filed;
struct Accepted;
struct Appraised;
struct Recognised;
struct Selected;
struct Draft : State<Draft, Filed, 0, may_file> {};
struct Filed : State<Filed, Accepted, 1, may_accept> {};
struct Accepted : State<Accepted, Appraised, 2, may_appraise> {};
struct Appraised : sc::simple_state<Appraised, Machine> {
    using reactions = boost::mpl::list<sc::custom_reaction<Event<3>>, sc::custom_reaction<Event<4>>>;
    sc::result react(const Event<3>& asked)
    {
        if (!may_recognise(asked.asked)) return discard_event();
        ++context<Machine>().accepted;
        return transit<Recognised>();
    }
    sc::result react(const Event<4>& asked)
    {
        if (!may_refuse(asked.asked)) return discard_event();
        ++context<Machine>().accepted;
        return transit<Draft>();
    }
};
struct Recognised : State<Recognised, Selected, 5, may_select> {};
struct Selected : State<Selected, Draft, 6, may_forward> {};

}  // namespace chart_parts

// Boost.Statechart.
struct Chart {
    chart_parts::Machine machine;

    Chart() { machine.initiate(); }
    bool operator()(std::uint16_t event, std::uint16_t role, std::uint64_t holds, std::uint64_t known)
    {
        const std::size_t before = machine.accepted;
        process<chart_parts::Event>(machine, event, {role, holds & known, ~holds & known});
        return machine.accepted != before;
    }
};

}  // namespace machines
