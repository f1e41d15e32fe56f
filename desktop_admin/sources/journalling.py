"""What a source tells of the journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

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
    from desktop_admin.sources.base import Report


class JournalQuestions(Protocol):
    """The part of `SalesSource` that reads the journal."""

    def journal(self, which: EntryFilter) -> Sequence[JournalEntry]:
        """Journal entries, newest first; empty where the database is not prepared."""

    def journal_counts(self, which: EntryFilter) -> Sequence[EntryCount]:
        """How many entries there are of each kind, operator and state, whatever `which` says of
        these three; the rest of it holds."""

    def journal_summaries(self, change_set_ids: Collection[str]) -> Mapping[str, EntrySummary]:
        """What these entries come to, by change set; meant for pages of some hundreds."""

    def journal_rows(
        self,
        change_set_id: str,
        *,
        offset: int = 0,
        limit: int | None = None,
        group: int | None = None,
    ) -> Sequence[JournalRow]:
        """What one entry changed, row by row, in order; only one of its groups where given.
        `offset` counts where `limit` is given."""

    def journal_lines(
        self, change_set_id: str, *, offset: int = 0, limit: int = 100, group: int | None = None
    ) -> Sequence[JournalLine]:
        """The same for pages of some hundreds, with what stands in the way of taking each row
        back, or of restoring it where it was taken back."""

    def journal_obstacles(self, change_set_ids: Collection[str]) -> Mapping[str, Reason]:
        """Why nothing of an entry could be taken back now or, where all of it was, made again, by
        change set; only for entries of a few rows, and only where that is so."""

    def journal_groups(self, change_set_id: str) -> Sequence[GroupCount]:
        """How many rows one entry changed of each of its groups, in their order."""

    def journal_left_alone(
        self, change_set_id: str, *, offset: int = 0, limit: int | None = None
    ) -> Sequence[LeftAlone]:
        """What one entry left alone, in order."""

    def history(self, entity: Entity, row_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        """What the journal tells of one terminal or sale, newest first."""

    def boutique_history(self, boutique_id: int, limit: int = 200) -> Sequence[HistoryItem]:
        """The terminals that came to a boutique or left it, newest first."""

    def check_journal(self, report: Report = ...) -> JournalCheck:
        """Whether the journal is whole, or which entry was altered first."""
