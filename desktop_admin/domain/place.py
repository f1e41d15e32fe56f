"""The witness *place*: the boutique a terminal worked for at the moment of a sale.

By our journal; else by the terminal's located sales just before and just after, when they agree;
else by its present boutique. A located sale is an attributed one, unless its own goods say
otherwise (the old repair attached many sales to the wrong boutique), or an orphan whose goods
come from one boutique. Three things make the witness silent rather than wrong:

* the sales around name two boutiques, and nothing tells when the terminal moved;
* the sale was received, or its number made, at quite another time (an upload after days without
  network, or a wrong clock), and the sales around that moment name another boutique;
* only the present boutique is left, and the terminal's row was saved after the sale: that may
  have been the move. The server does not save the row when a terminal merely sells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from desktop_admin.domain.evidence import (
    NO_NEIGHBOURS,
    Assignment,
    Basis,
    Evidence,
    Neighbour,
    Neighbours,
    Orphan,
    Testimony,
    Witness,
)
from desktop_admin.domain.model import Terminal


def _silent(basis: Basis) -> Testimony:
    return Testimony(Witness.PLACE, basis)


_NO_TERMINAL = _silent(Basis.NO_TERMINAL)
_NOWHERE = _silent(Basis.TERMINAL_WITHOUT_BOUTIQUE)
_MOVED = _silent(Basis.MOVED_AROUND)
_CLOCKS = _silent(Basis.CLOCKS_DISAGREE)
_EDITED = _silent(Basis.EDITED_SINCE)
_DEPOT = _silent(Basis.IN_DEPOT)


class Around(NamedTuple):
    """The located boutiques just before and just after; None where there is no such sale."""

    before: int | None
    after: int | None


class PlaceWitness:
    """Hears every orphan of one body of evidence; built once, asked once per orphan."""

    def __init__(self, evidence: Evidence, goods: Mapping[int, int]) -> None:
        """`goods` locates sales by their goods (one boutique, no depot), by sale id."""
        self._evidence = evidence
        self._goods = goods
        self._around = self._locate_all()
        self._spoken: dict[tuple[Basis, int, int, bool], Testimony] = {}
        depots = (id_ for id_, boutique in evidence.boutiques.items() if boutique.depot)
        self._depots = frozenset(depots)

    def hear(self, orphan: Orphan) -> Testimony:
        """Where the orphan's terminal worked when it made the sale."""
        terminal_id = orphan.terminal_id
        if terminal_id is None:
            terminal_id = self._evidence.named_terminals.get(orphan.sale_id)
        terminal = self._evidence.terminals.get(terminal_id) if terminal_id is not None else None
        if terminal is None:
            return _NO_TERMINAL
        testimony = self._by_journal(orphan, terminal)
        if testimony is None:
            testimony = self._by_sales(orphan, terminal)
        if testimony.boutiques and testimony.boutiques[0] in self._depots:
            return _DEPOT
        return testimony

    def _by_journal(self, orphan: Orphan, terminal: Terminal) -> Testimony | None:
        history = self._evidence.assignments.get(terminal.id)
        if not history or orphan.sold_at is None:
            return None
        found = worked_for(history, orphan.sold_at, terminal.boutique_id)
        return self._speak(Basis.JOURNAL, found) if found is not None else None

    def _by_sales(self, orphan: Orphan, terminal: Terminal) -> Testimony:
        around = self._around.get(orphan.sale_id, Around(None, None))
        present, edited = self._present(orphan, terminal)
        here = settle(around, present, edited=edited)
        if not here.boutiques:
            return here
        for others in self._evidence.neighbours_by_other_clock.get(orphan.sale_id, ()):
            there = settle(self._locate(others), present, edited=edited)
            if there.boutiques != here.boutiques:
                return _CLOCKS
        return self._speak(here.basis, here.boutiques[0], sum(here.counts), weak=here.weak)

    def _present(self, orphan: Orphan, terminal: Terminal) -> tuple[int | None, bool]:
        """The terminal's boutique to fall back on, and whether its row was saved after the
        sale. What our journal says of the first save it knows is taken into account: before a
        change that we made, the terminal worked where that change took it from; and giving a
        boutique to a terminal that had none is no move."""
        history = self._evidence.assignments.get(terminal.id)
        sold_at = orphan.sold_at
        if history and sold_at is not None and sold_at < history[0].at:
            if history[0].before is not None:
                return history[0].before, False
            return terminal.boutique_id, False
        edited = sold_at is None or terminal.updated_at is None or sold_at < terminal.updated_at
        return terminal.boutique_id, edited

    def _speak(
        self, basis: Basis, boutique: int, count: int = 0, *, weak: bool = False
    ) -> Testimony:
        key = (basis, boutique, count, weak)
        testimony = self._spoken.get(key)
        if testimony is None:
            testimony = Testimony(Witness.PLACE, basis, (boutique,), (count,), weak)
            self._spoken[key] = testimony
        return testimony

    def _locate_all(self) -> dict[int, Around]:
        """For every orphan, the located sales around it. A neighbour that is an orphan too and
        cannot be located hands on its own neighbour, so each run of orphans is walked once."""
        neighbours = self._evidence.neighbours
        order = self._in_order()
        before: dict[int, int | None] = {}
        after: dict[int, int | None] = {}
        for sale_id in order:
            earlier = neighbours.get(sale_id, NO_NEIGHBOURS)[0]
            before[sale_id] = self._boutique_of(earlier, before)
        for sale_id in reversed(order):
            later = neighbours.get(sale_id, NO_NEIGHBOURS)[1]
            after[sale_id] = self._boutique_of(later, after)
        self._before, self._after = before, after
        return {sale_id: Around(before[sale_id], after[sale_id]) for sale_id in order}

    def _in_order(self) -> list[int]:
        """Sale ids of the orphans that have neighbours, in the order of their sale times."""
        known = self._evidence.neighbours
        timed = [
            (orphan.sold_at, orphan.sale_id)
            for orphan in self._evidence.orphans
            if orphan.sold_at is not None and orphan.sale_id in known
        ]
        timed.sort()
        return [sale_id for _, sale_id in timed]

    def _boutique_of(
        self, neighbour: Neighbour | None, carried: Mapping[int, int | None]
    ) -> int | None:
        if neighbour is None:
            return None
        by_goods = self._goods.get(neighbour.sale_id)
        if by_goods is not None:
            return by_goods
        if neighbour.boutique_id is not None:
            return neighbour.boutique_id
        return carried.get(neighbour.sale_id)

    def _locate(self, neighbours: Neighbours) -> Around:
        before, after = neighbours
        return Around(
            self._boutique_of(before, self._before), self._boutique_of(after, self._after)
        )


def worked_for(
    history: Sequence[Assignment], moment: datetime, present: int | None
) -> int | None:
    """The boutique a terminal worked for at `moment` by its journal (oldest first), where the
    journal is sure: after its first entry, and not contradicted by the next entry, or by the
    terminal's present boutique after the last. None where it is not."""
    last: Assignment | None = None
    for assignment in history:
        if assignment.at > moment:
            return last.after if last and last.after == assignment.before else None
        last = assignment
    return last.after if last and last.after == present else None


def settle(around: Around, present: int | None, *, edited: bool) -> Testimony:
    """What the sales around and the present boutique tell together; `edited` where the
    terminal's row was saved after the sale. The answer's counts say how many sales agree."""
    before, after = around
    if before is not None and before == after:
        return Testimony(Witness.PLACE, Basis.SALES_AROUND, (before,), (2,))
    if before is not None and after is None and before == present:
        return Testimony(Witness.PLACE, Basis.SALE_BEFORE_AND_PRESENT, (before,), (1,))
    if present is not None and not edited and after in (None, present):
        weak = before is None and after is None
        basis = Basis.PRESENT if weak else Basis.UNCHANGED_SINCE
        return Testimony(Witness.PLACE, basis, (present,), (int(after is not None),), weak)
    if before is not None or after is not None:
        return _MOVED
    return _NOWHERE if present is None else _EDITED
