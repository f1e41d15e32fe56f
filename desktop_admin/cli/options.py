"""Options that commands share, and the lines they begin with."""

from enum import StrEnum
from typing import Any

import typer

from desktop_admin import opening
from desktop_admin.sources.base import ReadOnlyReason, SourceInfo
from desktop_admin.wording import errors
from desktop_admin.wording.words import Words

SOURCE_VARIABLE = "BOUTIQUE_ADMIN_SOURCE"


class Format(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """What is spoken."""

    FR = "fr"
    EN = "en"


def of_source(words: Words) -> Any:
    """The option that names a source."""
    return typer.Option(
        opening.DEMO,
        "--source",
        "-s",
        envvar=SOURCE_VARIABLE,
        help=words.text(
            "sqlite:///FILE, postgresql://USER@HOST/NAME, mysql://USER@HOST/NAME, demo, or the "
            "name of a saved connection."
        ),
    )


def of_format(words: Words) -> Any:
    """The option that chooses between text and JSON."""
    return typer.Option(Format.TEXT, "--format", help=words.text("For people or for programs."))


def header(info: SourceInfo, words: Words) -> str:
    """What one is looking at, before any figure."""
    lines = [words.text("Source: {place} ({engine})", place=info.place, engine=info.engine)]
    reason = info.read_only
    if reason is ReadOnlyReason.CHOSEN:
        # Commands that only look open it so themselves.
        reason = None if info.prepared else ReadOnlyReason.NOT_PREPARED
    if reason is not None:
        lines.append(words.text("Read only: {reason}.", reason=errors.read_only(words, reason)))
    return "\n".join(lines) + "\n"
