"""A chart as a value: data, words and how it is drawn, at any size, on any device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from desktop_admin.gui.charts.data import Tip
from desktop_admin.gui.charts.drawing import Canvas
from desktop_admin.gui.charts.geometry import Layout, Mark, Measure
from desktop_admin.gui.charts.legend import Entry

L = TypeVar("L", bound=Layout)


class Picture(Protocol[L]):
    """What a widget shows, and a file holds. Workers may draw it too."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing but zeros."""

    def height(self, _width: float, _measure: Measure, /) -> tuple[float, float]:
        """How high it is at least and at best, at that width."""

    def lay_out(self, width: float, height: float, measure: Measure) -> L:
        """Everything in its place."""

    def paint(self, canvas: Canvas, layout: L) -> None:
        """Draw what stays."""

    def paint_over(self, canvas: Canvas, layout: L, mark: Mark) -> None:
        """Draw what is added while one points at a mark."""

    def cuts(self, _width: float, _measure: Measure, /) -> Sequence[float]:
        """Where it may be cut, laid out at that width and its least height, to go on on another
        page; nowhere, mostly."""

    def legend(self) -> tuple[Entry, ...]:
        """What its colours stand for, where it does not say so itself."""

    def tip(self, mark: Mark) -> Tip:
        """The figures of a mark, where nobody knows more of it."""

    def summary(self) -> str:
        """What it shows, in words."""
