"""What the colours and patterns of a chart stand for, laid out in lines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from desktop_admin.gui.charts.geometry import Align, Face, Label, Measure, Rect

#: The height of a line of entries.
LINE = 20.0
_BETWEEN = 14.0
_SWATCH_GAP = 6.0
_BOX = 12.0
_SAMPLE = 22.0


class Look(Enum):
    """How something of a chart is drawn."""

    FILLED = "filled"
    HATCHED = "hatched"
    BEFORE = "before"
    PART = "part"
    LOSS = "loss"
    STEP = "step"
    LINE = "line"
    MUTED_LINE = "muted_line"


#: The height of samples that are no small boxes.
_HIGH = {Look.LINE: LINE, Look.MUTED_LINE: LINE, Look.STEP: 14.0}


class Entry(NamedTuple):
    """One line of a legend."""

    name: str
    look: Look
    #: Which of the ten styles, from 0, or of the steps, from 1, where the look has several.
    style: int = 0
    #: A figure behind the name, set strongly.
    figure: str = ""


class Item(NamedTuple):
    """An entry in its place."""

    entry: Entry
    swatch: Rect
    labels: tuple[Label, ...]

    @property
    def rect(self) -> Rect:
        """All of it."""
        right = max((label.rect.right for label in self.labels), default=self.swatch.right)
        return Rect(self.swatch.x, self.swatch.middle - LINE / 2, right - self.swatch.x, LINE)


def flowing(
    entries: Sequence[Entry], x: float, y: float, width: float, measure: Measure
) -> tuple[list[Item], float]:
    """The entries from left to right in as many lines as the width asks for, and the height."""
    items: list[Item] = []
    left, top = x, y
    for entry in entries:
        room = _wide(entry, width, measure)
        if left > x and left + room > x + width:
            left, top = x, top + LINE
        items.append(_item(entry, left, top, min(room, width), measure))
        left += room + _BETWEEN
    return items, (top - y + LINE if items else 0.0)


def one_line(entries: Sequence[Entry], measure: Measure) -> float:
    """The width that all of them take side by side."""
    whole = sum(_wide(entry, 1e6, measure) + _BETWEEN for entry in entries)
    return max(whole - _BETWEEN, 0.0)


def swatch_width(look: Look) -> float:
    """How wide a sample of it is."""
    return _SAMPLE if look in (Look.LINE, Look.MUTED_LINE, Look.STEP) else _BOX


def _wide(entry: Entry, width: float, measure: Measure) -> float:
    text = measure.width(entry.name, Face.SMALL) + 1
    figure = measure.width(entry.figure, Face.SMALL_STRONG) + 6 if entry.figure else 0.0
    return min(swatch_width(entry.look) + _SWATCH_GAP + text + figure, width)


def _item(entry: Entry, x: float, y: float, width: float, measure: Measure) -> Item:
    wide = swatch_width(entry.look)
    high = _HIGH.get(entry.look, 10.0)
    swatch = Rect(x, y + (LINE - high) / 2, wide, high)
    figure = measure.width(entry.figure, Face.SMALL_STRONG) if entry.figure else 0.0
    begin = x + wide + _SWATCH_GAP
    room = max(x + width - begin - (figure + 6 if entry.figure else 0.0), 0.0)
    name = measure.elided(entry.name, room, Face.SMALL)
    long = min(measure.width(name, Face.SMALL) + 1, room)
    labels = [Label(name, Rect(begin, y, long, LINE), Align.LEFT, "muted", Face.SMALL)]
    if entry.figure:
        place = Rect(begin + long + 5, y, figure + 1, LINE)
        ink = "error" if entry.look is Look.LOSS else "text"
        labels.append(Label(entry.figure, place, Align.LEFT, ink, Face.SMALL_STRONG))
    return Item(entry, swatch, tuple(labels))
