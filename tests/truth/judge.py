"""How a plan stands against the truth."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_admin.domain.evidence import Confidence, Evidence, Verdict
from desktop_admin.domain.repair import Plan, Proposal, plan_repair
from tests.truth.made import NOW, Made
from tests.truth.reference import gather

#: The migration that brought `created_at` to sales.
_RECEPTION_SINCE = 58
_SURE = (Confidence.CERTAIN, Confidence.DEDUCED)


@dataclass(slots=True)
class Score:
    """Figures over one or many plans."""

    orphans: int = 0
    counts: dict[Confidence, int] = field(default_factory=lambda: dict.fromkeys(Confidence, 0))
    #: Of those a trace tells the truth about: wrong boutique, or for conflicts, not offered.
    wrong: dict[Confidence, int] = field(default_factory=lambda: dict.fromkeys(Confidence, 0))
    #: Of whose true boutique no trace is left, and how many of them are placed wrongly.
    undecidable: int = 0
    undecidable_wrong: dict[Confidence, int] = field(
        default_factory=lambda: dict.fromkeys(Confidence, 0)
    )
    #: A witness spoke; of these, how many are certain or deduced.
    spoken: int = 0
    placed: int = 0
    #: Anything at all points somewhere: goods, number, or a terminal with a boutique or sales.
    traced: int = 0

    def add(self, other: "Score") -> None:
        """Add the figures of another score."""
        self.orphans += other.orphans
        self.undecidable += other.undecidable
        self.spoken += other.spoken
        self.placed += other.placed
        self.traced += other.traced
        for confidence in Confidence:
            self.counts[confidence] += other.counts[confidence]
            self.wrong[confidence] += other.wrong[confidence]
            self.undecidable_wrong[confidence] += other.undecidable_wrong[confidence]

    @property
    def recall(self) -> float:
        """Share of the orphans on which a witness speaks that are certain or deduced."""
        return self.placed / self.spoken if self.spoken else 1.0

    @property
    def reach(self) -> float:
        """Share of the orphans with any trace that are certain or deduced."""
        return self.placed / self.traced if self.traced else 1.0


def evidence_of(made: Made) -> Evidence:
    """The evidence of a made-up shop, by the reference gatherer."""
    known = made.scenario.migration >= _RECEPTION_SINCE
    return gather(made.tables, NOW, made.assignments, reception_known=known)


def judge(made: Made, evidence: Evidence | None = None) -> Score:
    """The score of the plan on `evidence`, or on the reference gatherer's."""
    evidence = evidence or evidence_of(made)
    plan = plan_repair(evidence)
    score = Score()
    for proposal in plan.proposals:
        _count(score, made, plan, evidence, proposal)
    return score


def wrong_proposals(made: Made, plan: Plan) -> Iterator[Proposal]:
    """Proposals that are sure of the wrong boutique though a trace names the right one."""
    for proposal in plan.proposals:
        sale_id = proposal.orphan.sale_id
        if (
            proposal.verdict.confidence in _SURE
            and sale_id not in made.undecidable
            and proposal.verdict.target != made.truth[sale_id]
        ) or any(not _can_take(plan, option) for option in proposal.verdict.options):
            yield proposal


def _count(score: Score, made: Made, plan: Plan, evidence: Evidence, proposal: Proposal) -> None:
    orphan, verdict = proposal
    truth = made.truth[orphan.sale_id]
    confidence = verdict.confidence
    score.orphans += 1
    score.counts[confidence] += 1
    if any(testimony.boutiques for testimony in verdict.testimonies):
        score.spoken += 1
        score.placed += confidence in _SURE
    terminal_id = orphan.terminal_id or evidence.named_terminals.get(orphan.sale_id)
    terminal = plan.terminals.get(terminal_id or 0)
    around = evidence.neighbours.get(orphan.sale_id) or evidence.beside.get(orphan.sale_id)
    at_work = terminal is not None and (terminal.boutique_id is not None or any(around or ()))
    own = verdict.testimonies[0].boutiques or verdict.testimonies[2].boutiques
    score.traced += bool(own or at_work)
    if any(not _can_take(plan, option) for option in verdict.options):
        score.wrong[confidence] += 1
    elif orphan.sale_id in made.undecidable:
        score.undecidable += 1
        score.undecidable_wrong[confidence] += _is_wrong(verdict, truth)
    else:
        score.wrong[confidence] += _is_wrong(verdict, truth)


def _can_take(plan: Plan, boutique_id: int) -> bool:
    """Whether a sale may go there at all: a boutique that exists, and no depot."""
    boutique = plan.boutiques.get(boutique_id)
    return boutique is not None and not boutique.depot


def _is_wrong(verdict: Verdict, truth: int) -> bool:
    if verdict.confidence is Confidence.CONFLICT:
        return truth not in verdict.options
    return verdict.confidence in _SURE and verdict.target != truth
