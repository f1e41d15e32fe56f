"""What every test of the window gets; imports Qt, so it stays out of the tests below."""

import os
import sys
from collections.abc import Iterator

import pytest

from tests.gui import leftovers
from tests.gui.apart import set_apart
from tests.gui.patience import qtbot

__all__ = ["qtbot"]


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Without a screen, be it the virtual one of pytest-xvfb, Qt draws into memory."""
    if sys.platform.startswith("linux") and not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def no_leftovers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that widgets, threads, pool jobs or timers outlive."""
    request.getfixturevalue("qapp")
    known = leftovers.top_level_widgets()
    # What is older than the test is not searched, by this or by the garbage collector: with all
    # modules, and all that earlier tests keep, that takes most of its time.
    set_apart(monkeypatch)
    yield
    leftovers.settle()
    found = {**leftovers.top_level_widgets(), **leftovers.running_objects()}
    left = [name for address, name in found.items() if address not in known]
    if jobs := leftovers.pool_jobs():
        left.append(f"{jobs} job(s) in the thread pool")
    if left:
        pytest.fail("outlived the test: " + "; ".join(left), pytrace=False)


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
