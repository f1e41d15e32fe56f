"""The log file: one format, turned over, without secrets."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_admin import logs
from tests.conftest import ExpectLog

SECRET_URL = "postgresql://admin:s3cret@db/shop"


@pytest.fixture(autouse=True)
def _quiet_again() -> Iterator[None]:
    root = logging.getLogger()
    level = root.level
    yield
    logs.stop()
    root.setLevel(level)


def test_a_line_tells_when_how_bad_and_where(tmp_path: Path) -> None:
    path = logs.start(tmp_path / "logs")
    logging.getLogger("desktop_admin.test").info("%d sales read", 3)
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO     MainThread "
        r"desktop_admin\.test: 3 sales read",
        line,
    )


def test_no_password_reaches_the_file(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("ERROR test: lost")
    path = logs.start(tmp_path)
    log = logging.getLogger("test")
    log.info("connecting to %s", SECRET_URL)
    log.info("as %(url)s", {"url": SECRET_URL})
    try:
        raise ConnectionError(f"no answer from {SECRET_URL}")
    except ConnectionError:
        log.exception("lost")
    text = path.read_text(encoding="utf-8")
    assert text.count("postgresql://admin:***@db/shop") == 3
    assert "s3cret" not in text


def test_the_file_is_turned_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 2_000)
    path = logs.start(tmp_path)
    for number in range(300):
        logging.getLogger("test").info("line %d", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 1 + logs.KEPT
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert "line 299" in path.read_text(encoding="utf-8")


def test_starting_again_moves_the_log(tmp_path: Path) -> None:
    first = logs.start(tmp_path / "a")
    second = logs.start(tmp_path / "b")
    logging.getLogger("test").info("hello")
    assert first.read_text(encoding="utf-8") == ""
    assert "hello" in second.read_text(encoding="utf-8")
