"""The guard that fails a test for what it logs sees what came and what did not."""

import logging

from tests.conftest import ExpectLog, LogWatch


def test_what_was_expected_may_come(expect_log: ExpectLog) -> None:
    expect_log(r"WARNING shop: .* moved")
    logging.getLogger("shop").warning("terminal %s moved", "T1")


def test_less_than_a_warning_is_never_counted() -> None:
    logging.getLogger("shop").info("read")


def test_anything_else_is_complained_about() -> None:
    watch = LogWatch()
    watch.expect("WARNING shop: lost")
    watch.expect("ERROR")
    record = logging.LogRecord("shop", logging.WARNING, "", 0, "lost %s", ("line",), None)
    other = logging.LogRecord("shop", logging.CRITICAL, "", 0, "gone", (), None)
    watch.handle(record)
    watch.handle(other)
    assert watch.complaints() == ["unexpected: CRITICAL shop: gone", "never logged: ERROR"]
