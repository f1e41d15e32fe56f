"""What the witnesses of many sales have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from desktop_admin.domain.evidence import Testimony, Verdict
from desktop_admin.domain.stray import StrayTestimony

#: What a witness says of a sale without boutique, or of one without terminal.
Told = Testimony | StrayTestimony
T = TypeVar("T")


class Heard(Protocol):
    """A verdict, as far as what was said is concerned."""

    @property
    def testimonies(self) -> Sequence[Told]:
        """What every witness said, in the same order always."""


def named_by(said: Told) -> tuple[int, ...]:
    """The boutiques, or the terminals, that a testimony names; nothing where it is silent."""
    return said.boutiques if isinstance(said, Testimony) else said.terminals


def kinds_of(verdicts: Iterable[Verdict]) -> Sequence[tuple[Verdict, int]]:
    """Verdicts that rest on the same witnesses as one, their figures added, with how many sales
    each speaks for; the most sales first."""
    alike: defaultdict[object, list[tuple[Verdict, int]]] = defaultdict(list)
    for verdict, times in _counted(verdicts):
        said = tuple(
            (one.witness, one.basis, frozenset(one.boutiques)) for one in verdict.testimonies
        )
        alike[said].append((verdict, times))
    kinds = [(_together(found), sum(count for _, count in found)) for found in alike.values()]
    return sorted(kinds, key=lambda kind: -kind[1])


def by_witness(verdicts: Iterable[Heard]) -> Sequence[Sequence[tuple[Told, int]]]:
    """What each witness says, its figures added, with of how many sales it says so; the most
    sales first, the witnesses in their order."""
    counted = _counted(verdicts)
    places = len(counted[0][0].testimonies) if counted else 0
    return [
        _alike((verdict.testimonies[place], times) for verdict, times in counted)
        for place in range(places)
    ]


def _counted(verdicts: Iterable[T]) -> list[tuple[T, int]]:
    """Every verdict once, and how often it occurs: of thousands of sales there are some hundred
    verdicts, each of them one object."""
    held: dict[int, T] = {}
    times: Counter[int] = Counter()
    for verdict in verdicts:
        held[id(verdict)] = verdict
        times[id(verdict)] += 1
    return [(verdict, times[key]) for key, verdict in held.items()]


def _alike(said: Iterable[tuple[Told, int]]) -> list[tuple[Told, int]]:
    found: dict[object, Told] = {}
    sales: Counter[object] = Counter()
    figures: defaultdict[object, Counter[int]] = defaultdict(Counter)
    for one, times in said:
        key = (one.basis, frozenset(named_by(one)), one.weak)
        found.setdefault(key, one)
        sales[key] += times
        if isinstance(one, Testimony):
            for boutique, count in zip(one.boutiques, one.counts, strict=True):
                figures[key][boutique] += count * times
    added = ((_with_figures(one, figures[key]), sales[key]) for key, one in found.items())
    return sorted(added, key=lambda kind: -kind[1])


def _with_figures(said: Told, figures: Counter[int]) -> Told:
    if isinstance(said, Testimony):
        return said._replace(counts=tuple(figures[boutique] for boutique in said.boutiques))
    return said


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
