"""What a repair asks of a source: the part of `SalesSource` that concerns orphans and strays."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    # The window is painted before any of these is needed.
    from desktop_admin.domain.causes import Traits
    from desktop_admin.domain.evidence import Evidence
    from desktop_admin.domain.staleness import Seen
    from desktop_admin.domain.stray import StrayEvidence
    from desktop_admin.sources.base import Report, Tally


class RepairQuestions(Protocol):
    """What is read before a repair, and after it; each call as `SalesSource` promises."""

    def tally(self, up_to: int | None = None) -> Tally:
        """All sales counted and their amounts summed, in one pass; `up_to`: only those with an
        id up to this one, so that what came meanwhile can be told apart."""

    def evidence(self, report: Report = ..., terminals: Collection[int] | None = None) -> Evidence:
        """All orphan sales with what their witnesses say, gathered set-wise.

        `terminals`: only the orphans of these, those included that only their number names; each
        is judged as it would be among all."""

    def strays(self, report: Report = ...) -> StrayEvidence:
        """All sales without terminal with what the witnesses need, gathered set-wise; what they
        say is `domain.traces.plan_strays`."""

    def orphans_now(self) -> Seen:
        """All orphans as far as a plan relies on them, and where terminals and boutiques stand:
        cheap, for `domain.staleness.moved_since`."""

    def strays_now(self) -> Seen:
        """The same of all sales without terminal."""

    def traits(self, zone: ZoneInfo, report: Report = ...) -> Traits:
        """All sales counted by what may be why they are orphans, in a few passes over them: some
        seconds for a million. `zone`: the shop's, whose days are meant."""
