"""An engine for each failure, and processes that can be killed."""

import sys
from collections.abc import Iterator

import pytest

from tests.contract.fixtures import bench, desk, newest_desk, url
from tests.failures.workers import Workers

__all__ = ["bench", "desk", "newest_desk", "url", "workers"]


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """Processes of their own, started within milliseconds."""
    if sys.platform == "win32":
        pytest.skip("processes are not forked here")
    with Workers() as made:
        yield made
