"""Names beside the ends of lines: each as near to its line as the others leave room."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Middles for labels of that height, near the `wanted` ones, within top and bottom, none on
    another and in the order of what was wanted; they need `len(wanted) * height` of room."""
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    first, last = top + height / 2, bottom - height / 2
    # Each block of labels that touch: their number, and the sum of where its first would be.
    blocks: list[tuple[int, float]] = []
    for at in order:
        count, total = 1, min(max(wanted[at], first), last)
        while blocks and _start(*blocks[-1]) + blocks[-1][0] * height > total / count:
            before, summed = blocks.pop()
            # The first of the joined block stands where all of them would want it on average.
            total += summed - count * before * height
            count += before
        blocks.append((count, total))
    placed = [0.0] * len(wanted)
    done = 0
    for count, total in blocks:
        begin = total / count
        for number in range(count):
            placed[order[done + number]] = begin + number * height
        done += count
    return _held(placed, order, height, first, last)


def _start(count: int, total: float) -> float:
    return total / count


def _held(
    placed: list[float], order: Sequence[int], height: float, first: float, last: float
) -> list[float]:
    """The same, pushed back from top and bottom."""
    below = last
    for at in reversed(order):
        placed[at] = min(placed[at], below)
        below = placed[at] - height
    above = first
    for at in order:
        placed[at] = max(placed[at], above)
        above = placed[at] + height
    return placed
