"""The check: what the old `verifier` told, in its order, and right per currency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_admin.domain.health import Health
from desktop_admin.domain.model import Boutique, Sale, SaleLine, Terminal
from desktop_admin.domain.money import CDF, USD, Amounts, Money, plain
from desktop_admin.reports.layout import Align, columns, heading, pairs
from desktop_admin.wording import health as wording
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words


def as_json(health: Health) -> dict[str, Any]:
    """Everything the check tells; amounts are text with two decimals, times ISO 8601 in UTC."""
    return {
        "at": health.at.isoformat(),
        "healthy": health.healthy,
        "scenario": health.scenario.value,
        **_counts_json(health),
        "causes": [
            {
                "cause": cause.value,
                "sales": figures.sales,
                "amounts": amounts_json(figures.amounts),
                "last_sold_at": figures.last.isoformat() if figures.last else None,
            }
            for cause, figures in health.causes.items()
        ],
        "last_sales": [
            _sale_json(sale, health.lines.get(sale.id, ())) for sale in health.last_sales
        ],
        "orphan_samples": [_sale_json(sale, ()) for sale in health.orphan_samples],
        "without_terminal_samples": [
            _sale_json(sale, ()) for sale in health.without_terminal_samples
        ],
        "by_boutique": [_boutique_json(boutique, health) for boutique in health.boutiques],
        "by_terminal": [_terminal_json(terminal, health) for terminal in health.terminals],
    }


def _counts_json(health: Health) -> dict[str, Any]:
    terminals, boutiques = health.terminals, health.boutiques
    return {
        "sales": {
            "total": health.sales,
            "last_24h": health.sold_last_24h,
            "received_last_24h": health.received_last_24h,
            "orphans": health.orphans,
            "without_terminal": health.without_terminal,
            "boutique_missing": health.boutique_missing,
            "rejected": health.rejected,
        },
        "amounts": {
            "all": amounts_json(health.amounts),
            "orphans": amounts_json(health.orphan_amounts),
        },
        "terminals": {
            "total": len(terminals),
            "active": sum(terminal.active for terminal in terminals),
            "without_boutique": len(health.terminals_without_boutique),
        },
        "boutiques": {
            "total": len(boutiques),
            "active": sum(boutique.active for boutique in boutiques),
            "depots": sum(boutique.depot for boutique in boutiques),
        },
    }


def _boutique_json(boutique: Boutique, health: Health) -> dict[str, Any]:
    return {
        "id": boutique.id,
        "name": boutique.name,
        "merchant": boutique.merchant_name,
        "address": boutique.address,
        "active": boutique.active,
        "depot": boutique.depot,
        "sales": health.sales_by_boutique.get(boutique.id, 0),
    }


def _terminal_json(terminal: Terminal, health: Health) -> dict[str, Any]:
    return {
        "id": terminal.id,
        "name": terminal.name,
        "serial": terminal.serial,
        "boutique_id": terminal.boutique_id,
        "boutique": terminal.boutique_name,
        "active": terminal.active,
        "sales": health.sales_by_terminal.get(terminal.id, 0),
        "orphans": health.orphans_by_terminal.get(terminal.id, 0),
    }


def amounts_json(amounts: Amounts) -> dict[str, str]:
    """Amounts by currency; francs and dollars are always named."""
    return {currency: plain(amounts[currency]) for currency in sorted({CDF, USD, *amounts})}


def _sale_json(sale: Sale, lines: Sequence[SaleLine]) -> dict[str, Any]:
    return {
        "id": sale.id,
        "number": sale.number,
        "sold_at": sale.sold_at.isoformat() if sale.sold_at else None,
        "received_at": sale.received_at.isoformat() if sale.received_at else None,
        "amount": plain(sale.cents),
        "currency": sale.currency,
        "state": sale.state.value,
        "boutique_id": sale.boutique_id,
        "boutique": sale.boutique_name,
        "terminal": sale.terminal_name,
        "serial": sale.terminal_serial,
        "lines": [
            {
                "article": line.article_name,
                "quantity": line.quantity,
                "unit_price": plain(line.unit_cents),
                "currency": line.currency,
            }
            for line in lines
        ],
    }


def as_text(health: Health, words: Words) -> str:
    """The check for a console."""
    lines = [
        *_totals(health, words),
        *_last_sales(health, words),
        *_boutiques(health, words),
        *_terminals(health, words),
        *_orphans(health, words),
        *_without_terminal(health, words),
        *_reading(health, words),
    ]
    return "\n".join(lines).lstrip("\n")


def _totals(health: Health, words: Words) -> list[str]:
    received = health.received_last_24h
    rows = [
        (words.text("Sales"), words.number(health.sales)),
        (words.text("  sold in the last 24 h"), words.number(health.sold_last_24h)),
        (
            words.text("  received in the last 24 h"),
            words.text("unknown here") if received is None else words.number(received),
        ),
        (words.text("Orphan sales (without boutique)"), words.number(health.orphans)),
        (words.text("Sales without terminal"), words.number(health.without_terminal)),
        (words.text("Rejected sales noted by the server"), words.number(health.rejected)),
    ]
    if health.boutique_missing:
        rows.append(
            (
                words.text("Sales of a boutique that is not there"),
                words.number(health.boutique_missing),
            )
        )
    money = [
        (words.text("Paid and not cancelled"), words.amounts(health.amounts)),
        (words.text("  of which invisible (orphans)"), words.amounts(health.orphan_amounts)),
    ]
    title = words.text("Check of {moment}", moment=words.moment(health.at))
    return [*heading(title), *pairs(rows), "", *pairs(money)]


def _last_sales(health: Health, words: Words) -> list[str]:
    lines = heading(words.text("Last sales"))
    for sale in health.last_sales:
        lines += _sale(sale, words)
        for line in health.lines.get(sale.id, ()):
            price = words.money(Money(line.currency, line.unit_cents))
            article = one_line(line.article_name, 60)
            lines.append(f"      {words.number(line.quantity)} × {article}, {price}")
    return [*lines, *([] if health.last_sales else [words.text("  none")])]


def _sale(sale: Sale, words: Words) -> list[str]:
    boutique, terminal = words.text("NO BOUTIQUE"), words.text("NO TERMINAL")
    if sale.boutique_name is not None:
        boutique = words.text("boutique {name}", name=one_line(sale.boutique_name, 60))
    if sale.terminal_name is not None:
        terminal = words.text(
            "terminal {name} ({serial})",
            name=one_line(sale.terminal_name, 60),
            serial=one_line(sale.terminal_serial or "", 60),
        )
    first = (f"#{sale.id}", words.moment(sale.sold_at), words.money(sale.money))
    return [
        f"  {'  '.join(first)}  {one_line(sale.number, 60)}",
        f"      {boutique} · {terminal}",
    ]


def _boutiques(health: Health, words: Words) -> list[str]:
    rows = [
        (
            str(boutique.id),
            one_line(boutique.name, 40),
            words.number(health.sales_by_boutique.get(boutique.id, 0)),
            one_line(boutique.merchant_name, 40),
            one_line(", ".join(filter(None, (boutique.address, boutique.city))), 40),
            _boutique_state(boutique, words),
        )
        for boutique in health.boutiques
    ]
    head = (
        words.text("Id"),
        words.text("Boutique"),
        words.text("Sales"),
        words.text("Merchant"),
        words.text("Address"),
        words.text("State"),
    )
    title = words.count("{n} boutique", "{n} boutiques", len(rows))
    aligns = [Align.RIGHT, Align.LEFT, Align.RIGHT]
    return [*heading(title), *columns([head, *rows], aligns)]


def _boutique_state(boutique: Boutique, words: Words) -> str:
    states = []
    if boutique.depot:
        states.append(words.text("depot"))
    if not boutique.active:
        states.append(words.text("closed"))
    if not boutique.pos_allowed:
        states.append(words.text("terminals not allowed"))
    return ", ".join(states)


def _terminals(health: Health, words: Words) -> list[str]:
    rows = [_terminal(terminal, health, words) for terminal in health.terminals]
    head = (
        words.text("Terminal"),
        words.text("Serial"),
        words.text("Boutique"),
        words.text("Sales"),
        words.text("Orphans"),
        words.text("State"),
    )
    title = words.count("{n} terminal", "{n} terminals", len(rows))
    aligns = [Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT]
    return [*heading(title), *columns([head, *rows], aligns)]


def _terminal(terminal: Terminal, health: Health, words: Words) -> tuple[str, ...]:
    place = (
        one_line(terminal.boutique_name, 40)
        if terminal.boutique_name
        else words.text("NO BOUTIQUE")
    )
    return (
        one_line(terminal.name, 40),
        one_line(terminal.serial, 50),
        place,
        words.number(health.sales_by_terminal.get(terminal.id, 0)),
        words.number(health.orphans_by_terminal.get(terminal.id, 0)),
        "" if terminal.active else words.text("inactive"),
    )


def _orphans(health: Health, words: Words) -> list[str]:
    title = words.count("{n} orphan sale", "{n} orphan sales", health.orphans)
    lines = heading(title)
    rows = [
        (
            words.number(figures.sales),
            wording.cause(words, cause),
            words.amounts(figures.amounts),
            words.text("last: {moment}", moment=words.moment(figures.last)),
        )
        for cause, figures in health.causes.items()
    ]
    lines += columns(rows, [Align.RIGHT])
    return [*lines, *_newest(health.orphan_samples, words)]


def _without_terminal(health: Health, words: Words) -> list[str]:
    title = words.count(
        "{n} sale without terminal", "{n} sales without terminal", health.without_terminal
    )
    lines = heading(title)
    return [*lines, *_newest(health.without_terminal_samples, words)]


def _newest(samples: Sequence[Sale], words: Words) -> list[str]:
    lines = [words.text("  The newest:")] if samples else []
    for sale in samples:
        lines += _sale(sale, words)
    return lines


def _reading(health: Health, words: Words) -> list[str]:
    lines = heading(words.text("Reading: scenario {letter}", letter=health.scenario.value))
    lines.append("  " + wording.scenario(words, health.scenario))
    stranded = [one for one in health.terminals_without_boutique if one.active]
    if stranded:
        lines.append(
            "  "
            + words.count(
                "{n} active terminal has no boutique: the server refuses its sales.",
                "{n} active terminals have no boutique: the server refuses their sales.",
                len(stranded),
            )
        )
    if health.without_terminal:
        lines.append(
            "  "
            + words.count(
                "{n} sale has no terminal: it counts for its boutique only if it has one.",
                "{n} sales have no terminal: they count for their boutique only if they have one.",
                health.without_terminal,
            )
        )
    if health.healthy:
        lines.append("  " + words.text("All success criteria are met."))
    return lines
