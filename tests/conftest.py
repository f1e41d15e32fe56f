"""What every test gets: homes of its own, and a failure for every log record nobody expected."""

import importlib.util
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest_plugins = ["tests.servers.fixtures"]

PLUGIN_OPTIONS = {
    "pytestqt": ["qt_api", "qt_log_level_fail", "qt_log_ignore"],
    "pytest_xvfb": ["xvfb_width", "xvfb_height", "xvfb_colordepth"],
}

ExpectLog = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept the options of Qt's plugins also where they, like Qt, are not installed."""
    for plugin, options in PLUGIN_OPTIONS.items():
        if importlib.util.find_spec(plugin) is None:
            for option in options:
                parser.addini(option, f"read by {plugin}, which is not installed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for settings, logs and demo, so that no test touches the operator's."""
    path = tmp_path / "home"
    monkeypatch.setenv("BOUTIQUE_ADMIN_HOME", str(path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return path


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as of `NOW`, made once for all tests; copied before it is changed."""
    # Imported here: what needs no demo loads none of its libraries.
    from desktop_admin.sources.demo.database import open_demo_database
    from tests.gui.fakes import NOW

    return open_demo_database(tmp_path_factory.mktemp("demo"), NOW)


class LogWatch(logging.Handler):
    """Keeps each record from WARNING on, to be compared with the ones a test expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as `LEVEL logger: message`."""
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, pattern: str) -> None:
        """Expect at least one record that matches the regular expression `pattern`."""
        self.expected.append(pattern)

    def complaints(self) -> list[str]:
        """What was logged and not expected, and what was expected and never logged."""
        unexpected = [
            f"unexpected: {line}"
            for line in self.seen
            if not any(re.search(pattern, line) for pattern in self.expected)
        ]
        missing = [
            f"never logged: {pattern}"
            for pattern in self.expected
            if not any(re.search(pattern, line) for line in self.seen)
        ]
        return unexpected + missing


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    """Fails a test in which a record from WARNING on was logged that it did not expect."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield watch
    finally:
        root.removeHandler(watch)
    if complaints := watch.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(_log_watch: LogWatch) -> ExpectLog:
    """`expect_log("WARNING .*moved")`: such a record must come and may; any other fails."""
    return _log_watch.expect
