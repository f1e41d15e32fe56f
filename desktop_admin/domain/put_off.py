"""A problem that somebody put off: why, and how large it was; it comes back when it grows."""

from __future__ import annotations

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
