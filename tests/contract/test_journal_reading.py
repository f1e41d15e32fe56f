"""Finding entries of the journal and reading them in pages, alike on every engine."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_admin.domain.changes import (
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Group,
    Operator,
    Reason,
    Undoes,
    new_id,
)
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.journal import (
    EntryCount,
    EntryFilter,
    EntryState,
    FieldCount,
    GroupCount,
    JournalEntry,
    JournalRow,
)
from desktop_admin.domain.undo import redo_set, undo_set
from tests.contract.bench import Desk
from tests.contract.changes import ME, attach, change_set, sale_of, sale_to, till_active, till_to
from tests.contract.market import HOSTILE

MORNING = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
YOU = Operator("Élise", "CAISSE-PC")


class Day:
    """Four entries, an hour apart: a repair, an assignment by Élise, one terminal switched off,
    an undo of half the repair."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.market = desk, desk.market
        market = desk.market
        self.repair = attach(desk)
        self.assigned = change_set(
            till_to(market.till_nowhere, market.limete),
            sale_to(9_999, market.limete),
            title="Inventaire de fin d'année",
            operator=YOU,
        )
        self.off = change_set(
            till_active(market.till_matete, True, False), kind=ChangeKind.ACTIVATE
        )
        for hour, sent in enumerate((self.repair, self.assigned, self.off)):
            self._apply(hour, sent)
        entry = desk.source.journal(EntryFilter(change_set=self.repair.id))[0]
        rows = desk.source.journal_rows(self.repair.id)
        self.undo = undo_set(entry, rows, YOU, new_id(), ordinals={0, 1})
        self._apply(3, self.undo)

    def _apply(self, hour: int, sent: ChangeSet) -> None:
        source = self.desk.open(clock=frozen_clock(MORNING + timedelta(hours=hour)))
        source.apply(sent)
        source.close()

    def found(self, **asked: Any) -> list[str]:
        """The names of the entries found, newest first."""
        names = {getattr(self, name).id: name for name in ("repair", "assigned", "off", "undo")}
        which = EntryFilter(**asked)
        return [names[one.change_set] for one in self.desk.source.journal(which)]


@pytest.fixture
def day(any_desk: Desk) -> Day:
    return Day(any_desk)


def test_entries_are_found_by_when_who_what_and_state(day: Day) -> None:
    assert day.found() == ["undo", "off", "assigned", "repair"]
    hour = timedelta(hours=1)
    assert day.found(since=MORNING + hour) == ["undo", "off", "assigned"]
    assert day.found(since=MORNING + hour, until=MORNING + 2 * hour) == ["assigned"]
    assert day.found(operators=frozenset({"Élise"})) == ["undo", "assigned"]
    assert day.found(operators=frozenset()) == []
    kinds = frozenset({ChangeKind.REPAIR, ChangeKind.ACTIVATE})
    assert day.found(kinds=kinds) == ["off", "repair"]
    assert day.found(kinds=frozenset({ChangeKind.UNDO})) == ["undo"]
    assert day.found(states=frozenset({EntryState.PARTLY_UNDONE})) == ["repair"]
    states = frozenset({EntryState.DONE, EntryState.PARTLY_DONE})
    assert day.found(states=states) == ["undo", "off", "assigned"]
    assert day.found(states=states, kinds=kinds, operators=frozenset({"Aline"})) == ["off"]


def test_entries_are_read_page_by_page(day: Day) -> None:
    source = day.desk.source
    first = source.journal(EntryFilter(limit=3))
    rest = source.journal(EntryFilter(limit=3, before=first[-1].seq))
    assert [one.seq for one in (*first, *rest)] == [4, 3, 2, 1]
    assert source.journal(EntryFilter(before=1)) == []


def test_one_terminal_sale_or_boutique_is_followed_through_the_journal(day: Day) -> None:
    market = day.market
    assert day.found(terminal=market.till_nowhere) == ["assigned"]
    assert day.found(sale=market.orphans[0]) == ["undo", "repair"]
    assert day.found(sale=market.orphans[3]) == ["repair"]
    assert day.found(boutique=market.matete) == ["undo", "repair"]
    assert day.found(boutique=market.limete) == ["assigned"]
    # A terminal's sales are its own too, and those that were given to it.
    tills = {
        id_: day.desk.value("inventory_vente", "client_maui_id", id_) for id_ in market.orphans
    }
    of_orphans = day.found(terminal=tills[market.orphans[0]])
    assert "repair" in of_orphans
    given = change_set(sale_of(market.stray, market.till_far))
    day.desk.source.apply(given)
    newest = day.desk.source.journal(EntryFilter(terminal=market.till_far))[0]
    assert newest.change_set == given.id


def test_text_finds_titles_people_numbers_serials_and_boutiques(day: Day) -> None:
    market, desk = day.market, day.desk
    number = desk.value("inventory_vente", "numero_facture", market.orphans[0])
    serial = desk.value("inventory_client", "numero_serie", market.till_nowhere)
    name = desk.value("inventory_boutique", "nom", market.limete)
    assert day.found(text=number) == ["undo", "repair"]
    assert day.found(text=number[:-1].lower())[-1] == "repair"
    assert day.found(text=number[1:]) == ["undo", "repair"]
    assert "assigned" in day.found(text=serial)
    assert "assigned" in day.found(text=name.upper())
    assert day.found(text=" INVENTAIRE DE ") == ["assigned"]
    assert day.found(text="CAISSE-PC") == ["undo", "assigned"]
    assert day.found(text=day.off.id) == ["off"]
    assert day.found(text="%") == day.found(text="no such thing") == []
    for text in HOSTILE:
        assert set(day.found(text=text)) <= {"undo", "off", "assigned", "repair"}


def test_entries_are_counted_by_kind_person_and_state(day: Day) -> None:
    source = day.desk.source
    everything = [
        EntryCount(ChangeKind.ACTIVATE, "Aline", EntryState.DONE, 1),
        EntryCount(ChangeKind.ASSIGN, "Élise", EntryState.PARTLY_DONE, 1),
        EntryCount(ChangeKind.REPAIR, "Aline", EntryState.PARTLY_UNDONE, 1),
        EntryCount(ChangeKind.UNDO, "Élise", EntryState.DONE, 1),
    ]
    assert sorted(source.journal_counts(EntryFilter())) == everything
    narrowed = EntryFilter(
        kinds=frozenset({ChangeKind.UNDO}),
        operators=frozenset({"Aline"}),
        states=frozenset({EntryState.DONE}),
    )
    assert sorted(source.journal_counts(narrowed)) == everything, "chips count what they would show"
    assert sorted(source.journal_counts(EntryFilter(sale=day.market.orphans[3]))) == [everything[2]]


def test_an_entry_is_summed_up(day: Day) -> None:
    market, source = day.market, day.desk.source
    names = [one.id for one in (day.repair, day.assigned, day.off, day.undo)]
    found = source.journal_summaries(names)
    ids = market.orphans
    assert found[day.repair.id].fields == (
        FieldCount(Entity.SALE, Field.BOUTIQUE, 4, min(ids), 1, None, 1, market.matete),
    )
    assert found[day.repair.id].sales == 4
    assert found[day.repair.id].amounts == source.totals(ids).amounts
    assert found[day.undo.id].amounts == source.totals(ids[:2]).amounts
    assert found[day.assigned.id].fields == (
        FieldCount(
            Entity.TERMINAL, Field.BOUTIQUE, 1, market.till_nowhere, 1, None, 1, market.limete
        ),
    )
    assert found[day.off.id].fields[0][5:] == (1, 1, 0)
    assert found[day.off.id].sales == 0
    assert source.journal_summaries(["nothing"]) == {}


def test_several_places_are_counted_none_among_them(desk: Desk) -> None:
    market = desk.market
    sent = change_set(
        sale_to(market.orphans[0], market.matete),
        sale_to(market.orphans[1], market.limete),
        sale_to(market.attributed, None, market.matete),
    )
    desk.source.apply(sent)
    (field,) = desk.source.journal_summaries([sent.id])[sent.id].fields
    assert (field.rows, field.befores, field.afters) == (3, 2, 3)


def test_rows_are_read_page_by_page_and_by_group(any_desk: Desk) -> None:
    market, source = any_desk.market, any_desk.source
    sent = change_set(
        *(
            sale_to(sale, market.matete, group=place % 2)
            for place, sale in enumerate(market.orphans)
        ),
        sale_to(9_999, 2, group=1),
        groups=(Group("even"), Group("odd"), Group("empty")),
    )
    source.apply(sent)
    whole = source.journal_rows(sent.id)
    assert [row.ordinal for row in whole] == [0, 1, 2, 3]
    assert source.journal_rows(sent.id, offset=1, limit=2) == whole[1:3]
    assert source.journal_rows(sent.id, offset=4, limit=2) == []
    assert source.journal_rows(sent.id, group=1) == [whole[1], whole[3]]
    assert source.journal_rows(sent.id, group=1, offset=1, limit=9) == [whole[3]]
    assert source.journal_groups(sent.id) == [GroupCount(0, 2, 0), GroupCount(1, 2, 0)]
    left = source.journal_left_alone(sent.id)
    assert [(one.ordinal, one.change.id, one.reason) for one in left] == [(4, 9_999, Reason.GONE)]
    assert source.journal_left_alone(sent.id, offset=1, limit=1) == []
    entry = source.journal(EntryFilter(change_set=sent.id))[0]
    undo = undo_set(entry, whole, ME, new_id(), groups={1})
    source.apply(undo)
    assert source.journal_groups(sent.id) == [GroupCount(0, 2, 0), GroupCount(1, 2, 2)]
    assert [row.taken_back for row in source.journal_rows(sent.id)] == [
        None,
        Undoes(undo.id, 0),
        None,
        Undoes(undo.id, 1),
    ]
    assert source.journal_rows(sent.id, offset=3, limit=1)[0].taken_back == Undoes(undo.id, 1)


def test_a_row_says_why_it_cannot_be_taken_back(any_desk: Desk) -> None:
    market, source = any_desk.market, any_desk.source
    sent = attach(any_desk)
    source.apply(sent)
    ours, theirs, gone, fine = market.orphans
    source.apply(change_set(sale_to(ours, market.limete, market.matete)))
    any_desk.execute("UPDATE inventory_vente SET boutique_id = 3 WHERE id = :id", id=theirs)
    lines = source.journal_lines(sent.id)
    assert [(line.row.id, line.obstacle) for line in lines] == [
        (ours, Reason.CHANGED_SINCE),
        (theirs, Reason.CHANGED),
        (gone, None),
        (fine, None),
    ]
    assert source.journal_lines(sent.id, offset=1, limit=1) == lines[1:2]
    assert source.journal_lines("nothing") == []
    assert source.journal_obstacles([sent.id]) == {}, "two of its rows can be taken back"
    alone = change_set(sale_to(market.stray, market.far))
    source.apply(alone)
    any_desk.execute("UPDATE inventory_vente SET boutique_id = 3 WHERE id = :id", id=market.stray)
    assert source.journal_obstacles([sent.id, alone.id]) == {alone.id: Reason.CHANGED}


def test_what_several_undos_took_back_is_made_again_at_once(any_desk: Desk) -> None:
    """Whoever took parts of it back; what was changed since stays as it is."""
    market, source = any_desk.market, any_desk.source
    sent = attach(any_desk)
    source.apply(sent)

    def entry() -> tuple[JournalEntry, Sequence[JournalRow]]:
        return (
            source.journal(EntryFilter(change_set=sent.id))[0],
            source.journal_rows(sent.id),
        )

    for ordinals in ({0, 1}, {2}):
        source.apply(undo_set(*entry(), ME, new_id(), ordinals=ordinals))
    found = entry()[0]
    assert found.state is EntryState.PARTLY_UNDONE
    assert found.taken_back is not None
    newest = source.journal(EntryFilter(limit=1))[0]
    assert found.taken_back[:2] == (newest.change_set, ME.user)
    any_desk.execute(
        "UPDATE inventory_vente SET boutique_id = 3 WHERE id = :id", id=market.orphans[1]
    )
    redo = redo_set(*entry(), ME, new_id())
    outcome = source.apply(redo)
    assert (outcome.applied, [one.reason for one in outcome.left_alone]) == (2, [Reason.CHANGED])
    places = [any_desk.value("inventory_vente", "boutique_id", id_) for id_ in market.orphans]
    assert places == [market.matete, 3, market.matete, market.matete]
    assert entry()[0].state is EntryState.PARTLY_UNDONE
    assert source.check_journal().fault is None


def test_an_entry_that_holds_again_is_said_to(desk: Desk) -> None:
    source = desk.source
    sent = attach(desk)
    source.apply(sent)
    rows = source.journal_rows(sent.id)
    source.apply(undo_set(source.journal(EntryFilter())[0], rows, ME, new_id()))
    entry = source.journal(EntryFilter(change_set=sent.id))[0]
    source.apply(redo_set(entry, source.journal_rows(sent.id), ME, new_id()))
    redone = EntryFilter(states=frozenset({EntryState.REDONE}))
    assert [one.change_set for one in source.journal(redone)] == [sent.id]
