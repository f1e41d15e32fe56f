"""Which pages of a long table are held, wanted and on their way. Knows no Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from desktop_admin.gui.models.columns import Row

PAGE = 256
HELD = 64
WAITING = 4
IN_FLIGHT = 2


class Pages:
    """Pages by number. What was wanted last is fetched first; what scrolled by is forgotten."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: list[int] = []
        self._in_flight: set[int] = set()
        self._failed: set[int] = set()
        #: Pages whose rows are shown until newer ones are there.
        self.outdated: set[int] = set()
        self.generation = 0

    def clear(self) -> None:
        """Forget everything; answers under way belong to an older generation from now on."""
        self.generation += 1
        self._held.clear()
        self._wanted.clear()
        self._in_flight.clear()
        self._failed.clear()
        self.outdated.clear()

    def row(self, row: int) -> Row | None:
        """The row, if its page is held."""
        page = self._held.get(row // PAGE)
        return page[row % PAGE] if page is not None and row % PAGE < len(page) else None

    def want(self, page: int) -> bool:
        """Ask for a page; whether anything has to be fetched because of that."""
        held = page in self._held and page not in self.outdated
        if held or page in self._in_flight or page in self._failed:
            return False
        if page in self._wanted:
            if self._wanted[-1] == page:
                return False
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-WAITING]
        return True

    def next(self) -> int | None:
        """The page to fetch now, or None while enough are on their way."""
        if not self._wanted or len(self._in_flight) >= IN_FLIGHT:
            return None
        page = self._wanted.pop()
        self._in_flight.add(page)
        self.outdated.discard(page)
        return page

    def known(self) -> list[int]:
        """The pages that are held or on their way."""
        return [*self._held, *self._in_flight.difference(self._held)]

    def arrived(self, generation: int, page: int, rows: Sequence[Row]) -> bool:
        """Hold a page; False where it belongs to an older generation."""
        if generation != self.generation:
            return False
        self._in_flight.discard(page)
        self._held[page] = rows
        self._held.move_to_end(page)
        while len(self._held) > HELD:
            self._held.popitem(last=False)
        return True

    def failed(self, generation: int, page: int) -> bool:
        """Note that a page cannot be had, so that painting does not ask for it for ever."""
        if generation != self.generation:
            return False
        self._in_flight.discard(page)
        self._failed.add(page)
        return True

    def held(self) -> int:
        """How many pages are in memory."""
        return len(self._held)
