"""What earlier tests keep is searched for garbage no more: that makes a window slow."""

import gc

import pytest

from desktop_admin.domain import masses


def set_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Freeze everything there is now, until the end of the test at least. The program would thaw it
    with what it has made; to ask the collector first whether anything is frozen walks all of it."""
    gc.freeze()
    monkeypatch.setattr(masses, "_count_as_old", _leave)


def _leave() -> None:
    """What is frozen stays so."""
