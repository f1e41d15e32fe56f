"""What orphans have in common, and whether they are still being made, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_admin.domain.causes import RECENTLY, CommonCause, StillMade, Trait
from desktop_admin.domain.model import Boutique, Terminal
from desktop_admin.wording.evidence import name as boutique_name
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.stray import name as terminal_name
from desktop_admin.wording.words import Words

_LONGEST = 60


def cause(words: Words, found: CommonCause) -> str:
    """One cause in one sentence: its part of the orphans beside its part of all sales."""
    shares = {"share": words.share(found.share), "usual": words.share(found.usual)}
    name = one_line(found.name, _LONGEST)
    if found.trait is Trait.DAY:
        return _of_days(words, found, shares)
    if found.trait is Trait.ADDRESS:
        return words.text(
            "{share} of the orphans came from the address {name}, but {usual} of all sales.",
            name=name,
            **shares,
        )
    if found.trait is Trait.MERCHANT:
        return words.text(
            "{share} of the orphans are of the merchant {name}, but {usual} of all sales.",
            name=name,
            **shares,
        )
    if not name:
        return words.text(
            "{share} of the orphans tell no app version, but {usual} of all sales.", **shares
        )
    return words.text(
        "{share} of the orphans were made by app version {name}, but {usual} of all sales.",
        name=name,
        **shares,
    )


def _of_days(words: Words, found: CommonCause, shares: Mapping[str, str]) -> str:
    first, last = found.first, found.last
    if first is None or last is None or first == last:
        return words.text(
            "{share} of the orphans were made on {day}, but {usual} of all sales.",
            day=words.day(first) if first else one_line(found.name, _LONGEST),
            **shares,
        )
    return words.text(
        "{share} of the orphans were made from {first} to {last}, but {usual} of all sales.",
        first=words.day(first),
        last=words.day(last),
        **shares,
    )


def advice(words: Words, found: CommonCause) -> str:
    """What to do about it, so that no more orphans are made."""
    if found.trait is Trait.VERSION and not found.name:
        return words.text("Find out what sends sales without an app version.")
    sentences = {
        Trait.VERSION: words.text("Update the terminals that still have this version."),
        Trait.ADDRESS: words.text("Find out what sends sales from this address."),
        Trait.MERCHANT: words.text("Look at how this merchant's terminals are set up."),
        Trait.DAY: words.text("Find out what was changed on the server in those days."),
    }
    return sentences[found.trait]


def still(
    words: Words,
    found: StillMade,
    terminals: Mapping[int, Terminal],
    boutiques: Mapping[int, Boutique],
) -> str:
    """One terminal whose sales are still stored without boutique."""
    return words.count(
        "{terminal} is at {boutique}, and the server stored {n} sale of it without boutique all "
        "the same; the last one came on {moment}.",
        "{terminal} is at {boutique}, and the server stored {n} sales of it without boutique all "
        "the same; the last one came on {moment}.",
        found.count,
        terminal=terminal_name(terminals, found.terminal_id),
        boutique=boutique_name(boutiques, found.boutique_id),
        moment=words.moment(found.last),
    )


def still_made(words: Words, terminals: int) -> str:
    """The warning over them: a repair will not stop it."""
    days = words.number(RECENTLY.days)
    return words.count(
        "In the last {days} days the server stored sales of {n} terminal without boutique, though "
        "it has one. Repairing puts them right, but new ones will come until the server is mended.",
        "In the last {days} days the server stored sales of {n} terminals without boutique, "
        "though they have one. Repairing puts them right, but new ones will come until the server "
        "is mended.",
        terminals,
        days=days,
    )
