"""What is selected in a table, by id, so that it outlives every refresh. Knows no Qt."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: More separate runs of rows than this are not selected again: the view would crawl.
RUNS = 5_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one looks at: the selected ids, the current one, and the one on top of the view."""

    selected: Sequence[int] = field(default_factory=lambda: array("q"))
    #: Everything was selected: so it shall be again, whatever comes.
    everything: bool = False
    current: int | None = None
    #: None where the view stood at its beginning, and shall stay there.
    top: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to find again."""
        return not (self.selected or self.everything or self.current or self.top)


@dataclass(frozen=True, slots=True)
class Places:
    """The same in rows of the new order."""

    runs: Sequence[tuple[int, int]] = ()
    current: int | None = None
    top: int | None = None


def locate(ids: Iterable[int], remembered: Remembered, total: int) -> Places:
    """Find what is remembered in a new order of ids; one pass, for workers where it is long."""
    if remembered.nothing:
        return Places()
    wanted = frozenset(() if remembered.everything else remembered.selected)
    watched = wanted | {remembered.current, remembered.top}
    rows: list[int] = []
    current = top = None
    for row, id_ in enumerate(ids):
        if id_ in watched:
            if id_ in wanted:
                rows.append(row)
            if id_ == remembered.current:
                current = row
            if id_ == remembered.top:
                top = row
    if remembered.everything:
        return Places([(0, total - 1)] if total else [], current, top)
    return Places(runs(rows)[:RUNS], current, top)


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending rows as runs of neighbours, both ends included."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
