"""A problem that somebody put off: why, and how large it was; it comes back when it grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop_admin.domain.money import Amounts
from desktop_admin.domain.overview import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class PutOff:
    """Who put a kind of problem off, when, why, and what of it was known then."""

    kind: ProblemKind
    by: str
    at: datetime
    reason: str
    count: int
    sales: int
    amounts: Amounts
    #: The terminals it was about, where it is about terminals.
    terminals: frozenset[int]

    @classmethod
    def of(cls, problem: Problem, by: str, at: datetime, reason: str) -> PutOff:
        """What is kept of a problem that is put off as it is now."""
        return cls(
            problem.kind,
            by,
            at,
            reason,
            problem.count,
            problem.sales,
            problem.amounts,
            frozenset(problem.terminals),
        )


def has_grown(put_off: PutOff, problem: Problem) -> bool:
    """Whether a problem is more than what was put off: in number, in any currency, or about a
    terminal that was not meant."""
    return (
        problem.count > put_off.count
        or problem.sales > put_off.sales
        or any(cents > put_off.amounts[currency] for currency, cents in problem.amounts.items())
        or not put_off.terminals.issuperset(problem.terminals)
    )


def followed(put_off: PutOff, problem: Problem) -> PutOff:
    """What is put off of a problem that has shrunk: what was solved does not hide what comes."""
    return replace(
        put_off,
        count=min(put_off.count, problem.count),
        sales=min(put_off.sales, problem.sales),
        amounts=Amounts(
            {
                currency: min(put_off.amounts[currency], problem.amounts[currency])
                for currency in {*put_off.amounts, *problem.amounts}
            }
        ),
        terminals=put_off.terminals & frozenset(problem.terminals),
    )


@dataclass(frozen=True, slots=True)
class Parted:
    """Problems by whether somebody put them off. Those that have grown since wait again, with
    what was put off of them."""

    waiting: tuple[tuple[Problem, PutOff | None], ...]
    laid_by: tuple[tuple[Problem, PutOff], ...]


def parted(problems: Iterable[Problem], put_offs: Mapping[ProblemKind, PutOff]) -> Parted:
    """Which problems wait, and which were put off and have not grown since; each in its order."""
    waiting: list[tuple[Problem, PutOff | None]] = []
    laid_by: list[tuple[Problem, PutOff]] = []
    for problem in problems:
        kept = put_offs.get(problem.kind)
        if kept is None or has_grown(kept, problem):
            waiting.append((problem, kept))
        else:
            laid_by.append((problem, kept))
    return Parted(tuple(waiting), tuple(laid_by))


def still_silent(put_off: PutOff, last: Mapping[int, datetime]) -> PutOff:
    """What is put off of terminals that were silent: those that did not sell since. That an hour
    goes by at which nobody sells solves nothing."""
    silent = {id_ for id_ in put_off.terminals if id_ not in last or last[id_] <= put_off.at}
    return replace(put_off, count=len(silent), terminals=frozenset(silent))


def still_put_off(
    problems: Iterable[Problem],
    put_offs: Mapping[ProblemKind, PutOff],
    last: Mapping[int, datetime],
) -> dict[ProblemKind, PutOff]:
    """What is kept once everything was read: a problem that is solved is no longer put off, and
    one that has shrunk as it is now. `last`: when the last sale of each terminal came."""
    found = {problem.kind: problem for problem in problems}
    still: dict[ProblemKind, PutOff] = {}
    for kind, kept in put_offs.items():
        problem = found.get(kind)
        if problem is not None and has_grown(kept, problem):
            still[kind] = kept
        elif kind is ProblemKind.SILENT_NOW:
            silent = still_silent(kept, last)
            if silent.terminals:
                still[kind] = silent
        elif problem is not None:
            still[kind] = followed(kept, problem)
    return still
