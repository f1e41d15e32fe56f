"""Text from terminals is data: it is shown as it is, on one line, and does nothing."""

from __future__ import annotations

import re

#: What a cell shows of a text.
CELL_LIMIT = 200

#: Stands for a sign that would turn the reading direction of the rest of the line.
_HIDDEN = "\ufffd"
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Line ends, and control characters: an escape sequence could rewrite a console.
_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
#: A cell that begins so is a formula for a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")

#: What a console that knows little shows instead.
_SIMPLER = str.maketrans({"\u202f": "\u00a0", "→": "->", "–": "-", "·": ".", "’": "'", "×": "x"})


def one_line(text: str, limit: int = CELL_LIMIT) -> str:
    """`text` on one line, without signs that turn or break it, at most `limit` characters."""
    if len(text) <= limit and text.isprintable():
        # None of the signs that are replaced is printable.
        return text
    shortened = text[: limit + 1]
    shown = _TURNING.sub(_HIDDEN, _BREAKING.sub(" ", shortened))
    return shown if len(text) <= limit else shown[: limit - 1] + "…"


def not_a_formula(text: str) -> str:
    """`text` for a cell of a CSV: with an apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def encodable(text: str, encoding: str | None) -> str:
    """`text` with simpler signs where `encoding` (a console's) lacks one; `?` as a last resort."""
    if not encoding:
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        simpler = text.translate(_SIMPLER)
        return simpler.encode(encoding, "replace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "replace").decode("ascii")
    return text
