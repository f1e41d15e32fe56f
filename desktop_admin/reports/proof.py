"""What a repair came to, as JSON, as lines for a console, and as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from desktop_admin.domain.changes import Field
from desktop_admin.domain.effect import Effect
from desktop_admin.domain.money import Amounts
from desktop_admin.reports import outcome as told
from desktop_admin.reports.check import amounts_json
from desktop_admin.reports.layout import Align, columns, heading
from desktop_admin.reports.repair import RepairReport
from desktop_admin.reports.sheets import (
    Amount,
    Book,
    Cell,
    Fact,
    Header,
    Row,
    Share,
    Sheet,
    Sums,
    Total,
)
from desktop_admin.reports.standing import about_names, sum_names
from desktop_admin.reports.tables import save_book
from desktop_admin.sources.base import Report, Tally, silently
from desktop_admin.wording import evidence as evidence_words
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: Sales left alone that a console shows before it says how many more there are.
_MOST_LEFT_ALONE = 20


def as_json(report: RepairReport) -> dict[str, Any]:
    """Everything the report tells but the sales that were changed, which the journal holds."""
    period = report.span
    return {
        "operator": report.operator,
        "workstation": report.workstation,
        "at": report.at.isoformat(),
        "seconds": round(report.took, 3),
        "field": report.field.value,
        "period": [one.isoformat() for one in period] if period else None,
        "changed": report.outcome.applied,
        "changed_amounts": amounts_json(report.amounts),
        "targets": report.targets,
        "left_alone": {code.value: count for code, count in report.reasons.items()},
        "before": _tally_json(report.before),
        "after": _tally_json(report.after),
        "unchanged": report.intact,
        "by_boutique": [_effect_json(report, one) for one in report.effects],
        "remains": [
            {
                "cause": one.cause.value,
                "sales": one.sales,
                "amounts": amounts_json(one.amounts),
                "terminals": list(one.terminals),
            }
            for one in report.remains
        ],
        "received_meanwhile": report.received_meanwhile,
        "not_refreshed": list(report.not_refreshed),
    }


def left_alone_json(report: RepairReport) -> list[dict[str, Any]]:
    """Every sale that was left alone, why, and who had changed it."""
    found = []
    for line in report.left_alone:
        spared = line.spared
        if spared is None:
            continue
        by = spared.by
        found.append(
            {
                "sale": line.sale_id,
                "reason": spared.reason.value,
                "number": line.selected.proposal.orphan.number,
                "changed_by": by.operator if by else None,
                "changed_at": by.at.isoformat() if by else None,
            }
        )
    return found


def _tally_json(tally: Tally) -> dict[str, Any]:
    return {
        "sales": tally.sales,
        "amounts": amounts_json(tally.amounts),
        "orphans": tally.orphans,
        "without_terminal": tally.without_terminal,
    }


def _effect_json(report: RepairReport, effect: Effect) -> dict[str, Any]:
    return {
        "boutique_id": effect.boutique_id,
        "boutique": told.target(report, effect.boutique_id),
        "sales_before": effect.sales_before,
        "sales_added": effect.sales,
        "sales_after": effect.sales_after,
        "before": amounts_json(effect.before),
        "added": amounts_json(effect.added),
        "after": amounts_json(effect.after),
    }


# For a console.
def lines(report: RepairReport, words: Words) -> list[str]:
    """The report, line by line, but what was asked for."""
    found = columns([(name, value) for name, value in facts(report, words) if value])
    found += _boutiques(report, words) + _left_alone(report, words)
    if report.remains:
        found += heading(told.remains_title(report, words))
        found += columns(
            [
                (told.remains(one, words), words.amounts(one.amounts), told.way_out(one, words))
                for one in report.remains
            ],
            [Align.LEFT, Align.RIGHT],
        )
    return [*found, "", *told.notes(report, words)]


def facts(report: RepairReport, words: Words) -> list[tuple[str, str]]:
    """What the report says of the repair as a whole: names and values."""
    count = words.count("{n} sale", "{n} sales", report.outcome.applied)
    return [
        (words.text("Result"), told.headline(report, words)),
        (words.text("Database"), one_line(report.place)),
        (words.text("Analysed on"), words.second(report.plan.made_at)),
        (words.text("Applied on"), words.second(report.at)),
        (words.text("By"), one_line(f"{report.operator}@{report.workstation}", 80)),
        (words.text("Took"), words.text("{n} s", n=words.decimals(report.took))),
        (words.text("Changed"), f"{count}, {words.amounts(report.amounts)}"),
        (
            words.text("Left alone"),
            words.count("{n} sale", "{n} sales", len(report.outcome.left_alone)),
        ),
        (words.text("Why left alone"), told.reasons(report, words) if report.reasons else ""),
        (told.lacking_name(report, words), told.lacking(report, words)),
        (words.text("All sales"), told.check(report, words)),
        (words.text("Total before"), words.amounts(report.before.amounts)),
        (words.text("Total after"), words.amounts(report.after.amounts)),
        (words.text("Period"), period(report, words)),
        (words.text("Change set"), report.outcome.change_set),
        (words.text("Journal"), report.outcome.journal_hash or "–"),
    ]


def period(report: RepairReport, words: Words) -> str:
    """The days whose revenue is compared; empty where none is."""
    if report.span is None or report.field is not Field.BOUTIQUE:
        return ""
    return words.days(*report.span)


def _boutiques(report: RepairReport, words: Words) -> list[str]:
    if not report.effects:
        return []
    rows = [
        (
            told.target(report, one.boutique_id),
            f"+{words.number(one.sales)}",
            words.amounts(one.before),
            f"+ {words.amounts(one.added)}",
            f"= {words.amounts(one.after)}",
        )
        for one in report.effects
    ]
    title = words.text("Effect on the boutiques, {period}", period=period(report, words))
    return [*heading(title), *columns(rows, [Align.LEFT, *[Align.RIGHT] * 4])]


def _left_alone(report: RepairReport, words: Words) -> list[str]:
    found = []
    for line in report.left_alone[:_MOST_LEFT_ALONE]:
        if line.spared is not None:
            number = one_line(line.selected.proposal.orphan.number, 60)
            found.append(f"  #{line.sale_id} {number}: {told.why(report, line.spared, words)}")
    hidden = len(report.left_alone) - _MOST_LEFT_ALONE
    if hidden > 0:
        found.append("  " + words.count("… and {n} more", "… and {n} more", hidden))
    return [*heading(words.text("Left alone")), *found] if found else []


# For a file.
def save(path: Path, report: RepairReport, words: Words, progress: Report = silently) -> None:
    """Write the report to `path`: as XLSX with a summary, the boutiques and every sale; whatever
    else its ending, every sale as CSV. Raises `OSError`, and `Cancelled` where `progress` does:
    then `path` is as it was."""
    save_book(path, book(report, words), words, progress)


def book(report: RepairReport, words: Words) -> Book:
    """The report as it leaves the program: the summary, the boutiques and the sales."""
    sums = Sums()
    for line in report.lines:
        sale = line.selected.proposal.orphan
        sums.add(sale.currency, sale.cents, counts=sale.counts)
    headers = _sale_headers(words)
    names = [header.name for header in headers]
    totals = sums.totals(
        sum_names(words), names.index(words.text("Amount")), names.index(words.text("Currency"))
    )
    rows, count = partial(_sale_rows, report, words), len(report.lines)
    # Why one was left alone takes two lines on paper.
    lines = 2 if report.left_alone else 1
    name = words.text("Sales")
    sales = Sheet(name, headers, rows, count, lambda: totals, len(totals), lines)
    boutiques = _boutique_sheet(report, words)
    return Book(
        words.text("Repair: report"),
        [boutiques, sales] if boutiques.count else [sales],
        list(_summary(report, words)),
        main=1 if boutiques.count else 0,
        about=about_names(words, words.text("Summary")),
        about_first=True,
        subtitle=words.second(report.at),
    )


def _summary(report: RepairReport, words: Words) -> Iterator[Fact]:
    for name, value in facts(report, words):
        if value:
            yield Fact(name, value)
    yield Fact(told.remains_title(report, words), "")
    for one in report.remains:
        ways = f"{words.amounts(one.amounts)}. {told.way_out(one, words)}"
        yield Fact(told.remains(one, words), ways)
    for note in told.notes(report, words):
        yield Fact(words.text("Note"), note.strip())


def _boutique_sheet(report: RepairReport, words: Words) -> Sheet:
    currencies = currencies_of(report)
    headers = [
        Header(words.text("Boutique"), 28),
        Header(words.text("Sales before"), 13, right=True),
        Header(words.text("Sales added"), 13, right=True),
        Header(words.text("Sales after"), 13, right=True),
    ]
    for currency in currencies:
        headers += [
            Header(words.text("Before ({currency})", currency=currency), 18, right=True),
            Header(words.text("Added ({currency})", currency=currency), 18, right=True),
            Header(words.text("After ({currency})", currency=currency), 18, right=True),
            Header(words.text("Effect in % ({currency})", currency=currency), 14, right=True),
        ]
    rows = [_boutique_row(report, one, currencies) for one in report.effects]
    totals = [_boutique_total(report, words, currencies)]
    name = words.text("By boutique")
    return Sheet(name, headers, lambda: rows, len(rows), lambda: totals, len(totals))


def _boutique_total(report: RepairReport, words: Words, currencies: Sequence[str]) -> Total:
    effects = report.effects
    before = sum((one.before for one in effects), Amounts())
    added = sum((one.added for one in effects), Amounts())
    sales = sum(one.sales_before for one in effects)
    whole = Effect(0, sales, sum(one.sales for one in effects), before, added)
    row = _boutique_row(report, whole, currencies)
    return Total(words.text("Total"), dict(enumerate(row[1:], start=1)))


def currencies_of(report: RepairReport) -> Sequence[str]:
    """The currencies of the boutiques concerned, in order of their codes."""
    return sorted({code for one in report.effects for code in (*one.before, *one.added)})


def share(before: int, added: int) -> int | None:
    """What is added, in hundredths of a percent of what was before; None where that was nothing."""
    return round(10_000 * added / before) if before > 0 else None


def _boutique_row(report: RepairReport, effect: Effect, currencies: Sequence[str]) -> Row:
    row: list[Cell] = [
        told.target(report, effect.boutique_id) if effect.boutique_id else "",
        effect.sales_before,
        effect.sales,
        effect.sales_after,
    ]
    for code in currencies:
        part = share(effect.before[code], effect.added[code])
        row += [Amount(one[code]) for one in (effect.before, effect.added, effect.after)]
        row.append(None if part is None else Share(part))
    return row


def _sale_headers(words: Words) -> Sequence[Header]:
    return (
        Header(words.text("Result"), 12),
        Header(words.text("Sale"), 10, right=True, on_paper=False),
        Header(words.text("Number"), 44, keep_end=True),
        Header(words.text("Sold on"), 18),
        Header(words.text("Terminal"), 24, keep_end=True),
        Header(words.text("Amount"), 16, right=True),
        Header(words.text("Currency"), 9),
        Header(words.text("Before"), 16, on_paper=False),
        Header(words.text("Asked for"), 28, keep_end=True),
        Header(words.text("Confidence"), 12),
        Header(words.text("Why left alone"), 60),
        Header(words.text("Change set"), 38, on_paper=False),
        Header(words.text("Applied on"), 18, on_paper=False),
    )


def _sale_rows(report: RepairReport, words: Words) -> Iterator[Row]:
    changed, spared = words.text("changed"), words.text("left alone")
    none = told.none_before(report, words)
    confidences = remembered(lambda code: evidence_words.confidence(words, code))
    terminals = remembered(lambda id_: told.terminal(report, id_))
    targets = remembered(lambda id_: told.target(report, id_))
    for line in report.lines:
        proposal, target = line.selected
        orphan = proposal.orphan
        yield (
            spared if line.spared else changed,
            orphan.sale_id,
            orphan.number,
            orphan.sold_at,
            terminals(orphan.terminal_id),
            Amount(orphan.cents),
            orphan.currency,
            none,
            targets(target),
            confidences(proposal.verdict.confidence),
            told.why(report, line.spared, words) if line.spared else "",
            report.outcome.change_set,
            report.at,
        )


def remembered(write: Callable[[Any], str]) -> Callable[[Any], str]:
    """`write`, which says each of a few things once: tens of thousands of sales share them."""
    known: dict[Any, str] = {}

    def say(one: Any) -> str:
        found = known.get(one)
        if found is None:
            found = known[one] = write(one)
        return found

    return say
