"""A plan as a file: every sale a row, when it was made, and what was selected of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_admin.domain.evidence import Confidence, Verdict
from desktop_admin.domain.repair import Plan, Policy
from desktop_admin.domain.stray import Stray, StrayPlan, StrayVerdict
from desktop_admin.reports.findings import AnyPlan, AnyProposal, AnySelected, money_of
from desktop_admin.reports.proof import remembered
from desktop_admin.reports.sheets import (
    Amount,
    Book,
    Cell,
    Fact,
    Header,
    Row,
    Sheet,
    Sums,
)
from desktop_admin.reports.standing import about_names, narrowed, sum_names
from desktop_admin.reports.tables import save_book
from desktop_admin.sources.base import Report, silently
from desktop_admin.wording import evidence as evidence_words
from desktop_admin.wording import stray as stray_words
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: What a sale rests on takes so many lines on paper.
_LINES = 3


class Planned(Protocol):
    """A plan with what is looked at of it, and what is selected."""

    @property
    def plan(self) -> AnyPlan:
        """The plan."""

    @property
    def scope(self) -> Sequence[AnyProposal]:
        """The sales that the operator's filters leave."""

    @property
    def selected(self) -> Sequence[AnySelected]:
        """What is ticked of them."""


class Shown(NamedTuple):
    """The same as a plain value."""

    plan: AnyPlan
    scope: Sequence[AnyProposal]
    selected: Sequence[AnySelected]


def save(
    path: Path, planned: Planned, words: Words, *, place: str = "", progress: Report = silently
) -> None:
    """Write the plan to `path`: as XLSX with a sheet that says when it was made and what was
    selected; whatever else its ending, every sale as CSV. `place`: the database. Raises
    `OSError`, and `Cancelled` where `progress` does: then `path` is as it was."""
    save_book(path, book(planned, words, place), words, progress)


def book(
    planned: Planned, words: Words, place: str = "", filters: Sequence[tuple[str, str]] = ()
) -> Book:
    """The plan as it leaves the program. `filters`: what the scope was narrowed down by."""
    strays = isinstance(planned.plan, StrayPlan)
    name = words.text("Sales without terminal") if strays else words.text("Orphan sales")
    headers, rows = table(planned, words)
    names = [header.name for header in headers]
    amount, currency = names.index(words.text("Amount")), names.index(words.text("Currency"))
    sums = Sums()
    for one in planned.scope:
        sums.add(one.orphan.currency, one.orphan.cents, counts=one.orphan.counts)
    totals = sums.totals(sum_names(words), amount, currency)
    sales = Sheet(
        name, headers, rows, len(planned.scope), lambda: totals, len(totals), lines=_LINES
    )
    facts = [Fact(what, value) for what, value in _about(planned, words, place)]
    facts += narrowed(words, filters) if filters else []
    about = about_names(words, words.text("About this plan"))
    return Book(name, [sales], facts, about=about, subtitle=words.second(planned.plan.made_at))


def summary(planned: Planned, words: Words) -> str:
    """What is selected, in one line."""
    targets = len({one.target for one in planned.selected})
    amounts = words.amounts(money_of(one.proposal for one in planned.selected))
    sales = words.count("{n} sale", "{n} sales", len(planned.selected))
    if isinstance(planned.plan, StrayPlan):
        return words.text(
            "{sales} → {terminals}, {amounts}",
            sales=sales,
            terminals=words.count("{n} terminal", "{n} terminals", targets),
            amounts=amounts,
        )
    return words.text(
        "{sales} → {boutiques}, {amounts}",
        sales=sales,
        boutiques=words.count("{n} boutique", "{n} boutiques", targets),
        amounts=amounts,
    )


def _about(planned: Planned, words: Words, place: str) -> Iterator[tuple[str, Cell]]:
    """When the plan was made, of what, and what was selected of it."""
    plan = planned.plan
    if place:
        yield words.text("Database"), one_line(place)
    yield words.text("Analysed on"), plan.made_at
    if isinstance(plan, Plan):
        rules = {
            Policy.EVIDENCE: words.text("by the evidence"),
            Policy.TERMINAL: words.text(
                "by the terminal’s present boutique (the old script’s rule)"
            ),
        }
        yield words.text("Rule"), rules[plan.policy]
    yield words.text("Sales analysed"), len(plan.proposals)
    yield words.text("Sales in this file"), len(planned.scope)
    apart: dict[Confidence, list[AnyProposal]] = {code: [] for code in Confidence}
    for one in planned.scope:
        apart[one.verdict.confidence].append(one)
    for code, mine in apart.items():
        text = f"{words.number(len(mine))}, {words.amounts(money_of(mine))}"
        yield evidence_words.confidence(words, code), text
    yield words.text("Selected"), summary(planned, words)
    yield words.text("Written"), words.text("nothing: this is a plan")


def table(planned: Planned, words: Words) -> tuple[Sequence[Header], Callable[[], Iterator[Row]]]:
    """Every sale that is looked at, a row each."""
    first = (
        Header(words.text("Sale"), 10, right=True, on_paper=False),
        Header(words.text("Number"), 44, keep_end=True),
        Header(words.text("Sold on"), 18),
    )
    terminal = (
        Header(words.text("Terminal"), 24, keep_end=True),
        Header(words.text("Serial"), 20, keep_end=True, on_paper=False),
    )
    boutique = Header(words.text("Boutique"), 28, keep_end=True)
    money = (
        Header(words.text("Amount"), 16, right=True),
        Header(words.text("Currency"), 9),
        Header(words.text("Confidence"), 12),
    )
    last = (
        Header(words.text("Selected"), 9),
        Header(words.text("Evidence"), 90),
        Header(words.text("Analysed on"), 18, on_paper=False),
    )
    rows = _Rows(planned, words).rows
    if isinstance(planned.plan, StrayPlan):
        id_ = Header(words.text("Terminal id"), 11, right=True, on_paper=False)
        return (*first, boutique, *money, *terminal, id_, *last), rows
    id_ = Header(words.text("Boutique id"), 11, right=True, on_paper=False)
    return (*first, *terminal, *money, boutique, id_, *last), rows


class _Rows:
    """Writes the rows of one plan; what many sales share is said once."""

    def __init__(self, planned: Planned, words: Words) -> None:
        self._planned = planned
        self._plan = planned.plan
        self._words = words
        self._confidence = remembered(lambda code: evidence_words.confidence(words, code))
        self._said = remembered(self._verdict)

    def rows(self) -> Iterator[Sequence[Cell]]:
        """A row for each sale of the scope."""
        words = self._words
        chosen: Mapping[int, int] = {
            one.proposal.orphan.sale_id: one.target for one in self._planned.selected
        }
        yes, no = words.text("yes"), words.text("no")
        for proposal in self._planned.scope:
            orphan, verdict = proposal.orphan, proposal.verdict
            target = chosen.get(orphan.sale_id)
            options = (target,) if target is not None else verdict.options
            yield (
                orphan.sale_id,
                orphan.number,
                orphan.sold_at,
                *self._origin(proposal),
                Amount(orphan.cents),
                orphan.currency,
                self._confidence(verdict.confidence),
                *self._target(options),
                yes if target is not None else no,
                self._said(verdict),
                self._plan.made_at,
            )

    def _origin(self, proposal: AnyProposal) -> Sequence[Cell]:
        """What is known: the terminal of an orphan, the boutique of a sale without terminal."""
        plan, sale = self._plan, proposal.orphan
        if isinstance(sale, Stray):
            boutique = plan.boutiques.get(sale.boutique_id or 0)
            return (boutique.name if boutique else "",)
        terminal = plan.terminals.get(sale.terminal_id) if sale.terminal_id else None
        return (terminal.name, terminal.serial) if terminal else ("", "")

    def _target(self, options: Sequence[int]) -> Sequence[Cell]:
        """Where it goes: the boutique, or the terminal."""
        plan, either = self._plan, self._words.text(" or ")
        one = options[0] if len(options) == 1 else None
        if isinstance(plan, StrayPlan):
            tills = [plan.terminals[id_] for id_ in options]
            serials = either.join(till.serial for till in tills)
            return (either.join(till.name for till in tills), serials, one)
        return (either.join(plan.boutiques[id_].name for id_ in options), one)

    def _verdict(self, verdict: object) -> str:
        plan, words = self._plan, self._words
        if isinstance(verdict, StrayVerdict):
            return stray_words.verdict(words, verdict, plan.terminals)
        if isinstance(verdict, Verdict):
            return evidence_words.verdict(words, verdict, plan.boutiques)
        raise TypeError(verdict)
