"""What went wrong, in the operator's words, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_admin.sources.base import (
    Busy,
    CannotConnect,
    Conflict,
    ConnectionLost,
    NotAsExpected,
    NotPrepared,
    ReadOnly,
    ReadOnlyReason,
    Refused,
    SourceError,
)
from desktop_admin.wording.words import Words

_MOST_NAMES = 6


def error(words: Words, failure: SourceError) -> str:
    """One or two sentences: what failed, and what to do next."""
    for kind, sentence in (
        (NotPrepared, _not_prepared),
        (ReadOnly, _read_only),
        (Refused, _refused),
        (CannotConnect, _cannot_connect),
        (ConnectionLost, _lost),
        (Busy, _busy),
        (NotAsExpected, _not_as_expected),
        (Conflict, _conflict),
    ):
        if isinstance(failure, kind):
            return sentence(words, failure)
    return words.text("The source failed: {detail}", detail=failure.detail)


def _not_prepared(words: Words, _: SourceError) -> str:
    return words.text(
        "This database is not prepared for changes: it has no journal yet. Nothing was changed. "
        "Run “desktop-admin prepare” once, or give the output of “desktop-admin prepare --sql” "
        "to whoever administers it."
    )


def read_only(words: Words, reason: object) -> str:
    """Why a source can only be read."""
    reasons = {
        ReadOnlyReason.CHOSEN: words.text("this connection was opened to read only"),
        ReadOnlyReason.NETWORK_SHARE: words.text(
            "the file lies on a network share, where two computers that write can damage it"
        ),
        ReadOnlyReason.FILE_RIGHTS: words.text("you may not write to this database"),
        ReadOnlyReason.NOT_PREPARED: words.text("this database is not prepared for changes"),
        ReadOnlyReason.RIGHTS: words.text("the account of this connection may not write"),
        ReadOnlyReason.SERVER: words.text(
            "this server takes no changes: it follows another one, or was set to be read only"
        ),
    }
    known = reason if isinstance(reason, ReadOnlyReason) else ReadOnlyReason.RIGHTS
    return reasons[known]


def _read_only(words: Words, failure: SourceError) -> str:
    reason = read_only(words, failure.facts.get("reason"))
    return words.text("Nothing was changed: {reason}.", reason=reason)


def _refused(words: Words, failure: SourceError) -> str:
    sentences = {
        "login": words.text(
            "The server refused the login. Check the user and the password "
            "(the environment variable BOUTIQUE_ADMIN_PASSWORD, or a saved connection)."
        ),
        "database": words.text("The server has no database of that name. Check the name."),
        "rights": words.text(
            "This account may not do that. Ask whoever administers the database for the right."
        ),
        "tls": words.text(
            "The server's certificate could not be verified, so nothing was sent. Give the "
            "certificate of your authority with --ca-file, or ask your administrator."
        ),
    }
    known = sentences.get(str(failure.facts.get("step")))
    return known or words.text("The server refused: {detail}", detail=failure.detail)


def _cannot_connect(words: Words, failure: SourceError) -> str:
    sentences = {
        "file": words.text("The file cannot be opened. Check that it is there and may be read."),
        "address": words.text(
            "This address leads nowhere. Expected: sqlite:///FILE, postgresql://USER@HOST/NAME, "
            "mysql://USER@HOST/NAME, demo, or the name of a saved connection."
        ),
        "port": words.text(
            "The machine does not answer on this port. Check that the server runs, and that no "
            "firewall is in between."
        ),
    }
    known = sentences.get(str(failure.facts.get("step")))
    return known or words.text("Cannot connect: {detail}", detail=failure.detail)


def _lost(words: Words, failure: SourceError) -> str:
    changed = failure.facts.get("changed", False)
    if changed is None:
        return words.text(
            "The connection was lost just when the change was being finished, and the server "
            "cannot be asked yet. Look into the journal before doing it again: it tells whether "
            "the change was made."
        )
    return words.text(
        "The connection was lost. What was under way was taken back; nothing was changed."
    )


def _busy(words: Words, failure: SourceError) -> str:
    sentences = {
        "changed_meanwhile": words.text(
            "Somebody changed what this relied on at the same moment. Nothing was changed; "
            "plan again."
        ),
        "connections": words.text("The server has no connection left. Try again later."),
        "disk_full": words.text("The disk is full. Nothing was changed."),
    }
    known = sentences.get(str(failure.facts.get("step")))
    return known or words.text(
        "Another program is holding the database. Nothing was changed; try again in a moment."
    )


def _not_as_expected(words: Words, failure: SourceError) -> str:
    expected, found = failure.facts.get("expected"), failure.facts.get("found")
    if isinstance(expected, Sequence) and isinstance(found, Sequence):
        return words.text(
            "This is not the database of the shops' server, or a version that is not known. "
            "Missing: {missing}. Found: {found}.",
            missing=_some(words, expected),
            found=_some(words, found),
        )
    if failure.facts.get("step") == "journal":
        return words.text(
            "Somebody tampered with the journal of this database: it does not end where it says it "
            "does. Nothing was changed. Have the journal checked, and put the database back from a "
            "backup."
        )
    if failure.facts.get("step") == "damaged":
        return words.text("This database file is damaged: {detail}", detail=failure.detail)
    return words.text(
        "The database is not as expected; it may have been changed meanwhile: {detail}",
        detail=failure.detail,
    )


def _some(words: Words, names: Sequence[object]) -> str:
    listed = [str(name) for name in names[:_MOST_NAMES]]
    left = len(names) - len(listed)
    if not names:
        return words.text("no table")
    more = [words.count("{n} more", "{n} more", left)] if left else []
    return ", ".join([*listed, *more])


def _conflict(words: Words, _: SourceError) -> str:
    return words.text(
        "A change with the same identity but another content was made before. Nothing was changed."
    )
