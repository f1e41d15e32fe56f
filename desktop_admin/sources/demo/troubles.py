"""What goes wrong in a shop's data: every kind of orphan, and the other troubles of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.later import Later
from desktop_admin.sources.demo.rhythm import midnight
from desktop_admin.sources.demo.sales import DemoLine, DemoSale, number
from desktop_admin.sources.demo.shops import DemoArticle, World

#: Days back, days long, share of sales stored without boutique: when a faulty server ran.
_INCIDENTS = ((401, 4, 0.5), (158, 5, 0.45), (9, 3, 0.4))

_SCATTERED = 60
_BEFORE_A_MOVE = 24
_IN_CLOSED_BOUTIQUE = 8
_MOVEMENTS_ONLY = 22
_BARE_UNMOVED = 16
_BARE_MOVED = 10
_FROM_WEB = 22
_FROM_WEB_BARE = 5
_BY_SERVER = 16
_BY_SERVER_BARE = 6
_BY_SERVER_DEPOT = 2
_SERIAL_ONLY = 12
_TWO_BOUTIQUES = 7
_BORROWED = 6
_DEPOT_GOODS = 5
_NEVER_ATTRIBUTED = 12
_FALSIFIED = 36
_DEACTIVATED_LONG_AGO = 8
_DEACTIVATED_LATELY = 6
_REJECTED = 28


class Rejected(NamedTuple):
    """A sale that the server refused and left a trace of."""

    sale: DemoSale
    boutique: int
    reason: str
    message: str
    article: DemoArticle | None
    attempted: datetime
    handled: bool


class Troubles:
    """Spoils sales that were sound; each sale at most once."""

    def __init__(self, world: World, sales: list[DemoSale], dice: Dice) -> None:
        self._world = world
        self._sales = sales
        self._dice = dice
        self._terminals = {terminal.id: terminal for terminal in world.terminals}
        self._boutiques = {boutique.id: boutique for boutique in world.boutiques}

    def spoil(self) -> None:
        """Make every trouble of the demo but the rejected sales."""
        self._incidents()
        self._orphans_of_terminals()
        self._orphans_without_lines()
        self._orphans_without_terminal()
        self._orphans_with_strange_goods()
        self._never_attributed()
        self._falsified()
        Later(self._world, self._sales).spoil()
        self._deactivated()

    def rejected(self) -> list[Rejected]:
        """Sales of the last two months that the server refused."""
        found = []
        since = midnight(self._world.today - timedelta(days=60))
        recent = [
            sale for sale in self._sales if sale.sold >= since and sale.terminal and sale.has_lines
        ]
        moved = [sale for sale in recent if self._moved(sale)] or recent
        for index in range(_REJECTED):
            twin = self._dice.choice(moved if index % 3 else recent)
            found.append(self._reject(twin, other=index % 4 == 3, handled=index % 7 == 5))
        found.sort(key=lambda rejected: rejected.attempted)
        return found

    def _pick(
        self, count: int, condition: Callable[[DemoSale], bool] = lambda _: True
    ) -> Iterable[DemoSale]:
        """Sound sales for which `condition` holds; they are taken from then on."""
        sound = [
            sale
            for sale in self._sales
            if not sale.taken and sale.terminal is not None and condition(sale)
        ]
        picked = self._dice.some(sound, count)
        for sale in picked:
            sale.taken = True
        return picked

    def _moved(self, sale: DemoSale) -> bool:
        """Whether the sale's terminal works elsewhere by now."""
        if sale.terminal is None:
            return False
        return self._terminals[sale.terminal].boutique not in (None, sale.boutique)

    def _incidents(self) -> None:
        for back, length, share in _INCIDENTS:
            start = midnight(self._world.today - timedelta(days=back))
            end = start + timedelta(days=length)
            for sale in self._sales:
                if start <= sale.received < end and self._dice.happens(share):
                    sale.stored, sale.taken = None, True

    def _orphans_of_terminals(self) -> None:
        for sale in self._pick(_SCATTERED):
            sale.stored = None
        for sale in self._pick(_BEFORE_A_MOVE, self._moved):
            sale.stored = None
        closed = {boutique.id for boutique in self._world.selling if boutique.closed}
        for sale in self._pick(_IN_CLOSED_BOUTIQUE, lambda sale: sale.boutique in closed):
            sale.stored = None

    def _orphans_without_lines(self) -> None:
        for sale in self._pick(_MOVEMENTS_ONLY, lambda sale: sale.has_movements):
            sale.stored, sale.has_lines = None, False
        for sale in self._pick(_BARE_UNMOVED, lambda sale: not self._moved(sale)):
            self._strip(sale)
        for sale in self._pick(_BARE_MOVED, self._moved):
            self._strip(sale)

    def _strip(self, sale: DemoSale) -> None:
        """Leave an orphan without lines and movements."""
        sale.stored, sale.has_lines, sale.has_movements = None, False, False

    def _orphans_without_terminal(self) -> None:
        for index, sale in enumerate(self._pick(_FROM_WEB + _FROM_WEB_BARE)):
            sale.number = number("WEB", sale.sold, self._dice)
            sale.stored, sale.terminal, sale.version = None, None, ""
            sale.address = f"41.243.{sale.boutique}.9"
            if index >= _FROM_WEB:
                self._strip(sale)
        depots = [boutique.id for boutique in self._world.boutiques if boutique.depot]
        for index, sale in enumerate(self._pick(_BY_SERVER + _BY_SERVER_BARE + _BY_SERVER_DEPOT)):
            named = sale.boutique
            if index >= _BY_SERVER:
                self._strip(sale)
            if index >= _BY_SERVER + _BY_SERVER_BARE:
                named = self._dice.choice(depots)
            sale.number = f"VENTE-{named}-{sale.sold:%Y%m%d%H%M%S}-{self._dice.randrange(40)}"
            sale.stored, sale.terminal, sale.version = None, None, ""
        for index, sale in enumerate(self._pick(_SERIAL_ONLY)):
            sale.stored, sale.terminal = None, None
            if index % 3 == 0:
                self._strip(sale)

    def _orphans_with_strange_goods(self) -> None:
        for sale in self._pick(_TWO_BOUTIQUES, lambda sale: len(sale.lines) > 1):
            sale.stored = None
            self._exchange(sale, sale.lines[:1], self._other_boutique(sale))
        for sale in self._pick(_BORROWED, lambda sale: not self._moved(sale)):
            sale.stored = None
            self._exchange(sale, sale.lines, self._other_boutique(sale))
        for sale in self._pick(_DEPOT_GOODS):
            sale.stored = None
            merchant = self._boutiques[sale.boutique].merchant
            depot = next(
                boutique.id
                for boutique in self._world.boutiques
                if boutique.depot and boutique.merchant == merchant
            )
            self._exchange(sale, sale.lines, depot)

    def _other_boutique(self, sale: DemoSale) -> int:
        merchant = self._boutiques[sale.boutique].merchant
        return self._dice.choice(
            [
                boutique.id
                for boutique in self._world.selling
                if boutique.merchant == merchant and boutique.id != sale.boutique
            ]
        )

    def _exchange(self, sale: DemoSale, lines: list[DemoLine], boutique: int) -> None:
        """Let these lines sell articles of another boutique at the same prices."""
        shelf = self._world.stock_of(boutique)
        for line in lines:
            article = self._dice.choice(shelf)
            sale.lines[sale.lines.index(line)] = line._replace(article=article)

    def _never_attributed(self) -> None:
        """Terminals that sell and were never given a boutique: one with goods, one without."""
        new = [terminal for terminal in self._world.terminals if terminal.boutique is None]
        new = [terminal for terminal in new if len(terminal.stays) == 1][:2]
        for index, terminal in enumerate(new):
            after = terminal.created + timedelta(days=1)
            for sale in self._pick(_NEVER_ATTRIBUTED // len(new), sold_after(after)):
                sale.terminal, sale.stored, sale.version = terminal.id, None, terminal.version
                sale.number = number(terminal.serial, sale.sold, self._dice)
                sale.address = terminal.address
                if index:
                    self._strip(sale)

    def _falsified(self) -> None:
        """Orphans that the old script once attached to their terminal's present boutique."""
        for sale in self._pick(_FALSIFIED, self._moved):
            sale.stored = self._terminals[sale.terminal or 0].boutique

    def _deactivated(self) -> None:
        """Switch terminals off: some long ago, others while they still had sales to send."""
        last: dict[int, datetime] = {}
        for sale in self._sales:
            if sale.terminal is not None:
                last[sale.terminal] = sale.received
        for terminal in self._world.terminals:
            terminal.last_sale = last.get(terminal.id)
        now = midnight(self._world.today)
        still = [
            (one, last[one.id]) for one in self._world.terminals if one.boutique and one.last_sale
        ]
        lately = [(one, sent) for one, sent in still if sent > now - timedelta(days=4)]
        silent = [(one, sent) for one, sent in still if sent < now - timedelta(days=30)]
        for terminal, sent in self._dice.some(lately, _DEACTIVATED_LATELY):
            terminal.active = False
            terminal.updated = sent - timedelta(hours=self._dice.randrange(2, 40))
        for terminal, sent in self._dice.some(silent, _DEACTIVATED_LONG_AGO):
            terminal.active = False
            terminal.updated = sent + timedelta(days=2)

    def _reject(self, twin: DemoSale, *, other: bool, handled: bool) -> Rejected:
        terminal = self._terminals[twin.terminal or 0]
        sold = twin.sold + timedelta(minutes=self._dice.randrange(3, 200))
        sale = DemoSale(
            sold=sold,
            received=sold + timedelta(seconds=self._dice.randrange(3, 90_000)),
            boutique=twin.boutique,
            stored=None,
            terminal=terminal.id,
            number=number(terminal.serial, sold, self._dice),
            currency=twin.currency,
            lines=twin.lines,
            amount=sum((line.price * line.quantity for line in twin.lines), Decimal(0)),
            payment=twin.payment,
            version=twin.version,
            reception_known=True,
        )
        received_by = terminal.boutique or twin.boutique
        attempted = min(sale.received, midnight(self._world.today))
        if other:
            reason, message, article = "OTHER", "database is locked", None
        else:
            reason, article = "ARTICLE_NOT_FOUND", twin.lines[0].article
            message = f"Article {article.id} non trouvé dans cette boutique"
        return Rejected(sale, received_by, reason, message, article, attempted, handled)


def sold_after(moment: datetime) -> Callable[[DemoSale], bool]:
    """Whether a sale was made after `moment`."""
    return lambda sale: sale.sold > moment
