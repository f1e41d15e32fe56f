"""A chart with its title, period and definition around it, on one page or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_admin.gui.charts import legend
from desktop_admin.gui.charts.data import Frame
from desktop_admin.gui.charts.geometry import Align, Face, Label, Measure, Rect
from desktop_admin.gui.charts.legend import Entry, Item

MARGIN = 24.0
_TITLE, _LINE, _GAP = 30.0, 18.0, 10.0
#: A picture is never squeezed below this.
_LEAST = 60.0


class Sheet(NamedTuple):
    """One page: what stands around the picture, and which part of the picture is on it."""

    labels: tuple[Label, ...]
    legend: tuple[Item, ...]
    #: Where the picture is.
    body: Rect
    #: From where on the picture is shown; its height is the body's.
    begin: float


class Around(NamedTuple):
    """What stands above and below a picture, and how high both are."""

    above: tuple[Label, ...]
    legend: tuple[Item, ...]
    top: float
    below: tuple[Label, ...]
    bottom: float


def wrapped(text: str, width: float, face: Face, measure: Measure) -> list[str]:
    """`text` in as many lines as it needs; a word that is wider than a line is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure.width(longer, face) <= width:
            lines[-1] = longer
        elif word:
            lines.append(measure.elided(word, width, face))
    return lines


def around(frame: Frame | None, entries: Sequence[Entry], width: float, measure: Measure) -> Around:
    """Everything but the picture, at that width of the whole; what stands below counts its
    places from the end of the picture."""
    room = width - 2 * MARGIN
    above: list[Label] = []
    y = MARGIN
    if frame is not None:
        for text in wrapped(frame.title, room, Face.TITLE, measure):
            above.append(Label(text, Rect(MARGIN, y, room, _TITLE), face=Face.TITLE))
            y += _TITLE
        y = _lines((frame.period, frame.filter), above, y, room, measure)
        y += _GAP
    items, high = legend.flowing(entries, MARGIN, y, room, measure)
    y += high + (_GAP if items else 0.0)
    below: list[Label] = []
    end = _GAP
    if frame is not None:
        end = _lines((frame.definition, frame.source), below, end, room, measure)
    return Around(tuple(above), tuple(items), y, tuple(below), end + MARGIN)


def sheets(
    parts: Around, width: float, height: float, picture: float, cuts: Sequence[float], page: str
) -> list[Sheet]:
    """As many pages of that size as a picture of that height needs; it is cut only at `cuts`.
    `page` names each, with %1 and %2, where there are several."""
    room = max(height - parts.top - parts.bottom, _LEAST)
    slices = _slices(picture, room, cuts)
    pages = []
    for number, (begin, end) in enumerate(slices, start=1):
        body = Rect(MARGIN, parts.top, width - 2 * MARGIN, end - begin)
        foot = height - parts.bottom if len(slices) > 1 else body.bottom
        labels = list(parts.above)
        labels += [
            label._replace(rect=label.rect._replace(y=label.rect.y + foot)) for label in parts.below
        ]
        if len(slices) > 1:
            text = page.replace("%1", str(number)).replace("%2", str(len(slices)))
            place = Rect(MARGIN, height - MARGIN, width - 2 * MARGIN, _LINE)
            labels.append(Label(text, place, Align.RIGHT, "muted", Face.SMALL))
        pages.append(Sheet(tuple(labels), parts.legend, body, begin))
    return pages


def _lines(
    texts: Sequence[str], labels: list[Label], y: float, room: float, measure: Measure
) -> float:
    """Add these texts in small letters from `y` on; returns where they end."""
    for text in texts:
        for line in wrapped(text, room, Face.SMALL, measure):
            labels.append(Label(line, Rect(MARGIN, y, room, _LINE), ink="muted", face=Face.SMALL))
            y += _LINE
    return y


def _slices(picture: float, room: float, cuts: Sequence[float]) -> list[tuple[float, float]]:
    """Stretches of the picture, none higher than the room, from cut to cut."""
    if picture <= room or not cuts:
        return [(0.0, picture)]
    found = []
    begin = 0.0
    while picture - begin > room:
        fitting = [cut for cut in cuts if begin < cut <= begin + room]
        end = max(fitting, default=begin + room)
        found.append((begin, end))
        begin = end
    return [*found, (begin, picture)]
