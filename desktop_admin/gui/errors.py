"""What a source's error means, in words an operator can act on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_admin.gui.shell.connection_view import why
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources import base

#: Of what is missing, no more is named.
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """What happened, and what it means and helps."""

    title: str
    meaning: str

    @property
    def sentences(self) -> str:
        """Both, for where there is one line for them."""
        return f"{self.title}. {self.meaning}"


def explain(error: base.SourceError) -> Explanation:
    """The sentences for `error`, in the language of the window."""
    step = str(error.facts.get("step", ""))
    known = _own_words(error, step)
    if known is not None:
        return known
    if isinstance(error, base.ConnectionLost | base.NotAsExpected):
        return Explanation(_title(error), _by_kind(error))
    return Explanation(_title(error), _by_step(step) or _by_kind(error))


def _own_words(error: base.SourceError, step: str) -> Explanation | None:
    """Both sentences of what neither its kind nor its step alone explains."""
    if isinstance(error, base.NotPrepared):
        return Explanation(
            QCoreApplication.translate("Errors", "This database is not prepared for changes"),
            QCoreApplication.translate(
                "Errors",
                "Nothing was changed; everything can still be read. Prepare it in the list of "
                "connections, or ask whoever manages it.",
            ),
        )
    if isinstance(error, base.ReadOnly):
        reason = error.facts.get("reason")
        known = reason if isinstance(reason, base.ReadOnlyReason) else base.ReadOnlyReason.SERVER
        title = QCoreApplication.translate("Errors", "Nothing was changed: it can only be read")
        return Explanation(title, why(known))
    if isinstance(error, base.NotAsExpected):
        return _otherwise().get(step)
    return None


def _otherwise() -> dict[str, Explanation]:
    """A database that is not what it was, or a file that is none."""
    return {
        "schema": Explanation(
            QCoreApplication.translate("Errors", "The database has changed"),
            QCoreApplication.translate(
                "Errors",
                "A table or a column that is read here is gone, or bears another name. Try again "
                "later; if that does not help, ask whoever manages the database.",
            ),
        ),
        "file": Explanation(
            QCoreApplication.translate("Errors", "This is not a shop’s database"),
            QCoreApplication.translate(
                "Errors", "The file holds something else. Choose another file."
            ),
        ),
        "damaged": Explanation(
            QCoreApplication.translate("Errors", "The database file is damaged"),
            QCoreApplication.translate(
                "Errors", "Do not write to it any more. Ask for a copy, or restore a backup."
            ),
        ),
    }


def _title(error: base.SourceError) -> str:
    """What happened."""
    if isinstance(error, base.CannotConnect):
        return QCoreApplication.translate("Errors", "The database cannot be reached")
    if isinstance(error, base.ConnectionLost):
        return QCoreApplication.translate("Errors", "The connection to the database was lost")
    if isinstance(error, base.Busy):
        return QCoreApplication.translate("Errors", "The database is busy")
    if isinstance(error, base.NotAsExpected):
        return QCoreApplication.translate("Errors", "This is not a shop’s database")
    if isinstance(error, base.Refused):
        return QCoreApplication.translate("Errors", "The database refuses access")
    return QCoreApplication.translate("Errors", "The database gave no answer")


def _by_step(step: str) -> str:
    """What it means that just this failed, and what helps; empty for what has no words here."""
    return {**_on_the_way(), **_at_the_door(), **_inside()}.get(step, "")


def _on_the_way() -> dict[str, str]:
    return {
        "file": QCoreApplication.translate(
            "Errors",
            "The file was not found, or may not be opened. Check where it is, and your rights.",
        ),
        "address": QCoreApplication.translate(
            "Errors",
            "The address leads nowhere. Check how it is written, and the network of this PC.",
        ),
        "port": QCoreApplication.translate(
            "Errors",
            "The machine does not answer. Is the database running, and does the firewall let "
            "this PC through?",
        ),
        "tls": QCoreApplication.translate(
            "Errors",
            "The secure connection failed: the server’s certificate is not trusted. "
            "Ask whoever manages the server.",
        ),
    }


def _at_the_door() -> dict[str, str]:
    return {
        "login": QCoreApplication.translate(
            "Errors", "The user name or the password is wrong. Check both, then try again."
        ),
        "password_in_url": QCoreApplication.translate(
            "Errors",
            "A password stood in the address, where others can read it. Take it out: "
            "it belongs in the system’s credential store.",
        ),
        "host": QCoreApplication.translate(
            "Errors", "It does not let this PC in. Ask whoever manages the database."
        ),
        "database": QCoreApplication.translate(
            "Errors", "The server has no database of that name. Check how it is written."
        ),
        "rights": QCoreApplication.translate(
            "Errors", "This login lacks the rights. Ask whoever manages the database."
        ),
    }


def _inside() -> dict[str, str]:
    return {
        "connections": QCoreApplication.translate(
            "Errors", "Too many programs are connected to it. Close one, or wait a moment."
        ),
        "timeout": QCoreApplication.translate(
            "Errors", "It took too long, and was broken off. Try again."
        ),
        "changed_meanwhile": QCoreApplication.translate(
            "Errors",
            "Somebody else changed the same just now. Nothing was changed; refresh, then try "
            "again.",
        ),
        "journal": QCoreApplication.translate(
            "Errors",
            "Somebody tampered with its journal: it does not end where it says it does. "
            "Nothing was changed. Have the journal checked, and the database put back from a "
            "backup.",
        ),
        "disk_full": QCoreApplication.translate(
            "Errors", "Its disk is full. Make room, then try again."
        ),
    }


def _by_kind(error: base.SourceError) -> str:
    """What it means and helps, where the failing step is not known more closely."""
    if isinstance(error, base.CannotConnect):
        return QCoreApplication.translate(
            "Errors", "It does not answer. Check that it is running, and the network of this PC."
        )
    if isinstance(error, base.ConnectionLost):
        if error.facts.get("changed", False) is None:
            return QCoreApplication.translate(
                "Errors",
                "Nobody knows yet whether the change was made: it is looked up as soon as the "
                "database answers again. Do not repeat it.",
            )
        return QCoreApplication.translate(
            "Errors", "Nothing was changed. Check the network, then try again."
        )
    if isinstance(error, base.Busy):
        return QCoreApplication.translate(
            "Errors", "Another program is writing to it. Wait a moment, then try again."
        )
    if isinstance(error, base.NotAsExpected):
        return _not_as_expected(error)
    if isinstance(error, base.Refused):
        return QCoreApplication.translate(
            "Errors", "It answers, and says no. Ask whoever manages the database."
        )
    return QCoreApplication.translate("Errors", "Try again. The log tells more.")


def _not_as_expected(error: base.SourceError) -> str:
    expected = error.facts.get("expected", ())
    every = [str(name) for name in expected] if isinstance(expected, tuple) else []
    names = ", ".join(every[:_MOST_NAMES]) + (", …" if len(every) > _MOST_NAMES else "")
    if not every:
        return QCoreApplication.translate(
            "Errors", "It does not hold the tables of a shop. Choose another database."
        )
    sentence = QCoreApplication.translate(
        "Errors", "It lacks what a shop’s database has: %1. Choose another database."
    )
    return fill(sentence, one_line(names))
