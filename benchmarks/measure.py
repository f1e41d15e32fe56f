"""Two ways of doing the same, timed in turns, and what is said of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

Seconds = float
Work = Callable[[], object]


class Goal(Enum):
    """Which way a goal is missed."""

    AT_MOST = "<="
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Result:
    """One row of the table: a figure, and what it is held against."""

    name: str
    engine: str
    #: What the program takes, in words: `1.23 s`, `310 MB`.
    ours: str
    #: What it is compared with, in words; may be empty.
    bare: str
    #: The figure that the goal is about.
    figure: float
    goal: float
    direction: Goal = Goal.AT_MOST
    unit: str = "×"

    @property
    def passed(self) -> bool:
        """Whether the goal is met."""
        if self.direction is Goal.AT_MOST:
            return self.figure <= self.goal
        return self.figure >= self.goal


class Stopwatch:
    """Adds up the time of what is done within it."""

    def __init__(self) -> None:
        self.seconds: Seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time what is done within."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - begun


def timed(work: Work) -> Seconds:
    """How long `work` takes, garbage of earlier work not counted."""
    gc.collect()
    begun = time.perf_counter()
    kept = work()
    seconds = time.perf_counter() - begun
    del kept
    return seconds


def in_turns(
    ours: Callable[[], Seconds], bare: Callable[[], Seconds], repeat: int
) -> Sequence[tuple[Seconds, Seconds]]:
    """Seconds of both, in turns, so that a busy machine is busy for both."""
    return [(ours(), bare()) for _ in range(repeat)]


def compared(
    name: str,
    engine: str,
    pairs: Sequence[tuple[Seconds, Seconds]],
    goal: float,
    *,
    floor: Seconds = 0.0,
) -> Result:
    """The median of the ratios, with the median of the times; differences below `floor`
    seconds are nobody's concern."""
    ratios = [1.0 if ours - bare <= floor else ours / bare for ours, bare in pairs]
    return Result(
        name,
        engine,
        in_seconds(statistics.median(ours for ours, _ in pairs)),
        in_seconds(statistics.median(bare for _, bare in pairs)),
        statistics.median(ratios) if floor else statistics.median(o / b for o, b in pairs),
        goal,
    )


def in_seconds(seconds: Seconds) -> str:
    """For people: milliseconds below one second."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def table(results: Sequence[Result]) -> str:
    """Every result, as a table in Markdown."""
    rows = [("Measure", "Engine", "Ours", "Bare", "Figure", "Goal", "")]
    rows += [
        (
            one.name,
            one.engine,
            one.ours,
            one.bare,
            f"{one.figure:.2f} {one.unit}" if one.unit == "×" else f"{one.figure:.3g} {one.unit}",
            f"{one.direction.value} {one.goal:g} {one.unit}",
            "ok" if one.passed else "MISSED",
        )
        for one in results
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    ruler = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], ruler, *lines[1:]])
