"""What every journey gets."""

from tests.gui.patience import qtbot

__all__ = ["qtbot"]
