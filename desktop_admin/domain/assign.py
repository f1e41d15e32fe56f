"""Assigning terminals: what stands in the way, what follows, and the change set it becomes.

Orphan sales of a terminal are never taken along blindly. They are heard twice, as things are and
as they would be right after the assignment: what the repair would then call certain may follow
at once, what rests on the assignment alone may follow if somebody says so, and what another
boutique has a claim to stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Field,
    Group,
    Operator,
    Reason,
    TargetBoutique,
    judge_terminal_target,
)
from desktop_admin.domain.evidence import Assignment, Basis, Confidence, Evidence, Witness
from desktop_admin.domain.model import Boutique, Figures, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Proposal, expectations, plan_repair

#: A terminal that has not called for so long is silent; what it sold meanwhile is not sent yet.
SILENT_AFTER = timedelta(days=7)


class Guard(StrEnum):
    """What is to be said before a terminal goes somewhere."""

    DEPOT = "depot"
    CLOSED = "closed"
    NO_BOUTIQUE = "no_boutique"
    OTHER_MERCHANT = "other_merchant"
    POS_FORBIDDEN = "pos_forbidden"
    TERMINAL_INACTIVE = "terminal_inactive"
    #: Its unsent sales will be stored under the new boutique.
    SILENT = "silent"
    ALREADY_THERE = "already_there"


class Weight(IntEnum):
    """What a guard asks for, the gravest last."""

    NOTHING = 0
    WARN = 1
    CONFIRM = 2
    REFUSE = 3


WEIGHTS: Mapping[Guard, Weight] = {
    Guard.ALREADY_THERE: Weight.NOTHING,
    Guard.SILENT: Weight.WARN,
    Guard.TERMINAL_INACTIVE: Weight.WARN,
    Guard.POS_FORBIDDEN: Weight.CONFIRM,
    Guard.OTHER_MERCHANT: Weight.CONFIRM,
    Guard.NO_BOUTIQUE: Weight.REFUSE,
    Guard.CLOSED: Weight.REFUSE,
    Guard.DEPOT: Weight.REFUSE,
}

_REFUSALS = {
    Reason.DEPOT: Guard.DEPOT,
    Reason.CLOSED: Guard.CLOSED,
    Reason.NO_BOUTIQUE: Guard.NO_BOUTIQUE,
    Reason.OTHER_MERCHANT: Guard.OTHER_MERCHANT,
}


def is_silent(terminal: Terminal, now: datetime) -> bool:
    """Whether it has not called the server for a week, or never."""
    seen = terminal.last_activity
    return seen is None or now - seen >= SILENT_AFTER


def guards_of(terminal: Terminal, target: Boutique | None, now: datetime) -> tuple[Guard, ...]:
    """What is to be said before this terminal goes to `target` (None: there is no such
    boutique), the gravest first."""
    if target is not None and terminal.boutique_id == target.id:
        return (Guard.ALREADY_THERE,)
    found = []
    judged = TargetBoutique(target.active, target.depot, target.owner_id) if target else None
    reason = judge_terminal_target(judged, terminal.owner_id, confirmed=False)
    if reason is not None:
        found.append(_REFUSALS[reason])
    if target is not None and not target.pos_allowed and not target.depot:
        found.append(Guard.POS_FORBIDDEN)
    if not terminal.active:
        found.append(Guard.TERMINAL_INACTIVE)
    if is_silent(terminal, now):
        found.append(Guard.SILENT)
    return tuple(sorted(found, key=lambda guard: -WEIGHTS[guard]))


@dataclass(frozen=True, slots=True)
class Consequences:
    """What it would mean to send terminals to `target`; None detaches them."""

    target: int | None
    moves: tuple[Terminal, ...]
    #: Terminals that are there already.
    unchanged: tuple[Terminal, ...] = ()
    #: By terminal id, the gravest first; a terminal without any is not in it.
    guards: Mapping[int, tuple[Guard, ...]] = field(default_factory=dict)
    #: Orphan sales of the terminals that move: their witnesses are heard before any follows.
    orphans: int = 0
    #: Of these the paid and uncancelled.
    orphan_amounts: Amounts = Amounts()

    @property
    def all_guards(self) -> tuple[Guard, ...]:
        """Every guard that occurs, once, the gravest first."""
        found = {guard for guards in self.guards.values() for guard in guards}
        return tuple(sorted(found, key=lambda guard: (-WEIGHTS[guard], guard)))

    @property
    def refusal(self) -> Guard | None:
        """Why nothing can be done, where that is so; a refusal concerns the boutique, so all."""
        return next((one for one in self.all_guards if WEIGHTS[one] is Weight.REFUSE), None)

    @property
    def to_confirm(self) -> tuple[Guard, ...]:
        """What somebody has to confirm first."""
        return tuple(one for one in self.all_guards if WEIGHTS[one] is Weight.CONFIRM)

    def guarded_by(self, guard: Guard) -> tuple[Terminal, ...]:
        """The terminals that move and of which `guard` speaks."""
        return tuple(one for one in self.moves if guard in self.guards.get(one.id, ()))


def consequences(
    terminals: Iterable[Terminal],
    target: int | None,
    boutiques: Mapping[int, Boutique],
    figures: Mapping[int, Figures],
    now: datetime,
) -> Consequences:
    """What it would mean to send `terminals` to the boutique `target` (None: detach them).

    `figures` are those of the terminals, by id; what is not counted yet counts nothing."""
    chosen = tuple(terminals)
    moves = tuple(one for one in chosen if one.boutique_id != target)
    guards = {}
    if target is not None:
        boutique = boutiques.get(target)
        heard = ((one.id, guards_of(one, boutique, now)) for one in chosen)
        guards = {id_: found for id_, found in heard if found}
    counted = [figures[one.id] for one in moves if one.id in figures]
    return Consequences(
        target=target,
        moves=moves,
        unchanged=tuple(one for one in chosen if one.boutique_id == target),
        guards=guards,
        orphans=sum(one.orphans for one in counted),
        orphan_amounts=sum((one.orphan_amounts for one in counted), Amounts()),
    )


@dataclass(frozen=True, slots=True)
class Followers:
    """The orphan sales of terminals that move, by whether they may follow."""

    #: Two witnesses name the new boutique and none another.
    certain: tuple[Proposal, ...] = ()
    #: One witness does, or nothing speaks but the assignment itself: somebody must say so.
    supposed: tuple[Proposal, ...] = ()
    #: Others have a claim to them, or nobody can tell: they stay for the repair.
    staying: tuple[Proposal, ...] = ()
    #: The terminals as they are before they move, by id.
    terminals: Mapping[int, Terminal] = field(default_factory=dict)

    @property
    def elsewhere(self) -> Mapping[int, int]:
        """How many of those that stay each other boutique has a claim to, by its id."""
        found: dict[int, int] = {}
        for proposal in self.staying:
            for id_ in proposal.verdict.options[:1]:
                found[id_] = found.get(id_, 0) + 1
        return found

    def picked(self, *, certain: bool, supposed: bool) -> tuple[Proposal, ...]:
        """Those that are to follow."""
        return (self.certain if certain else ()) + (self.supposed if supposed else ())


#: Silences of the terminal's place that a word of the operator fills.
_UNTOLD = frozenset({Basis.TERMINAL_WITHOUT_BOUTIQUE, Basis.EDITED_SINCE})


def following(
    evidence: Evidence, terminals: Collection[int], target: int, now: datetime
) -> Followers:
    """Which orphans of `terminals` may follow them to the boutique `target`.

    `evidence` is of before the assignment."""
    present = plan_repair(evidence)
    then = plan_repair(as_assigned(evidence, terminals, target, now))
    certain: list[Proposal] = []
    supposed: list[Proposal] = []
    staying: list[Proposal] = []
    for before, after in zip(present.proposals, then.proposals, strict=True):
        if present.terminal_of(before.orphan) not in terminals:
            continue
        if _claimed_elsewhere(before, target):
            staying.append(before)
        elif after.verdict.target == target:
            sure = after.verdict.confidence is Confidence.CERTAIN
            (certain if sure else supposed).append(after)
        elif _nobody_can_tell(after):
            supposed.append(after)
        else:
            staying.append(after)
    held = {id_: evidence.terminals[id_] for id_ in terminals if id_ in evidence.terminals}
    return Followers(tuple(certain), tuple(supposed), tuple(staying), held)


def as_assigned(
    evidence: Evidence, terminals: Collection[int], target: int, now: datetime
) -> Evidence:
    """The evidence as it would be right after `terminals` were assigned to the boutique
    `target`."""
    moved = dict(evidence.terminals)
    history = dict(evidence.assignments)
    for id_ in terminals:
        terminal = moved.get(id_)
        if terminal is not None and terminal.boutique_id != target:
            moved[id_] = replace(terminal, boutique_id=target, updated_at=now)
            step = Assignment(now, terminal.boutique_id, target)
            history[id_] = (*history.get(id_, ()), step)
    return replace(evidence, terminals=moved, assignments=history)


def _claimed_elsewhere(before: Proposal, target: int) -> bool:
    """Whether, as things are, a witness names another boutique; the weak ones too."""
    return any(id_ != target for id_ in before.verdict.options)


def _nobody_can_tell(after: Proposal) -> bool:
    place = after.verdict.testimonies[1]
    silent = after.verdict.confidence is Confidence.BLOCKED
    return silent and place.witness is Witness.PLACE and place.basis in _UNTOLD


def assign_set(
    moves: Consequences,
    operator: Operator,
    change_set_id: str,
    *,
    other_merchant_confirmed: bool = False,
) -> ChangeSet:
    """The change set that sends terminals to their new boutique, each for itself."""
    return ChangeSet(
        id=change_set_id,
        kind=ChangeKind.ASSIGN,
        operator=operator,
        changes=_terminal_changes(moves),
        groups=(Group(f"assign|boutique={moves.target}"),),
        other_merchant_confirmed=other_merchant_confirmed,
    )


def assign_and_repair_set(
    moves: Consequences,
    followers: Followers,
    picked: Sequence[Proposal],
    operator: Operator,
    change_set_id: str,
    *,
    other_merchant_confirmed: bool = False,
) -> ChangeSet:
    """The same with the orphans of `picked` that follow, in one group that goes whole or not at
    all. What a sale expects of its terminal is what holds before the set is applied."""
    sales = tuple(
        Change(
            Entity.SALE,
            orphan.sale_id,
            Field.BOUTIQUE,
            None,
            moves.target,
            expectations(followers.terminals, orphan),
        )
        for orphan in sorted((one.orphan for one in picked), key=lambda one: one.sale_id)
    )
    plain = assign_set(
        moves, operator, change_set_id, other_merchant_confirmed=other_merchant_confirmed
    )
    return replace(
        plain,
        changes=(*plain.changes, *sales),
        groups=(Group(f"assign_and_repair|boutique={moves.target}", whole=True),),
    )


def detach_set(moves: Consequences, operator: Operator, change_set_id: str) -> ChangeSet:
    """The change set that takes terminals out of their boutiques."""
    return ChangeSet(
        id=change_set_id,
        kind=ChangeKind.ASSIGN,
        operator=operator,
        changes=_terminal_changes(moves),
        groups=(Group("detach"),),
    )


def activate_set(
    terminals: Iterable[Terminal], operator: Operator, change_set_id: str, *, active: bool
) -> ChangeSet:
    """The change set that switches terminals on or off; those that are so already are left out."""
    changes = tuple(
        Change(Entity.TERMINAL, one.id, Field.ACTIVE, int(one.active), int(active))
        for one in terminals
        if one.active != active
    )
    group = Group(f"active={int(active)}")
    return ChangeSet(change_set_id, ChangeKind.ACTIVATE, operator, changes, (group,))


def _terminal_changes(moves: Consequences) -> tuple[Change, ...]:
    return tuple(
        Change(Entity.TERMINAL, one.id, Field.BOUTIQUE, one.boutique_id, moves.target)
        for one in moves.moves
    )
