"""Gates: the table of steps as bits, for hosts that take millions of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from . import _sangkien
from ._columns import numpy

Verdict = Literal["pass", "fail", "undetermined"]


class Step(NamedTuple):
    """What one step comes to."""

    verdict: Verdict
    state: str
    """The next state when the verdict is 'pass', else the state of the event's track as it stays."""


class Steps:
    """What many steps come to, a row each.

    verdicts: uint8 array, 0 'fail', 1 'undetermined', 2 'pass'. states: uint16 array of positions in `Gates.states`,
    one for each file, or files x tracks where the table has tracks: where each stands after the last row. accepted:
    how many rows passed.
    """

    __slots__ = ("accepted", "states", "verdicts")

    def __init__(self, accepted: int, states: Any, verdicts: Any) -> None:
        """Not for callers: use `Gates.step_batch` or `Gates.replay`."""
        self.accepted, self.states, self.verdicts = accepted, states, verdicts

    @property
    def passed(self) -> Any:
        """A bool array."""
        return self.verdicts == 2

    @property
    def refused(self) -> Any:
        """A bool array."""
        return self.verdicts == 0

    def __len__(self) -> int:
        return len(self.verdicts)

    def __repr__(self) -> str:
        return f"<sangkien.Steps: {len(self)} rows, {self.accepted} accepted>"


class Gates:
    """Gates (bảng bước dạng bit): the verdicts of the procedure without their reasons. From `Rules.gates`.

    states, events, roles: the names of the table; their positions in these lists are the codes of arrays. leaves: what
    the guards ask, as 'fact applied' or 'before ward-decision'; what each says of a file is for the caller to know.
    """

    __slots__ = ("_core", "events", "leaves", "roles", "states")

    def __init__(self, core: _sangkien.Gates) -> None:
        """Not for callers: use `Rules.gates`."""
        self._core = core
        self.states: list[str] = core.states
        self.events: list[str] = core.events
        self.roles: list[str] = core.roles
        self.leaves: list[str] = core.leaves

    def step(
        self, state: str | tuple[str, ...], event: str, role: str, facts: Mapping[str, bool | None] | None = None
    ) -> Step:
        """One step. state: where the file stands; with tracks a tuple of names, of which those left out stand at the
        start of theirs. facts: what the leaves say, as {'fact applied': True}; one that is left out or None is not
        known. Leaves of the kind 'state' are read off `state`.

        A guard that hangs on what is not known gives 'undetermined', and so does an event that the table does not
        have; a role that it does not have is refused. KeyError for another state or leaf, with the nearest name.
        """
        return self._core.step(state, event, role, facts if type(facts) is dict else dict(facts or {}))

    def pack(self, columns: Mapping[str, Any]) -> tuple[Any, Any]:
        """What the leaves say of many rows as (holds, known), for `step_batch` and `replay`.

        columns: leaf -> one value, or a column of them: True, False or None (not known; also NaN and NA). Columns have
        the same length, and there is at least one. A leaf that is left out is not known. KeyError for another leaf.
        """
        np = numpy()
        known_of = {leaf: np.asarray(values) for leaf, values in columns.items()}
        sizes = {len(values) for values in known_of.values() if values.ndim == 1}
        if len(sizes) != 1:
            raise ValueError("columns of one length are needed, and at least one")
        rows = sizes.pop()
        holds = np.zeros((rows, self._core.words), dtype=np.uint64)
        known = np.zeros_like(holds)
        for leaf, values in known_of.items():
            if leaf not in self.leaves:
                raise KeyError(f"no condition {leaf!r}; there are {self.leaves}")
            at = self.leaves.index(leaf)
            said, so = truths(np, values, leaf)
            bit = np.uint64(1 << at % 64)
            known[:, at // 64] |= np.where(said, bit, np.uint64(0))
            holds[:, at // 64] |= np.where(so, bit, np.uint64(0))
        return (holds[:, 0], known[:, 0]) if holds.shape[1] == 1 else (holds, known)

    def step_batch(self, states: Any, events: Any, roles: Any, holds: Any, known: Any) -> Steps:
        """A step of each of many files: row i is a file in states[i]. The GIL is released.

        states: a row for each file, rows x tracks where the table has tracks; events, roles: a column each. All three
        as codes (integers, positions in the lists of names) or as names. A role or event that there is not is the code
        65535. holds, known: as `pack` makes them, bit i for the leaf i. `states` stays as it is. ValueError for
        columns of different lengths, Error SK1205 for a state that there is not, naming the row; nothing is taken then.
        """
        np = numpy()
        standing = self._standing(np, states)
        return self._take(np, np.arange(len(standing), dtype=np.uint32), events, roles, holds, known, standing)

    def replay(self, files: Any, events: Any, roles: Any, holds: Any, known: Any, states: Any = None) -> Steps:
        """Steps of many files in the order of the rows: each is taken from where the rows before it have led its file.

        files: the number of the file of each row, from 0. states: where each file stands before, as of `step_batch`;
        without it all are at the beginning, as many as `files` has. The rest as of `step_batch`.
        """
        np = numpy()
        which = codes(np, files, "files", np.uint32)
        if states is None:
            count = int(which.max()) + 1 if len(which) else 0
            standing = np.tile(np.asarray(self._core.beginning, dtype=np.uint16), (count, 1))
        else:
            standing = self._standing(np, states)
        return self._take(np, which, events, roles, holds, known, standing)

    def _standing(self, np: Any, states: Any) -> Any:
        given = self._coded(np, states, self.states, "states")
        tracks = len(self._core.beginning)
        if given.ndim != (1 if tracks == 1 else 2) or given.shape[1:] not in ((), (tracks,)):
            wanted = "one state for each file" if tracks == 1 else f"files x {tracks} states, one for each track"
            raise ValueError(f"states are {wanted}, not of the shape {given.shape}")
        return np.array(given.reshape(-1, tracks))

    def _take(self, np: Any, files: Any, events: Any, roles: Any, holds: Any, known: Any, standing: Any) -> Steps:
        verdicts = np.empty(len(files), dtype=np.uint8)
        flat = standing.reshape(-1)
        accepted = self._core.replay(
            files,
            self._coded(np, events, self.events, "events"),
            self._coded(np, roles, self.roles, "roles"),
            bits(np, holds, "holds"),
            bits(np, known, "known"),
            flat,
            verdicts,
        )
        return Steps(accepted, flat if standing.shape[1] == 1 else standing, verdicts)

    @staticmethod
    def _coded(np: Any, values: Any, names: Sequence[str], what: str) -> Any:
        given = np.asarray(values)
        if given.dtype.kind not in "OUT":
            return codes(np, given, what, np.uint16)
        texts, places = np.unique(given.astype(str), return_inverse=True)
        known = {name: at for at, name in enumerate(names)}
        wrong = [text for text in texts if text not in known]
        if wrong:
            row = int(np.argmax(given.astype(str).ravel() == wrong[0]))
            raise KeyError(f"row {row} of {what}: no name {str(wrong[0])!r}; there are {list(names)}")
        return np.array([known[text] for text in texts], dtype=np.uint16)[places.reshape(given.shape)]

    def __repr__(self) -> str:
        return (
            f"<sangkien.Gates: {len(self.states)} states, {len(self.events)} events, {len(self.roles)} roles, "
            f"{len(self.leaves)} conditions>"
        )


def codes(np: Any, values: Any, what: str, dtype: Any) -> Any:
    """Whole numbers as a packed column of `dtype`; nothing is cut off."""
    given = np.asarray(values)
    if given.size and given.dtype.kind not in "iu":
        raise TypeError(f"{what} are whole numbers, not {given.dtype}")
    most = np.iinfo(dtype).max
    if given.dtype != dtype and given.size and (given.min() < 0 or given.max() > most):
        row = int(np.argmax((given < 0) | (given > most)))
        raise ValueError(f"row {row} of {what}: {given.ravel()[row]} is not from 0 to {most}")
    return np.ascontiguousarray(given, dtype=dtype)


def bits(np: Any, values: Any, what: str) -> Any:
    """Words of 64 bits, row after row."""
    given = np.asarray(values)
    if given.dtype != np.uint64:
        if given.size and given.dtype.kind not in "iu":
            raise TypeError(f"{what} are words of bits (uint64), as pack() makes them, not {given.dtype}")
        if given.size and given.dtype.kind == "i" and given.min() < 0:
            raise ValueError(f"row {int(np.argmax(given < 0))} of {what} is negative")
    return np.ascontiguousarray(given, dtype=np.uint64).reshape(-1)


def truths(np: Any, values: Any, leaf: str) -> tuple[Any, Any]:
    """Which are known, and which hold."""
    if values.dtype == bool:
        return np.ones_like(values), values
    known, so = [], []
    for value in values.reshape(-1).tolist():
        is_known = isinstance(value, (bool, np.bool_))
        if not is_known and value is not None and str(value) not in ("nan", "<NA>"):
            raise TypeError(f"{leaf!r} is True, False or None (not known), not {value!r}")
        known.append(is_known)
        so.append(is_known and bool(value))
    return np.array(known).reshape(values.shape), np.array(so).reshape(values.shape)
