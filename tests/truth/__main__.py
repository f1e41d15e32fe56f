"""The long form of the judge: `python -m tests.truth --seeds 50 [--only NAME] [--wrong N]`.

With `--gathered` the evidence comes from a SQLite file through the SQL source, and every verdict
must be the one that the reference gatherer's evidence leads to.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from desktop_admin.domain.evidence import Confidence, Evidence
from desktop_admin.domain.repair import plan_repair
from tests.truth.gathered import gathered
from tests.truth.judge import Score, evidence_of, judge, wrong_proposals
from tests.truth.made import Made, make
from tests.truth.scenario import MIXES, Scenario

_HEAD = (
    f"{'scenario':28}{'orphans':>8} |{'certain':>8}{'wrong':>6} |{'deduced':>8}{'wrong':>6} |"
    f"{'conflict':>9}{'lost':>6} |{'blocked':>8} |{'recall':>8}{'reach':>8} |"
    f"{'no trace':>9}{'certain':>8}{'deduced':>8} wrong"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, help="shops of each scenario")
    parser.add_argument("--first", type=int, default=1_000, help="the first seed")
    parser.add_argument("--only", default="", help="scenarios with this in their name")
    parser.add_argument("--sales", type=int, default=0, help="sales of each shop")
    parser.add_argument("--wrong", type=int, default=0, help="wrong verdicts to print")
    parser.add_argument("--gathered", action="store_true", help="through the SQL source")
    chosen = parser.parse_args(arguments)
    hear = gathered if chosen.gathered else evidence_of
    mixes = [mix for mix in MIXES if chosen.only in mix.name]
    seeds = range(chosen.first, chosen.first + chosen.seeds)
    total = Score()
    started = time.perf_counter()
    _say(_HEAD)
    for mix in mixes:
        mix = mix.smaller(chosen.sales) if chosen.sales else mix
        total.add(_run(mix, seeds, chosen.wrong, hear))
    _say(_line("all", total))
    _say(f"{len(mixes)} scenarios, {len(seeds)} seeds, {time.perf_counter() - started:.0f} s")
    return 0 if kept(total) else 1


def kept(score: Score) -> bool:
    """Whether the three promises hold: none wrong among certain, at most one in a thousand
    among deduced, nineteen in twenty placed of those a witness speaks on."""
    deduced = score.counts[Confidence.DEDUCED]
    return (
        score.wrong[Confidence.CERTAIN] == 0
        and score.wrong[Confidence.DEDUCED] <= deduced / 1000
        and score.recall >= 0.95
    )


def _run(mix: Scenario, seeds: range, wrong: int, hear: Callable[[Made], Evidence]) -> Score:
    score = Score()
    for seed in seeds:
        made = make(mix, seed)
        score.add(judge(made, hear(made)))
        if wrong > 0:
            wrong -= _print_wrong(made, wrong)
    _say(_line(mix.name, score))
    return score


def _print_wrong(made: Made, most: int) -> int:
    found = list(wrong_proposals(made, plan_repair(evidence_of(made))))[:most]
    for proposal in found:
        truth = made.truth[proposal.orphan.sale_id]
        _say(f"  seed {made.seed}: truly {truth}: {proposal.orphan}")
        for testimony in proposal.verdict.testimonies:
            _say(f"    {testimony}")
    return len(found)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(name: str, score: Score) -> str:
    counts, wrong, lost = score.counts, score.wrong, score.undecidable_wrong
    certain, deduced = Confidence.CERTAIN, Confidence.DEDUCED
    conflict, blocked = Confidence.CONFLICT, Confidence.BLOCKED
    return (
        f"{name:28}{score.orphans:8} |{counts[certain]:8}{wrong[certain]:6} |"
        f"{counts[deduced]:8}{wrong[deduced]:6} |{counts[conflict]:9}{wrong[conflict]:6} |"
        f"{counts[blocked]:8} |{score.recall:8.2%}{score.reach:8.2%} |"
        f"{score.undecidable:9}{lost[certain]:8}{lost[deduced]:8}"
    )


if __name__ == "__main__":
    sys.exit(main())
