#pragma once

#include "duties_json.hpp"
#include "duty_parts_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string duties_json(const std::vector<OpenDuty>& duties, Instant as_of)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", as_of);
    out.key("duties");
    out.begin_list();
    for (const OpenDuty& duty : duties) detail::put_open_duty(out, duty);
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace sangkien
