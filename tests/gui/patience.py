"""How long a test waits for what has to come. Nothing is judged by it: a machine may be busy."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """Waits as long as a busy machine may need."""

    def waitUntil(  # noqa: N802 - a name of pytest-qt
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Wait until `callback` is true, or no longer fails."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """In the place of pytest-qt's own, which gives up after five seconds."""
    return PatientBot(request)
