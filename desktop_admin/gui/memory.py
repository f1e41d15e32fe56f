"""What the window remembers from one day to the next: sizes, columns, filters, saved views."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from threading import Lock
from typing import TypeVar

from desktop_admin.files import whole_file

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
T = TypeVar("T", bound=Json)

_log = logging.getLogger(__name__)


class Memory:
    """Plain values by dotted key, in one JSON file; without a path, for this run only.

    A second window of the same operator may write the same file: what it put there is kept,
    key by key. A damaged file is set aside, never overwritten."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._saving = Lock()
        self._values = self._read()
        self._changed: dict[str, Json] = {}

    def get(self, key: str, default: T) -> T:
        """What was put under `key`; `default` where there is nothing of its type."""
        value = self._values.get(key)
        if isinstance(value, type(default)) and not (
            isinstance(value, bool) and not isinstance(default, bool)
        ):
            return value
        return default

    def table(self, key: str) -> dict[str, Json]:
        """The values by name that were put under `key`; none where there are none."""
        nothing: dict[str, Json] = {}
        return self.get(key, nothing)

    def put(self, key: str, value: Json) -> None:
        """Remember `value` (whatever JSON can hold)."""
        if key not in self._values or self._values[key] != value:
            self._values[key] = value
            self._changed[key] = value

    @property
    def unsaved(self) -> bool:
        """Whether something was put since it was saved last."""
        return bool(self._changed)

    def save(self) -> None:
        """Write what was put, whole or not at all; what cannot be written is logged and tried
        again the next time. May be called from a worker."""
        with self._saving:
            changed, self._changed = self._changed, {}
            if self._path is None or not changed:
                return
            try:
                _write(self._path, self._read() | changed)
            except OSError as error:
                _log.warning("cannot save the layout of the window: %s", error)
                self._changed = changed | self._changed

    def _read(self) -> dict[str, Json]:
        if self._path is None:
            return {}
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            _log.warning("cannot read the layout of the window: %s", error)
            return {}
        try:
            values = json.loads(content)
        except ValueError:
            values = None
        if isinstance(values, dict):
            return values
        # Imported here: hardly any file is ever damaged.
        import hashlib

        digest = hashlib.sha256(content).hexdigest()[:12]
        aside = self._path.with_name(f"{self._path.stem}.damaged-{digest}.json")
        _log.warning("the layout of the window is damaged: set aside as %s", aside.name)
        try:
            self._path.replace(aside)
        except OSError as error:
            _log.warning("cannot set it aside: %s", error)
        return {}


def _write(path: Path, values: dict[str, Json]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path, private=True) as part, part.open("w", encoding="utf-8") as file:
        json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
