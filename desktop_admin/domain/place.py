"""The witness *place*: the boutique a terminal worked for at the moment of a sale.

By our journal; else by the terminal's located sales just before and just after, when they agree;
else by its present boutique. A located sale is an attributed one, unless its own goods say
otherwise (the old repair attached many sales to the wrong boutique), or an orphan whose goods
come from one boutique. Three things make the witness silent rather than wrong:

* the sales around name two boutiques: when the terminal moved in between, only a journal could
  tell, the time at which its row was saved is not proof enough;
* the sale was received, or its number made, at quite another time (an upload after days without
  network, or a wrong clock), and the sales around that moment name another boutique;
* only the present boutique is left, and the terminal's row was saved after the sale: that may
  have been the move. The server does not save the row when a terminal merely sells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from desktop_admin.domain.evidence import (
    Assignment,
    Basis,
    Evidence,
    Neighbour,
    Orphan,
    Testimony,
    Witness,
)
from desktop_admin.domain.invoice import read_number
from desktop_admin.domain.model import Terminal

#: Clocks that differ by less say nothing: a terminal's is set by hand, and time zones pass.
CLOCK_TOLERANCE = timedelta(hours=2)


def _silent(basis: Basis) -> Testimony:
    return Testimony(Witness.PLACE, basis)


_NO_TERMINAL = _silent(Basis.NO_TERMINAL)
_NOWHERE = _silent(Basis.TERMINAL_WITHOUT_BOUTIQUE)
_MOVED = _silent(Basis.MOVED_AROUND)
_CLOCKS = _silent(Basis.CLOCKS_DISAGREE)
_EDITED = _silent(Basis.EDITED_SINCE)
_DEPOT = _silent(Basis.IN_DEPOT)
#: Beside a sale of no terminal.
_UNKNOWN = (None, None)


class PlaceWitness:
    """Hears every orphan of one body of evidence; built once, asked once per orphan."""

    def __init__(self, evidence: Evidence, goods: Mapping[int, int]) -> None:
        """`goods` locates sales by their goods (one boutique, no depot), by sale id."""
        self._evidence = evidence
        self._goods = goods
        self._before: dict[int, int | None] = {}
        self._after: dict[int, int | None] = {}
        self._locate_all()
        #: What was said before; orphans around which all is alike are answered alike.
        self._settled: dict[tuple[int | None, int | None, int | None, bool], Testimony] = {}
        self._boutiques = evidence.boutiques
        self._elsewhen = evidence.neighbours_by_other_clock
        #: By terminal: what is said of an orphan at home, where no journal says more.
        self._agreed: dict[int | None, Testimony] = {
            terminal: settle(home, home, None, edited=True)
            for terminal, home in evidence.homes.items()
            if terminal in evidence.terminals and terminal not in evidence.assignments
        }

    def hear(self, orphan: Orphan) -> Testimony:
        """Where the orphan's terminal worked when it made the sale."""
        terminal_id = orphan.terminal_id
        if terminal_id in self._agreed and orphan.sale_id not in self._evidence.beside:
            return self._agreed[terminal_id]
        if terminal_id is None:
            terminal_id = self._evidence.named_terminals.get(orphan.sale_id)
        terminal = self._evidence.terminals.get(terminal_id) if terminal_id is not None else None
        if terminal is None:
            return _NO_TERMINAL
        history = self._evidence.assignments.get(terminal.id, ())
        testimony = self._by_journal(orphan, terminal, history) if history else None
        if testimony is None:
            testimony = self._by_sales(orphan, terminal, history)
        if not testimony.boutiques:
            return testimony
        boutique = self._boutiques.get(testimony.boutiques[0])
        if boutique is None:
            # Deleted past the server, which leaves terminals and sales that point to nothing.
            return _NOWHERE
        return _DEPOT if boutique.depot else testimony

    def _by_journal(
        self, orphan: Orphan, terminal: Terminal, history: Sequence[Assignment]
    ) -> Testimony | None:
        if orphan.sold_at is None:
            return None
        found = worked_for(history, orphan.sold_at, terminal.boutique_id)
        if found is None:
            return None
        for moment in other_moments(orphan):
            if worked_for(history, moment, terminal.boutique_id) != found:
                return _CLOCKS
        return Testimony(Witness.PLACE, Basis.JOURNAL, (found,), (1,))

    def _by_sales(
        self, orphan: Orphan, terminal: Terminal, history: Sequence[Assignment]
    ) -> Testimony:
        sale_id = orphan.sale_id
        last, following = self._around(orphan)
        elsewhen = self._elsewhen.get(sale_id, ())
        # Sales around that agree leave nothing to ask the terminal's row for.
        agreed = last is not None and last == following and not elsewhen
        present, edited = (None, True) if agreed else _present(orphan, terminal, history, last)
        key = (last, following, present, edited)
        here = self._settled.get(key)
        if here is None:
            here = self._settled[key] = settle(last, following, present, edited=edited)
        if here.boutiques:
            for before, after in elsewhen:
                there = settle(
                    self._place_of(before, 0),
                    self._place_of(after, 1),
                    present,
                    edited=edited,
                )
                if there.boutiques != here.boutiques:
                    return _CLOCKS
        return here

    def _locate_all(self) -> None:
        """For every orphan that does not stand between two attributed sales, where the located
        sales around it were made. A neighbour that is an orphan too and cannot be located hands
        on its own neighbour, so each run of orphans is walked once."""
        others = [orphan for orphan in self._evidence.orphans if not self._is_between(orphan)]
        for carried in (self._before, self._after):
            carried.update((orphan.sale_id, None) for orphan in others)
        order = self._in_order(others)
        for side, carried in enumerate((self._before, self._after)):
            for sale_id in order if side == 0 else reversed(order):
                neighbours = self._evidence.neighbours.get(sale_id)
                if neighbours is not None:
                    carried[sale_id] = self._place_of(neighbours[side], side)
                    continue
                beside = self._evidence.beside.get(sale_id, _UNKNOWN)[side]
                if beside is None or beside > 0:
                    carried[sale_id] = beside
                else:
                    carried[sale_id] = self._goods.get(-beside) or self._side(-beside, side)

    def _is_between(self, orphan: Orphan) -> bool:
        """Whether it stands between two attributed sales."""
        sale_id = orphan.sale_id
        if orphan.sold_at is None or sale_id in self._evidence.neighbours:
            return False
        beside = self._evidence.beside.get(sale_id)
        if beside is None:
            return orphan.terminal_id in self._evidence.homes
        return all(one is not None and one > 0 for one in beside)

    def _around(self, orphan: Orphan) -> tuple[int | None, int | None]:
        """Where the located sales before and after an orphan were made."""
        sale_id = orphan.sale_id
        home = self._evidence.homes.get(orphan.terminal_id or 0)
        if home is None or sale_id in self._evidence.beside:
            return self._side(sale_id, 0), self._side(sale_id, 1)
        return home, home

    def _side(self, sale_id: int, side: int) -> int | None:
        """The same for the sale before (0) or after (1), of an orphan that is not at home: one
        that is, is located by its goods."""
        carried = self._after if side else self._before
        if sale_id in carried:
            return carried[sale_id]
        return self._evidence.beside.get(sale_id, _UNKNOWN)[side]

    def _in_order(self, orphans: Iterable[Orphan]) -> list[int]:
        """Sale ids in the order of their sale times."""
        timed = [(orphan.sold_at, orphan.sale_id) for orphan in orphans if orphan.sold_at]
        timed.sort()
        return [sale_id for _, sale_id in timed]

    def _place_of(self, neighbour: Neighbour | None, side: int) -> int | None:
        if neighbour is None:
            return None
        by_goods = self._goods.get(neighbour.sale_id)
        if by_goods is not None:
            return by_goods
        if neighbour.boutique_id is not None:
            return neighbour.boutique_id
        return self._side(neighbour.sale_id, side)


def _present(
    orphan: Orphan, terminal: Terminal, history: Sequence[Assignment], before: int | None
) -> tuple[int | None, bool]:
    """The boutique to fall back on, and whether the terminal's row may have been saved, so moved,
    after the sale; `before` is where the located sale just before it was made.

    Of the time before the first change that our journal knows, the row tells nothing any more:
    what that change took the terminal from is only where it worked last. But to give a boutique
    to a terminal that had none is no move, unless it had worked elsewhere."""
    sold_at = orphan.sold_at
    if history and sold_at is not None and sold_at < history[0].at:
        first = history[0]
        if first.before is not None:
            return first.before, True
        return first.after, before not in (None, first.after)
    updated_at = terminal.updated_at
    edited = sold_at is None or updated_at is None or sold_at < updated_at
    return terminal.boutique_id, edited


def worked_for(history: Sequence[Assignment], moment: datetime, present: int | None) -> int | None:
    """The boutique a terminal worked for at `moment` by its journal (oldest first), where the
    journal is sure: after its first entry, and not contradicted by the next entry, or by the
    terminal's present boutique after the last. None where it is not."""
    last: Assignment | None = None
    for assignment in history:
        if assignment.at > moment:
            return last.after if last and last.after == assignment.before else None
        last = assignment
    return last.after if last and last.after == present else None


def other_moments(orphan: Orphan) -> Iterable[datetime]:
    """When the sale was received, and when its number was made, where that is far from its sale
    time: a late upload, or a wrong clock."""
    if orphan.sold_at is None:
        return
    for moment in (orphan.received_at, read_number(orphan.number).made_at):
        if moment is not None and abs(moment - orphan.sold_at) > CLOCK_TOLERANCE:
            yield moment


def settle(
    before: int | None, after: int | None, present: int | None, *, edited: bool
) -> Testimony:
    """What the located sales just before and just after (boutique ids) and the present boutique
    tell together; `edited` where the terminal's row was saved after the sale. The answer's
    counts say how many sales agree."""
    if before is not None and before == after:
        return Testimony(Witness.PLACE, Basis.SALES_AROUND, (before,), (2,))
    if before is not None and after is None and before == present:
        return Testimony(Witness.PLACE, Basis.SALE_BEFORE_AND_PRESENT, (before,), (1,))
    disagree = before is not None and after is not None
    if present is not None and not edited and not disagree and after in (None, present):
        weak = before is None and after is None
        basis = Basis.PRESENT if weak else Basis.UNCHANGED_SINCE
        return Testimony(Witness.PLACE, basis, (present,), (int(after is not None),), weak)
    if before is not None or after is not None:
        return _MOVED
    return _NOWHERE if present is None else _EDITED
