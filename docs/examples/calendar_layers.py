"""A province's and a unit's own days over the national calendar, without a file."""

import sangkien as sk

national = sk.Calendar.civil_service()
province = national.with_layer("Province", off={"2026-05-13": "Illustrative day off"})
centre = province.with_layer("Centre", week=["mon", "tue", "wed", "thu", "fri", "sat-morning"], half_days="working")

for cal in (national, province, centre):
    print(cal.add_working_days("2026-05-12", 4), cal)
