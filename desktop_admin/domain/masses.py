"""Building many values at once."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Rest:
    """How many are within it now, and whether the collector was at work before the first."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.within = 0
        self.was_enabled = True


_rest = _Rest()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within it the collector of reference cycles rests: hundreds of thousands of values that
    all stay would be walked again and again, which doubles the time, and keeps every other thread
    waiting, the window's too. Nested use is fine, and use by several threads at once: the last one
    wakes it."""
    with _rest.lock:
        if not _rest.within:
            _rest.was_enabled = gc.isenabled()
            gc.disable()
        _rest.within += 1
    try:
        yield
    finally:
        with _rest.lock:
            _rest.within -= 1
            if not _rest.within and _rest.was_enabled:
                _count_as_old()
                gc.enable()


def _count_as_old() -> None:
    """Let everything made so far count as old at once; it would be walked right now."""
    gc.freeze()
    gc.unfreeze()
