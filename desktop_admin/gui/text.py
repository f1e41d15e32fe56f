"""Text from terminals is data: on the screen it is plain, on one line, and never long."""

from __future__ import annotations

import html
import re

from desktop_admin.wording.plain import CELL_LIMIT, one_line

#: What a tooltip shows of a text.
TOOLTIP_LIMIT = 1_000
_PLACE = re.compile("%([1-9])")

__all__ = ["CELL_LIMIT", "TOOLTIP_LIMIT", "fill", "one_line", "tooltip"]


def tooltip(text: str) -> str:
    """`text` for a tooltip, which would else take it for markup when it looks like it."""
    lines = text[:TOOLTIP_LIMIT].splitlines()
    shown = "<br>".join(html.escape(one_line(line, TOOLTIP_LIMIT)) for line in lines)
    return f"<qt>{shown}</qt>" if shown else ""


def fill(sentence: str, *values: str) -> str:
    """`sentence` with %1, %2 … replaced at once, so that a value that holds %2 stays itself."""
    return _PLACE.sub(lambda found: values[int(found[1]) - 1], sentence)
