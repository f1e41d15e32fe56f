"""What every journey gets."""

import pytest

from tests.gui.apart import set_apart
from tests.gui.patience import qtbot

__all__ = ["qtbot"]


@pytest.fixture(autouse=True)
def older_objects_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """See `tests.gui.apart`."""
    set_apart(monkeypatch)
