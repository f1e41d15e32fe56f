"""What is said of every table that leaves the program, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop_admin.reports.sheets import Fact, SumNames
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: What is shown of a name or a filter.
_LONGEST = 1_000


def sum_names(words: Words) -> SumNames:
    """How sums of sales are called."""
    return SumNames(
        words.text("Total {currency}, paid and uncancelled sales"),
        words.text("Total {currency}, all sales"),
        words.text("Paid and uncancelled sales"),
        words.text("All sales"),
    )


def total_name(words: Words) -> str:
    """How the sum of each column is called."""
    return words.text("Total")


def about_names(words: Words, name: str = "") -> tuple[str, str, str]:
    """How the sheet that says what a table is of is called, and its columns."""
    return (name or words.text("About"), words.text("What"), words.text("Value"))


def origin(words: Words, database: str, at: datetime) -> list[Fact]:
    """Which database it is of, and of which moment."""
    facts = [Fact(words.text("Database"), one_line(database, _LONGEST))] if database else []
    zone = f"{words.second(at)} ({words.zone})"
    return [*facts, Fact(words.text("As of"), zone)]


def period(words: Words, days: str) -> Fact:
    """Which days it is of."""
    return Fact(words.text("Period"), days)


def narrowed(words: Words, filters: Sequence[tuple[str, str]]) -> list[Fact]:
    """What the table was narrowed down to: names of filters and what they are set to."""
    if not filters:
        return [Fact(words.text("Filter"), words.text("none: everything of the period"))]
    return [Fact(one_line(name), one_line(value, _LONGEST)) for name, value in filters]


def sorted_by(words: Words, order: str) -> Fact:
    """By which column the rows stand."""
    return Fact(words.text("Sorted by"), order)


def definition(words: Words) -> Fact:
    """What counts as revenue, wherever amounts are summed."""
    text = words.text(
        "Revenue counts sales that are paid and not cancelled, before expenses; currencies are "
        "never added together."
    )
    return Fact(words.text("Definition"), text)
