"""What the panel tells of one sale or of one group, worked out of a plan; for workers.

Knows no Qt. Everything is summed up here, because a group may hold a hundred thousand sales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_admin.domain.evidence import Basis, Confidence, Testimony, Witness
from desktop_admin.domain.kinds import Told, by_witness, named_by
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Plan, Proposal
from desktop_admin.domain.stray import StrayBasis, StrayPlan, StrayProposal, StrayWitness

if TYPE_CHECKING:
    # What writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.wording.words import Words

AnyPlan = Plan | StrayPlan
AnyProposal = Proposal | StrayProposal

#: Silences that an assignment of the terminal would end.
_UNASSIGNED = frozenset({Basis.TERMINAL_WITHOUT_BOUTIQUE, Basis.IN_DEPOT})
#: Kinds of evidence of one witness that are told apart; the rest is counted.
KINDS = 4


class Stand(StrEnum):
    """How a witness stands to where a sale is to go."""

    AGREES = "agrees"
    SUPPORTS = "supports"
    DIVIDED = "divided"
    DISAGREES = "disagrees"
    DOUBTS = "doubts"
    SILENT = "silent"
    #: Nobody has said yet where the sale is to go.
    SPEAKS = "speaks"
    #: Of some sales so, of others otherwise.
    VARIES = "varies"


class Claim(StrEnum):
    """Why a boutique or a terminal is a candidate."""

    GOODS = "goods"
    PLACE = "place"
    PRESENT = "present"
    NUMBER = "number"
    ADDRESS = "address"
    BOUTIQUE = "boutique"
    CHOSEN = "chosen"


class Voice(NamedTuple):
    """One sentence of a witness, and of how many sales it is said."""

    stand: Stand
    sentence: str
    sales: int


class Heard(NamedTuple):
    """One witness."""

    witness: Witness | StrayWitness
    stand: Stand
    voices: Sequence[Voice]
    #: Of how many sales more it says something else again.
    others: int = 0
    #: What all goods together say.
    sum: str = ""


class Candidate(NamedTuple):
    """Where the sales may go, and who says so."""

    id: int
    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is told of some sales of a plan, all of one confidence and with the same candidates."""

    confidence: Confidence
    sales: int
    #: Paid and not cancelled.
    amounts: Amounts
    #: Sales that are unpaid or cancelled.
    uncounted: int
    first: datetime | None
    last: datetime | None
    witnesses: Sequence[Heard]
    candidates: Sequence[Candidate]
    cautions: Sequence[str]
    #: The terminal to be assigned before anybody can tell; None: that would not help.
    unassigned: int | None
    #: By its number the sale was made in a browser: there is no terminal to choose.
    by_browser: bool


def read_view(
    plan: AnyPlan, proposals: Sequence[AnyProposal], target: int | None, language: str
) -> View:
    """What is told of these sales of `plan`, at least one, that are to go to `target`."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.wording.words import Words

    court = _Court(plan, target, Words(language))
    said = by_witness([one.verdict for one in proposals])
    moments = [at for one in proposals if (at := one.orphan.sold_at) is not None]
    counted = [one.orphan for one in proposals if one.orphan.counts]
    return View(
        confidence=proposals[0].verdict.confidence,
        sales=len(proposals),
        amounts=Amounts((one.currency, one.cents) for one in counted),
        uncounted=len(proposals) - len(counted),
        first=min(moments, default=None),
        last=max(moments, default=None),
        witnesses=[court.hear(kinds, len(proposals)) for kinds in said],
        candidates=court.candidates(proposals[0].verdict.options, said),
        cautions=court.cautions(proposals),
        unassigned=_unassigned(plan, proposals),
        by_browser=all(_is_browsers(one) for one in proposals),
    )


def terminal_of(plan: AnyPlan, proposal: AnyProposal) -> int | None:
    """The terminal that made an orphan; None where nobody knows, or where that is what is
    missing."""
    if isinstance(plan, Plan) and isinstance(proposal, Proposal):
        return plan.terminal_of(proposal.orphan)
    return None


def common_terminal(plan: AnyPlan, proposals: Sequence[AnyProposal]) -> int | None:
    """The one terminal that made all of these; None where there is none, or several."""
    found = {terminal_of(plan, one) for one in proposals}
    return found.pop() if len(found) == 1 else None


def _unassigned(plan: AnyPlan, proposals: Sequence[AnyProposal]) -> int | None:
    for one in proposals:
        if (
            isinstance(one, Proposal)
            and one.verdict.confidence is Confidence.BLOCKED
            and any(said.basis in _UNASSIGNED for said in one.verdict.testimonies)
        ):
            return terminal_of(plan, one)
    return None


def _is_browsers(one: AnyProposal) -> bool:
    return isinstance(one, StrayProposal) and any(
        said.basis is StrayBasis.MADE_IN_BROWSER for said in one.verdict.testimonies
    )


class _Court:
    """Says what witnesses say, as it looks from one target."""

    def __init__(self, plan: AnyPlan, target: int | None, words: Words) -> None:
        self._plan = plan
        self._target = target
        self._words = words

    def hear(self, kinds: Sequence[tuple[Told, int]], sales: int) -> Heard:
        """One witness of `sales` sales."""
        voices = [Voice(self._stand(said), self._sentence(said), count) for said, count in kinds]
        stands = {voice.stand for voice in voices}
        stand = stands.pop() if len(stands) == 1 else Stand.VARIES
        shown = voices[:KINDS]
        left = sum(voice.sales for voice in voices[KINDS:])
        total = self._sum([said for said, _ in kinds]) if sales > 1 else ""
        if total and len(voices) == 1:
            # The sum says the same, and better.
            shown = []
        return Heard(kinds[0][0].witness, stand, shown, left, total)

    def candidates(
        self, options: Sequence[int], said: Sequence[Sequence[tuple[Told, int]]]
    ) -> list[Candidate]:
        """Where the sales may go; a target that no witness names is the operator's choice."""
        testimonies = [one for kinds in said for one, _ in kinds]
        ids = dict.fromkeys((*options, *(() if self._target is None else (self._target,))))
        found = []
        for id_ in ids:
            claims = dict.fromkeys(_claim(one) for one in testimonies if id_ in named_by(one))
            found.append(Candidate(id_, self._name(id_), tuple(claims) or (Claim.CHOSEN,)))
        return found

    def cautions(self, proposals: Iterable[AnyProposal]) -> list[str]:
        """What must be said of the target."""
        from desktop_admin.wording import evidence, stray

        plan, target = self._plan, self._target
        if target is None:
            return []
        if isinstance(plan, Plan):
            if target not in plan.boutiques:
                return []
            codes = {
                code
                for one in proposals
                if isinstance(one, Proposal)
                for code in plan.cautions(one, target)
            }
            return [evidence.caution(self._words, code) for code in sorted(codes)]
        if target not in plan.terminals:
            return []
        codes = {
            code
            for one in proposals
            if isinstance(one, StrayProposal)
            for code in plan.cautions(one, target)
        }
        return [stray.caution(self._words, code) for code in sorted(codes)]

    def _stand(self, said: Told) -> Stand:
        named = named_by(said)
        if not named:
            return Stand.SILENT
        if self._target is None:
            return Stand.SPEAKS
        if named == (self._target,):
            return Stand.SUPPORTS if said.weak else Stand.AGREES
        if self._target in named:
            return Stand.DIVIDED
        return Stand.DOUBTS if said.weak else Stand.DISAGREES

    def _sentence(self, said: Told) -> str:
        from desktop_admin.wording import evidence, stray

        if isinstance(said, Testimony):
            return evidence.testimony(self._words, said, self._plan.boutiques)
        return stray.testimony(self._words, said, self._plan.terminals)

    def _sum(self, said: Sequence[Told]) -> str:
        from desktop_admin.wording.evidence import goods_together

        goods = [one for one in said if isinstance(one, Testimony) and one.boutiques]
        if not goods or goods[0].witness is not Witness.GOODS:
            return ""
        counts: Counter[int] = Counter()
        for one in goods:
            counts.update(dict(zip(one.boutiques, one.counts, strict=True)))
        about = self._target if self._target in counts else counts.most_common(1)[0][0]
        moved = any(one.basis is not Basis.LINES for one in goods)
        return goods_together(self._words, counts, about or 0, self._plan.boutiques, moved=moved)

    def _name(self, id_: int) -> str:
        from desktop_admin.wording import evidence, stray

        if isinstance(self._plan, Plan):
            return evidence.name(self._plan.boutiques, id_)
        return stray.name(self._plan.terminals, id_)


_PRESENT = frozenset({Basis.PRESENT, Basis.UNCHANGED_SINCE, Basis.SALE_BEFORE_AND_PRESENT})
_CLAIMS = {
    Witness.GOODS: Claim.GOODS,
    Witness.NUMBER: Claim.NUMBER,
    Witness.PLACE: Claim.PLACE,
    StrayWitness.NUMBER: Claim.NUMBER,
    StrayWitness.ADDRESS: Claim.ADDRESS,
    StrayWitness.BOUTIQUE: Claim.BOUTIQUE,
}


def _claim(said: Told) -> Claim:
    return Claim.PRESENT if said.basis in _PRESENT else _CLAIMS[said.witness]
