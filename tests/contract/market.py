"""The market: a small shop with one of everything, the same on every engine."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tests.shops import NOON, Shop

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
    rice, oil = shop.article("Riz", boutique=matete), shop.article(HOSTILE[0], boutique=limete)
    stored, foreign = shop.article(boutique=depot), shop.article(boutique=far)
    loose = shop.article("Sans boutique", boutique=None)
    attributed = [
        shop.sale(terminal=tills[0], boutique=matete, lines=[rice]),
        shop.sale(terminal=tills[0], boutique=matete, lines=[(rice, 3, Decimal("0.10"))]),
        shop.sale(
            terminal=tills[1], boutique=limete, lines=[oil, (oil, 2)], mode_paiement="MOBILE"
        ),
        shop.sale(terminal=tills[3], boutique=far, lines=[foreign], currency="USD", amount=12),
        shop.sale(terminal=tills[0], boutique=limete, lines=[oil], paid=False),
        shop.sale(terminal=None, boutique=limete, amount=Decimal("9999999999.99")),
        shop.sale(terminal=tills[1], boutique=matete, cancelled=True, amount=700),
        shop.sale(terminal=tills[3], boutique=far, amount=Decimal("19.99"), currency="EUR"),
        shop.sale(
            terminal=tills[3], boutique=far, amount=0, currency="USD", montant_total_usd="7.35"
        ),
        shop.sale(terminal=tills[3], boutique=far, amount=5, currency="USD", montant_total_usd=0),
        # Bears dollars that say nothing: the amount is in francs.
        shop.sale(terminal=tills[0], boutique=matete, amount=2850, montant_total_usd=1),
    ]
    orphans = tuple(shop.sale(terminal=tills[0], lines=[(rice, 1), (rice, 2)]) for _ in range(4))
    shop.movement(rice, sale=orphans[0])
    stray = shop.sale(terminal=None, lines=[oil], number=f"VENTE-{limete}-20261121120000-1")
    dollars = shop.sale(terminal=tills[3], lines=[foreign], currency="USD", amount=Decimal("3.33"))
    cancelled = shop.sale(terminal=tills[0], lines=[rice], cancelled=True)
    nowhere = shop.sale(terminal=tills[2], lines=[])
    # Two boutiques' goods; goods of the depot; goods of nobody; by movement alone.
    shop.sale(terminal=tills[1], lines=[rice, oil])
    shop.sale(terminal=tills[1], lines=[stored])
    shop.sale(terminal=tills[4], lines=[loose])
    moved = shop.sale(terminal=tills[2], lines=[])
    shop.movement(oil, sale=moved)
    # The serial in its number names a terminal; other spelling names none.
    shop.sale(terminal=None, number="SN-1-20261121120101000-0000abcd")
    shop.sale(terminal=None, number="Sn-1-20261121120101000-0000abce")
    # Uploaded two days late; the same moment as another; a moment without fraction next to one.
    late = NOON + timedelta(minutes=90)
    shop.sale(terminal=tills[0], sold=late, received=late + timedelta(days=2))
    shop.sale(terminal=tills[0], sold=late, boutique=matete)
    shop.sale(terminal=tills[0], sold=late + timedelta(microseconds=1), boutique=limete)
    shop.sale(terminal=tills[0], sold=NOON + timedelta(days=-40), created_at=None)
    hostile = tuple(
        shop.sale(terminal=tills[0], boutique=matete, amount=1, number=text) for text in HOSTILE
    )
    if "inventory_venterejetee" in shop.tables:
        for text in HOSTILE:
            shop.rejected(
                text[:50], terminal=tills[0], boutique=matete, message_erreur=text, at=late
            )
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
        attributed=attributed[0],
        hostile=hostile,
    )
