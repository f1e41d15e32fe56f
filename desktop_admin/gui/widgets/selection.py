"""What is selected in a table, by id, so that it outlives every refresh. Knows no Qt."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: More separate runs of rows than this are not selected again: the view would crawl.
RUNS = 5_000
#: So few ids are each looked up by itself.
FEW = 4
#: So many at once are put into a set: longer would keep other threads waiting.
_PIECE = 20_000


#: Ids that lie closer together than this on average are kept as marks, byte by byte.
_SPREAD = 16


class IdSet:
    """Many ids, none of them twice, that can be asked for one.

    A million take a megabyte or a few, and making it never holds the interpreter for long, so
    that a worker may.
    """

    __slots__ = ("_apart", "_low", "_marks")

    def __init__(self, ids: Sequence[int]) -> None:
        pieces = [ids[start : start + _PIECE] for start in range(0, len(ids), _PIECE)]
        bounds = [(min(piece), max(piece)) for piece in pieces]
        self._low = min((low for low, _ in bounds), default=0)
        span = max((high for _, high in bounds), default=0) - self._low + 1
        self._marks = bytearray()
        self._apart: set[int] = set()
        if span <= _SPREAD * len(ids) + _PIECE:
            self._marks = bytearray(span)
            for piece, (low, high) in zip(pieces, bounds, strict=True):
                self._mark(piece, low - self._low, high - low + 1)
        else:
            for piece in pieces:
                self._apart.update(piece)

    def _mark(self, piece: Sequence[int], start: int, span: int) -> None:
        marks, low = self._marks, self._low
        if span == len(piece):
            # All that there are between the lowest and the highest, in whatever order.
            marks[start : start + span] = b"\1" * span
            return
        for id_ in piece:
            marks[id_ - low] = 1

    def __contains__(self, id_: object) -> bool:
        if not isinstance(id_, int):
            return False
        place = id_ - self._low
        if 0 <= place < len(self._marks):
            return self._marks[place] == 1
        return id_ in self._apart


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one looks at: the selected ids, the current one, and the one on top of the view."""

    selected: Sequence[int] = field(default_factory=lambda: array("q"))
    current: int | None = None
    #: None where the view stood at its beginning, and shall stay there.
    top: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to find again."""
        return not len(self.selected) and self.current is None and self.top is None


@dataclass(frozen=True, slots=True)
class Places:
    """The same in rows of the new order."""

    runs: Sequence[tuple[int, int]] = ()
    current: int | None = None
    top: int | None = None
    #: False where the selection is in more pieces than a view can hold: the rest is not in it.
    whole: bool = True


def locate(ids: Iterable[int], remembered: Remembered) -> Places:
    """Find what is remembered in a new order of ids; one pass, for workers where it is long."""
    if remembered.nothing:
        return Places()
    if isinstance(ids, array) and len(remembered.selected) <= FEW:
        return _look_up(ids, remembered)
    wanted = IdSet(remembered.selected)
    current = top = None
    found: list[tuple[int, int]] = []
    first = last = -2
    for row, id_ in enumerate(ids):
        if id_ in wanted:
            if row != last + 1:
                _keep(found, first, last)
                first = row
            last = row
        if id_ == remembered.current:
            current = row
        if id_ == remembered.top:
            top = row
    _keep(found, first, last)
    return Places(found[:RUNS], current, top, len(found) <= RUNS)


def _keep(found: list[tuple[int, int]], first: int, last: int) -> None:
    """Note a run that has ended, as long as a view could hold it."""
    if first >= 0 and len(found) <= RUNS:
        found.append((first, last))


def _look_up(ids: array[int], remembered: Remembered) -> Places:
    """The same where there is little to find: many times as fast as looking at each id."""
    watched = (*remembered.selected, remembered.current, remembered.top)
    rows = {id_: _row_of(ids, id_) for id_ in watched if id_ is not None}
    chosen = sorted(row for one in remembered.selected if (row := rows[one]) is not None)
    current = rows.get(remembered.current) if remembered.current is not None else None
    top = rows.get(remembered.top) if remembered.top is not None else None
    return Places(runs(chosen), current, top)


def _row_of(ids: array[int], id_: int) -> int | None:
    for start in range(0, len(ids), _PIECE):
        try:
            return ids.index(id_, start, start + _PIECE)
        except ValueError:
            continue
    return None


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending rows as runs of neighbours, both ends included."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
