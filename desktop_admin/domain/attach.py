"""Sending orphans to a boutique that a person has chosen, with what their witnesses say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_admin.domain.changes import (
    Change,
    ChangeKind,
    ChangeSet,
    Entity,
    Expectation,
    Field,
    Group,
    Operator,
)
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Caution, Plan, Proposal, amounts_of


class Agreement(StrEnum):
    """What an orphan's witnesses say of the boutique it shall go to."""

    AGREES = "agrees"
    #: None speaks.
    SILENT = "silent"
    #: They disagree, and one of them names it.
    DISPUTED = "disputed"
    #: They name another boutique.
    OTHER = "other"


def agreement(proposal: Proposal, target: int) -> Agreement:
    """What the witnesses of one orphan say of `target`."""
    verdict = proposal.verdict
    if verdict.confidence is Confidence.BLOCKED:
        return Agreement.SILENT
    if target not in verdict.options:
        return Agreement.OTHER
    disputed = verdict.confidence is Confidence.CONFLICT
    return Agreement.DISPUTED if disputed else Agreement.AGREES


@dataclass(frozen=True, slots=True)
class Attachment:
    """Orphans and the boutique they shall go to: what is shown before anything is changed."""

    target: int
    #: All of them, and those whose witnesses name no other boutique; in order of sale id.
    every: Sequence[Proposal]
    fitting: Sequence[Proposal]
    #: What both come to, paid and uncancelled ones.
    every_amounts: Amounts
    fitting_amounts: Amounts
    said: Mapping[Agreement, int] = field(default_factory=dict)
    #: Boutiques that witnesses name instead, with how many orphans; the most first.
    others: Sequence[tuple[int, int]] = ()
    cautions: Mapping[Caution, int] = field(default_factory=dict)

    def chosen(self, *, others: bool) -> Sequence[Proposal]:
        """What is sent: those whose witnesses name another boutique only with `others`."""
        return self.every if others else self.fitting

    def amounts(self, *, others: bool) -> Amounts:
        """What these come to."""
        return self.every_amounts if others else self.fitting_amounts


def orphans_among(plan: Plan, ids: Container[int]) -> Sequence[Proposal]:
    """The orphans of `plan` that are among `ids`, in order of sale id."""
    found = [one for one in plan.proposals if one.orphan.sale_id in ids]
    return sorted(found, key=lambda one: one.orphan.sale_id)


def attach(plan: Plan, proposals: Sequence[Proposal], target: int) -> Attachment:
    """What sending these orphans of `plan` to `target` means."""
    said: Counter[Agreement] = Counter()
    fitting: list[Proposal] = []
    cautions: Counter[Caution] = Counter()
    others: Counter[int] = Counter()
    for one in proposals:
        opinion = agreement(one, target)
        said[opinion] += 1
        cautions.update(plan.cautions(one, target))
        if opinion is Agreement.OTHER:
            others[one.verdict.options[0]] += 1
        else:
            fitting.append(one)
    return Attachment(
        target,
        proposals,
        fitting,
        amounts_of(proposals),
        amounts_of(fitting),
        said,
        others.most_common(),
        cautions,
    )


def attach_set(
    proposals: Sequence[Proposal], target: int, operator: Operator, change_set_id: str
) -> ChangeSet:
    """The change set that sends these orphans to `target`. Each expects its terminal, and its
    being cancelled or not, to be as they were seen; where the terminal works by now is no matter,
    because a person has decided."""
    changes = tuple(
        Change(
            Entity.SALE,
            orphan.sale_id,
            Field.BOUTIQUE,
            None,
            target,
            (
                (Expectation.TERMINAL, orphan.terminal_id),
                (Expectation.CANCELLED, int(orphan.cancelled)),
            ),
        )
        for orphan, _ in proposals
    )
    return ChangeSet(
        id=change_set_id,
        kind=ChangeKind.REPAIR,
        operator=operator,
        changes=changes,
        groups=(Group(f"chosen|boutique={target}"),),
    )
