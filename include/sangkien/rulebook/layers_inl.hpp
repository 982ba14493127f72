#pragma once

#include <algorithm>

#include "layer_rights_inl.hpp"
#include "layers.hpp"
#include "windows_inl.hpp"

namespace sangkien {

namespace detail {

class Overlay : private LayerRights {
public:
    Overlay(const std::vector<Rulebook>& rulebooks, Day on, const std::vector<Pick>& picks, Problems& problems,
            std::optional<Day> known)
        : LayerRights(rulebooks, problems), on_(on), known_(known), picks_(picks), used_(picks.size())
    {
    }

    Effective run()
    {
        std::vector<Source> roots;
        for (std::size_t i = 0; i < rulebooks_.size(); ++i) {
            out_.tree.add_file(rulebooks_[i].file);
            if (rulebooks_[i].in_force(on_) && rulebooks_[i].known(known_))
                roots.push_back({i, rulebooks_[i].tree.root(), {}});
        }
        out_.tree.add(-1, Kind::object, {}, {}, {});
        members(0, "", roots, true);
        for (std::size_t i = 0; i < picks_.size(); ++i)
            if (!used_[i]) refuse(picks_[i], {});
        for (const Source& root : roots)
            for (const Silence& silence : rulebooks_[root.rulebook].silences)
                if (!filled(silence.path)) out_.silences.push_back(silence);
        return std::move(out_);
    }

private:
    // The version in force as known, the latest knowledge first, with the citation that its wrapper gives.
    Source in_force(Source source) const
    {
        while (is_dated(source.node)) {
            const bool goes_on = rulebooks_[source.rulebook].document.reviewed.after != AfterLast::unstated;
            Node found;
            Day latest{INT32_MIN};
            for (Node version : children(source.node)) {
                const DatedWindow window = window_of(version);
                if (!window.holds(on_) || (known_ && *known_ < window.known)) continue;
                if (found && window.known < latest) continue;
                found = version;
                latest = window.known;
            }
            if (!found && goes_on && (found = last_ended(source.node, on_, known_))) source.ended = true;
            source.node = found.get("value");
            if (found) source.around = within(found, source.around);
        }
        return source;
    }

    // A value that has ended goes on only where nobody else speaks.
    static void yield_ended(std::vector<Source>& sources)
    {
        const auto ended = [](const Source& source) { return source.ended; };
        if (!std::all_of(sources.begin(), sources.end(), ended))
            sources.erase(std::remove_if(sources.begin(), sources.end(), ended), sources.end());
    }

    // Merges the members of objects of several layers into the node `parent`.
    void members(std::uint32_t parent, const std::string& path, const std::vector<Source>& objects, bool root)
    {
        std::vector<std::string_view> done;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            for (Node member : children(objects[i].node)) {
                const std::string_view key = member.key();
                if (root ? !is_section(key) : is_annotation(key)) continue;
                if (std::find(done.begin(), done.end(), key) != done.end()) continue;
                done.push_back(key);
                std::vector<Source> sources;
                for (std::size_t j = i; j < objects.size(); ++j) {
                    const Node value = objects[j].node.get(key);
                    if (!value) continue;
                    const Source source = in_force({objects[j].rulebook, value, objects[j].around});
                    if (source.node) sources.push_back(source);
                }
                yield_ended(sources);
                if (sources.empty()) continue;
                const std::string below = path.empty() ? std::string(key) : path + "." + std::string(key);
                check_fill(below, sources.front(), objects, root);
                // Taken all the same, so that what is wrong inside it, or with its key, is told in the same run.
                put(parent, key, below, sources, objects);
            }
        }
    }

    // Whoever speaks of the containing object must have left this open.
    void check_fill(const std::string& path, const Source& first, const std::vector<Source>& objects, bool root)
    {
        // What becomes of open files when it takes force any paper may say of its own changes.
        if (covers("transitional", path)) return;
        // A safeguard makes steps stricter and nothing else: any paper may ask for one.
        if (covers("safeguards", path)) return;
        // Whoever leaves the states open leaves open what runs beside them; what a file declares, what it holds.
        const std::string also = covers("tracks", path)      ? "lifecycle.states"
                                 : covers("documents", path) ? "facts"
                                                             : path;
        const Rulebook& filler = rulebooks_[first.rulebook];
        bool anyone_below = false, allowed = false;
        for (const Source& object : objects) {
            if (object.rulebook >= first.rulebook) break;
            const Rulebook& lower = rulebooks_[object.rulebook];
            anyone_below = anyone_below || !root || lower.layer != filler.layer;
            const bool open = std::any_of(lower.silences.begin(), lower.silences.end(), [&](const Silence& silence) {
                return covers(silence.path, path) || covers(silence.path, also);
            });
            allowed = root ? allowed || open : open;
        }
        if (!anyone_below || allowed) return;
        problems_.add(ErrorId::layer_not_allowed, first.node.place_of_key(), {{"rulebook", filler.id}, {"path", path}});
    }

    void put(std::uint32_t parent, std::string_view key, const std::string& path, std::vector<Source>& sources,
             const std::vector<Source>& objects)
    {
        const bool all_objects = std::all_of(sources.begin(), sources.end(),
                                             [](const Source& source) { return source.node.is(Kind::object); });
        if (!all_objects) {
            leaf(parent, key, path, sources, objects);
            return;
        }
        for (Source& source : sources) source.around = within(source.node, source.around);
        const std::uint32_t index = copy(parent, key, sources.front());
        members(index, path, sources, false);
        keep_choices(index, sources);
    }

    // What a paper offers stays beside the value, for whoever compiles it.
    void keep_choices(std::uint32_t index, const std::vector<Source>& sources)
    {
        for (const Source& source : sources)
            if (const Node choices = source.node.get("choices")) {
                const std::uint32_t kept = copy(index, "choices", source);
                out_.tree.record(kept).kind = Kind::object;
                for (Node list : children(choices))
                    copy_whole(kept, list.key(), {source.rulebook, list, source.around});
                return;
            }
    }

    void leaf(std::uint32_t parent, std::string_view key, const std::string& path, const std::vector<Source>& sources,
              const std::vector<Source>& objects)
    {
        const Reading offer = offered(key, path, objects);
        Source chosen = sources.front();
        for (std::size_t i = 1; i < sources.size(); ++i) {
            if (same_value(chosen.node, sources[i].node)) continue;
            // What may not be replaced stays, so that nothing seems to be missing as well.
            if (may_replace(path, sources[i], chosen, offer)) chosen = sources[i];
        }
        const std::uint32_t index = copy_whole(parent, key, chosen);
        if (!offer.offered.empty()) read_as(index, offer, rulebooks_[chosen.rulebook].id);
    }

    // The choices that stand beside a value, with the paper that offers them.
    Reading offered(std::string_view key, const std::string& path, const std::vector<Source>& objects)
    {
        Reading out;
        out.path = path;
        for (const Source& object : objects) {
            const Node list = object.node.get("choices").get(key);
            for (Node value : children(list)) out.offered.emplace_back(value.text());
            if (list) {
                const Around around = within(object.node, object.around);
                out.citation = cite({object.rulebook, list, around});
            }
        }
        return out;
    }

    // Notes the reading in use, the caller's pick first.
    void read_as(std::uint32_t index, Reading reading, const std::string& rulebook)
    {
        reading.value = std::string(out_.tree.node(index).text());
        reading.chosen_by = rulebook;
        for (std::size_t i = 0; i < picks_.size(); ++i) {
            if (picks_[i].path != reading.path) continue;
            used_[i] = true;
            if (std::find(reading.offered.begin(), reading.offered.end(), picks_[i].value) == reading.offered.end()) {
                refuse(picks_[i], reading.offered);
                continue;
            }
            out_.tree.replace_text(index, picks_[i].value);
            reading.value = picks_[i].value;
            reading.chosen_by = "season";
        }
        out_.readings.push_back(std::move(reading));
    }

    std::uint32_t copy(std::uint32_t parent, std::string_view key, const Source& source)
    {
        return out_.tree.add_copy(parent, key, source.node, static_cast<std::uint16_t>(source.rulebook),
                                  out_.tree.add_citation(cite(source)));
    }

    // A value of one layer with everything in it, dated values inside resolved.
    std::uint32_t copy_whole(std::uint32_t parent, std::string_view key, Source source)
    {
        if (source.node.is(Kind::object)) source.around = within(source.node, source.around);
        const std::uint32_t index = copy(parent, key, source);
        for (Node child : children(source.node)) {
            if (source.node.is(Kind::object) && is_annotation(child.key())) continue;
            const Source inner = in_force({source.rulebook, child, source.around});
            if (inner.node) copy_whole(index, child.key(), inner);
        }
        return index;
    }

    bool filled(std::string_view path) const noexcept
    {
        Node at = out_.tree.root();
        while (!path.empty() && at) {
            const std::size_t dot = path.find('.');
            at = at.get(path.substr(0, dot));
            path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
        }
        return bool(at);
    }

    Day on_;
    std::optional<Day> known_;
    const std::vector<Pick>& picks_;
    std::vector<bool> used_;
    Effective out_;
};

}  // namespace detail

SANGKIEN_INLINE Effective overlay(const std::vector<Rulebook>& rulebooks, Day on, const std::vector<Pick>& picks,
                                  Problems& problems, std::optional<Day> known)
{
    return detail::Overlay(rulebooks, on, picks, problems, known).run();
}

SANGKIEN_INLINE bool left_open(const Effective& effective, std::string_view path, std::string_view rulebook) noexcept
{
    return std::any_of(effective.silences.begin(), effective.silences.end(), [&](const Silence& silence) {
        return silence.rulebook == rulebook && covers(silence.path, path);
    });
}

SANGKIEN_INLINE void in_layer_order(std::vector<Rulebook>& rulebooks)
{
    std::stable_sort(rulebooks.begin(), rulebooks.end(),
                     [](const Rulebook& a, const Rulebook& b) { return a.layer < b.layer; });
}

}  // namespace sangkien
