"""What a repair left: which sales it changed, which it left alone and who had changed them, and
what is still to be done. For workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from desktop_admin.domain.changes import Entity, Field, LeftAlone, Outcome, Reason
from desktop_admin.domain.evidence import Basis, Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Plan, Proposal, Selected
from desktop_admin.domain.stray import Stray, StrayPlan, StrayProposal, StraySelected
from desktop_admin.sources.base import Progress, Report, SalesSource, Step

#: So many of the newest entries are looked through for who changed what was left alone.
_ENTRIES = 500
#: Workstations' clocks may differ by so much.
_CLOCKS = timedelta(days=1)
#: A repair gives sales their boutiques or their terminals.
AnyPlan = Plan | StrayPlan
AnyProposal = Proposal | StrayProposal
AnySelected = Selected | StraySelected
#: A value that the journal knows of: which row, and which of its values.
Key = tuple[Entity, int, Field]


class Remains(StrEnum):
    """Why a sale is still without boutique (or terminal) after a repair."""

    #: Certain or deduced, and not ticked.
    UNTICKED = "unticked"
    #: Asked for, and left alone because something else had changed.
    LEFT_ALONE = "left_alone"
    #: The witnesses disagree: somebody must choose.
    CONFLICT = "conflict"
    #: Its terminal works nowhere, or at a depot: it has to be assigned first.
    TERMINAL_WITHOUT_BOUTIQUE = "terminal_without_boutique"
    #: It has no terminal, and no other witness speaks.
    WITHOUT_TERMINAL = "without_terminal"
    #: No witness speaks for another reason.
    NO_WITNESS = "no_witness"
    #: It was not among those that were analysed.
    SINCE = "since"


class Remaining(NamedTuple):
    """Sales that remain for one reason; money as far as they are paid and not cancelled."""

    cause: Remains
    sales: int
    amounts: Amounts
    #: The terminals they were made with.
    terminals: tuple[int, ...] = ()


class Foreign(NamedTuple):
    """Who changed a value meanwhile, as our journal knows it."""

    operator: str
    workstation: str
    at: datetime
    #: What it is since: an id, or None.
    after: int | None


class Spared(NamedTuple):
    """A sale that was left alone, and why; `by`: who had changed it, where the journal knows."""

    selected: AnySelected
    reason: Reason
    by: Foreign | None


class Line(NamedTuple):
    """One sale of the report: changed where nothing spared it."""

    selected: AnySelected
    spared: Spared | None

    @property
    def sale_id(self) -> int:
        """The sale's id."""
        return self.selected.proposal.orphan.sale_id


def gives(plan: AnyPlan) -> Field:
    """What the sales of a plan get: a boutique, or a terminal."""
    return Field.TERMINAL if isinstance(plan, StrayPlan) else Field.BOUTIQUE


# The sales, and who had changed what was left alone.
def lines_of(
    plan: AnyPlan,
    selected: Sequence[AnySelected],
    outcome: Outcome,
    who: Mapping[Key, Foreign],
) -> Sequence[Line]:
    """Every sale that was asked for: those left alone first, then those changed, the newest
    first; `who`: what `who_changed` found."""
    with undisturbed():
        reasons = {one.change.id: one.reason for one in outcome.left_alone}
        changed, spared = [], []
        for one in selected:
            orphan = one.proposal.orphan
            reason = reasons.get(orphan.sale_id)
            if reason is None:
                changed.append(Line(one, None))
            else:
                key = _explained_by(plan, one, reason)
                by = who.get(key) if key is not None else None
                spared.append(Line(one, Spared(one, reason, by)))
        changed.sort(key=_sold, reverse=True)
        spared.sort(key=_sold, reverse=True)
        return [*spared, *changed]


def _sold(line: Line) -> tuple[float, int]:
    orphan = line.selected.proposal.orphan
    return (orphan.sold_at.timestamp() if orphan.sold_at else 0.0, orphan.sale_id)


def _explained_by(plan: AnyPlan, selected: AnySelected, reason: Reason) -> Key | None:
    """The value whose change would explain that a sale was left alone."""
    orphan = selected.proposal.orphan
    if reason is Reason.CHANGED:
        return Entity.SALE, orphan.sale_id, gives(plan)
    if reason is Reason.TERMINAL_CHANGED:
        return Entity.SALE, orphan.sale_id, Field.TERMINAL
    if reason is Reason.BOUTIQUE_CHANGED:
        return Entity.SALE, orphan.sale_id, Field.BOUTIQUE
    if reason is Reason.TERMINAL_MOVED and orphan.terminal_id is not None:
        return Entity.TERMINAL, orphan.terminal_id, Field.BOUTIQUE
    return None


def _expected(plan: AnyPlan, selected: AnySelected, key: Key) -> int | None:
    """What the plan saw there."""
    entity, id_, field_ = key
    if entity is Entity.TERMINAL:
        terminal = plan.terminals.get(id_)
        return terminal.boutique_id if terminal else None
    orphan = selected.proposal.orphan
    if field_ is Field.TERMINAL:
        return orphan.terminal_id
    return orphan.boutique_id if isinstance(orphan, Stray) else None


def who_changed(
    source: SalesSource,
    plan: AnyPlan,
    selected: Sequence[AnySelected],
    outcome: Outcome,
    report: Report,
) -> Mapping[Key, Foreign]:
    """Who changed what the plan relied on, as far as our journal knows: its newest entries are
    read until every value is explained, or they are older than the plan."""
    reasons = {one.change.id: one.reason for one in outcome.left_alone}
    wanted: dict[Key, int | None] = {}
    for one in selected:
        reason = reasons.get(one.proposal.orphan.sale_id)
        key = _explained_by(plan, one, reason) if reason is not None else None
        if key is not None:
            wanted[key] = _expected(plan, one, key)
    found: dict[Key, Foreign] = {}
    lately = EntryFilter(since=plan.made_at - _CLOCKS, limit=_ENTRIES)
    for entry in source.journal(lately) if wanted else ():
        if not wanted:
            break
        if entry.change_set == outcome.change_set or not entry.applied:
            continue
        report(Progress(Step.READING))
        for row in source.journal_rows(entry.change_set):
            key = (row.entity, row.id, row.field)
            # The newest change of a value tells what it is now; one that ends in what the plan
            # saw explains nothing.
            if key in wanted and wanted.pop(key) != row.after:
                found[key] = Foreign(entry.operator, entry.workstation, entry.at, row.after)
    return found


# What is still to be done.
def what_remains(
    plan: AnyPlan,
    changed: Iterable[AnySelected],
    left_alone: Iterable[LeftAlone],
    lacking: int,
) -> Sequence[Remaining]:
    """What of the plan still lacks a boutique (or a terminal), by cause; `lacking`: how many
    sales do by the database."""
    done = {one.proposal.orphan.sale_id for one in changed}
    spared = {one.change.id: one.reason for one in left_alone}
    apart: defaultdict[Remains, list[AnyProposal]] = defaultdict(list)
    for proposal in plan.proposals:
        id_ = proposal.orphan.sale_id
        if id_ in done or spared.get(id_) in (Reason.GONE, Reason.CHANGED):
            continue
        cause = Remains.LEFT_ALONE if id_ in spared else _cause(plan, proposal)
        apart[cause].append(proposal)
    found = [
        Remaining(cause, len(apart[cause]), money_of(apart[cause]), _terminals(plan, apart[cause]))
        for cause in Remains
        if cause in apart
    ]
    since = lacking - sum(one.sales for one in found)
    if since > 0:
        found.append(Remaining(Remains.SINCE, since, Amounts()))
    return found


def _cause(plan: AnyPlan, proposal: AnyProposal) -> Remains:
    verdict = proposal.verdict
    if verdict.confidence is Confidence.CONFLICT:
        return Remains.CONFLICT
    if verdict.confidence is not Confidence.BLOCKED:
        return Remains.UNTICKED
    if gives(plan) is Field.BOUTIQUE:
        bases = {one.basis for one in verdict.testimonies}
        if bases & {Basis.TERMINAL_WITHOUT_BOUTIQUE, Basis.IN_DEPOT}:
            return Remains.TERMINAL_WITHOUT_BOUTIQUE
        if Basis.NO_TERMINAL in bases:
            return Remains.WITHOUT_TERMINAL
    return Remains.NO_WITNESS


def money_of(proposals: Iterable[AnyProposal]) -> Amounts:
    """Money of these sales, as far as they are paid and not cancelled."""
    sales = (one.orphan for one in proposals)
    return Amounts((sale.currency, sale.cents) for sale in sales if sale.counts)


def _terminals(plan: AnyPlan, proposals: Collection[AnyProposal]) -> tuple[int, ...]:
    """The terminals these sales were made with, as far as they are known, in order of id."""
    if isinstance(plan, StrayPlan):
        return ()
    known = {plan.terminal_of(one.orphan) for one in proposals if isinstance(one, Proposal)}
    return tuple(sorted(one for one in known if one is not None))
