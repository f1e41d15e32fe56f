"""Chance that repeats: the same seed gives the same shop on every machine."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_SERIAL_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


class Dice(random.Random):
    """A generator of its own, for made-up data and never for secrets."""

    def happens(self, probability: float) -> bool:
        """True with that probability (0 to 1)."""
        return self.random() < probability

    def key(self) -> str:
        """A key of the shape the server gives (a random UUID)."""
        return str(uuid.UUID(int=self.getrandbits(128), version=4))

    def letters(self, count: int) -> str:
        """Capital letters and digits, as in serial numbers."""
        return "".join(self.choices(_SERIAL_LETTERS, k=count))

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """`count` of the items, or all where there are fewer, in their order."""
        picked = sorted(self.sample(range(len(items)), min(count, len(items))))
        return [items[index] for index in picked]
