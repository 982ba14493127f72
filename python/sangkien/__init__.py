"""Rules of administrative-reform initiatives (sáng kiến cải cách hành chính): rulebooks and facts in, verdicts out.

    import sangkien as sk

    rules = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative")
    report = rules.evaluate("season.json", as_of="2025-09-30T17:00+07:00")
    report.initiatives                      # a table; so are units, deadlines, todo, index
    report.initiatives.to_pandas()          # pandas is imported only here

    cal = sk.Calendar.civil_service()
    cal.add_working_days("2025-09-19", 3)   # datetime.date(2025, 9, 24)

    sk.from_lunar(2026, 3, 10)              # datetime.date(2026, 4, 26)

No clock, time zone or locale of the host is asked: the same input gives the same answer everywhere. What cannot be
used raises `sangkien.Error`, which tells every problem at once; a negative answer is no error but a verdict in the
report.
"""

from __future__ import annotations

try:
    from . import _sangkien
except ImportError as error:
    raise ImportError(
        f"the compiled part of sangkien cannot be loaded ({error}). Install the package with 'pip install .' in the "
        "checkout (or './dev setup'), for this Python, and do not run Python inside the folder 'python/': it holds "
        "the sources only."
    ) from error

from . import plot
from ._attribution import AttributionTable
from ._calendar import Calendar, ProvisionalWarning
from ._diff import RulesDiff, rules_diff
from ._duties import Duties, duties
from ._error import Error
from ._explanation import Explanation
from ._gates import Gates, Step, Steps
from ._index import Index, IndexScores
from ._index_columns import IndexTotals
from ._index_years import IndexComparison
from ._journal import Journal, JournalCheck, JournalHead
from ._lifecycle import Lifecycle
from ._lunar import LunarDate, LunarDates, from_lunar, to_lunar
from ._outlook import Outlook, outlook
from ._periods import Deadline, Period, Remaining, earlier_of, later_of, named_point, yearly_deadline
from ._quota import QuotaTable
from ._ranks import rank
from ._raters import RankAcceptability, RaterStatistics, drawn_weights, rank_acceptability, rater_statistics
from ._record import RecordCheck, canonical_digest, make_record, verify_record
from ._report import Report
from ._rules import Rules, builtin_rulebooks, schema
from ._scores import Scores
from ._season import Season
from ._sensitivity import Sensitivity, SobolIndices, sobol_indices
from ._table import Table
from ._verify import coverage, verify
from ._views import Eligible, Robustness, View
from ._what_if import WhatIf

__version__: str = _sangkien.version()

__all__ = [
    "AttributionTable",
    "Calendar",
    "Deadline",
    "Duties",
    "Eligible",
    "Error",
    "Explanation",
    "Gates",
    "Index",
    "IndexComparison",
    "IndexScores",
    "IndexTotals",
    "Journal",
    "JournalCheck",
    "JournalHead",
    "Lifecycle",
    "LunarDate",
    "LunarDates",
    "Outlook",
    "Period",
    "ProvisionalWarning",
    "QuotaTable",
    "RankAcceptability",
    "RaterStatistics",
    "RecordCheck",
    "Remaining",
    "Report",
    "Robustness",
    "Rules",
    "RulesDiff",
    "Scores",
    "Season",
    "Sensitivity",
    "SobolIndices",
    "Step",
    "Steps",
    "Table",
    "View",
    "WhatIf",
    "__version__",
    "builtin_rulebooks",
    "canonical_digest",
    "coverage",
    "drawn_weights",
    "duties",
    "earlier_of",
    "from_lunar",
    "later_of",
    "make_record",
    "named_point",
    "outlook",
    "plot",
    "rank",
    "rank_acceptability",
    "rater_statistics",
    "rules_diff",
    "schema",
    "sobol_indices",
    "to_lunar",
    "verify",
    "verify_record",
    "yearly_deadline",
]


def __dir__() -> list[str]:
    return list(__all__)
