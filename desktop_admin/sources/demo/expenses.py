"""What the demo's boutiques take out of their tills: transport, meals, fuel, mobile credit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_admin.sources.demo.dice import Dice
from desktop_admin.sources.demo.rhythm import midnight
from desktop_admin.sources.demo.shops import World

#: Of its own, so that everything else of the demo stays as it is.
_SEED = "Mosolo ebimi"
#: On how many of a hundred days a till is opened for it; how many of those are applied.
_OFTEN, _APPLIED = 0.35, 0.85
_IN_DOLLARS = 0.08
_REASONS = (
    ("Transport des marchandises", 8, 45),
    ("Carburant du groupe", 15, 60),
    ("Repas du personnel", 6, 20),
    ("Unités téléphoniques", 3, 12),
    ("Gardiennage", 10, 30),
)


def expenses(world: World, write: Callable[[datetime], str | None]) -> Iterator[Mapping[str, Any]]:
    """The rows of the cash reports, day by day until yesterday; `write` makes a moment text."""
    dice = Dice(_SEED)
    tills = {terminal.boutique: terminal.id for terminal in reversed(world.terminals)}
    selling = [one for one in world.selling if one.id in tills]
    id_, day = 0, world.first_day
    while day < world.today:
        for boutique in selling:
            closed = boutique.closed is not None and day >= boutique.closed
            if day < boutique.opened or closed or not dice.happens(_OFTEN):
                continue
            id_ += 1
            reason, least, most = dice.choice(_REASONS)
            dollars = dice.happens(_IN_DOLLARS)
            thousands = dice.randint(least, most)
            reported = midnight(day) + timedelta(hours=18, seconds=dice.randrange(7_200))
            applied = dice.happens(_APPLIED)
            yield {
                "id": id_,
                "date_rapport": write(reported),
                "detail": reason,
                "depense": str(Decimal(thousands) / 2) if dollars else thousands * 1_000,
                "devise": "USD" if dollars else "CDF",
                "est_synchronise": 1,
                "id_backend": None,
                "created_at": write(reported),
                "updated_at": write(reported),
                "boutique_id": boutique.id,
                "terminal_id": tills[boutique.id],
                "date_application_depense": write(reported) if applied else None,
                "depense_appliquee": int(applied),
            }
        day += timedelta(days=1)
