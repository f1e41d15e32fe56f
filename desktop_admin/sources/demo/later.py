"""Troubles of the last months: sales that lost their terminals, and a faulty version of the app
whose sales are still stored without boutique."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.rhythm import midnight
from desktop_admin.sources.demo.sales import DemoSale, number
from desktop_admin.sources.demo.shops import DemoTerminal, Stay, World

#: Its own, so that it takes nothing from the chance of the rest.
_SEED = "Mbongo ebungi"

#: A boutique that had one terminal at first; the others came so many days ago.
_JOINED = 150
_LENT = 4
_LOST = 34
_LOST_BY_SERVER = 12
_LOST_IN_BROWSER = 6
_OF_DELETED = 9
#: On how many terminals the faulty version is, since how many days, how much it spoils; and for
#: how many days it has spoiled everything.
_FAULTY = 7
_FAULTY_DAYS = 45
_FAULTY_SHARE = 0.5
_FAULTY_NOW = 3
_FAULTY_VERSION = "2.1.0-rc1"


class Later:
    """Spoils sales that were sound, as `Troubles` does."""

    def __init__(self, world: World, sales: list[DemoSale]) -> None:
        self._world = world
        self._sales = sales
        self._dice = Dice(_SEED)

    def spoil(self) -> None:
        """Make these troubles."""
        self._one_terminal_at_first()
        self._lose_terminals()
        self._faulty_version()

    def _pick(self, count: int, condition: Callable[[DemoSale], bool]) -> list[DemoSale]:
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

    def _one_terminal_at_first(self) -> None:
        """In one boutique all sales before some day were made on one terminal; but for a few, each
        on one that another boutique lent, and that is in nobody's books there."""
        first, *others = self._small_team()
        joined = midnight(self._world.today - timedelta(days=_JOINED))
        for terminal in others:
            terminal.created = max(terminal.created, joined + timedelta(hours=5, minutes=20))
            terminal.updated = terminal.created
            terminal.stays = [Stay(terminal.created, terminal.boutique)]
        ids = {terminal.id for terminal in others}
        for sale in self._sales:
            if sale.terminal in ids and sale.received < joined:
                sale.terminal, sale.version = first.id, first.version
                sale.number = number(first.serial, sale.sold, self._dice)
                sale.address = first.address if sale.address else ""
        away = [one for one in self._calm() if one.boutique != first.boutique]
        early = self._pick(
            _LENT + 2,
            lambda sale: (
                sale.terminal == first.id
                and sale.stored == first.boutique
                and sale.received < joined - timedelta(days=5)
            ),
        )
        for index, sale in enumerate(early):
            sale.terminal = None
            if index < _LENT:
                lent = self._dice.choice(away)
                sale.number = number(lent.serial, sale.sold, self._dice)
                sale.address = ""

    def _small_team(self) -> list[DemoTerminal]:
        """The terminals of the smallest boutique that none ever left or came to, the one that was
        there longest first."""
        moved = {
            stay.boutique
            for terminal in self._world.terminals
            if len(terminal.stays) > 1
            for stay in terminal.stays
        }
        opened = self._world.first_day + timedelta(days=60)
        teams = [
            sorted(
                (one for one in self._world.terminals if one.boutique == boutique.id),
                key=lambda one: (one.created, one.id),
            )
            for boutique in self._world.selling
            if boutique.id not in moved and boutique.closed is None and boutique.opened < opened
        ]
        return min(teams, key=len) if teams else self._calm()[:1]

    def _calm(self) -> list[DemoTerminal]:
        """Terminals that never moved, and have been there for long."""
        long_ago = midnight(self._world.today - timedelta(days=_JOINED + 100))
        return [
            terminal
            for terminal in self._world.terminals
            if terminal.boutique is not None
            and len(terminal.stays) == 1
            and terminal.created < long_ago
        ]

    def _lose_terminals(self) -> None:
        """Sales that stand in their boutiques, and have no terminal any more."""
        recent = midnight(self._world.today - timedelta(days=240))
        standing = self._pick(
            _LOST + _LOST_BY_SERVER + _LOST_IN_BROWSER + _OF_DELETED,
            lambda sale: sale.stored == sale.boutique and sale.received > recent,
        )
        deleted = f"VB19{self._dice.randrange(100, 999)}K0000"
        for index, sale in enumerate(standing):
            sale.terminal = None
            # In no order, so that each kind is spread over the months.
            kind = index * 7 % len(standing)
            if kind >= _LOST + _LOST_BY_SERVER + _LOST_IN_BROWSER:
                sale.number = number(deleted, sale.sold, self._dice)
            elif kind >= _LOST + _LOST_BY_SERVER:
                sale.number, sale.version = number("WEB", sale.sold, self._dice), ""
                sale.address = f"41.243.{sale.boutique}.9"
            elif kind >= _LOST:
                stamp = f"{sale.sold:%Y%m%d%H%M%S}"
                sale.number = f"VENTE-{sale.boutique}-{stamp}-{self._dice.randrange(40)}"

    def _faulty_version(self) -> None:
        """A version of the app that some terminals got: the server does not link its sales."""
        began = midnight(self._world.today - timedelta(days=_FAULTY_DAYS))
        lately = midnight(self._world.today - timedelta(days=_FAULTY_NOW - 1))
        busy = Counter(
            sale.terminal for sale in self._sales if sale.received >= lately and not sale.taken
        )
        calm = sorted(self._calm(), key=lambda one: (-busy[one.id], one.id))
        chosen = {terminal.id: terminal for terminal in calm[:_FAULTY]}
        for terminal in chosen.values():
            terminal.version = _FAULTY_VERSION
        for sale in self._sales:
            if sale.terminal not in chosen or sale.received < began:
                continue
            sale.version = _FAULTY_VERSION
            spoiled = sale.received >= lately or self._dice.happens(_FAULTY_SHARE)
            if spoiled and not sale.taken:
                sale.stored, sale.taken = None, True
