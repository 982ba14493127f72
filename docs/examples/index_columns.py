# Nhiều nghìn đơn vị một lúc: mỗi tiêu chí một mảng; số thực là số thập phân mà nó viết ra, NaN là chưa báo cáo.
# Thousands of offices at once: an array for each component; a double is the decimal it prints, NaN is not reported.
import numpy as np

import sangkien as sk

index = sk.Index.load("index-ward-illustrative", on="2026-01-20")
totals = index.score_columns(
    {
        "on-time": np.array([0.975, 0.8, np.nan]),
        "reports-late": np.array([0, 2, 1]),
        "satisfaction": np.array([4.25, 3.9, 4.6]),
    },
    points=True,
)
for row in range(len(totals)):
    print(totals.fraction(row), totals.values[row].round(4), bool(totals.complete[row]))
print(totals.components["on-time"] / totals.points_over)
