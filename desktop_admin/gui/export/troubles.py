"""Why a file could not be written, in the operator's words."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.text import fill, one_line

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


def trouble(error: OSError, path: Path) -> str:
    """What went wrong, and what helps; nothing was saved in any case."""
    name = one_line(path.name)
    if isinstance(error, PermissionError):
        text = QCoreApplication.translate(
            "Export",
            "“%1” could not be written: it is open in another program, or this folder is "
            "protected. Close it there, or choose another name. Nothing was saved.",
        )
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        text = QCoreApplication.translate(
            "Export", "“%1” could not be written: its folder is not there. Nothing was saved."
        )
    elif error.errno in _FULL:
        text = QCoreApplication.translate(
            "Export",
            "“%1” could not be written: there is no room left on the disk. Nothing was saved.",
        )
    elif error.errno == errno.EFBIG:
        text = QCoreApplication.translate(
            "Export", "“%1” could not be written: it would be too large. Nothing was saved."
        )
    else:
        text = QCoreApplication.translate(
            "Export", "“%1” could not be written (%2). Nothing was saved."
        )
    return fill(text, name, one_line(error.strerror or type(error).__name__))


def changed_meanwhile() -> str:
    """That rows came, went or changed while they were written."""
    return QCoreApplication.translate(
        "Export",
        "The data changed while it was being written, so nothing was saved. Refresh, look again, "
        "and start once more.",
    )


def unanswered(sentences: str) -> str:
    """That the database did not answer; `sentences`: why."""
    text = QCoreApplication.translate("Export", "%1 Nothing was saved.")
    return fill(text, sentences)
