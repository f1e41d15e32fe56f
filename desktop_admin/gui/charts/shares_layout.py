"""Where the parts of a whole are: one bar from side to side, with its legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop_admin.gui.charts import legend
from desktop_admin.gui.charts.data import Part, SharesData
from desktop_admin.gui.charts.geometry import Mark, MarkKind, Measure, Move, Rect
from desktop_admin.gui.charts.legend import Entry, Item, Look
from desktop_admin.gui.charts.numbers import percents

if TYPE_CHECKING:
    from desktop_admin.gui.formats import Formats

BAR, PAD = 14.0, 8.0
_GAP = 2.0
_LEAST = 3.0
#: The legend stands beside the bar where it leaves this much of the width to it.
_BAR_PART = 0.36
_APART = 18.0
_STYLES = 10


class Segment(NamedTuple):
    """One part in its place."""

    part: Part
    #: Which of the ten styles, from 0.
    style: int
    #: Its piece of the bar; None: it has none, being nothing or a loss.
    rect: Rect | None
    item: Item


@dataclass(frozen=True)
class SharesLayout:
    """The whole chart, laid out."""

    tells_below: ClassVar[bool] = True

    segments: tuple[Segment, ...]
    bar: Rect

    def hit(self, x: float, y: float) -> Mark | None:
        """The part whose piece or whose name is there; a little above and below counts too."""
        for one in self.segments:
            piece = one.rect
            if piece and piece._replace(y=piece.y - 6, height=piece.height + 12).holds(x, y):
                return Mark(MarkKind.PART, one.part.key)
        for one in self.segments:
            if one.item.rect.holds(x, y):
                return Mark(MarkKind.PART, one.part.key)
        return None

    def segment(self, mark: Mark) -> Segment | None:
        """The part of a mark."""
        return next((one for one in self.segments if one.part.key == mark.key), None)

    def rect(self, mark: Mark) -> Rect | None:
        """The piece of a mark, else its name."""
        one = self.segment(mark)
        return (one.rect or one.item.rect) if one else None

    def kept(self, mark: Mark) -> Rect | None:
        """The mark itself."""
        return self.rect(mark)

    def moved(self, mark: Mark | None, move: Move) -> Mark | None:
        """From part to part."""
        keys = [one.part.key for one in self.segments]
        if not keys:
            return None
        at = keys.index(mark.key) if mark is not None and mark.key in keys else 0
        by = {Move.LEFT: -1, Move.UP: -1, Move.RIGHT: 1, Move.DOWN: 1}.get(move, 0)
        if mark is None or move in (Move.FIRST, Move.PAGE_UP):
            at, by = 0, 0
        if move in (Move.LAST, Move.PAGE_DOWN):
            at, by = len(keys) - 1, 0
        return Mark(MarkKind.PART, keys[max(0, min(at + by, len(keys) - 1))])


def entries(data: SharesData, formats: Formats) -> list[Entry]:
    """The parts with their percents, which add up to 100; a loss with its amount, because it is
    no part of what was made."""
    tenths = percents([max(part.value, 0) for part in data.parts])
    found = []
    for at, (part, tenth) in enumerate(zip(data.parts, tenths, strict=True)):
        if part.value < 0:
            figure = data.unit.short(part.value, formats)
            found.append(Entry(part.name, Look.LOSS, at % _STYLES, figure))
        else:
            look = Look.HATCHED if part.orphan else Look.PART
            found.append(Entry(part.name, look, at % _STYLES, formats.percent(tenth)))
    return found


def names_width(data: SharesData, measure: Measure, formats: Formats) -> float:
    """The width that all names and percents take side by side."""
    return legend.one_line(entries(data, formats), measure)


def height_needed(
    data: SharesData, width: float, measure: Measure, formats: Formats, names: float = 0.0
) -> float:
    """How high bar and legend are together; the names take `names` of the width at least."""
    found = entries(data, formats)
    if _beside(found, width, measure, names):
        return legend.LINE + 2 * PAD
    _, high = legend.flowing(found, 0, 0, width - 2 * PAD, measure)
    return BAR + 2 * PAD + PAD + high


def lay_out(
    data: SharesData,
    width: float,
    height: float,
    measure: Measure,
    formats: Formats,
    names: float = 0.0,
) -> SharesLayout:
    """Every part in its place."""
    found = entries(data, formats)
    if _beside(found, width, measure, names):
        room = max(legend.one_line(found, measure), names)
        bar = Rect(PAD, height / 2 - BAR / 2, width - room - _APART - 2 * PAD, BAR)
        items, _ = legend.flowing(
            found, bar.right + _APART, height / 2 - legend.LINE / 2, room + 1, measure
        )
    else:
        bar = Rect(PAD, PAD, width - 2 * PAD, BAR)
        items, _ = legend.flowing(found, PAD, bar.bottom + PAD, width - 2 * PAD, measure)
    pieces = _pieces([part.value for part in data.parts], bar)
    segments = tuple(
        Segment(part, item.entry.style, piece, item)
        for part, item, piece in zip(data.parts, items, pieces, strict=True)
    )
    return SharesLayout(segments, bar)


def _beside(found: Sequence[Entry], width: float, measure: Measure, names: float) -> bool:
    room = width - max(legend.one_line(found, measure), names) - _APART - 2 * PAD
    return room >= width * _BAR_PART


def _pieces(values: Sequence[int], bar: Rect) -> list[Rect | None]:
    """A piece for each value above 0, side by side with a gap, none too narrow to be seen."""
    shown = [value for value in values if value > 0]
    free = max(bar.width - _GAP * (len(shown) - 1) - _LEAST * len(shown), 0.0)
    pieces: list[Rect | None] = []
    left, total = bar.x, sum(shown)
    for value in values:
        if value <= 0:
            pieces.append(None)
            continue
        wide = _LEAST + free * value / total
        pieces.append(Rect(left, bar.y, wide, bar.height))
        left += wide + _GAP
    return pieces
