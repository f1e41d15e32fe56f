"""What may be why sales are orphans is counted alike on every engine, whatever its age."""

from collections import Counter
from collections.abc import Callable, Hashable
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from desktop_admin.domain.causes import Count, Trait, common_causes
from desktop_admin.sources.base import Cancelled, Progress
from desktop_admin.sources.sql import shop as server
from tests.contract.bench import Desk
from tests.contract.rows import Rows, SaleRow
from tests.shops import NOON, Shop

KINSHASA = ZoneInfo("Africa/Kinshasa")


def _fill(desk: Desk) -> None:
    """Thirty orphans of one version, from one address, of an evening; and forty sound sales."""
    with desk.engine.begin() as connection:
        shop = Shop(connection, server.schema(desk.migration), desk.migration)
        shop.boutique("Kalamu", id=500, merchant=desk.market.goma)
        shop.terminal("SN-600", id=600, boutique=500, owner=2)
        for number in range(70):
            orphan = number < 30
            # 23:30 in UTC: the next day in Kinshasa.
            shop.sale(
                id=8000 + number,
                terminal=600 if number % 2 else None,
                boutique=None if orphan else 500,
                sold=NOON + timedelta(days=10 if orphan else number, hours=12, minutes=30),
                version_app_maui="0.9" if orphan else "1.4",
                adresse_ip_client="2001:db8::1" if orphan else "41.243.7.9",
            )


def _counted(rows: Rows, key: Callable[[SaleRow], Hashable]) -> dict[Any, Count]:
    sales, orphans = Counter[Any](), Counter[Any]()
    for sale in rows.sales.values():
        sales[key(sale)] += 1
        orphans[key(sale)] += sale.boutique is None
    return {value: Count(orphans[value], count) for value, count in sales.items()}


def test_they_are_counted_as_the_rows_say(any_desk: Desk) -> None:
    _fill(any_desk)
    rows = Rows(any_desk)
    found = any_desk.source.traits(KINSHASA)
    raw = rows.tables["inventory_vente"]
    assert found.all == _counted(rows, lambda sale: 0)[0]
    assert found.days == _counted(rows, lambda sale: sale.sold.astimezone(KINSHASA).date())
    versions = _counted(rows, lambda sale: raw[sale.id]["version_app_maui"])
    assert found.versions == {
        version: count for version, count in versions.items() if count.orphans >= 10
    }
    addresses = _counted(rows, lambda sale: str(raw[sale.id]["adresse_ip_client"] or "").strip())
    assert found.addresses == {
        address: count for address, count in addresses.items() if count.orphans >= 10
    }

    def merchant(sale: SaleRow) -> int | None:
        if sale.terminal is not None:
            # The market's merchants have user accounts of the same ids.
            return int(rows.terminals[sale.terminal]["compte_proprietaire_id"])
        return rows.boutiques[sale.boutique]["commercant_id"] if sale.boutique else None

    merchants = _counted(rows, merchant)
    merchants.pop(None)
    assert found.merchants == merchants
    assert found.merchant_names == {
        id_: row["nom_entreprise"] for id_, row in rows.merchants.items()
    }


def test_what_stands_out_is_found(any_desk: Desk) -> None:
    _fill(any_desk)
    causes = common_causes(any_desk.source.traits(KINSHASA))
    found = {(one.trait, one.name) for one in causes}
    assert {
        (Trait.VERSION, "0.9"),
        (Trait.ADDRESS, "2001:db8::1"),
        (Trait.DAY, "2026-12-02"),
    } <= found


def test_another_zone_has_other_days(newest_desk: Desk) -> None:
    found = {
        zone: newest_desk.source.traits(ZoneInfo(zone)).days
        for zone in ("Africa/Kinshasa", "Pacific/Kiritimati")
    }
    assert len({tuple(sorted(days.items())) for days in found.values()}) == 2
    assert len({sum(one.sales for one in days.values()) for days in found.values()}) == 1


def test_it_can_be_cancelled_between_its_passes(newest_desk: Desk) -> None:
    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        newest_desk.source.traits(KINSHASA, stop)


def test_a_date_that_is_none_is_of_no_day(bench: Any, desk: Desk) -> None:
    if bench.name != "sqlite":
        return  # The others store no such thing.
    whole = desk.source.traits(KINSHASA)
    with desk.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE inventory_vente SET date_vente = 'jadis' WHERE id = :id"),
            {"id": desk.market.attributed},
        )
    found = desk.source.traits(KINSHASA)
    assert found.all == whole.all
    assert sum(one.sales for one in found.days.values()) == whole.all.sales - 1
