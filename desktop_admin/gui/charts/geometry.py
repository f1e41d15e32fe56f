"""Where things of a chart are: plain values without Qt, in pixels, y downwards."""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum, StrEnum
from typing import ClassVar, NamedTuple, Protocol


class Face(Enum):
    """How text is set."""

    SMALL = "small"
    SMALL_STRONG = "small_strong"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"


class Align(Enum):
    """Where text stands in its place."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Rect(NamedTuple):
    """A rectangle with the side of its drawing at the left top."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half its height, from the top of everything."""
        return self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in it or on its edge."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether both have more than an edge in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def grown(self, by: float) -> Rect:
        """Larger by that much on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


class Point(NamedTuple):
    """A point."""

    x: float
    y: float


class Label(NamedTuple):
    """A text and its place; it stands in the middle of its height."""

    text: str
    rect: Rect
    align: Align = Align.LEFT
    #: Which colour it is written in, by its token.
    ink: str = "text"
    face: Face = Face.BODY


class Measure(Protocol):
    """How much room text takes."""

    def width(self, text: str, face: Face) -> float:
        """Of one line."""

    def height(self, face: Face) -> float:
        """Of one line."""

    def elided(self, text: str, width: float, face: Face) -> str:
        """`text`, or as much of its beginning and its end as fits, with an ellipsis between:
        names often differ at their ends."""


class MarkKind(StrEnum):
    """What a mark shows."""

    #: What a boutique made.
    VALUE = "value"
    #: What could be attributed to it.
    HATCHED = "hatched"
    #: What it made in the period before.
    BEFORE = "before"
    #: One step of a line.
    POINT = "point"
    #: A part of a whole.
    PART = "part"
    #: An hour of the week.
    HOUR = "hour"


class Mark(NamedTuple):
    """Something of a chart one can point at."""

    kind: MarkKind
    #: What the caller called it: the key of its bar, series or part, or the hour of the week.
    key: Hashable
    #: Which of the steps of a line, from 0.
    step: int = 0


class Move(Enum):
    """Where the keyboard goes from a mark."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"


class Layout(Protocol):
    """A chart whose every part has its place."""

    #: Whether what is told of a mark stands below it, and not beside it.
    tells_below: ClassVar[bool]

    def hit(self, x: float, y: float) -> Mark | None:
        """What is there."""

    def rect(self, mark: Mark) -> Rect | None:
        """Where it is; None: it is none of this chart's."""

    def kept(self, mark: Mark) -> Rect | None:
        """What is to be seen beside what is told of it: the mark with its figures."""

    def moved(self, mark: Mark | None, move: Move) -> Mark | None:
        """Where the keyboard goes; None: there is nothing at all."""
