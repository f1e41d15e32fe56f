"""What revenue is, and the period it is of."""

from __future__ import annotations

from datetime import date

from desktop_admin.wording.words import Words

#: For programs: what was counted, in a language that does not change.
GROSS = "paid and not cancelled, per currency, by the sale's own boutique"
NET = f"{GROSS}, minus the expenses that were applied"


def definition(words: Words, *, net: bool) -> str:
    """What counts as revenue; stands beside every figure of it."""
    if net:
        return words.text(
            "Net revenue: paid and uncancelled sales, minus the expenses that were applied; each "
            "currency by itself, by the sale's own boutique. Sales without boutique are told as "
            "unattributed."
        )
    return words.text(
        "Gross revenue: paid and uncancelled sales, before expenses; each currency by itself, by "
        "the sale's own boutique. Sales without boutique are told as unattributed."
    )


def period(words: Words, first: date | None, last: date | None) -> str:
    """Which days, both included; None has no end on that side."""
    if first is not None and last is not None:
        if first == last:
            return words.day(first)
        return words.text("{first} to {last}", first=words.day(first), last=words.day(last))
    if last is not None:
        return words.text("up to {day}", day=words.day(last))
    if first is not None:
        return words.text("from {day} on", day=words.day(first))
    return words.text("all dates")


def heading(words: Words, by: str) -> str:
    """What the keys of a grouping are."""
    return {
        "hour": words.text("Hour"),
        "day": words.text("Day"),
        "week": words.text("Week"),
        "month": words.text("Month"),
        "payment": words.text("Payment"),
    }[by]
