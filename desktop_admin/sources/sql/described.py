"""How a table of the shop's server is described: its columns, and since when they are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa


@dataclass(frozen=True, slots=True)
class Column:
    """One column: not nullable unless said, and there since the first migration."""

    name: str
    type: sa.types.TypeEngine[Any]
    null: bool = False
    since: int = 1
    references: str | None = None
    unique: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """A named index; the plain ones on references are made with their columns."""

    name: str
    columns: tuple[str, ...]
    since: int = 1
    unique: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `required`: without it the database is not a shop's."""

    name: str
    columns: Sequence[Column]
    indexes: Sequence[Index] = ()
    since: int = 1
    required: bool = True
