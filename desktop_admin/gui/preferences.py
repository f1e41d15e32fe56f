"""The settings of the operator while a window is open: changed one by one, saved at once."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from desktop_admin import settings
from desktop_admin.credentials import Passwords, system_passwords


class Preferences:
    """Settings and their file, and the passwords of this run; without a path the settings are
    for this run only."""

    def __init__(
        self,
        chosen: settings.Settings,
        path: Path | None = None,
        passwords: Passwords | None = None,
    ) -> None:
        """Without `passwords`, those of the system, asked for when one is needed."""
        self.settings = chosen
        self._path = path
        self._passwords = passwords
        self._lock = Lock()

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

    def passwords(self) -> Passwords:
        """The one set of passwords of this run; the first call loads the system's store. May be
        called from a worker."""
        with self._lock:
            if self._passwords is None:
                self._passwords = system_passwords()
            return self._passwords
