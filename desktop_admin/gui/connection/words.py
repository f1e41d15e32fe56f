"""What an examination found, in words a manager can act on."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject

from desktop_admin.gui.errors import explain
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.shell.connection_view import why
from desktop_admin.gui.text import fill, one_line
from desktop_admin.sources.base import NotAsExpected, ReadOnlyReason, SourceError
from desktop_admin.sources.examination import Examination, Step, StepState

#: What a server says that is not ready, in English and French.
_COMING_OR_GOING = ("starting up", "shutting down", "de démarrage", "d'arrêt")


class Tone(StrEnum):
    """How a finding is meant, and coloured."""

    GOOD = "good"
    WARNING = "orphan"
    ERROR = "error"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was found."""

    text: str
    tone: Tone = Tone.GOOD


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a test came to: in one line, what to do about it, and what it stands on."""

    tone: Tone
    headline: str
    advice: str = ""
    facts: tuple[Fact, ...] = ()


class Counted(QObject):
    """Figures with their nouns: only an object's own `tr` is known to have plural forms."""

    def boutiques(self, number: int) -> str:
        """So many boutiques."""
        return self.tr("%Ln boutique(s)", "", number)

    def terminals(self, number: int) -> str:
        """So many terminals."""
        return self.tr("%Ln terminal(s)", "", number)

    def sales(self, number: int) -> str:
        """So many sales."""
        return self.tr("%Ln sale(s)", "", number)

    def orphans(self, number: int) -> str:
        """So many orphan sales."""
        return self.tr("%Ln orphan sale(s)", "", number)


def testing() -> Verdict:
    """What is said while the test goes on."""
    return Verdict(
        Tone.BUSY,
        QCoreApplication.translate("Examination", "Testing…"),
        QCoreApplication.translate(
            "Examination", "A server that does not answer is waited for, ten seconds at most."
        ),
    )


def verdict(found: Examination, formats: Formats) -> Verdict:
    """The words for `found`."""
    if found.error is not None and found.failed is not None:
        return Verdict(
            Tone.ERROR,
            _failure(found, found.failed),
            _advice(found, found.failed, found.error),
            tuple(_on_the_way(found)),
        )
    tone = Tone.GOOD if found.read_only is None else Tone.WARNING
    facts = (*_on_the_way(found), *_inside(found, formats))
    return Verdict(tone, _headline(found), _next_step(found), facts)


def trouble_saving(error: OSError) -> Verdict:
    """The settings could not be written."""
    full = QCoreApplication.translate("Examination", "The disk is full. Make room, then try again.")
    other = QCoreApplication.translate(
        "Examination", "The folder of the settings may not be written to: %1"
    )
    return Verdict(
        Tone.ERROR,
        QCoreApplication.translate("Examination", "The connection could not be saved"),
        full if error.errno == errno.ENOSPC else fill(other, one_line(str(error))),
    )


def trouble_testing(error: SourceError) -> Verdict:
    """The test itself went wrong."""
    said = explain(error)
    return Verdict(Tone.ERROR, said.title, said.meaning)


def report(found: Examination) -> str:
    """The same for support: every step, and the driver's own words."""
    lines = [f"{step.value}: {state.value}" for step, state in found.steps]
    if found.engine:
        lines.append(f"engine: {found.engine}")
    if found.error is not None:
        named = found.error.facts.get("step", "")
        lines.append(f"error: {type(found.error).__name__} {named}\n{found.error.detail}")
    return "\n".join(lines) + "\n"


def _headline(found: Examination) -> str:
    counts = found.counts
    if counts is None:
        return found.engine
    writes = QCoreApplication.translate("Examination", "read and write")
    reads = QCoreApplication.translate("Examination", "read only")
    return fill(
        "%1 — %2, %3, %4",
        one_line(found.engine),
        Counted().boutiques(counts.boutiques),
        Counted().sales(counts.sales),
        writes if found.read_only is None else reads,
    )


def _next_step(found: Examination) -> str:
    if found.read_only is None:
        return ""
    if found.read_only is not ReadOnlyReason.NOT_PREPARED:
        return why(found.read_only)
    if found.may_prepare is False:
        return QCoreApplication.translate(
            "Examination",
            "It is not prepared for changes yet, and this login may not do it. Open it, then "
            "choose “Prepare this database”: it shows the statements to hand to an administrator.",
        )
    return QCoreApplication.translate(
        "Examination",
        "It is not prepared for changes yet: everything can be read, nothing changed. Open it, "
        "then choose “Prepare this database”.",
    )


def _on_the_way(found: Examination) -> list[Fact]:
    """The steps that went well, or nearly."""
    facts = []
    for step, state in found.steps:
        if state in (StepState.OK, StepState.WARNED):
            said = _step(found, step)
            if said:
                tone = Tone.GOOD if state is StepState.OK else Tone.WARNING
                facts.append(Fact(said, tone))
    return facts


def _step(found: Examination, step: Step) -> str:
    """What it means that `step` went well; empty where the headline says it."""
    if step is Step.PORT:
        if found.reached_ms is None:
            return QCoreApplication.translate("Examination", "Server reached")
        text = QCoreApplication.translate("Examination", "Server reached in %1 ms")
        return fill(text, f"{max(1, round(found.reached_ms))}")
    if step is Step.TLS:
        return _tls(found)
    return {
        Step.FILE: QCoreApplication.translate("Examination", "File opened"),
        Step.LOGIN: QCoreApplication.translate("Examination", "Login accepted"),
        Step.DATABASE: QCoreApplication.translate("Examination", "Database found"),
        Step.SCHEMA: QCoreApplication.translate("Examination", "A shop’s tables"),
    }.get(step, "")


def _tls(found: Examination) -> str:
    if found.tls:
        text = QCoreApplication.translate("Examination", "Encrypted connection (%1)")
        return fill(text, one_line(found.tls).replace("TLSv", "TLS "))
    if found.tls is None:
        return ""
    if found.local:
        return QCoreApplication.translate("Examination", "Not encrypted: the server is this PC")
    return QCoreApplication.translate("Examination", "Not encrypted: others can read along")


def _inside(found: Examination, formats: Formats) -> list[Fact]:
    facts = []
    counts = found.counts
    if counts is not None:
        terminals = Counted().terminals(counts.terminals)
        if counts.last_sale is not None:
            text = QCoreApplication.translate("Examination", "%1, last sale on %2")
            terminals = fill(text, terminals, formats.minute(counts.last_sale))
        facts.append(Fact(terminals))
        orphans = Counted().orphans(counts.orphans)
        facts.append(Fact(orphans, Tone.WARNING if counts.orphans else Tone.GOOD))
    if found.prepared:
        facts.append(Fact(QCoreApplication.translate("Examination", "Prepared for changes")))
    else:
        text = QCoreApplication.translate("Examination", "Not prepared for changes")
        facts.append(Fact(text, Tone.WARNING))
    if found.server_may_be_running:
        text = QCoreApplication.translate(
            "Examination", "The shop’s server seems to write to this file just now"
        )
        facts.append(Fact(text, Tone.WARNING))
    return facts


def _failure(found: Examination, step: Step) -> str:
    """What failed, in one line."""
    if step is Step.FILE and _named(found) == "damaged":
        return QCoreApplication.translate("Examination", "File: it is damaged")
    if step is Step.FILE and _named(found) == "locked":
        return QCoreApplication.translate("Examination", "File: another program holds it")
    if step is Step.FILE and isinstance(found.error, NotAsExpected):
        return QCoreApplication.translate("Examination", "File: it is not a database")
    if step is Step.DATABASE and _named(found) == "rights":
        return QCoreApplication.translate("Examination", "Database: this login may not enter it")
    return {
        Step.FILE: QCoreApplication.translate("Examination", "File: it cannot be opened"),
        Step.ADDRESS: QCoreApplication.translate(
            "Examination", "Address: no server of this name is found"
        ),
        Step.PORT: QCoreApplication.translate("Examination", "Port: the server does not answer"),
        Step.TLS: QCoreApplication.translate(
            "Examination", "Encryption: no secure connection comes about"
        ),
        Step.LOGIN: QCoreApplication.translate(
            "Examination", "Login: the server does not let you in"
        ),
        Step.DATABASE: QCoreApplication.translate(
            "Examination", "Database: the server has none of that name"
        ),
        Step.SCHEMA: QCoreApplication.translate(
            "Examination", "Tables: this is not a shop’s database"
        ),
        Step.RIGHTS: QCoreApplication.translate(
            "Examination", "Rights: this login may not read all that is needed"
        ),
        Step.PREPARED: QCoreApplication.translate("Examination", "The journal cannot be read"),
    }[step]


def _advice(found: Examination, step: Step, error: SourceError) -> str:
    """What helps."""
    if step is Step.RIGHTS and error.facts.get("tables"):
        text = QCoreApplication.translate(
            "Examination", "Ask whoever manages the database for the right to read: %1."
        )
        tables = error.facts["tables"]
        names = ", ".join(map(str, tables)) if isinstance(tables, tuple) else ""
        return fill(text, one_line(names))
    if step is Step.TLS:
        return _about_tls(error)
    if step is Step.FILE and isinstance(error, NotAsExpected) and _named(found) == "file":
        return QCoreApplication.translate(
            "Examination", "Choose the file that the shop’s server works with, or a copy of it."
        )
    if step is Step.LOGIN and _named(found) == "host":
        return QCoreApplication.translate(
            "Examination",
            "It knows no such user from this PC. Ask whoever manages the server to let this PC in.",
        )
    if step is Step.PORT and any(word in error.detail for word in _COMING_OR_GOING):
        return QCoreApplication.translate(
            "Examination", "It is just being started or stopped. Wait a moment, then try again."
        )
    if step is Step.PORT and found.reached_ms is not None:
        return QCoreApplication.translate(
            "Examination",
            "Something answers there, but not as this kind of database does. Check port and kind.",
        )
    return explain(error).meaning


def _about_tls(error: SourceError) -> str:
    if error.facts.get("ca_file"):
        return QCoreApplication.translate(
            "Examination", "The chosen file holds no certificate that can be read. Choose another."
        )
    text = error.detail.lower()
    if "does not support" in text or "unencrypted" in text or "not supported" in text:
        return QCoreApplication.translate(
            "Examination",
            "The server offers no encryption. Ask whoever manages it to switch it on; without it "
            "others on the network can read along.",
        )
    if "no encryption" in text or "insecure transport" in text:
        return QCoreApplication.translate(
            "Examination", "The server lets nobody in without encryption. Choose “Required”."
        )
    if "hostname" in text or "match" in text:
        return QCoreApplication.translate(
            "Examination",
            "The server’s certificate is for another name. Write the server’s name as its "
            "certificate has it, or ask whoever manages it.",
        )
    return QCoreApplication.translate(
        "Examination",
        "The server’s certificate is not one that everybody trusts. Ask whoever manages it for "
        "the certificate of its authority, and choose that file.",
    )


def _named(found: Examination) -> str:
    return str(found.error.facts.get("step", "")) if found.error is not None else ""
