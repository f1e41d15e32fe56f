"""Building many values at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within it the collector of reference cycles rests: hundreds of thousands of values that
    all stay would be walked again and again, which doubles the time. Nested use is fine."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                # Everything made meanwhile counts as old at once; it would be walked right now.
                # What somebody else has set apart stays so.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
