"""The witness of place: what it may conclude, and where it must be silent."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from desktop_admin.domain.evidence import (
    Assignment,
    Basis,
    Beside,
    Evidence,
    Neighbours,
    Orphan,
)
from desktop_admin.domain.evidence import (
    Testimony as Heard,
)
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.place import PlaceWitness, settle, worked_for

MAY = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
GOMBE, MATETE, DEPOT, DELETED = 1, 2, 3, 99
TILL = 7


def boutique(id_: int, *, depot: bool = False) -> Boutique:
    return Boutique(id_, f"B{id_}", 1, "M", 1, f"B{id_}", "Kinshasa", "", True, depot, True)


def hear(
    *,
    present: int | None = GOMBE,
    updated: datetime = MAY - 100 * DAY,
    beside: tuple[Beside, Beside] = (None, None),
    history: Sequence[Assignment] = (),
    received: datetime | None = None,
    number: str = "X",
    other: Sequence[Neighbours] = (),
) -> Heard:
    """What place says of one orphan sold on the first of May."""
    orphan = Orphan(5, number, MAY, received, TILL, True, False, "CDF", 100)
    terminal = Terminal(TILL, "Till", "SN", 1, present, "", "", True, None, "", updated)
    evidence = Evidence(
        at=MAY + 100 * DAY,
        orphans=[orphan],
        lines={},
        movements={},
        beside={5: beside},
        neighbours={},
        neighbours_by_other_clock={5: other} if other else {},
        terminals={TILL: terminal},
        boutiques={
            GOMBE: boutique(GOMBE),
            MATETE: boutique(MATETE),
            DEPOT: boutique(DEPOT, depot=True),
        },
        assignments={TILL: history} if history else {},
        named_terminals={},
    )
    return PlaceWitness(evidence, {}).hear(orphan)


def test_sales_around_that_agree_place_it_wherever_the_terminal_is_now() -> None:
    heard = hear(present=MATETE, beside=(GOMBE, GOMBE), updated=MAY + DAY)
    assert (heard.basis, heard.boutiques, heard.weak) == (Basis.SALES_AROUND, (GOMBE,), False)


@pytest.mark.parametrize("updated", [MAY - DAY, MAY + DAY])
def test_sales_around_that_disagree_silence_it_whenever_the_row_was_saved(
    updated: datetime,
) -> None:
    assert hear(beside=(MATETE, GOMBE), updated=updated).basis is Basis.MOVED_AROUND


def test_alone_the_present_boutique_is_weak_and_only_of_a_row_not_saved_since() -> None:
    heard = hear()
    assert (heard.basis, heard.boutiques, heard.weak) == (Basis.PRESENT, (GOMBE,), True)
    assert hear(updated=MAY + DAY).basis is Basis.EDITED_SINCE


def test_a_change_of_ours_is_no_proof_of_all_the_time_before_it() -> None:
    moved = [Assignment(MAY + 30 * DAY, GOMBE, MATETE)]
    assert hear(present=MATETE, history=moved).boutiques == ()
    assert hear(present=MATETE, history=moved, beside=(None, GOMBE)).boutiques == ()
    assert hear(present=MATETE, history=moved, beside=(GOMBE, None)).boutiques == (GOMBE,)


def test_a_boutique_given_to_a_terminal_that_had_none_is_where_its_orphans_were_made() -> None:
    given = [Assignment(MAY + 30 * DAY, None, MATETE)]
    heard = hear(present=MATETE, history=given, updated=MAY + 30 * DAY)
    assert (heard.basis, heard.boutiques, heard.weak) == (Basis.PRESENT, (MATETE,), True)
    elsewhere = hear(present=MATETE, history=given, beside=(GOMBE, None))
    assert elsewhere.basis is Basis.MOVED_AROUND


def test_the_journal_speaks_only_where_every_clock_finds_the_same_boutique() -> None:
    history = [
        Assignment(MAY - 9 * DAY, MATETE, GOMBE),
        Assignment(MAY + 9 * DAY, GOMBE, MATETE),
    ]
    assert hear(present=MATETE, history=history).basis is Basis.JOURNAL
    assert hear(present=MATETE, history=history, received=MAY + DAY).boutiques == (GOMBE,)
    late = hear(present=MATETE, history=history, received=MAY + 20 * DAY)
    assert late.basis is Basis.CLOCKS_DISAGREE
    numbered = hear(present=MATETE, history=history, number="SN-20260120090000000-0000abcd")
    assert numbered.basis is Basis.CLOCKS_DISAGREE


@pytest.mark.parametrize(
    ("place", "basis"), [(DEPOT, Basis.IN_DEPOT), (DELETED, Basis.TERMINAL_WITHOUT_BOUTIQUE)]
)
def test_no_sale_goes_to_a_depot_or_to_a_boutique_that_is_gone(place: int, basis: Basis) -> None:
    assert hear(beside=(place, place)).basis is basis
    assert hear(present=place).basis is basis


def test_settle_without_anything_is_silent() -> None:
    assert settle(None, None, None, edited=False).basis is Basis.TERMINAL_WITHOUT_BOUTIQUE


def test_a_journal_that_is_contradicted_is_not_sure() -> None:
    first = Assignment(MAY, GOMBE, MATETE)
    assert worked_for([first], MAY + DAY, MATETE) == MATETE
    assert worked_for([first], MAY + DAY, GOMBE) is None
    assert worked_for([first, Assignment(MAY + 5 * DAY, GOMBE, None)], MAY + DAY, None) is None
    assert worked_for([first], MAY - DAY, MATETE) is None
