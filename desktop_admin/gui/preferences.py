"""The settings of the operator while a window is open: changed one by one, saved at once."""

from __future__ import annotations

import logging
from pathlib import Path

from desktop_admin import settings

_log = logging.getLogger(__name__)


class Preferences:
    """Settings and their file; without a path they are for this run only."""

    def __init__(self, chosen: settings.Settings, path: Path | None = None) -> None:
        self.settings = chosen
        self._path = path

    def load(self) -> settings.Settings:
        """The settings as they are now; another window may have saved some meanwhile. Raises
        `OSError`."""
        if self._path is not None:
            self.settings = settings.load(self._path).settings
        return self.settings

    def save(self, chosen: settings.Settings) -> None:
        """These hold from now on. Raises `OSError` where the file cannot be written; they then
        hold for this run."""
        self.settings = chosen
        if self._path is not None:
            settings.save(chosen, self._path)
