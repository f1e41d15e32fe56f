"""Colours by what they mean, read from the program's resources."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QColor

from desktop_admin.gui._built import boutique_admin_rc

#: Importing the module registers the resources; the name keeps the import.
RESOURCES = boutique_admin_rc

_PLACEHOLDER = re.compile(r"@(\w+)")


class Scheme(StrEnum):
    """The two sets of colours."""

    LIGHT = "light"
    DARK = "dark"


class Tokens:
    """The colours of one scheme by name; raises `KeyError` for a name that is in no file."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = dict(values)
        self._colours = {name: QColor(value) for name, value in values.items()}

    def colour(self, name: str) -> QColor:
        """The colour called `name`."""
        return self._colours[name]

    def names(self) -> frozenset[str]:
        """Every name there is."""
        return frozenset(self._values)

    def fill(self, text: str, others: Mapping[str, str]) -> str:
        """`text` with each `@name` replaced by its colour, or by its value in `others`."""
        return _PLACEHOLDER.sub(lambda found: others.get(found[1]) or self._values[found[1]], text)


def read_resource(path: str) -> bytes:
    """The content of a file of the program's resources, `:/…`; raises `FileNotFoundError`."""
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(path)
    try:
        return bytes(file.readAll().data())
    finally:
        file.close()


@cache
def tokens(scheme: Scheme) -> Tokens:
    """The colours of `scheme`."""
    return Tokens(tomllib.loads(read_resource(":/theme/tokens.toml").decode())[scheme.value])
