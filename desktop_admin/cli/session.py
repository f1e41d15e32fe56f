"""What one run of the command line stands on."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from desktop_admin import credentials, opening, settings
from desktop_admin.domain.changes import Operator
from desktop_admin.domain.clock import Clock
from desktop_admin.sources.base import SalesSource
from desktop_admin.wording.words import Words


@dataclass(frozen=True, slots=True)
class Session:
    """The words, the settings, the clock and the operator."""

    words: Words
    settings: settings.Settings
    clock: Clock
    operator: Operator

    @contextmanager
    def source(self, text: str, *, read_only: bool = False) -> Iterator[SalesSource]:
        """The source that `text` names, closed at the end."""
        target = opening.find_target(text, self.settings)
        if read_only:
            target = replace(target, read_only=True)
        passwords = credentials.system_passwords()
        source = opening.open_target(
            target, passwords, clock=self.clock, ask=ask_password(self.words)
        )
        try:
            yield source
        finally:
            source.close()


def ask_password(words: Words) -> opening.AskPassword | None:
    """Ask on the terminal, where somebody sits at one."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(url: str) -> str | None:
        prompt = words.text("Password for {url}: ", url=credentials.without_password(url))
        return getpass.getpass(prompt, sys.stderr) or None

    return ask
