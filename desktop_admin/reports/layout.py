"""Plain text for consoles: headings, and columns that line up."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum


class Align(Enum):
    """On which side of its column a cell stands."""

    LEFT = "left"
    RIGHT = "right"


Row = Sequence[str]


def heading(text: str) -> list[str]:
    """A heading with a line under it, after an empty line."""
    return ["", text, "-" * len(text)]


def columns(rows: Sequence[Row], aligns: Sequence[Align] = (), indent: str = "  ") -> list[str]:
    """Rows of cells as lines; columns are as wide as their widest cell. Missing alignments
    mean left."""
    if not rows:
        return []
    count = max(len(row) for row in rows)
    widths = [max(len(row[n]) for row in rows if n < len(row)) for n in range(count)]
    sides = [*aligns, *[Align.LEFT] * (count - len(aligns))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if side is Align.RIGHT else cell.ljust(width)
            for cell, width, side in zip(row, widths, sides, strict=False)
        ]
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines


def pairs(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Labels with their values, the values lined up on the right."""
    return columns(rows, [Align.LEFT, Align.RIGHT])
