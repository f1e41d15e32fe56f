"""How texts compare: whether one answers a search, and which of two stands first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

#: What a word may begin after.
_BETWEEN = " -_/.'’("
_DIGITS = re.compile(r"(\d+)")
#: So much of a text decides about its place.
_COMPARED = 500


def folded(text: str) -> str:
    """Text as it is compared: without case and accents, as a hurried hand types it."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def in_order(text: str) -> list[str | int]:
    """What puts names in the order one looks for them: without case and accents, "Caisse 2" before
    "Caisse 10"."""
    parts = _DIGITS.split(folded(text[:_COMPARED]))
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def rank(wanted: str, texts: Iterable[str]) -> int | None:
    """How well the best of `texts` answers `wanted` (folded already): 0 it is it, 1 begins with
    it, 2 has a word that does, 3 has it inside; None: no answer."""
    found = [how for text in texts if (how := _rank(wanted, folded(text))) is not None]
    return min(found, default=None)


def _rank(wanted: str, text: str) -> int | None:
    place = text.find(wanted)
    if place < 0:
        return None
    if place == 0:
        return 0 if len(text) == len(wanted) else 1
    if any(between + wanted in text for between in _BETWEEN):
        return 2
    return 3


def best(
    items: Iterable[T], text: str, texts_of: Callable[[T], Sequence[str]], limit: int
) -> list[T]:
    """The items whose texts answer `text`, the best first, else in the order they came in; blank
    text finds nothing."""
    wanted = folded(text.strip())
    if not wanted:
        return []
    ranked = [
        (how, place, item)
        for place, item in enumerate(items)
        if (how := rank(wanted, texts_of(item))) is not None
    ]
    ranked.sort(key=lambda one: one[:2])
    return [item for _, _, item in ranked[:limit]]
