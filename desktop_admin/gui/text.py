"""Text from terminals is data: on the screen it is plain, on one line, and never long."""

from __future__ import annotations

import html
import re

#: What a cell shows of a text; what a tooltip shows of it.
CELL_LIMIT = 200
TOOLTIP_LIMIT = 1_000
#: Stands for a sign that would turn the reading direction of the rest of the line.
_HIDDEN = "\ufffd"
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_PLACE = re.compile("%([1-9])")


def one_line(text: str, limit: int = CELL_LIMIT) -> str:
    """`text` on one line, without signs that turn or break it, at most `limit` characters."""
    shortened = text[: limit + 1]
    shown = _TURNING.sub(_HIDDEN, _BREAKING.sub(" ", shortened))
    return shown if len(text) <= limit else shown[: limit - 1] + "…"


def tooltip(text: str) -> str:
    """`text` for a tooltip, which would else take it for markup when it looks like it."""
    lines = text[:TOOLTIP_LIMIT].splitlines()
    shown = "<br>".join(html.escape(one_line(line, TOOLTIP_LIMIT)) for line in lines)
    return f"<qt>{shown}</qt>" if shown else ""


def fill(sentence: str, *values: str) -> str:
    """`sentence` with %1, %2 … replaced at once, so that a value that holds %2 stays itself."""
    return _PLACE.sub(lambda found: values[int(found[1]) - 1], sentence)
