"""An undo of an entry, of a part of it, and of what depends on each other."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain.changes import ChangeKind, Entity, Field, Group, Operator, Undoes
from desktop_admin.domain.journal import EntryState, JournalEntry, JournalRow, TakenBack
from desktop_admin.domain.undo import redo_set, standing, undo_set

ME = Operator("Aline", "POSTE-1")
GROUPS = (Group("loose"), Group("whole", whole=True), Group("other", whole=True))


def _entry(applied: int, undone: int = 0) -> JournalEntry:
    return JournalEntry(
        seq=4,
        change_set="first",
        kind=ChangeKind.ASSIGN,
        title="",
        operator="",
        workstation="",
        database_login="",
        at=datetime(2026, 11, 22, tzinfo=UTC),
        applied=applied,
        left_alone=0,
        groups=GROUPS,
        undoes=None,
        undone=undone,
        hash="",
    )


VALUES = st.none() | st.integers(1, 9)
ROWS = st.lists(st.tuples(VALUES, VALUES, st.integers(0, 2)), max_size=12).map(
    lambda found: [
        JournalRow(ordinal, Entity.SALE, 100 + ordinal, Field.BOUTIQUE, before, after, group, None)
        for ordinal, (before, after, group) in enumerate(found)
    ]
)


@given(ROWS)
def test_everything_is_put_back(rows: list[JournalRow]) -> None:
    undo = undo_set(_entry(len(rows)), rows, ME, "second")
    assert (undo.id, undo.kind, undo.undoes) == ("second", ChangeKind.UNDO, "first")
    assert undo.groups == GROUPS
    assert [
        (one.entity, one.id, one.field, one.before, one.after, one.group, one.undoes)
        for one in undo.changes
    ] == [
        (row.entity, row.id, row.field, row.after, row.before, row.group, Undoes("first", place))
        for place, row in enumerate(rows)
    ]


@given(ROWS, st.none() | st.sets(st.integers(0, 2)), st.none() | st.sets(st.integers(0, 12)))
def test_a_part_takes_along_what_depends_on_it_and_nothing_else(
    rows: list[JournalRow], groups: set[int] | None, ordinals: set[int] | None
) -> None:
    undo = undo_set(_entry(len(rows)), rows, ME, "second", groups=groups, ordinals=ordinals)
    taken = {one.id - 100 for one in undo.changes}
    chosen = {
        row.ordinal
        for row in rows
        if (groups is None or row.group in groups) and (ordinals is None or row.ordinal in ordinals)
    }
    assert taken >= chosen
    for row in rows:
        together = {other.ordinal for other in rows if other.group == row.group}
        if GROUPS[row.group].whole:
            assert together <= taken or not together & taken
        elif row.ordinal not in chosen:
            assert row.ordinal not in taken
    assert [one.id for one in undo.changes] == sorted(one.id for one in undo.changes)


def test_what_became_of_an_entry() -> None:
    assert _entry(3).state is EntryState.DONE
    assert _entry(3, 2).state is EntryState.PARTLY_UNDONE
    assert _entry(3, 3).state is EntryState.UNDONE
    assert _entry(0).state is EntryState.DONE
    assert replace(_entry(3), left_alone=1).state is EntryState.PARTLY_DONE
    assert replace(_entry(0), left_alone=1).state is EntryState.NOTHING_DONE
    again = TakenBack("undo", "Aline", datetime(2026, 11, 22, tzinfo=UTC))
    assert replace(_entry(3), left_alone=1, taken_back=again).state is EntryState.REDONE
    assert replace(_entry(3, 3), taken_back=again).state is EntryState.UNDONE


@given(ROWS, st.none() | st.sets(st.integers(0, 2)), st.sets(st.integers(0, 12)))
def test_what_was_taken_back_is_made_again_whoever_took_it_back(
    rows: list[JournalRow], groups: set[int] | None, gone: set[int]
) -> None:
    marked = [
        row._replace(taken_back=Undoes(f"undo{row.ordinal % 2}", row.ordinal + 7))
        if row.ordinal in gone
        else row
        for row in rows
    ]
    redo = redo_set(_entry(len(rows)), marked, ME, "third", groups=groups)
    assert (redo.kind, redo.groups) == (ChangeKind.UNDO, GROUPS)
    assert [(one.id, one.before, one.after, one.undoes) for one in redo.changes] == [
        (row.id, row.before, row.after, row.taken_back)
        for row in marked
        if row.ordinal in gone and (groups is None or row.group in groups)
    ]
    assert [row.ordinal for row in standing(marked)] == [
        row.ordinal for row in rows if row.ordinal not in gone
    ]
