"""Files that may hold a list of serial numbers."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import Path

#: A larger file is no list of serial numbers.
MOST_BYTES = 2_000_000
#: What no text holds: a spreadsheet, a picture, a text of another kind.
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unread(StrEnum):
    """Why a file was not read."""

    #: It is not there, or may not be opened.
    CLOSED = "closed"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"


def text_of(path: Path) -> str | Unread:
    """The text of a file, or why there is none. For workers."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return Unread.CLOSED
    if len(content) > MOST_BYTES:
        return Unread.TOO_LARGE
    try:
        if content.startswith(_UTF_16):
            return content.decode("utf-16")
        if _NO_TEXT.search(content):
            return Unread.NO_TEXT
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel writes on a French Windows.
        legacy = not content.startswith(_UTF_16)
        return content.decode("cp1252", errors="replace") if legacy else Unread.NO_TEXT
