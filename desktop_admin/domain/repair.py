"""Planning a repair: every orphan heard and weighed, choices made, a change set of it.

A plan is a value. Other choices make another selection; what is applied is what was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

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
from desktop_admin.domain.evidence import (
    Assignment,
    Basis,
    Confidence,
    Evidence,
    GoodsCount,
    Orphan,
    Testimony,
    Verdict,
    Witness,
    weigh,
)
from desktop_admin.domain.invoice import NOTHING, NumberHint, read_number
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.place import PlaceWitness


class Policy(StrEnum):
    """How orphans are judged."""

    #: By the three witnesses.
    EVIDENCE = "evidence"
    #: The old script's rule: the terminal's present boutique. Only for comparison.
    TERMINAL = "terminal"


class Caution(StrEnum):
    """What a proposal must not keep to itself."""

    CLOSED = "closed"
    OTHER_MERCHANT = "other_merchant"


class Proposal(NamedTuple):
    """One orphan with its verdict; the verdict is shared by all orphans heard alike."""

    orphan: Orphan
    verdict: Verdict


def counts_of(proposals: Iterable[Proposal]) -> Mapping[Confidence, int]:
    """How many of these orphans there are of each confidence."""
    counts = dict.fromkeys(Confidence, 0)
    for proposal in proposals:
        counts[proposal.verdict.confidence] += 1
    return counts


def amounts_of(proposals: Iterable[Proposal]) -> Amounts:
    """Money of these orphans, as far as they are paid and not cancelled."""
    return Amounts((orphan.currency, orphan.cents) for orphan, _ in proposals if orphan.counts)


class ConflictRule(StrEnum):
    """What is done with orphans whose witnesses disagree."""

    SKIP = "skip"
    #: Goods before place before number.
    STRONGEST = "strongest"
    #: The terminal's present boutique, where it is one of the candidates.
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Choices:
    """What of a plan is to be done."""

    include: frozenset[Confidence] = frozenset({Confidence.CERTAIN})
    conflicts: ConflictRule = ConflictRule.SKIP
    #: Only sales of these terminals, only sales that go to these boutiques; None: all.
    terminals: frozenset[int] | None = None
    boutiques: frozenset[int] | None = None


@dataclass(frozen=True)
class Plan:
    """Every orphan with its verdict, and what the verdicts were made from."""

    policy: Policy
    made_at: datetime
    proposals: Sequence[Proposal]
    terminals: Mapping[int, Terminal]
    boutiques: Mapping[int, Boutique]
    #: Terminals named by the serial inside the number, by sale id, where the sale has none.
    named_terminals: Mapping[int, int] = field(default_factory=dict)
    #: The terminals' changes of boutique, as our journal knows them, oldest first.
    assignments: Mapping[int, Sequence[Assignment]] = field(default_factory=dict)

    def counts(self) -> Mapping[Confidence, int]:
        """How many orphans of each confidence."""
        return {confidence: count for confidence, (count, _) in self._sums.items()}

    def amounts(self, confidence: Confidence) -> Amounts:
        """Money of the paid, uncancelled orphans of that confidence."""
        return self._sums[confidence][1]

    @cached_property
    def _sums(self) -> Mapping[Confidence, tuple[int, Amounts]]:
        """How many orphans of each confidence, and their money: asked for again and again, and
        counted in one walk."""
        counts = dict.fromkeys(Confidence, 0)
        money: dict[Confidence, dict[str, int]] = {one: {} for one in Confidence}
        for orphan, verdict in self.proposals:
            confidence = verdict.confidence
            counts[confidence] += 1
            if orphan.counts:
                mine = money[confidence]
                mine[orphan.currency] = mine.get(orphan.currency, 0) + orphan.cents
        return {one: (count, Amounts(money[one])) for one, count in counts.items()}

    def terminal_of(self, orphan: Orphan) -> int | None:
        """The terminal that made the sale: its own, or the one its number names."""
        if orphan.terminal_id is not None:
            return orphan.terminal_id
        return self.named_terminals.get(orphan.sale_id)

    def cautions(self, proposal: Proposal, target: int) -> tuple[Caution, ...]:
        """What must be said when this orphan goes to `target`."""
        boutique = self.boutiques[target]
        found = [] if boutique.active else [Caution.CLOSED]
        terminal_id = self.terminal_of(proposal.orphan)
        terminal = self.terminals.get(terminal_id) if terminal_id is not None else None
        if terminal is not None and terminal.owner_id != boutique.owner_id:
            found.append(Caution.OTHER_MERCHANT)
        return tuple(found)


class Selected(NamedTuple):
    """A proposal that is to be done, and where the sale goes."""

    proposal: Proposal
    target: int


def select(plan: Plan, choices: Choices) -> Sequence[Selected]:
    """The proposals that `choices` pick, each with its boutique, in order of sale id."""
    with undisturbed():
        chosen = [
            Selected(proposal, target)
            for proposal in plan.proposals
            if (target := _target(plan, choices, proposal)) is not None
        ]
        chosen.sort(key=lambda one: one.proposal.orphan.sale_id)
    return chosen


def in_scope(plan: Plan, choices: Choices) -> Sequence[Proposal]:
    """The orphans that the filters of `choices` leave: of those terminals, and with one of
    those boutiques among the candidates."""
    return [
        proposal
        for proposal in plan.proposals
        if (choices.terminals is None or plan.terminal_of(proposal.orphan) in choices.terminals)
        and (
            choices.boutiques is None or not choices.boutiques.isdisjoint(proposal.verdict.options)
        )
    ]


def _target(plan: Plan, choices: Choices, proposal: Proposal) -> int | None:
    orphan, verdict = proposal
    if choices.terminals is not None and plan.terminal_of(orphan) not in choices.terminals:
        return None
    if verdict.confidence is Confidence.CONFLICT:
        target = _decided(plan, choices.conflicts, proposal)
    else:
        target = verdict.target if verdict.confidence in choices.include else None
    if choices.boutiques is not None and target not in choices.boutiques:
        return None
    return target


def _decided(plan: Plan, rule: ConflictRule, proposal: Proposal) -> int | None:
    if rule is ConflictRule.STRONGEST:
        return proposal.verdict.options[0]
    if rule is ConflictRule.TERMINAL and proposal.orphan.terminal_id is not None:
        terminal = plan.terminals.get(proposal.orphan.terminal_id)
        present = terminal.boutique_id if terminal else None
        return present if present in proposal.verdict.options else None
    return None


def repair_set(
    plan: Plan, selected: Sequence[Selected], operator: Operator, change_set_id: str
) -> ChangeSet:
    """The change set that does exactly what was selected, grouped by confidence, terminal and
    boutique. Every change expects the sale's terminal, its being cancelled or not, and the
    terminal's present boutique to be as the plan saw them."""
    with undisturbed():
        changes, groups = _changes(plan, selected)
        return ChangeSet(
            id=change_set_id,
            kind=ChangeKind.REPAIR,
            operator=operator,
            changes=changes,
            groups=groups or (Group("none"),),
            made_at=plan.made_at,
        )


def _changes(
    plan: Plan, selected: Sequence[Selected]
) -> tuple[tuple[Change, ...], tuple[Group, ...]]:
    groups: dict[tuple[Confidence, int | None, int], int] = {}
    changes = []
    expecting: dict[tuple[int | None, bool], tuple[tuple[Expectation, int | None], ...]] = {}
    for proposal, target in selected:
        orphan = proposal.orphan
        key = (proposal.verdict.confidence, orphan.terminal_id, target)
        group = groups.setdefault(key, len(groups))
        seen = (orphan.terminal_id, orphan.cancelled)
        expects = expecting.get(seen)
        if expects is None:
            expects = expecting[seen] = expectations(plan.terminals, orphan)
        changes.append(
            Change(Entity.SALE, orphan.sale_id, Field.BOUTIQUE, None, target, expects, group)
        )
    names = (Group(f"{sure}|terminal={one}|boutique={target}") for sure, one, target in groups)
    return tuple(changes), tuple(names)


def expectations(
    terminals: Mapping[int, Terminal], orphan: Orphan
) -> tuple[tuple[Expectation, int | None], ...]:
    """What a change of this orphan relies on: its terminal, its being cancelled or not, and where
    the terminal works before anything is changed."""
    terminal = terminals.get(orphan.terminal_id) if orphan.terminal_id else None
    return (
        (Expectation.TERMINAL, orphan.terminal_id),
        (Expectation.CANCELLED, int(orphan.cancelled)),
        (Expectation.TERMINAL_BOUTIQUE, terminal.boutique_id if terminal else None),
    )


def plan_repair(evidence: Evidence, policy: Policy = Policy.EVIDENCE) -> Plan:
    """Every orphan of `evidence` heard and weighed."""
    with undisturbed():
        hearing = _Hearing(evidence)
        judge = hearing.by_evidence if policy is Policy.EVIDENCE else hearing.by_terminal
        proposals = tuple(judge())
    return Plan(
        policy,
        evidence.at,
        proposals,
        evidence.terminals,
        evidence.boutiques,
        evidence.named_terminals,
        evidence.assignments,
    )


_NO_GOODS = Testimony(Witness.GOODS, Basis.NO_GOODS)
_DEPOT_GOODS = Testimony(Witness.GOODS, Basis.GOODS_OF_DEPOT)
_NO_NUMBER = Testimony(Witness.NUMBER, Basis.NO_BOUTIQUE_IN_NUMBER)
_UNKNOWN_NUMBER = Testimony(Witness.NUMBER, Basis.UNKNOWN_BOUTIQUE_IN_NUMBER)


class _Hearing:
    """All witnesses of one body of evidence. Testimonies and verdicts that say the same are one
    object: of 80 000 orphans there are some hundred different ones."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._selling = frozenset(
            id_ for id_, boutique in evidence.boutiques.items() if not boutique.depot
        )
        self._goods_heard: dict[object, Testimony] = {}
        self._hints = {
            orphan.sale_id: hint
            for orphan in evidence.orphans
            if orphan.number.startswith("VENTE-")
            and (hint := read_number(orphan.number)) is not NOTHING
        }

    def by_evidence(self) -> Iterator[Proposal]:
        evidence = self._evidence
        heard = [self._goods(orphan.sale_id) for orphan in evidence.orphans]
        located = {
            orphan.sale_id: goods.boutiques[0]
            for orphan, goods in zip(evidence.orphans, heard, strict=True)
            if len(goods.boutiques) == 1
        }
        located.update(self._relocated())
        place = PlaceWitness(evidence, located)
        # By what the testimonies are, not what they say: to hash three of them for each orphan
        # takes longer than all the rest. A verdict keeps its own, so no address is used again.
        verdicts: dict[tuple[int, int, int], Verdict] = {}
        for orphan, goods in zip(evidence.orphans, heard, strict=True):
            hint = self._hints.get(orphan.sale_id)
            number = self._number(hint) if hint is not None else _NO_NUMBER
            there = place.hear(orphan)
            key = (id(goods), id(there), id(number))
            verdict = verdicts.get(key)
            if verdict is None:
                verdict = verdicts[key] = weigh(goods, there, number)
            yield Proposal(orphan, verdict)

    def by_terminal(self) -> Iterator[Proposal]:
        for orphan in self._evidence.orphans:
            terminal = (
                self._evidence.terminals.get(orphan.terminal_id) if orphan.terminal_id else None
            )
            place = _present(terminal)
            if place.boutiques and place.boutiques[0] not in self._selling:
                place = Testimony(Witness.PLACE, Basis.IN_DEPOT)
            yield Proposal(orphan, weigh(_NO_GOODS, place, _NO_NUMBER))

    def _relocated(self) -> Iterator[tuple[int, int]]:
        """Attributed neighbours whose own goods come from one other boutique."""
        orphans = {orphan.sale_id for orphan in self._evidence.orphans}
        for sale_id in {*self._evidence.lines, *self._evidence.movements} - orphans:
            testimony = self._goods(sale_id)
            if len(testimony.boutiques) == 1:
                yield sale_id, testimony.boutiques[0]

    def _goods(self, sale_id: int) -> Testimony:
        lines = self._evidence.lines.get(sale_id, ())
        movements = self._evidence.movements.get(sale_id, ())
        key = (lines, movements)
        testimony = self._goods_heard.get(key)
        if testimony is None:
            testimony = self._goods_heard[key] = self._weigh_goods(lines, movements)
        return testimony

    def _weigh_goods(
        self, lines: Sequence[GoodsCount], movements: Sequence[GoodsCount]
    ) -> Testimony:
        counts: dict[int, int] = {}
        for boutique, count in (*lines, *movements):
            if boutique is not None and boutique in self._selling:
                counts[boutique] = counts.get(boutique, 0) + count
        if not counts:
            stored = any(
                boutique in self._evidence.boutiques for boutique, _ in (*lines, *movements)
            )
            return _DEPOT_GOODS if stored else _NO_GOODS
        basis = Basis.LINES_AND_MOVEMENTS
        if not movements or not lines:
            basis = Basis.LINES if lines else Basis.MOVEMENTS
        ranked = sorted(counts, key=lambda id_: (-counts[id_], id_))
        return Testimony(Witness.GOODS, basis, tuple(ranked), tuple(counts[id_] for id_ in ranked))

    def _number(self, hint: NumberHint) -> Testimony:
        boutique = hint.boutique_id
        if boutique is None:
            return _NO_NUMBER
        if boutique not in self._selling:
            return _UNKNOWN_NUMBER
        return Testimony(Witness.NUMBER, Basis.BOUTIQUE_IN_NUMBER, (boutique,), (1,))


def _present(terminal: Terminal | None) -> Testimony:
    if terminal is None:
        return Testimony(Witness.PLACE, Basis.NO_TERMINAL)
    if terminal.boutique_id is None:
        return Testimony(Witness.PLACE, Basis.TERMINAL_WITHOUT_BOUTIQUE)
    return Testimony(Witness.PLACE, Basis.PRESENT, (terminal.boutique_id,), (0,), weak=True)
