"""The market: a small shop with one of everything, the same on every engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tests.shops import NOON, Line, Shop

#: When everything is read and changed.
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

#: Text as it comes from a terminal nobody can trust.
HOSTILE = (
    "<b>gras</b><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://x";"ici")',
    "+1+cmd|' /C calc'!A0",
    '50%_de\'remise\\ "vrai"',
    "ligne\r\nsuite\tfin",
    "\u202egnp.exe\u202c \u200f\u200e",
    "😀 Épicerie 👨‍👩‍👧 ทดสอบ",
    "'; DROP TABLE inventory_vente; --",
    ":nom %s %(nom)s ? {0} ${x}",
)


@dataclass(frozen=True)
class Market:
    """Ids of what the tests speak of."""

    kin: int
    goma: int
    depot: int
    matete: int
    limete: int
    closed: int
    far: int
    till_matete: int
    till_limete: int
    till_nowhere: int
    till_far: int
    till_asleep: int
    #: Orphans of `till_matete` with goods of Matete.
    orphans: tuple[int, ...]
    #: An orphan without terminal, one in dollars, one cancelled, one of the terminal nowhere.
    stray: int
    dollars: int
    cancelled: int
    nowhere: int
    #: A sale that stands in Matete.
    attributed: int
    #: Sales with one hostile text each as number.
    hostile: tuple[int, ...]


@dataclass(frozen=True)
class _Goods:
    """Articles, by whose they are."""

    rice: int
    oil: int
    stored: int
    foreign: int
    loose: int


def build(shop: Shop) -> Market:
    """Fill the tables."""
    kin = shop.merchant("Kin Market")
    goma = shop.merchant("Goma 100%_'négoce\\", taux_dollar=Decimal("2850.50"))
    depot = shop.boutique("Dépôt", merchant=kin, depot=True)
    matete = shop.boutique("Matete", merchant=kin)
    limete = shop.boutique("Limete", merchant=kin)
    closed = shop.boutique("Fermée", merchant=kin, active=False)
    far = shop.boutique(HOSTILE[3], merchant=goma)
    tills = [
        shop.terminal("SN-1", boutique=matete),
        shop.terminal("sn-1b", boutique=limete, nom_terminal=HOSTILE[6]),
        shop.terminal("SN-3", boutique=None),
        shop.terminal("SN-4", boutique=far),
        shop.terminal("SN-5", boutique=limete, active=False),
    ]
    goods = _goods(shop, (matete, limete, depot, far))
    attributed = _attributed(shop, tills, (matete, limete, far), goods)
    orphans, stray, dollars, cancelled, nowhere = _plain_orphans(shop, tills, limete, goods)
    _hard_orphans(shop, tills, goods)
    _times(shop, tills[0], (matete, limete))
    return Market(
        kin=kin,
        goma=goma,
        depot=depot,
        matete=matete,
        limete=limete,
        closed=closed,
        far=far,
        till_matete=tills[0],
        till_limete=tills[1],
        till_nowhere=tills[2],
        till_far=tills[3],
        till_asleep=tills[4],
        orphans=orphans,
        stray=stray,
        dollars=dollars,
        cancelled=cancelled,
        nowhere=nowhere,
        attributed=attributed,
        hostile=_hostile(shop, tills[0], matete),
    )


def _goods(shop: Shop, boutiques: tuple[int, int, int, int]) -> _Goods:
    matete, limete, depot, far = boutiques
    return _Goods(
        rice=shop.article("Riz", boutique=matete),
        oil=shop.article(HOSTILE[0], boutique=limete),
        stored=shop.article(boutique=depot),
        foreign=shop.article(boutique=far),
        loose=shop.article("Sans boutique", boutique=None),
    )


def _attributed(
    shop: Shop, tills: Sequence[int], boutiques: tuple[int, int, int], goods: _Goods
) -> int:
    """Sales that stand where they belong, or do not; of every currency and state."""
    matete, limete, far = boutiques
    first = shop.sale(terminal=tills[0], boutique=matete, lines=[goods.rice])
    shop.sale(terminal=tills[0], boutique=matete, lines=[(goods.rice, 3, Decimal("0.10"))])
    oil: list[Line] = [goods.oil, (goods.oil, 2)]
    shop.sale(terminal=tills[1], boutique=limete, lines=oil, mode_paiement="MOBILE")
    shop.sale(terminal=tills[3], boutique=far, lines=[goods.foreign], currency="USD", amount=12)
    shop.sale(terminal=tills[0], boutique=limete, lines=[goods.oil], paid=False)
    shop.sale(terminal=None, boutique=limete, amount=Decimal("9999999999.99"))
    shop.sale(terminal=tills[1], boutique=matete, cancelled=True, amount=700)
    shop.sale(terminal=tills[3], boutique=far, amount=Decimal("19.99"), currency="EUR")
    for amount, dollars in ((0, "7.35"), (5, 0)):
        shop.sale(
            terminal=tills[3],
            boutique=far,
            amount=amount,
            currency="USD",
            montant_total_usd=dollars,
        )
    # Bears dollars that say nothing: the amount is in francs.
    shop.sale(terminal=tills[0], boutique=matete, amount=2850, montant_total_usd=1)
    return first


def _plain_orphans(
    shop: Shop, tills: Sequence[int], limete: int, goods: _Goods
) -> tuple[tuple[int, ...], int, int, int, int]:
    two = [(goods.rice, 1), (goods.rice, 2)]
    orphans = tuple(shop.sale(terminal=tills[0], lines=two) for _ in range(4))
    shop.movement(goods.rice, sale=orphans[0])
    number = f"VENTE-{limete}-20261121120000-1"
    price = Decimal("3.33")
    return (
        orphans,
        shop.sale(terminal=None, lines=[goods.oil], number=number),
        shop.sale(terminal=tills[3], lines=[goods.foreign], currency="USD", amount=price),
        shop.sale(terminal=tills[0], lines=[goods.rice], cancelled=True),
        shop.sale(terminal=tills[2], lines=[]),
    )


def _hard_orphans(shop: Shop, tills: Sequence[int], goods: _Goods) -> None:
    """Two boutiques' goods; goods of the depot; goods of nobody; by movement alone; by the
    serial in the number, and by one that is spelled otherwise."""
    shop.sale(terminal=tills[1], lines=[goods.rice, goods.oil])
    shop.sale(terminal=tills[1], lines=[goods.stored])
    shop.sale(terminal=tills[4], lines=[goods.loose])
    moved = shop.sale(terminal=tills[2], lines=[])
    shop.movement(goods.oil, sale=moved)
    shop.sale(terminal=None, number="SN-1-20261121120101000-0000abcd")
    shop.sale(terminal=None, number="Sn-1-20261121120101000-0000abce")


def _times(shop: Shop, till: int, boutiques: tuple[int, int]) -> None:
    """Uploaded two days late; the same moment as another; without fraction next to one with."""
    late = NOON + timedelta(minutes=90)
    shop.sale(terminal=till, sold=late, received=late + timedelta(days=2))
    shop.sale(terminal=till, sold=late, boutique=boutiques[0])
    shop.sale(terminal=till, sold=late + timedelta(microseconds=1), boutique=boutiques[1])
    shop.sale(terminal=till, sold=NOON + timedelta(days=-40), created_at=None)


def _hostile(shop: Shop, till: int, boutique: int) -> tuple[int, ...]:
    """Sales, and rejected sales where the server notes them, with hostile text."""
    if "inventory_venterejetee" in shop.tables:
        for text in HOSTILE:
            shop.rejected(
                text[:50],
                terminal=till,
                boutique=boutique,
                message_erreur=text,
                at=NOON + timedelta(minutes=90),
            )
    return tuple(
        shop.sale(terminal=till, boutique=boutique, amount=1, number=text) for text in HOSTILE
    )
