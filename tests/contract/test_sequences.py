"""Any sequence of changes, undos, redos and somebody else's changes, against a model in memory.

Whatever the order: somebody else's change is never overwritten, a row and its journal never
disagree, and an undo restores every value that it is said to restore."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop_admin.domain.changes import Change, ChangeSet, Entity, Field, Group, Outcome, new_id
from desktop_admin.domain.journal import EntryFilter, EntryState, JournalEntry, JournalRow
from desktop_admin.domain.undo import redo_set, standing, undo_set
from tests.contract.bench import Desk, changed
from tests.contract.changes import ME, change_set

Key = tuple[Entity, int, Field]
#: A row of an entry of the journal.
Place = tuple[str, int]
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"

COLUMNS: dict[tuple[Entity, Field], tuple[str, str]] = {
    (Entity.SALE, Field.BOUTIQUE): ("inventory_vente", "boutique_id"),
    (Entity.SALE, Field.TERMINAL): ("inventory_vente", "client_maui_id"),
    (Entity.TERMINAL, Field.BOUTIQUE): ("inventory_client", "boutique_id"),
    (Entity.TERMINAL, Field.ACTIVE): ("inventory_client", "est_actif"),
}
#: What can be written to each; every value passes the guards.
VALUES: dict[tuple[Entity, Field], list[int | None]] = {
    (Entity.SALE, Field.BOUTIQUE): [None, 2, 3, 4, 5],
    (Entity.SALE, Field.TERMINAL): [None, 1, 2],
    (Entity.TERMINAL, Field.BOUTIQUE): [None, 2, 3],
    (Entity.TERMINAL, Field.ACTIVE): [0, 1],
}
KEYS: list[Key] = [
    *(
        (Entity.SALE, id_, field)
        for id_ in (12, 13, 14)
        for field in (Field.BOUTIQUE, Field.TERMINAL)
    ),
    *((Entity.TERMINAL, id_, field) for id_ in (1, 2) for field in (Field.BOUTIQUE, Field.ACTIVE)),
]
GROUPS = (Group("loose"), Group("whole", whole=True))


@dataclass
class Entry:
    """What the model knows of an applied set: its rows as they were and became."""

    id: str
    rows: dict[int, tuple[Key, int | None, int | None, int]]
    #: The rows of which entry it takes back, by its own ordinals.
    undoes: dict[int, tuple[str, int]] = field(default_factory=dict)


def is_on_top(place: Place, history: list[tuple[Place, Place | None]]) -> bool:
    """Whether nothing above `place` holds: all of it are changes and what took them back."""
    above = history[[one for one, _ in history].index(place) + 1 :]
    shorter = True
    while shorter:
        pairs = enumerate(pairwise(above))
        at = next((n for n, ((one, _), (_, undone)) in pairs if one == undone), None)
        shorter = at is not None
        if at is not None:
            above = [*above[:at], *above[at + 2 :]]
    return not above


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[Key, int | None, int]]:
    """What shall be written, and in which group."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=4))
    return [
        (key, draw(st.sampled_from(VALUES[key[0], key[2]])), draw(st.integers(0, 1)))
        for key in keys
    ]


class Changing(RuleBasedStateMachine):
    """The market's file, and a model of it."""

    desk: ClassVar[Desk]

    def __init__(self) -> None:
        super().__init__()
        self.desk.put_back()
        self.values = self._read()
        self.entries: list[Entry] = []
        #: What the journal holds of each value: which row of which entry, and which it takes back.
        self.history: dict[Key, list[tuple[Place, Place | None]]] = {}
        #: Values that somebody else wrote since.
        self.foreign: set[Key] = set()

    def _read(self) -> dict[Key, int | None]:
        found: dict[Key, int | None] = {}
        for (entity, field_), (table, column) in COLUMNS.items():
            for id_, value in self.desk.execute(f"SELECT id, {column} FROM {table}"):
                if (entity, id_, field_) in KEYS:
                    found[entity, id_, field_] = value
        return found

    def _apply(self, sent: ChangeSet, may: list[bool]) -> Outcome:
        """Apply `sent`, of which the model says what may be made, and follow it."""
        broken = {one.group for one, fine in zip(sent.changes, may, strict=True) if not fine}
        made = [
            fine and not (one.group in broken and sent.groups[one.group].whole)
            for one, fine in zip(sent.changes, may, strict=True)
        ]
        outcome = self.desk.source.apply(sent)
        left = {one.ordinal for one in outcome.left_alone}
        assert left == {place for place, fine in enumerate(made) if not fine}
        assert outcome.applied == sum(made)
        entry = Entry(sent.id, {})
        for ordinal, change in enumerate(sent.changes):
            if not made[ordinal]:
                continue
            key = (change.entity, change.id, change.field)
            entry.rows[ordinal] = (key, change.before, change.after, change.group)
            undone = change.undoes and (change.undoes.change_set, change.undoes.ordinal)
            if undone:
                entry.undoes[ordinal] = undone
            self.values[key] = change.after
            self.history.setdefault(key, []).append(((sent.id, ordinal), undone))
            self.foreign.discard(key)
        self.entries.append(entry)
        return outcome

    @rule(wanted=edits(), stale=st.booleans())
    def change(self, wanted: list[tuple[Key, int | None, int]], stale: bool) -> None:
        changes = []
        for number, ((entity, id_, field_), value, group) in enumerate(wanted):
            before = self.values[entity, id_, field_]
            if stale and number == 0:
                # As if somebody had looked at it long ago.
                before = next(v for v in VALUES[entity, field_] if v != before)
            changes.append(Change(entity, id_, field_, before, value, group=group))
        may = [self.values[one.entity, one.id, one.field] == one.before for one in changes]
        self._apply(change_set(*changes, groups=GROUPS), may)

    @precondition(lambda self: self.entries)
    @rule(
        data=st.data(), part=st.sampled_from(["all", "rows", "groups"]), standing_only=st.booleans()
    )
    def take_back(self, data: st.DataObject, part: str, standing_only: bool) -> None:
        """Any entry, also an undo; all of it or a part."""
        entry, rows, picked = self._picked(data, part)
        if standing_only:
            rows = standing(rows)
        self._apply_back(undo_set(entry, rows, ME, new_id(), **picked))

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), part=st.sampled_from(["all", "rows", "groups"]))
    def make_again(self, data: st.DataObject, part: str) -> None:
        """What was taken back of any entry, also of an undo; all of it or a part."""
        entry, rows, picked = self._picked(data, part)
        redo = redo_set(entry, rows, ME, new_id(), **picked)
        assert all(one.undoes is not None for one in redo.changes)
        self._apply_back(redo)

    def _picked(
        self, data: st.DataObject, part: str
    ) -> tuple[JournalEntry, Sequence[JournalRow], dict[str, set[int]]]:
        entry = data.draw(st.sampled_from(self.entries), label="entry")
        picked: dict[str, set[int]] = {}
        if part == "rows" and entry.rows:
            rows = st.sets(st.sampled_from(sorted(entry.rows)))
            picked["ordinals"] = data.draw(rows, label="ordinals")
        elif part == "groups":
            picked["groups"] = data.draw(st.sets(st.integers(0, 1)), label="groups")
        source = self.desk.source
        found = source.journal(EntryFilter(change_set=entry.id))[0]
        return found, source.journal_rows(entry.id), picked

    def _apply_back(self, sent: ChangeSet) -> None:
        may = []
        for one in sent.changes:
            assert one.undoes is not None
            key = (one.entity, one.id, one.field)
            place = (one.undoes.change_set, one.undoes.ordinal)
            may.append(is_on_top(place, self.history[key]) and self.values[key] == one.before)
        self._apply(sent, may)

    @rule(data=st.data(), key=st.sampled_from(KEYS))
    def somebody_else(self, data: st.DataObject, key: Key) -> None:
        value = data.draw(st.sampled_from(VALUES[key[0], key[2]]), label="value")
        table, column = COLUMNS[key[0], key[2]]
        self.desk.execute(
            f"UPDATE {table} SET {column} = :value WHERE id = :id", value=value, id=key[1]
        )
        self.values[key] = value
        self.foreign.add(key)

    @precondition(lambda self: self.entries)
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        entry = data.draw(st.sampled_from(self.entries), label="entry")
        outcome = self.desk.source.outcome(entry.id)
        assert outcome is not None
        assert (outcome.repeated, outcome.applied) == (True, len(entry.rows))

    @invariant()
    def every_value_is_what_the_model_says(self) -> None:
        assert self._read() == self.values

    @invariant()
    def a_row_and_its_journal_agree(self) -> None:
        check = self.desk.source.check_journal()
        assert (check.fault, check.entries) == (None, len(self.entries))
        rows = {entry.id: entry.rows for entry in self.entries}
        for key, history in self.history.items():
            change_set_id, ordinal = history[-1][0]
            if key not in self.foreign:
                assert rows[change_set_id][ordinal][2] == self.values[key]

    def _holds(self) -> dict[Place, bool]:
        """Whether each row of the journal holds."""
        holds = {(entry.id, ordinal): True for entry in self.entries for ordinal in entry.rows}
        for entry in reversed(self.entries):
            for ordinal, taken_back in entry.undoes.items():
                # Taken back, restored, taken back once more: several may have taken it back.
                holds[taken_back] = holds[taken_back] and not holds[entry.id, ordinal]
        return holds

    @invariant()
    def the_state_of_every_entry_is_true(self) -> None:
        holds = self._holds()
        ever = {place[0] for entry in self.entries for place in entry.undoes.values()}
        source = self.desk.source
        found = source.journal(EntryFilter())
        for one in found:
            mine = [fine for (id_, _), fine in holds.items() if id_ == one.change_set]
            state = one.state
            if not all(mine):
                assert state is (EntryState.PARTLY_UNDONE if any(mine) else EntryState.UNDONE)
            elif one.change_set in ever:
                assert state is EntryState.REDONE
            elif not one.left_alone:
                assert state is EntryState.DONE
            else:
                assert state is (EntryState.PARTLY_DONE if mine else EntryState.NOTHING_DONE)
            assert (one.taken_back is not None) == (one.change_set in ever)
        counts = Counter((one.kind, one.operator, one.state) for one in found)
        assert {tuple(one[:3]): one.entries for one in source.journal_counts(EntryFilter())} == (
            counts
        )
        for state in {one.state for one in found}:
            asked = EntryFilter(states=frozenset({state}))
            assert source.journal(asked) == [one for one in found if one.state is state]

    @invariant()
    def every_row_says_whether_it_can_be_taken_back_or_made_again(self) -> None:
        holds = self._holds()
        for entry in self.entries:
            lines = self.desk.source.journal_lines(entry.id)
            assert [row for row, _ in lines] == self.desk.source.journal_rows(entry.id)
            undone = Counter[int]()
            standing_lines = [one for one in lines if one.row.taken_back is None] or lines
            stuck = bool(lines) and all(one.obstacle is not None for one in standing_lines)
            assert (entry.id in self.desk.source.journal_obstacles([entry.id])) == stuck
            for row, obstacle in lines:
                key, before, after, group = entry.rows[row.ordinal]
                place = (entry.id, row.ordinal)
                undone[group] += not holds[place]
                assert (row.taken_back is None) == holds[place]
                if row.taken_back is not None:
                    place, after = (row.taken_back.change_set, row.taken_back.ordinal), before
                    assert holds[place]
                fine = is_on_top(place, self.history[key]) and self.values[key] == after
                assert (obstacle is None) == fine
            groups = Counter(row[3] for row in entry.rows.values())
            assert self.desk.source.journal_groups(entry.id) == [
                (group, groups[group], undone[group]) for group in sorted(groups)
            ]


@pytest.fixture(scope="module")
def file_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("sequences") / "shop.sqlite3"
    path.touch()
    desk = Desk(f"sqlite:///{path}")
    yield desk
    desk.close()


@pytest.mark.slow
def test_any_sequence(file_desk: Desk) -> None:
    Changing.desk = file_desk
    run_state_machine_as_test(
        Changing,
        settings=settings(
            max_examples=300 if LONG else 12,
            stateful_step_count=12,
            derandomize=not LONG,
            database=None,
            deadline=None,
        ),
    )


@given(wanted=edits())
@settings(max_examples=10, derandomize=True, database=None, deadline=None)
def test_an_undo_after_apply_restores_every_listed_value(
    file_desk: Desk, wanted: list[tuple[Key, int | None, int]]
) -> None:
    file_desk.put_back()
    Changing.desk = file_desk
    first = file_desk.snapshot()
    model = Changing()
    model.change(wanted, stale=False)
    source = file_desk.source
    entry = source.journal(EntryFilter())[0]
    undo = undo_set(entry, source.journal_rows(entry.change_set), ME, new_id())
    assert source.apply(undo).left_alone == ()
    assert {key[2] for key in changed(first, file_desk.snapshot())} <= {"date_mise_a_jour"}
