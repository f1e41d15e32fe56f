"""Made-up shops whose sales lost their terminals, with the truth beside them.

What loses them: a terminal that was deleted (its sales keep the number it made), an older call of
the server that notes no terminal, a browser. What misleads: routers that a whole boutique
shares, addresses that a network gives to another customer later, terminals that moved or were
replaced, browsers and deleted terminals behind the router of the only terminal that is left,
clocks that are wrong, uploads days later, a proxy that hides every address."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from tests.shops import make_shop

START = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
LENGTH = timedelta(days=200)
END = START + LENGTH


@dataclass(frozen=True, slots=True)
class Mix:
    """One kind of shop; shares are from 0 to 1."""

    name: str
    sales: int = 2_000
    boutiques: int = 8
    terminals: int = 20
    #: Of the terminals.
    moved: float = 0.2
    deleted: float = 0.2
    #: Of the deleted: set up anew with the same serial.
    recreated: float = 0.4
    inactive: float = 0.1
    renamed: float = 0.1
    wrong_clocks: float = 0.1
    #: Of the terminals: on the network of a telephone, where addresses go round.
    mobile: float = 0.4
    #: Of the sales: no terminal noted; made in a browser.
    lost: float = 0.15
    browser: float = 0.05
    #: Of the sales without terminal: the number bears no serial; the boutique is missing; the
    #: address is.
    no_serial: float = 0.4
    orphan: float = 0.2
    no_address: float = 0.2
    #: Of the sales: sent days later.
    late: float = 0.05
    #: Of the logins: noted.
    sessions: float = 0.8
    proxy: bool = False
    #: Serials that are each other's beginning, or differ in case alone, or in spaces around.
    strange_serials: bool = False


MIXES: Sequence[Mix] = (
    Mix("ordinary"),
    Mix("one terminal a boutique", boutiques=16, terminals=16, browser=0.2),
    Mix("replaced", boutiques=10, terminals=24, deleted=0.6, recreated=0.1, browser=0.1),
    Mix("made anew", deleted=0.6, recreated=0.9),
    Mix("moving", moved=0.9, boutiques=5),
    Mix("all on telephones", mobile=1.0, sessions=1.0),
    Mix("all behind routers", mobile=0.0, boutiques=12, terminals=18, sessions=1.0),
    Mix("behind a proxy", proxy=True),
    Mix("no serials", no_serial=0.95, lost=0.3, browser=0.2),
    Mix("wrong clocks", wrong_clocks=0.8, late=0.3, moved=0.5),
    Mix("strange serials", strange_serials=True, deleted=0.4, lost=0.3),
    Mix("mostly lost", lost=0.8, orphan=0.4),
)


@dataclass(slots=True)
class Device:
    """A terminal as it really was."""

    id: int
    serial: str
    born: datetime
    #: Where it worked from when on.
    stays: list[tuple[datetime, int]]
    mobile: bool
    dies: datetime | None = None
    #: The id of its new row, where it was set up anew.
    again: int | None = None
    off: timedelta = timedelta()
    active: bool = True
    updated: datetime = START
    logins: list[tuple[datetime, datetime, str]] = field(default_factory=list)

    def boutique_at(self, at: datetime) -> int:
        """Where it really was."""
        return [place for since, place in self.stays if since <= at][-1]


@dataclass(frozen=True, slots=True)
class Lost:
    """A shop: its rows by table, and who made each sale that lost its terminal."""

    tables: Mapping[str, Sequence[Mapping[str, Any]]]
    #: By sale id; None: nobody who is still there.
    truth: Mapping[int, int | None]
    #: Sales of terminals that are still there, whose numbers bear their serials.
    signed: frozenset[int]

    def write(self, connection: sa.Connection) -> None:
        """Make the tables and fill them; nothing is committed."""
        shop = make_shop(connection)
        for table, rows in self.tables.items():
            shop.add_many(table, rows)


def lose(mix: Mix, seed: int) -> Lost:
    """The shop of that mix and seed; the same ones give the same shop."""
    return _Maker(mix, random.Random(f"{mix.name} {seed}")).make()


class _Maker:
    def __init__(self, mix: Mix, dice: random.Random) -> None:
        self._mix = mix
        self._dice = dice
        self._next = mix.terminals
        self._devices = [self._device(id_) for id_ in range(1, mix.terminals + 1)]
        self._sales: list[dict[str, Any]] = []
        self._truth: dict[int, int | None] = {}
        self._signed: set[int] = set()

    def make(self) -> Lost:
        for device in self._devices:
            self._log_in(device)
        for id_ in range(1, self._mix.sales + 1):
            self._sell(id_)
        tables: dict[str, Sequence[Mapping[str, Any]]] = {}
        merchant = {"nom_entreprise": "M", "nom_responsable": "", "email": "m", "user_id": 1}
        tables |= {
            "auth_user": [{"id": 1, "username": "m1", "email": "m1@example.com"}],
            "inventory_commercant": [{"id": 1} | merchant],
            "inventory_boutique": [
                {"id": id_, "nom": f"B{id_}", "code_boutique": f"B{id_}", "commercant_id": 1}
                for id_ in range(1, self._mix.boutiques + 1)
            ],
            "inventory_client": list(self._terminals()),
            "inventory_vente": self._sales,
            "inventory_sessionclientmaui": list(self._sessions()),
        }
        return Lost(tables, self._truth, frozenset(self._signed))

    def _chance(self, share: float) -> bool:
        return self._dice.random() < share

    def _moment(self, since: datetime = START, until: datetime = END) -> datetime:
        at = since + self._dice.random() * (until - since)
        return at.replace(microsecond=at.microsecond // 1000 * 1000)

    def _device(self, id_: int) -> Device:
        mix, dice = self._mix, self._dice
        born = self._moment(START, START + LENGTH / 2) if self._chance(0.4) else START
        device = Device(
            id_, self._serial(id_), born, [(born, self._place())], self._chance(mix.mobile)
        )
        device.updated = born
        if self._chance(mix.moved):
            moved = self._moment(born, END)
            device.stays.append((moved, self._place()))
            device.updated = moved
        if self._chance(mix.deleted):
            device.dies = self._moment(born + (END - born) / 2, END)
            if self._chance(mix.recreated):
                self._next += 1
                device.again, device.updated = self._next, device.dies
        elif self._chance(mix.inactive):
            device.active, device.updated = False, self._moment(END - LENGTH / 4, END)
        if self._chance(mix.renamed):
            device.updated = self._moment(device.updated, END)
        if self._chance(mix.wrong_clocks):
            device.off = timedelta(days=dice.choice((-90, -20, -2, 1)), hours=dice.random() * 9)
        return device

    def _serial(self, id_: int) -> str:
        if not self._mix.strange_serials:
            return f"T{id_:04}X"
        base = (id_ + 4) // 5
        return (f"N5-{base}", f"N5-{base}-1", f"n5-{base}", f" N5 {base} ", f"N5-{base}x")[id_ % 5]

    def _place(self) -> int:
        return self._dice.randint(1, self._mix.boutiques)

    def _log_in(self, device: Device) -> None:
        """A login every few days, from the boutique's router or from the telephone's network."""
        at = device.born
        while at < (END if device.again else device.dies or END):
            until = at + timedelta(days=self._dice.uniform(1, 9))
            device.logins.append((at, until, self._address(device.boutique_at(at), device.mobile)))
            at = until

    def _address(self, boutique: int, mobile: bool) -> str:
        # So few that they go round.
        return f"41.243.0.{self._dice.randrange(150)}" if mobile else f"10.0.{boutique}.1"

    def _sell(self, id_: int) -> None:
        device = self._dice.choice(self._devices)
        at = self._moment(device.born, END if device.again else device.dies or END)
        received = at + timedelta(seconds=self._dice.randrange(2, 90))
        if self._chance(self._mix.late):
            received += timedelta(days=self._dice.uniform(0.2, 6))
        row = device.id
        if device.dies is not None and at >= device.dies:
            row = device.again or device.id
        boutique = device.boutique_at(at)
        browser = self._chance(self._mix.browser)
        gone = device.dies is not None and row == device.id
        kept = not (browser or gone or self._chance(self._mix.lost))
        sale: dict[str, Any] = {
            "id": id_,
            "numero_facture": f"FAC-{id_}",
            "date_vente": min(at if browser else at + device.off, received),
            "created_at": received,
            "montant_total": 1500,
            "client_maui_id": row if kept else None,
            "boutique_id": None if self._chance(self._mix.orphan) and not kept else boutique,
            "adresse_ip_client": self._seen_from(device, received, boutique, browser=browser),
        }
        self._sales.append(sale)
        signed = kept or (not browser and not self._chance(self._mix.no_serial))
        if signed:
            sale["numero_facture"] = self._number(device.serial.strip(), at + device.off)
        elif browser and self._chance(0.5):
            sale["numero_facture"] = self._number("WEB", at)
        elif self._chance(0.5):
            sale["numero_facture"] = f"VENTE-{boutique}-{at:%Y%m%d%H%M%S}-{id_}"
        if not kept:
            # A terminal that was set up anew with its serial is the same thing on the counter.
            here = device.again if gone else row
            self._truth[id_] = None if browser else here
            if signed and here is not None:
                self._signed.add(id_)

    def _number(self, serial: str, at: datetime) -> str:
        stamp = f"{at:%Y%m%d%H%M%S}{at.microsecond // 1000:03}"
        return f"{serial}-{stamp}-{self._dice.getrandbits(32):08x}"

    def _seen_from(
        self, device: Device, at: datetime, boutique: int, *, browser: bool
    ) -> str | None:
        if self._mix.proxy:
            return "127.0.0.1"
        if self._chance(self._mix.no_address):
            return None
        if browser and not self._chance(0.2):
            return self._address(boutique, mobile=False)
        known = [one for since, until, one in device.logins if since <= at <= until]
        return known[0] if known else self._address(boutique, device.mobile)

    def _terminals(self) -> Sequence[Mapping[str, Any]]:
        rows = []
        for device in self._devices:
            if device.dies is not None and device.again is None:
                continue
            known = [one for one in device.logins if self._chance(self._mix.sessions)]
            rows.append(
                {
                    "id": device.again or device.id,
                    "nom_terminal": f"Till {device.id}",
                    "numero_serie": device.serial,
                    "compte_proprietaire_id": 1,
                    "boutique_id": device.stays[-1][1],
                    "est_actif": device.active,
                    "date_creation": device.dies if device.again else device.born,
                    "date_mise_a_jour": device.updated,
                    "derniere_adresse_ip": known[-1][2] if known else None,
                }
            )
        return rows

    def _sessions(self) -> Sequence[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = []
        for device in self._devices:
            if device.dies is not None and device.again is None:
                continue
            for since, until, address in device.logins:
                if (device.again and since < (device.dies or START)) or not self._chance(
                    self._mix.sessions
                ):
                    continue
                rows.append(
                    {
                        "id": len(rows) + 1,
                        "token_session": f"s{len(rows)}",
                        "adresse_ip": "127.0.0.1" if self._mix.proxy else address,
                        "date_debut": since,
                        "date_fin": until if self._chance(0.7) else None,
                        "est_active": until >= END,
                        "client_id": device.again or device.id,
                    }
                )
        return rows
