"""What a repair came to as a document to be printed: plain data, in the simplest HTML."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Sequence

from desktop_admin.domain.money import Amounts, Money
from desktop_admin.reports import outcome, proof
from desktop_admin.reports.repair import RepairReport
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: So many sales are printed one by one; all of them are in the saved file.
MOST_SALES = 400
#: What a cell shows of a text.
_LONGEST = 400


def written(report: RepairReport, words: Words) -> str:
    """The report as a document: what stands in it is text, and marks nothing up. For workers."""
    facts = [(name, value) for name, value in proof.facts(report, words) if value]
    parts = [
        _tag("h1", words.text("Repair: report")),
        _tag("p", f"{outcome.signature(report, words)} {outcome.meaning(report, words)}"),
        _table((), facts),
    ]
    if report.effects:
        title = words.text("Effect on the boutiques, {period}", period=proof.period(report, words))
        parts += [_tag("h2", title), _effects(report, words)]
    if report.remains:
        remains = [
            (
                outcome.remains(one, words),
                words.amounts(one.amounts),
                outcome.way_out(one, words),
            )
            for one in report.remains
        ]
        parts += [_tag("h2", outcome.remains_title(report, words)), _table((), remains)]
    parts.append(_tag("h2", words.text("Notes")))
    parts += [_tag("p", note.strip()) for note in outcome.notes(report, words)]
    return "".join([*parts, *_sales(report, words)])


def _effects(report: RepairReport, words: Words) -> str:
    heads = [
        words.text("Boutique"),
        words.text("Sales added"),
        words.text("Before"),
        words.text("Added"),
        words.text("After"),
    ]
    rows = [
        (
            outcome.target(report, one.boutique_id),
            words.number(one.sales),
            _moneys(one.before, words),
            _moneys(one.added, words),
            _moneys(one.after, words),
        )
        for one in report.effects
    ]
    return _table(heads, rows, numbers=frozenset({1, 2, 3, 4}))


def _moneys(amounts: Amounts, words: Words) -> str:
    """Every currency on a line of its own."""
    return "\n".join(words.money(one) for one in amounts.moneys()) or "–"


def _sales(report: RepairReport, words: Words) -> list[str]:
    """The sales one by one, those left alone first; of very many, the first ones."""
    none = outcome.none_before(report, words)
    rows = []
    for line in report.lines[:MOST_SALES]:
        sale = line.selected.proposal.orphan
        if line.spared is None:
            result = words.text("changed")
            change = f"{none} → {outcome.target(report, line.selected.target)}"
        else:
            result, change = words.text("left alone"), outcome.why(report, line.spared, words)
        amount = words.money(Money(sale.currency, sale.cents))
        rows.append((result, sale.number, words.moment(sale.sold_at), amount, change))
    if not rows:
        return []
    heads = [
        words.text("Result"),
        words.text("Number"),
        words.text("Sold on"),
        words.text("Amount"),
        words.text("Before and after"),
    ]
    found = [_tag("h2", words.text("Sales")), _table(heads, rows, numbers=frozenset({3}))]
    hidden = len(report.lines) - len(rows)
    if hidden > 0:
        found.append(
            _tag(
                "p",
                words.count(
                    "{n} more sale is in the saved file.",
                    "{n} more sales are in the saved file.",
                    hidden,
                ),
            )
        )
    return found


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Collection[int] = ()
) -> str:
    """Rows of texts; `numbers`: the places of those that stand on the right."""
    every = [_row("th", heads, numbers)] if heads else []
    every += [_row("td", row, numbers) for row in rows]
    return f"<table width='100%' cellspacing='0'>{''.join(every)}</table>"


def _row(name: str, cells: Sequence[str], numbers: Collection[int]) -> str:
    written = [
        _tag(name, cell, " class='number'" if place in numbers else "")
        for place, cell in enumerate(cells)
    ]
    return f"<tr>{''.join(written)}</tr>"


def _tag(name: str, text: str, attributes: str = "") -> str:
    lines = [html.escape(one_line(line, _LONGEST)) for line in text.split("\n")]
    # An amount is never broken, whatever its spaces are taken for.
    shown = "<br>".join(lines).replace("\u202f", "&nbsp;") if attributes else " ".join(lines)
    return f"<{name}{attributes}>{shown}</{name}>"
