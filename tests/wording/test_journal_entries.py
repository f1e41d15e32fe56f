"""Entries of the journal in words, whatever they did."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_admin.domain.changes import ChangeKind, Entity, Field, Group
from desktop_admin.domain.journal import Earlier, EntrySummary, FieldCount, JournalEntry
from desktop_admin.domain.money import Amounts
from desktop_admin.wording import journal
from desktop_admin.wording.words import Words

AT = datetime(2026, 11, 22, tzinfo=UTC)
WORDS = Words("en")
NAMES = journal.Names({1: "Kin\nCentre"}, {7: "Caisse 7"}, {3: "N-3"})
ENTRY = JournalEntry(
    seq=1,
    change_set="a",
    kind=ChangeKind.ASSIGN,
    title="",
    operator="",
    workstation="",
    database_login="",
    at=AT,
    applied=1,
    left_alone=0,
    groups=(Group("all"),),
    undoes=None,
    undone=0,
    hash="",
)
SALE = FieldCount(Entity.SALE, Field.BOUTIQUE, 1, 3, 1, None, 1, 1)
TILL = FieldCount(Entity.TERMINAL, Field.BOUTIQUE, 1, 7, 1, None, 1, 1)
SWITCH = FieldCount(Entity.TERMINAL, Field.ACTIVE, 2, 7, 1, 1, 1, 0)


def summary(*fields: FieldCount, sales: int = 0) -> EntrySummary:
    return EntrySummary(fields, sales, Amounts({"CDF": 150_000} if sales else {}))


@pytest.mark.parametrize(
    ("entry", "known", "what"),
    [
        (ENTRY, summary(TILL), "Assignment"),
        (ENTRY, summary(TILL._replace(before=1, after=None)), "Detached"),
        (ENTRY, None, "Assignment"),
        (replace(ENTRY, kind=ChangeKind.ACTIVATE), summary(SWITCH), "Switched off"),
        (
            replace(ENTRY, kind=ChangeKind.ACTIVATE),
            summary(SWITCH._replace(before=0, after=1)),
            "Switched on",
        ),
        (replace(ENTRY, kind=ChangeKind.REPAIR), summary(SALE, sales=1), "Repair"),
        (replace(ENTRY, kind=ChangeKind.UNDO), summary(SALE, sales=1), "Undo"),
        (
            replace(ENTRY, kind=ChangeKind.UNDO, earlier=Earlier(ChangeKind.REPAIR, "", AT)),
            None,
            "Undo",
        ),
        (
            replace(ENTRY, kind=ChangeKind.UNDO, earlier=Earlier(ChangeKind.UNDO, "", AT)),
            None,
            "Redo",
        ),
    ],
)
def test_what_an_entry_did(entry: JournalEntry, known: EntrySummary | None, what: str) -> None:
    assert journal.what(WORDS, entry, known) == what


def test_sales_that_were_chosen_by_hand_are_no_repair() -> None:
    entry = replace(ENTRY, kind=ChangeKind.REPAIR, groups=(Group("chosen|boutique=1"),))
    assert journal.what(WORDS, entry, summary(SALE, sales=1)) == "Sale attached"
    assert journal.what(WORDS, entry, summary(SALE, sales=2)) == "Sales attached"


def test_what_an_entry_is_about_and_how_much() -> None:
    both = summary(SALE._replace(rows=42), TILL, sales=42)
    assert journal.subject(WORDS, ENTRY, both, NAMES) == "Caisse 7"
    assert journal.how_many(WORDS, both) == "1 terminal, 42 sales"
    assert journal.before_after(WORDS, both, NAMES) == ("without boutique", "Kin Centre")
    one = summary(SALE, sales=1)
    assert journal.subject(WORDS, ENTRY, one, NAMES) == "N-3"
    assert journal.before_after(WORDS, one, NAMES) == ("no boutique", "Kin Centre")
    several = summary(SALE._replace(rows=9, afters=6), sales=9)
    repair = replace(ENTRY, kind=ChangeKind.REPAIR)
    assert journal.subject(WORDS, repair, several, NAMES) == "Orphans: 1,500.00\u00a0CDF"
    assert journal.before_after(WORDS, several, NAMES)[1] == "6 boutiques"
    moved = summary(SALE._replace(rows=9, befores=2, before=1), sales=9)
    assert journal.subject(WORDS, repair, moved, NAMES) == "Sales: 1,500.00\u00a0CDF"
    assert journal.how_many(WORDS, summary(SWITCH)) == "2 terminals"
    assert journal.before_after(WORDS, summary(SWITCH), NAMES) == ("active", "inactive")
    mixed = summary(SWITCH._replace(befores=2))
    assert journal.before_after(WORDS, mixed, NAMES)[0] == "partly active"
    nothing = summary()
    assert journal.subject(WORDS, replace(ENTRY, title="x\ny"), nothing, NAMES) == "x y"
    assert journal.before_after(WORDS, nothing, NAMES) == ("", "")
    assert journal.how_many(WORDS, nothing) == ""


def test_what_is_gone_has_its_number() -> None:
    gone = summary(TILL._replace(row_id=99, after=98))
    assert journal.subject(WORDS, ENTRY, gone, NAMES) == "#99"
    assert journal.before_after(WORDS, gone, NAMES)[1] == "#98"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("certain|terminal=7|boutique=1", "Caisse 7 · Kin Centre · certain"),
        ("deduced|boutique=1|terminal=7", "Caisse 7 · Kin Centre · deduced"),
        ("conflict|terminal=None|boutique=1", "Kin Centre · decided in a conflict"),
        ("chosen|boutique=1", "Kin Centre · chosen by hand"),
        ("assign_and_repair|boutique=1", "Kin Centre"),
        ("detach", "All changes"),
        ("|=|x=", "All changes"),
    ],
)
def test_a_group_is_called_by_where_it_goes(key: str, name: str) -> None:
    assert journal.group(WORDS, key, NAMES) == name
