sangkien calendar show 2026 --format svg
