"""What a shop's database answers about its journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_admin.sources.base import NotPrepared, Report, silently
from desktop_admin.sources.sql import history, journal_rows, tables
from desktop_admin.sources.sql.connected import Connected
from desktop_admin.sources.sql.entries import EntryReader
from desktop_admin.sources.sql.journal_check import check
from desktop_admin.sources.sql.journal_rows import Page

if TYPE_CHECKING:
    from desktop_admin.domain.changes import Entity, LeftAlone, Reason
    from desktop_admin.domain.journal import (
        EntryCount,
        EntryFilter,
        EntrySummary,
        GroupCount,
        HistoryItem,
        JournalCheck,
        JournalEntry,
        JournalLine,
        JournalRow,
    )
    from desktop_admin.sources.sql.reading import SaleReader


class JournalAnswers(Connected):
    """See `JournalQuestions` for what each method promises; empty where there is no journal."""

    _sales: SaleReader

    def journal(self, which: EntryFilter) -> Sequence[JournalEntry]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return EntryReader(connection, self._found, self._sales).entries(which)

    def journal_counts(self, which: EntryFilter) -> Sequence[EntryCount]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return EntryReader(connection, self._found, self._sales).counts(which)

    def journal_summaries(self, change_set_ids: Collection[str]) -> Mapping[str, EntrySummary]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return {}
            reader = EntryReader(connection, self._found, self._sales)
            return reader.summaries(change_set_ids)

    def journal_rows(
        self,
        change_set_id: str,
        *,
        offset: int = 0,
        limit: int | None = None,
        group: int | None = None,
    ) -> Sequence[JournalRow]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return journal_rows.rows(connection, change_set_id, Page(offset, limit, group))

    def journal_lines(
        self, change_set_id: str, *, offset: int = 0, limit: int = 100, group: int | None = None
    ) -> Sequence[JournalLine]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            page = Page(offset, limit, group)
            return journal_rows.lines(connection, self._found, change_set_id, page)

    def journal_obstacles(self, change_set_ids: Collection[str]) -> Mapping[str, Reason]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return {}
            return journal_rows.obstacles(connection, self._found, change_set_ids)

    def journal_groups(self, change_set_id: str) -> Sequence[GroupCount]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return journal_rows.groups(connection, change_set_id)

    def journal_left_alone(
        self, change_set_id: str, *, offset: int = 0, limit: int | None = None
    ) -> Sequence[LeftAlone]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return journal_rows.left(connection, change_set_id, Page(offset, limit))

    def history(self, entity: Entity, row_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return history.of_row(connection, entity, row_id, limit)

    def boutique_history(self, boutique_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        with self._reading() as connection:
            if not tables.are_there(connection):
                return []
            return history.of_boutique(connection, self._found, boutique_id, limit)

    def check_journal(self, report: Report = silently) -> JournalCheck:
        with self._reading() as connection:
            if not tables.are_there(connection):
                raise NotPrepared
            return check(connection, report)
