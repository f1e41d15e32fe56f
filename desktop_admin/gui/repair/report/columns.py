"""The two tables of a report: what came to each boutique, and every sale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_admin.domain.effect import Effect
from desktop_admin.domain.money import Amounts
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Cell, Column, Table, text_cell
from desktop_admin.gui.text import fill
from desktop_admin.reports.findings import Line
from desktop_admin.reports.repair import RepairReport
from desktop_admin.reports.sheets import Amount

if TYPE_CHECKING:
    from desktop_admin.wording.words import Words

#: The id of the row that adds all boutiques up; no boutique has it.
TOTAL = 0
_NOTHING = Cell("–", ink="muted")


@dataclass(frozen=True, slots=True)
class Heads:
    """The names of the columns, so that workers need not translate."""

    boutique: str
    sales: str
    before: str
    added: str
    after: str
    effect: str
    total: str
    result: str
    number: str
    sold: str
    amount: str
    change: str
    changed: str
    left_alone: str

    @classmethod
    def here(cls) -> Heads:
        """In the language of the window."""
        return cls(
            QCoreApplication.translate("RepairReport", "Boutique"),
            QCoreApplication.translate("RepairReport", "Sales"),
            QCoreApplication.translate("RepairReport", "Before (%1)"),
            QCoreApplication.translate("RepairReport", "Added %1"),
            QCoreApplication.translate("RepairReport", "After (%1)"),
            QCoreApplication.translate("RepairReport", "Effect %1"),
            QCoreApplication.translate("RepairReport", "Total"),
            QCoreApplication.translate("RepairReport", "Result"),
            QCoreApplication.translate("RepairReport", "Sale number"),
            QCoreApplication.translate("RepairReport", "Sold on"),
            QCoreApplication.translate("RepairReport", "Amount"),
            QCoreApplication.translate("RepairReport", "Before and after"),
            QCoreApplication.translate("RepairReport", "Changed", "one sale"),
            QCoreApplication.translate("RepairReport", "Left alone", "one sale"),
        )


class EffectRow(NamedTuple):
    """A boutique, or all of them."""

    id: int
    name: str
    effect: Effect


def effect_rows(effects: Sequence[Effect], names: Sequence[str], total: str) -> list[EffectRow]:
    """One that adds all boutiques up, currency by currency, then a row for each."""
    rows = [EffectRow(one.boutique_id, name, one) for one, name in zip(effects, names, strict=True)]
    return [EffectRow(TOTAL, total, _sum(effects)), *rows] if len(rows) > 1 else rows


def _sum(effects: Sequence[Effect]) -> Effect:
    before, added = Amounts(), Amounts()
    for one in effects:
        before, added = before + one.before, added + one.added
    sales = sum(one.sales_before for one in effects)
    return Effect(TOTAL, sales, sum(one.sales for one in effects), before, added)


def effect_table(heads: Heads, currencies: Sequence[str], formats: Formats) -> Table[EffectRow]:
    """The boutiques: before, added, after and the effect, each currency by itself."""
    columns: list[Column[EffectRow]] = [
        Column(
            "boutique",
            heads.boutique,
            _boutique,
            "Kin Market Gombe",
            sort=lambda row: row.name,
            stretch=1,
            keep=0.6,
            icons=True,
            hint=partial(_sums, formats),
        ),
        Column(
            "sales",
            heads.sales,
            lambda row: Cell(formats.count(row.effect.sales), strong=row.id == TOTAL),
            "12 345",
            sort=lambda row: row.effect.sales,
            right=True,
            descending_first=True,
        ),
    ]
    for code in currencies:
        columns += _of_currency(heads, code, formats)
    return Table(columns, lambda row: row.id, lambda _: "")


def _sums(formats: Formats, row: EffectRow) -> str:
    """Everything of one boutique, a line for each currency, whatever columns there is room for."""
    effect = row.effect
    lines = [row.name]
    for code in sorted({*effect.before, *effect.added}):
        before, added = formats.amount(effect.before[code]), formats.amount(effect.added[code])
        after = formats.amount(effect.after[code])
        lines.append(f"{code}: {before} + {added} = {after}")
    return "\n".join(lines)


def _of_currency(heads: Heads, code: str, formats: Formats) -> list[Column[EffectRow]]:
    sample = "100 000 000,00" if code == "CDF" else "100 000,00"

    def amount(which: str, row: EffectRow) -> Cell:
        cents = _amounts(row, which)[code]
        if not cents and which == "added":
            return _NOTHING
        quiet = "muted" if which == "before" and row.id != TOTAL else ""
        strong = which == "after" or row.id == TOTAL
        return Cell(formats.amount(cents), ink=quiet, strong=strong)

    def column(which: str, head: str) -> Column[EffectRow]:
        return Column(
            f"{which}_{code}",
            fill(head, code),
            partial(amount, which),
            sample,
            sort=lambda row: _amounts(row, which)[code],
            right=True,
            descending_first=True,
        )

    return [
        column("before", heads.before),
        column("added", heads.added),
        column("after", heads.after),
        Column(
            f"effect_{code}",
            fill(heads.effect, code),
            lambda row: _effect(row, code, formats),
            "+100,0 %",
            sort=lambda row: part_of(row.effect, code),
            right=True,
            descending_first=True,
        ),
    ]


def _amounts(row: EffectRow, which: str) -> Amounts:
    effect = row.effect
    return {"before": effect.before, "added": effect.added, "after": effect.after}[which]


def _boutique(row: EffectRow) -> Cell:
    if row.id == TOTAL:
        return Cell(row.name, strong=True)
    return text_cell(row.name)._replace(icon="boutique", icon_ink="muted")


def part_of(effect: Effect, code: str) -> int | None:
    """What is added, in hundredths of a percent; None where there was nothing before."""
    from desktop_admin.reports.proof import share

    return share(effect.before[code], effect.added[code])


def _effect(row: EffectRow, code: str, formats: Formats) -> Cell:
    part = part_of(row.effect, code)
    if part is None or not row.effect.added[code]:
        return _NOTHING
    whole, tenth = divmod(round(part / 10), 10)
    sign = "+" if part > 0 else ""
    text = f"{sign}{formats.count(whole)}{formats.point}{tenth}\u00a0%"
    return Cell(text, ink="good", strong=row.id == TOTAL)


def detail_table(heads: Heads, report: RepairReport, words: Words, formats: Formats) -> Table[Line]:
    """Every sale: what became of it. Made on a worker, which may import `words`."""
    columns = [
        _result_column(heads),
        _number_column(heads),
        _sold_column(heads, words, formats),
        _amount_column(heads, formats),
        _change_column(heads, report, words),
    ]
    return Table(columns, lambda line: line.sale_id, lambda line: "orphan" if line.spared else "")


def _result_column(heads: Heads) -> Column[Line]:
    return Column(
        "result",
        heads.result,
        partial(_result, heads),
        max(heads.changed, heads.left_alone, key=len),
        sort=lambda line: line.spared is None,
        icons=True,
    )


def _number_column(heads: Heads) -> Column[Line]:
    return Column(
        "number",
        heads.number,
        lambda line: text_cell(line.selected.proposal.orphan.number),
        "0a1badae951f8473-20261122100000000-0a1b2c3d",
        sort=lambda line: line.selected.proposal.orphan.number,
        export=lambda line: line.selected.proposal.orphan.number,
        stretch=1,
        keep=0.45,
        keep_end=True,
    )


def _sold_column(heads: Heads, words: Words, formats: Formats) -> Column[Line]:
    unknown = Cell(words.text("unknown time"), ink="muted")

    def sold(line: Line) -> Cell:
        at = line.selected.proposal.orphan.sold_at
        if at is None:
            return unknown
        return Cell(formats.minute(at), tooltip=formats.exact(at))

    return Column(
        "sold",
        heads.sold,
        sold,
        formats.widest_minute(),
        sort=lambda line: line.selected.proposal.orphan.sold_at,
        descending_first=True,
        export=lambda line: line.selected.proposal.orphan.sold_at,
    )


def _amount_column(heads: Heads, formats: Formats) -> Column[Line]:
    def amount(line: Line) -> Cell:
        sale = line.selected.proposal.orphan
        return Cell(formats.amount(sale.cents), unit=sale.currency)

    def money(line: Line) -> tuple[str, int]:
        sale = line.selected.proposal.orphan
        return sale.currency, sale.cents

    return Column(
        "amount",
        heads.amount,
        amount,
        "100 000 000,00 CDF",
        sort=money,
        right=True,
        descending_first=True,
        export=lambda line: Amount(line.selected.proposal.orphan.cents),
    )


def _change_column(heads: Heads, report: RepairReport, words: Words) -> Column[Line]:
    from desktop_admin.reports import outcome

    none = outcome.none_before(report, words)

    def change(line: Line) -> Cell:
        if line.spared is not None:
            return text_cell(outcome.why(report, line.spared, words), ink="orphan")
        return text_cell(f"{none} → {outcome.target(report, line.selected.target)}")

    return Column(
        "change",
        heads.change,
        change,
        f"{none} → Kin Market Gombe",
        sort=lambda line: change(line).text,
        stretch=3,
        keep=0.6,
    )


def _result(heads: Heads, line: Line) -> Cell:
    if line.spared is not None:
        return Cell(heads.left_alone, icon="left_alone", ink="orphan", strong=True)
    return Cell(heads.changed, icon="good", icon_ink="good")
