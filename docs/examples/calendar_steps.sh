sangkien calendar period 2026-07-31 "1 month"
sangkien calendar period 2026-07-31 "1 month" --lang en
