"""What the overview tells of a shop: the problems found, the worst first, and one verdict.

All of it are pure functions of what was read. What was not read yet is None, and is never taken
for nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.assign import SILENT_AFTER, is_silent
from desktop_admin.domain.causes import RECENTLY, StillMade, still_made
from desktop_admin.domain.evidence import Confidence, Orphan
from desktop_admin.domain.local_time import local_hour
from desktop_admin.domain.model import Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Plan
from desktop_admin.domain.revenue import Cell, Takings, total
from desktop_admin.domain.rhythm import Silence, is_known, silence

#: What was sold longer ago is not what a terminal sells now.
LATELY = SILENT_AFTER


class Severity(IntEnum):
    """How bad a problem is, the worst first."""

    #: It goes on: with every hour more is lost.
    URGENT = 0
    #: Money that counts nowhere, or a lost sale, until somebody does something.
    IMPORTANT = 1
    #: It may be in order; somebody should look.
    NOTICE = 2


class ProblemKind(StrEnum):
    """What can be wrong; in this order among problems that are equally bad and equally large."""

    #: Orphans of the last days whose terminals have a boutique: the server goes on making them.
    STILL_MADE = "still_made"
    #: Terminals that work nowhere: the server refuses their sales, or stores them as orphans.
    NO_BOUTIQUE = "no_boutique"
    #: Terminals that are switched off, and sold lately.
    INACTIVE_SELLS = "inactive_sells"
    #: Terminals that sell at this hour as a rule, and are silent.
    SILENT_NOW = "silent_now"
    CERTAIN = "certain"
    CONFLICT = "conflict"
    DEDUCED = "deduced"
    BLOCKED = "blocked"
    #: Sales that the server refused, and that nobody has dealt with.
    REJECTED = "rejected"
    #: Sales in another boutique than the one their terminal works in at present.
    OTHER_BOUTIQUE = "other_boutique"
    WITHOUT_TERMINAL = "without_terminal"
    #: Terminals that have not called for a week.
    SILENT = "silent"


#: What is told of orphans of each confidence.
OF_CONFIDENCE = {
    Confidence.CERTAIN: ProblemKind.CERTAIN,
    Confidence.DEDUCED: ProblemKind.DEDUCED,
    Confidence.CONFLICT: ProblemKind.CONFLICT,
    Confidence.BLOCKED: ProblemKind.BLOCKED,
}
_SEVERITIES = {
    ProblemKind.STILL_MADE: Severity.URGENT,
    ProblemKind.INACTIVE_SELLS: Severity.URGENT,
    ProblemKind.SILENT_NOW: Severity.URGENT,
    ProblemKind.OTHER_BOUTIQUE: Severity.NOTICE,
    ProblemKind.WITHOUT_TERMINAL: Severity.NOTICE,
    ProblemKind.SILENT: Severity.NOTICE,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: how many (terminals or sales, as its kind says), and what is at stake."""

    kind: ProblemKind
    severity: Severity
    count: int
    #: The sales it concerns; the same as `count` where that counts sales.
    sales: int = 0
    #: Paid and uncancelled ones of them.
    amounts: Amounts = Amounts()
    #: The terminals it is about, the most urgent first; none where it is about sales.
    terminals: tuple[int, ...] = ()


class Switch(NamedTuple):
    """A terminal that is switched off and sold lately: how much, and when last."""

    sales: int
    amounts: Amounts
    last: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was read, each part None until it is there."""

    terminals: Mapping[int, Terminal] | None = None
    #: Terminals that are switched off and sold lately, by id.
    switched_off: Mapping[int, Switch] | None = None
    plan: Plan | None = None
    #: All sales there are, by boutique and terminal.
    cells: Sequence[Cell] | None = None
    #: How many refused sales nobody has dealt with.
    rejected: int | None = None
    #: Those that are silent and usually sell now, by terminal id.
    silences: Mapping[int, Silence] | None = None


def problems(found: Found, now: datetime) -> tuple[Problem, ...]:
    """Every problem that shows in what was read so far, the worst first: by severity, then by how
    many sales it concerns. Amounts do not decide: currencies cannot be compared."""
    every = [
        *_of_terminals(found, now),
        *_of_orphans(found.plan, now),
        *_of_sales(found),
    ]
    if found.rejected:
        every.append(_problem(ProblemKind.REJECTED, found.rejected, found.rejected))
    order = list(ProblemKind)
    return tuple(sorted(every, key=lambda one: (one.severity, -one.sales, order.index(one.kind))))


def _problem(
    kind: ProblemKind,
    count: int,
    sales: int = 0,
    amounts: Amounts = Amounts(),
    terminals: Iterable[int] = (),
) -> Problem:
    severity = _SEVERITIES.get(kind, Severity.IMPORTANT)
    return Problem(kind, severity, count, sales, amounts, tuple(terminals))


def _of_terminals(found: Found, now: datetime) -> Iterator[Problem]:
    terminals = found.terminals
    if terminals is None:
        return
    homeless = [one for one in terminals.values() if one.boutique_id is None]
    if homeless:
        yield _homeless(homeless, found.plan, now)
    off = {id_: one for id_, one in (found.switched_off or {}).items() if id_ in terminals}
    if off:
        yield _problem(
            ProblemKind.INACTIVE_SELLS,
            len(off),
            sum(one.sales for one in off.values()),
            sum((one.amounts for one in off.values()), Amounts()),
            sorted(off, key=lambda id_: off[id_].last, reverse=True),
        )
    silent = [id_ for id_ in found.silences or {} if id_ in terminals]
    if silent:
        held = found.silences or {}
        silent.sort(key=lambda id_: (held[id_].last, id_))
        yield _problem(ProblemKind.SILENT_NOW, len(silent), terminals=silent)
    quiet = [one for one in terminals.values() if one.active and is_silent(one, now)]
    if quiet:
        quiet.sort(key=lambda one: (one.last_activity or now, one.id), reverse=True)
        yield _problem(ProblemKind.SILENT, len(quiet), terminals=[one.id for one in quiet])


def _homeless(homeless: Sequence[Terminal], plan: Plan | None, now: datetime) -> Problem:
    """Terminals that work nowhere, with the orphans that wait for them. It is urgent where one of
    them is in use."""
    ids = {one.id for one in homeless}
    waiting: dict[int, list[Orphan]] = {id_: [] for id_ in ids}
    for orphan, _ in plan.proposals if plan is not None else ():
        if orphan.terminal_id in ids:
            waiting[orphan.terminal_id].append(orphan)
    orphans = [one for held in waiting.values() for one in held]
    in_use = any(one.active and not is_silent(one, now) for one in homeless)
    return Problem(
        ProblemKind.NO_BOUTIQUE,
        Severity.URGENT if in_use else Severity.IMPORTANT,
        len(homeless),
        len(orphans),
        _money(orphans),
        tuple(sorted(ids, key=lambda id_: (-len(waiting[id_]), id_))),
    )


def _of_orphans(plan: Plan | None, now: datetime) -> Iterator[Problem]:
    if plan is None:
        return
    for confidence, count in plan.counts().items():
        if count:
            kind = OF_CONFIDENCE[confidence]
            yield _problem(kind, count, count, plan.amounts(confidence))
    made = still_made(plan, now)
    if made:
        count = sum(one.count for one in made)
        ids = [one.terminal_id for one in made]
        yield _problem(ProblemKind.STILL_MADE, count, count, _lately(plan, made, now), ids)


def _lately(plan: Plan, made: Sequence[StillMade], now: datetime) -> Amounts:
    """What the orphans of the last days come to, of terminals of which they are still made."""
    terminals = {one.terminal_id for one in made}
    return _money(
        orphan
        for orphan, _ in plan.proposals
        if orphan.terminal_id in terminals
        and (moment := orphan.received_at or orphan.sold_at) is not None
        and moment >= now - RECENTLY
    )


def _money(orphans: Iterable[Orphan]) -> Amounts:
    return Amounts((one.currency, one.cents) for one in orphans if one.counts)


def _of_sales(found: Found) -> Iterator[Problem]:
    cells, terminals = found.cells, found.terminals
    if cells is None:
        return
    stray = total(cell for cell in cells if cell.terminal_id is None)
    if stray.all_sales:
        yield _of_takings(ProblemKind.WITHOUT_TERMINAL, stray)
    if terminals is None:
        return
    places = {one.id: one.boutique_id for one in terminals.values()}
    elsewhere = total(
        cell
        for cell in cells
        if None not in (cell.boutique_id, places.get(cell.terminal_id or 0))
        and cell.boutique_id != places[cell.terminal_id or 0]
    )
    if elsewhere.all_sales:
        yield _of_takings(ProblemKind.OTHER_BOUTIQUE, elsewhere)


def _of_takings(kind: ProblemKind, takings: Takings) -> Problem:
    return _problem(kind, takings.all_sales, takings.all_sales, takings.amounts)


def silences_of(
    hours: Mapping[int, Collection[int]],
    terminals: Mapping[int, Terminal],
    now: datetime,
    zone: ZoneInfo,
) -> dict[int, Silence]:
    """The terminals in use that are silent now and usually are not; `hours`: in which hours the
    sales of each came, by terminal id."""
    hour = local_hour(now, zone)
    return {
        id_: found
        for id_, sold in hours.items()
        if (terminal := terminals.get(id_)) is not None
        and terminal.active
        and (found := silence(sold, hour)) is not None
    }


class Arriving(StrEnum):
    """Whether sales come in."""

    #: Nobody can tell: too few weeks are known, or they were not read yet.
    UNKNOWN = "unknown"
    NORMAL = "normal"
    #: Some terminals are silent that usually sell now.
    PARTLY = "partly"
    #: No sale came in all the shop, for longer than is chance.
    STOPPED = "stopped"


def arriving(
    hours: Mapping[int, Collection[int]] | None,
    silences: Mapping[int, Silence] | None,
    newest: datetime | None,
    now: datetime,
    zone: ZoneInfo,
) -> Arriving:
    """Whether sales come in as they usually do, all terminals taken as if they were one. `newest`:
    when the last sale came."""
    if hours is None or silences is None or newest is None:
        return Arriving.UNKNOWN
    if now - newest >= LATELY:
        return Arriving.STOPPED
    together = {hour for held in hours.values() for hour in held}
    hour = local_hour(now, zone)
    if silence(together, hour) is not None:
        return Arriving.STOPPED
    if silences:
        return Arriving.PARTLY
    return Arriving.NORMAL if is_known(together, hour) else Arriving.UNKNOWN


class Reading(StrEnum):
    """What the verdict is."""

    #: Too little was read to say anything.
    LOOKING = "looking"
    #: There is no sale at all.
    NO_SALE = "no_sale"
    #: Some sales count in no boutique.
    INVISIBLE = "invisible"
    #: Every sale counts; there is something to do all the same.
    TO_DO = "to_do"
    ALL_RIGHT = "all_right"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether all is right, in figures."""

    reading: Reading
    #: Sales that count in no boutique; of these the ones that are repaired in one go, None until
    #: the witnesses were heard.
    orphans: int = 0
    certain: int | None = None
    #: Problems that nobody put off.
    problems: int = 0
    arriving: Arriving = Arriving.UNKNOWN
    #: Something is still being read: there may be more.
    looking: bool = False

    @property
    def to_decide(self) -> int | None:
        """The orphans that somebody must decide about; None until the witnesses were heard."""
        return None if self.certain is None else self.orphans - self.certain


def verdict(found: Found, waiting: int, coming: Arriving) -> Verdict:
    """The verdict on what was read so far; `waiting`: how many problems nobody put off.

    That all is right is said only once everything was read."""
    looking = _looking(found) or (coming is Arriving.UNKNOWN and found.silences is None)
    orphans, certain = _orphans_of(found)
    if orphans:
        return Verdict(Reading.INVISIBLE, orphans, certain, waiting, coming, looking)
    if found.cells is not None and not total(found.cells).all_sales:
        return Verdict(Reading.NO_SALE, problems=waiting, looking=looking)
    if looking:
        return Verdict(Reading.LOOKING, problems=waiting, arriving=coming, looking=True)
    ill = waiting or coming is Arriving.STOPPED
    reading = Reading.TO_DO if ill else Reading.ALL_RIGHT
    return Verdict(reading, problems=waiting, arriving=coming)


def _looking(found: Found) -> bool:
    parts = (found.terminals, found.switched_off, found.plan, found.cells, found.rejected)
    return any(part is None for part in parts)


def _orphans_of(found: Found) -> tuple[int, int | None]:
    """How many orphans there are, and how many of them are certain, where that is known."""
    if found.plan is not None:
        return len(found.plan.proposals), found.plan.counts()[Confidence.CERTAIN]
    if found.cells is None:
        return 0, None
    return total(cell for cell in found.cells if cell.boutique_id is None).all_sales, None


def invisible(found: Found) -> Takings | None:
    """How many sales count in no boutique, and what they come to; None while nobody knows."""
    if found.plan is not None:
        orphans = [one.orphan for one in found.plan.proposals]
        counted = sum(one.counts for one in orphans)
        return Takings(counted, _money(orphans), len(orphans))
    if found.cells is None:
        return None
    return total(cell for cell in found.cells if cell.boutique_id is None)
