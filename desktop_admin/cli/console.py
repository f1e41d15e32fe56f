"""What the commands share: speaking to a console, progress, cancelling, and exit codes."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, TextIO

from desktop_admin.sources.base import (
    Cancelled,
    Conflict,
    NotPrepared,
    Progress,
    ReadOnly,
    Report,
    SourceError,
    Step,
)
from desktop_admin.wording import errors
from desktop_admin.wording.languages import DEFAULT_LANGUAGE, LANGUAGES
from desktop_admin.wording.plain import encodable
from desktop_admin.wording.words import Words

OK, PROBLEMS, USAGE, UNREACHABLE, REFUSED, CANCELLED = 0, 1, 2, 3, 4, 130

LANGUAGE_VARIABLE = "BOUTIQUE_ADMIN_LANGUAGE"
_LANGUAGE_OPTION = "--language"


def choose_language(arguments: Sequence[str], saved: str | None) -> tuple[str, list[str]]:
    """The language to speak, and the arguments without it: asked for on the command line, by
    the environment, saved, else French."""
    asked, left = _take_language(arguments)
    for language in (asked, os.environ.get(LANGUAGE_VARIABLE), saved):
        if language in LANGUAGES:
            return language, left
    return DEFAULT_LANGUAGE, left


def _take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """A known language after `--language` and the rest; anything else stays, to be refused."""
    asked, left = None, list(arguments)
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name != _LANGUAGE_OPTION:
            continue
        if equals and value in LANGUAGES:
            asked, left = value, left[:place] + left[place + 1 :]
        elif not equals and place + 1 < len(arguments) and arguments[place + 1] in LANGUAGES:
            asked, left = arguments[place + 1], left[:place] + left[place + 2 :]
        break
    return asked, left


def say(text: str, stream: TextIO | None = None) -> None:
    """Print `text`; signs that the console does not know become simpler ones."""
    out = stream or sys.stdout
    out.write(encodable(text, out.encoding) + "\n")
    out.flush()


def complain(text: str) -> None:
    """Print `text` where errors go."""
    say(text, sys.stderr)


def say_json(value: Any) -> None:
    """Print JSON, in ASCII, so that any console and any reader takes it."""
    say(json.dumps(value, indent=2, ensure_ascii=True))


def exit_code(failure: SourceError) -> int:
    """What a failure of a source ends the program with."""
    refused = isinstance(failure, ReadOnly | NotPrepared | Conflict)
    return REFUSED if refused else UNREACHABLE


def tell(words: Words, failure: SourceError) -> int:
    """Say what failed and what to do next; answers with the exit code."""
    complain(errors.error(words, failure))
    return exit_code(failure)


class Progressing:
    """A line on the error stream that says what a long task does, where somebody watches, and
    the way to cancel it: Ctrl+C asks once, and the task stops at the next safe point."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._asked = False
        self._watched = sys.stderr.isatty()
        self._shown = ""

    def report(self, progress: Progress) -> None:
        """Show `progress`; raises `Cancelled` when that was asked for."""
        if self._asked:
            raise Cancelled
        if not self._watched:
            return
        text = self._step(progress.step)
        if progress.total:
            text = f"{text} {100 * progress.done // progress.total} %"
        if text != self._shown:
            self._shown = text
            sys.stderr.write(f"\r{encodable(text, sys.stderr.encoding):<60}")
            sys.stderr.flush()

    def finish(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
            sys.stderr.flush()

    def ask_to_cancel(self, _: int, __: FrameType | None) -> None:
        """Handle Ctrl+C; the second one does not wait."""
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True

    def _step(self, step: Step) -> str:
        words = self._words
        names = {
            Step.READING: words.text("Reading sales and what is known of them…"),
            Step.WEIGHING: words.text("Weighing the evidence…"),
            Step.STAGING: words.text("Preparing the changes, nothing is locked yet…"),
            Step.CHECKING: words.text("Checking every change once more…"),
            Step.WRITING: words.text("Writing…"),
            Step.COMMITTING: words.text("Finishing…"),
        }
        return names[step]


@contextmanager
def progressing(words: Words) -> Iterator[Report]:
    """A report to give to a long task; Ctrl+C cancels it, all or nothing."""
    shown = Progressing(words)
    before = signal.signal(signal.SIGINT, shown.ask_to_cancel)
    try:
        yield shown.report
    finally:
        signal.signal(signal.SIGINT, before)
        shown.finish()
