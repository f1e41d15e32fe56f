"""Everything the page of a report says, written on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_admin.domain.changes import Field
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.models.columns import Column, Row, Table, write_rows
from desktop_admin.gui.repair.report.columns import (
    EffectRow,
    Heads,
    detail_table,
    effect_rows,
    effect_table,
)
from desktop_admin.gui.repair.report.detail_model import Order, ordered
from desktop_admin.gui.widgets.column_layout import longest, measured
from desktop_admin.reports.findings import Line, Remaining, Remains
from desktop_admin.reports.repair import RepairReport

if TYPE_CHECKING:
    from desktop_admin.wording.words import Words

#: So many sales are measured for the widths of the columns.
_MEASURED = 500


class Way(StrEnum):
    """What the button of a cause does."""

    ANALYSE = "analyse"
    CHOOSE = "choose"
    ASSIGN = "assign"
    SALES = "sales"


_WAYS = {
    Remains.UNTICKED: Way.ANALYSE,
    Remains.LEFT_ALONE: Way.ANALYSE,
    Remains.SINCE: Way.ANALYSE,
    Remains.CONFLICT: Way.CHOOSE,
    Remains.TERMINAL_WITHOUT_BOUTIQUE: Way.ASSIGN,
    Remains.WITHOUT_TERMINAL: Way.SALES,
    Remains.NO_WITNESS: Way.SALES,
}
#: Icon and colour of each cause.
_LOOKS = {
    Remains.UNTICKED: ("search", "accent"),
    Remains.LEFT_ALONE: ("left_alone", "orphan"),
    Remains.SINCE: ("bell", "muted"),
    Remains.CONFLICT: ("conflict", "error"),
    Remains.TERMINAL_WITHOUT_BOUTIQUE: ("terminal", "orphan"),
    Remains.WITHOUT_TERMINAL: ("without_terminal", "muted"),
    Remains.NO_WITNESS: ("question", "muted"),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of what remains, and the way out."""

    title: str
    amounts: str
    help: str
    icon: str
    ink: str
    way: Way
    #: Where its button leads; None: to a new analysis.
    goto: Goto | None


@dataclass(frozen=True, slots=True)
class Content:
    """A report in words and rows."""

    #: Whether anything was changed.
    done: bool
    headline: str
    signature: str
    changed: str
    changed_note: str
    left: str
    left_note: str
    intact: bool
    check: str
    check_note: str
    period: str
    effects: Sequence[Row]
    effect_columns: Sequence[Column[EffectRow]]
    currencies: Sequence[str]
    detail: Table[Line]
    order: Order
    remains_title: str
    #: How many lacked a boutique, or a terminal, before and after.
    lacking: str
    causes: Sequence[Cause]
    notes: Sequence[str]
    journal_hash: str
    change_set: str
    #: What the sales come to, for the status line.
    amounts: str


def write(report: RepairReport, heads: Heads, formats: Formats) -> Content:
    """Everything there is to say of `report`. For workers."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.reports import outcome
    from desktop_admin.reports.proof import currencies_of
    from desktop_admin.reports.proof import period as period_of
    from desktop_admin.wording.words import Words

    words = Words(formats.language, formats.zone.key)
    currencies = currencies_of(report)
    effects, rows = _boutiques(report, effect_table(heads, currencies, formats), heads)
    detail = _measured(detail_table(heads, report, words, formats), report.lines)
    return Content(
        done=bool(report.outcome.applied),
        headline=outcome.headline(report, words),
        signature=f"{outcome.signature(report, words)} {outcome.meaning(report, words)}",
        changed=formats.count(report.outcome.applied),
        changed_note=outcome.written(report, words),
        left=formats.count(len(report.outcome.left_alone)),
        left_note=outcome.reasons(report, words),
        intact=report.intact,
        check=outcome.check_title(report, words),
        check_note=_checked(report, words),
        period=period_of(report, words) if report.field is Field.BOUTIQUE else "",
        effects=rows,
        effect_columns=effects,
        currencies=currencies,
        detail=detail,
        order=ordered(detail, report.lines, range(len(report.lines)), -1, down=False),
        remains_title=outcome.remains_title(report, words),
        lacking=outcome.lacking_line(report, words),
        causes=[_cause(report, one, words) for one in report.remains],
        notes=outcome.notes(report, words),
        journal_hash=report.outcome.journal_hash or "–",
        change_set=report.outcome.change_set,
        amounts=words.amounts(report.amounts) if report.amounts else "",
    )


def _boutiques(
    report: RepairReport, table: Table[EffectRow], heads: Heads
) -> tuple[Sequence[Column[EffectRow]], Sequence[Row]]:
    from desktop_admin.reports import outcome

    names = [outcome.target(report, one.boutique_id) for one in report.effects]
    rows = write_rows(table, effect_rows(report.effects, names, heads.total), in_memory=True)
    # Numbers that stand in bold are wider than they are measured.
    return [
        replace(column, sample=f"{column.sample}00") if column.right else column
        for column in measured(table.columns, rows)
    ], rows


def _cause(report: RepairReport, one: Remaining, words: Words) -> Cause:
    from desktop_admin.reports import outcome

    return Cause(
        outcome.remains(one, words),
        words.amounts(one.amounts) if one.amounts else "",
        outcome.way_out(one, words),
        *_LOOKS[one.cause],
        _way(report, one),
        _goto(report, one),
    )


def _checked(report: RepairReport, words: Words) -> str:
    """The proof: number and total of all sales."""
    from desktop_admin.reports import outcome

    said = outcome.check(report, words)
    return f"{said}\n{words.amounts(report.after.amounts)}" if report.intact else said


def _way(report: RepairReport, one: Remaining) -> Way:
    if report.field is Field.TERMINAL and _WAYS[one.cause] is Way.SALES:
        # The list of sales without terminal is the analysis itself.
        return Way.ANALYSE
    return _WAYS[one.cause]


def _goto(report: RepairReport, one: Remaining) -> Goto | None:
    only = one.terminals[0] if len(one.terminals) == 1 else None
    way = _way(report, one)
    if way is Way.ASSIGN:
        return Goto("assignment", terminal=one.terminals[0] if one.terminals else None)
    if way is Way.SALES:
        return Goto("sales", terminal=only, orphans=True)
    return None


def _measured(table: Table[Line], lines: Sequence[Line]) -> Table[Line]:
    """The table with columns as wide as what stands in some of its rows; each is written as it
    is looked at, so not all of them can be measured."""
    step = max(1, len(lines) // _MEASURED)
    rows = write_rows(table, lines[::step], in_memory=False)
    columns = list(measured(table.columns, rows))
    # No number is longer than the longest there is.
    widest = max(lines, key=lambda line: line.selected.proposal.orphan.cents, default=None)
    for place, column in enumerate(columns):
        if column.key == "amount" and widest is not None:
            cell = column.cell(widest)
            sample = longest([column.sample, f"{cell.text} {cell.unit}"])
            columns[place] = replace(column, sample=sample)
    return Table(columns, table.id_of, table.tint_of)
