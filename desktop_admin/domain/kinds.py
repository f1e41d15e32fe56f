"""What the witnesses of many sales have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from desktop_admin.domain.evidence import Verdict


def kinds_of(verdicts: Iterable[Verdict]) -> Sequence[tuple[Verdict, int]]:
    """Verdicts that rest on the same witnesses as one, their figures added, with how many sales
    each speaks for; the most sales first."""
    # Of thousands of sales there are some hundred verdicts, each of them one object.
    held: dict[int, Verdict] = {}
    times: Counter[int] = Counter()
    for verdict in verdicts:
        held[id(verdict)] = verdict
        times[id(verdict)] += 1
    alike: defaultdict[object, list[tuple[Verdict, int]]] = defaultdict(list)
    for key, verdict in held.items():
        said = tuple(
            (one.witness, one.basis, frozenset(one.boutiques)) for one in verdict.testimonies
        )
        alike[said].append((verdict, times[key]))
    kinds = [(_together(found), sum(count for _, count in found)) for found in alike.values()]
    return sorted(kinds, key=lambda kind: -kind[1])


def _together(found: Sequence[tuple[Verdict, int]]) -> Verdict:
    """One verdict that speaks for several that differ in their figures alone."""
    first = found[0][0]
    goods = first.testimonies[0]
    counts: Counter[int] = Counter()
    for verdict, times in found:
        said = verdict.testimonies[0]
        for boutique, count in zip(said.boutiques, said.counts, strict=True):
            counts[boutique] += count * times
    added = goods._replace(counts=tuple(counts[boutique] for boutique in goods.boutiques))
    return first._replace(testimonies=(added, *first.testimonies[1:]))
