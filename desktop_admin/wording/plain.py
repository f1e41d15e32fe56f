"""Text from terminals is data: it is shown as it is, on one line, and does nothing."""

from __future__ import annotations

import unicodedata

#: Control characters (an escape sequence could rewrite a console), line and paragraph
#: separators, and what turns the direction of the text around it.
_HARMFUL = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INSTEAD = "\u00b7"
_ELLIPSIS = "…"
#: A cell that begins so is a formula for a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")

#: What a console that knows little shows instead.
_SIMPLER = str.maketrans({"\u202f": "\u00a0", "→": "->", "–": "-", "✓": "+", "·": ".", "’": "'"})


def one_line(text: str, longest: int = 200) -> str:
    """`text` on one line of at most `longest` characters, with nothing in it that acts."""
    cut = text if len(text) <= longest else text[: longest - 1] + _ELLIPSIS
    if cut.isprintable() and not _TURNING.intersection(cut):
        return cut
    return "".join(_INSTEAD if _acts(character) else character for character in cut)


def _acts(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in _HARMFUL


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
