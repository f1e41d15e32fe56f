"""What every journey gets."""

import pytest

from desktop_admin.domain.masses import set_apart
from tests.gui.patience import qtbot

__all__ = ["qtbot"]


@pytest.fixture(autouse=True)
def older_objects_rest() -> None:
    """What earlier tests keep is not searched for garbage: that makes a window slow."""
    set_apart()
