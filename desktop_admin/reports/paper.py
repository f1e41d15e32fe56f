"""How tables are laid out on pages: arithmetic alone, whoever paints them.

Rows have fixed heights, so that the pages of a million of them are known before one is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

#: To how much of their size letters shrink where a table is too wide, before columns are cut.
SMALLEST = 0.6


class Band(NamedTuple):
    """One part of a document: its heading, the heads of its columns, its rows, its last lines."""

    #: What stands once above its rows, and again above them on each page.
    title: float
    head: float
    rows: int
    row: float
    #: Lines as high as a row that stay together at the end.
    tail: int = 0
    #: The heights of the rows, where they differ.
    heights: Sequence[float] | None = None
    #: What is left free below.
    gap: float = 0.0


class Stretch(NamedTuple):
    """What stands of a band on one page: its rows from `start` up to `stop`."""

    page: int
    band: int
    #: Where it begins, from the top of what a page holds.
    top: float
    title: bool
    start: int
    stop: int
    #: Whether the last lines follow.
    tail: bool


def laid(bands: Sequence[Band], first: float, body: float) -> Iterator[Stretch]:
    """Everything from the first page to the last. `body`: what a page holds, in height; `first`:
    how much of that is taken on the first page."""
    page, top = 0, first
    for number, band in enumerate(bands):
        least = band.title + band.head + (_height(band, 0) if band.rows else 0.0)
        if top > 0 and top + least > body:
            page, top = page + 1, 0.0
        start, title = 0, True
        while True:
            below = top + (band.title if title else 0.0) + band.head
            stop, below = _filled(band, start, below, body)
            ends = stop == band.rows
            fits = below + band.tail * band.row <= body or start == stop
            yield Stretch(page, number, top, title, start, stop, ends and fits)
            if ends and fits:
                top = below + band.tail * band.row + band.gap
                break
            page, top, start, title = page + 1, 0.0, stop, False


def count_pages(bands: Sequence[Band], first: float, body: float) -> int:
    """How many pages it takes."""
    last = 0
    for stretch in laid(bands, first, body):
        last = stretch.page
    return last + 1


def _height(band: Band, row: int) -> float:
    return band.row if band.heights is None else band.heights[row]


def _filled(band: Band, start: int, top: float, body: float) -> tuple[int, float]:
    """Up to which row there is room, at least for one; and where that ends."""
    if start >= band.rows:
        return start, top
    if band.heights is None:
        fit = max(1, int((body - top) / band.row + 1e-9))
        stop = min(band.rows, start + fit)
        return stop, top + (stop - start) * band.row
    stop, below = start + 1, top + band.heights[start]
    while stop < band.rows and below + band.heights[stop] <= body:
        below += band.heights[stop]
        stop += 1
    return stop, below


class Width(NamedTuple):
    """How wide a column wants to be, how narrow it may become, and whether it takes more."""

    wanted: float
    least: float
    stretches: bool


def shrunk(columns: Sequence[Width], room: float) -> float:
    """How much smaller everything is written, so that no column is narrower than it may be: 1
    where there is room, never less than `SMALLEST`."""
    least = sum(column.least for column in columns)
    return 1.0 if least <= room else max(SMALLEST, room / least)


def shared(columns: Sequence[Width], room: float) -> list[float]:
    """The widths: what is left over goes to the columns that stretch, what is missing is taken
    from those that can give."""
    wanted = [column.wanted for column in columns]
    left = room - sum(wanted)
    if left >= 0:
        whole = sum(column.wanted for column in columns if column.stretches)
        return [
            width + (left * width / whole if column.stretches else 0.0)
            for width, column in zip(wanted, columns, strict=True)
        ]
    gives = [column.wanted - column.least for column in columns]
    if sum(gives) >= -left:
        part = -left / sum(gives)
        return [width - part * give for width, give in zip(wanted, gives, strict=True)]
    least = sum(column.least for column in columns)
    return [column.least * room / least for column in columns]


def wrapped(
    text: str,
    width: float,
    lines: int,
    advance: Callable[[str], float],
    elide: Callable[[str], str],
) -> list[str]:
    """`text` in at most so many lines, broken between words, and within one that is longer than a
    line; the last line is cut by `elide`."""
    found: list[str] = []
    rest = text
    while rest and len(found) < lines - 1 and advance(rest) > width:
        end = _break(rest, width, advance)
        found.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*found, elide(rest)] if rest else found


def _break(text: str, width: float, advance: Callable[[str], float]) -> int:
    """Where the first line ends."""
    end = 0
    while (space := text.find(" ", end + 1)) >= 0 and advance(text[:space]) <= width:
        end = space
    if end:
        return end
    least, most = 1, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if advance(text[:middle]) <= width:
            least = middle
        else:
            most = middle - 1
    return least
