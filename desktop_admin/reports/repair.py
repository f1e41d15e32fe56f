"""What a repair came to, as one value: the screen, the saved report, the print and the command
line all tell it, and so they tell the same figures.

`look_before` is asked just before the change set is applied, `conclude` after it; both ask the
source, and belong on a worker."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.changes import Field, Outcome, Reason
from desktop_admin.domain.effect import Effect, effects, span
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.model import Figures, RejectedSale
from desktop_admin.domain.money import Amounts
from desktop_admin.reports.findings import (
    AnyPlan,
    AnyProposal,
    AnySelected,
    Line,
    Remaining,
    gives,
    lines_of,
    money_of,
    what_remains,
    who_changed,
)
from desktop_admin.sources.base import Progress, Report, SalesSource, Step, Tally, silently
from desktop_admin.wording.languages import DEFAULT_ZONE

#: Since when (included), and until when; None where no sale has a date.
Span = tuple[datetime, datetime] | None


@dataclass(frozen=True, slots=True)
class Before:
    """How everything stood just before a repair."""

    tally: Tally
    #: By boutique, in the period concerned; empty where sales get terminals, not boutiques.
    figures: Mapping[int, Figures]
    span: Span
    #: By the clock that only measures how long something takes.
    began: float = field(default_factory=time.perf_counter)


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What a repair came to. Counts count all sales; an amount is of the paid and uncancelled
    ones, but for those of `before` and `after`, which are of every sale."""

    #: The file, or host and database.
    place: str
    plan: AnyPlan
    #: The proposals that the operator looked at.
    scope: Sequence[AnyProposal]
    selected: Sequence[AnySelected]
    outcome: Outcome
    #: What the sales got: a boutique, or a terminal.
    field: Field
    operator: str
    workstation: str
    at: datetime
    #: Seconds, from just before the change was asked for until its answer.
    took: float
    span: Span
    before: Tally
    #: Of the same sales: those that were there before.
    after: Tally
    #: Those left alone first, then those changed, the newest first.
    lines: Sequence[Line]
    effects: Sequence[Effect]
    remains: Sequence[Remaining]
    received_meanwhile: int
    #: Sales the server refused and noted while SQLite's lock was held, or since.
    rejected_meanwhile: Sequence[RejectedSale]
    server_running: bool
    #: The server's tables of stored figures that a repair does not refresh.
    not_refreshed: tuple[str, ...]

    @property
    def changed(self) -> Sequence[Line]:
        """The sales that got what they lacked."""
        return self.lines[len(self.outcome.left_alone) :]

    @property
    def left_alone(self) -> Sequence[Line]:
        """The sales that were left alone."""
        return self.lines[: len(self.outcome.left_alone)]

    @property
    def amounts(self) -> Amounts:
        """Money of the sales that were changed."""
        return money_of(one.selected.proposal for one in self.changed)

    @property
    def targets(self) -> int:
        """How many boutiques, or terminals, got sales."""
        return len({one.selected.target for one in self.changed})

    @property
    def reasons(self) -> Mapping[Reason, int]:
        """How many sales were left alone for each reason."""
        return Counter(one.reason for one in self.outcome.left_alone)

    @property
    def lacking(self) -> tuple[int, int]:
        """Sales without boutique (or without terminal) before, and after."""
        return _lacking(self.before, self.field), _lacking(self.after, self.field)

    @property
    def intact(self) -> bool:
        """Whether number and total of all sales are what they were."""
        return not self.difference[0] and not self.difference[1]

    @property
    def difference(self) -> tuple[int, Amounts]:
        """How many sales, and how much of each currency, there is more than before: others work
        meanwhile. A currency in which nothing differs is left out."""
        before, after = self.before.amounts, self.after.amounts
        cents = {one: after[one] - before[one] for one in {*before, *after}}
        different = Amounts({one: value for one, value in cents.items() if value})
        return self.after.sales - self.before.sales, different

    @property
    def dealt_with_elsewhere(self) -> int:
        """Of the sales that would remain by the analysis, those that do not any more."""
        return max(0, sum(one.sales for one in self.remains) - self.lacking[1])


def look_before(
    source: SalesSource,
    plan: AnyPlan,
    selected: Sequence[AnySelected],
    zone: ZoneInfo | None = None,
) -> Before:
    """How everything stands now, just before `selected` is applied; days are those of `zone`, the
    shops' own. For workers."""
    tally = source.tally()
    days = zone if zone is not None else ZoneInfo(DEFAULT_ZONE)
    period = span((one.proposal for one in selected), days)
    figures: Mapping[int, Figures] = {}
    if gives(plan) is Field.BOUTIQUE and period is not None:
        figures = source.boutique_figures(*period)
    return Before(tally, figures, period)


def conclude(
    source: SalesSource,
    plan: AnyPlan,
    scope: Sequence[AnyProposal],
    selected: Sequence[AnySelected],
    before: Before,
    outcome: Outcome,
    report: Report = silently,
) -> RepairReport:
    """What came of `selected`, which was applied with this outcome. For workers."""
    took = time.perf_counter() - before.began
    report(Progress(Step.READING))
    now = _look_after(source, before.tally)
    info = source.info()
    entry = next(iter(source.journal(EntryFilter(change_set=outcome.change_set))), None)
    gets = gives(plan)
    lines = lines_of(plan, selected, outcome, who_changed(source, plan, selected, outcome, report))
    changed = [one.selected for one in lines if one.spared is None]
    return RepairReport(
        place=info.place,
        plan=plan,
        scope=scope,
        selected=selected,
        outcome=outcome,
        field=gets,
        operator=entry.operator if entry else "",
        workstation=entry.workstation if entry else "",
        at=entry.at if entry else plan.made_at,
        took=took,
        span=before.span,
        before=before.tally,
        after=now.tally,
        lines=lines,
        effects=effects(changed, before.figures) if gets is Field.BOUTIQUE else (),
        remains=what_remains(plan, changed, outcome.left_alone, _lacking(now.tally, gets)),
        received_meanwhile=now.received,
        rejected_meanwhile=_rejected(source, outcome),
        server_running=info.server_may_be_running,
        not_refreshed=info.stored_figures if changed and gets is Field.BOUTIQUE else (),
    )


def _lacking(tally: Tally, gets: Field) -> int:
    return tally.orphans if gets is Field.BOUTIQUE else tally.without_terminal


def _rejected(source: SalesSource, outcome: Outcome) -> Sequence[RejectedSale]:
    return source.rejected_sales(outcome.locked_from) if outcome.locked_from else ()


class _After(NamedTuple):
    """The sales that were there before, as they are now, and how many came meanwhile."""

    tally: Tally
    received: int


def _look_after(source: SalesSource, before: Tally) -> _After:
    newest = before.newest or 0
    tally = source.tally(up_to=newest)
    # Mostly nothing came, which costs next to nothing to see.
    came = (source.marker().newest_sale or 0) > newest
    return _After(tally, source.tally().sales - tally.sales if came else 0)
