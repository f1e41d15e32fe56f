"""What a repair asks, answered on one database."""

from __future__ import annotations

from collections.abc import Collection
from zoneinfo import ZoneInfo

from desktop_admin.domain.causes import Traits
from desktop_admin.domain.evidence import Evidence
from desktop_admin.domain.staleness import Seen
from desktop_admin.domain.stray import StrayEvidence
from desktop_admin.sources.base import Report, Tally, silently
from desktop_admin.sources.sql import journal, marking, tables
from desktop_admin.sources.sql.connected import Connected
from desktop_admin.sources.sql.figures import Counter
from desktop_admin.sources.sql.gathering import Gatherer
from desktop_admin.sources.sql.strays import StrayGatherer
from desktop_admin.sources.sql.traits import TraitCounter


class RepairAnswers(Connected):
    """See `RepairQuestions` for what each method promises."""

    def tally(self, up_to: int | None = None) -> Tally:
        with self._reading() as connection:
            return Counter(connection, self._found).tally(up_to)

    def evidence(
        self, report: Report = silently, terminals: Collection[int] | None = None
    ) -> Evidence:
        with self._reading() as connection:
            moves = journal.assignments(connection) if tables.is_prepared(connection) else {}
            gatherer = Gatherer(connection, self._found, terminals)
            return gatherer.gather(self._clock(), moves, report)

    def strays(self, report: Report = silently) -> StrayEvidence:
        with self._reading() as connection:
            moves = journal.assignments(connection) if tables.is_prepared(connection) else {}
            gatherer = StrayGatherer(connection, self._found)
            return gatherer.gather(self._clock(), moves, report)

    def orphans_now(self) -> Seen:
        with self._reading() as connection:
            return marking.seen_orphans(connection, self._found)

    def strays_now(self) -> Seen:
        with self._reading() as connection:
            return marking.seen_strays(connection, self._found)

    def traits(self, zone: ZoneInfo, report: Report = silently) -> Traits:
        with self._reading() as connection:
            return TraitCounter(connection, self._found).count(zone, report)
