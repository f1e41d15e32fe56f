"""Questions off the GUI thread: answers come back here, once, and only while they are wanted."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop_admin.gui.jobs import Jobs
from desktop_admin.sources.base import Busy, Progress, Report, SourceError, Step
from tests.conftest import ExpectLog


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[SourceError] = []
        self.threads: list[QThread] = []

    def result(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def error(self, error: SourceError) -> None:
        self.errors.append(error)


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


def test_an_answer_comes_in_the_thread_that_asked(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    worker: list[QThread] = []

    def work(_: Report) -> int:
        worker.append(QThread.currentThread())
        return 2**40

    jobs.ask(work, listener.result, listener.error, owner=listener)
    qtbot.waitUntil(lambda: bool(listener.results))
    assert listener.results == [2**40]
    assert listener.threads == [QThread.currentThread()] != worker
    assert not jobs.busy


def test_a_source_s_error_goes_to_the_second_callback(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()

    def work(_: Report) -> None:
        raise Busy("locked")

    jobs.ask(work, listener.result, listener.error, owner=listener)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert [type(error) for error in listener.errors] == [Busy]


def test_a_bug_is_raised_in_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()

    def work(_: Report) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        jobs.ask(work, listener.result, listener.error, owner=listener)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert not listener.results
    assert [type(error) for error in listener.errors] == [SourceError]


def test_a_newer_question_drops_the_older_one_s_answer(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    go_on = threading.Event()

    def slow(_: Report) -> str:
        go_on.wait(5)
        return "old"

    jobs.ask(slow, listener.result, listener.error, owner=listener, topic="rows")
    jobs.ask(lambda _: "new", listener.result, listener.error, owner=listener, topic="rows")
    jobs.ask(lambda _: "other", listener.result, listener.error, owner=listener, topic="sum")
    qtbot.waitUntil(lambda: len(listener.results) == 2)
    go_on.set()
    assert jobs.close()
    qtbot.wait(20)
    assert sorted(map(str, listener.results)) == ["new", "other"]


def test_nobody_is_told_once_the_owner_is_deleted(qtbot: QtBot, jobs: Jobs) -> None:
    listener = Listener()
    go_on = threading.Event()
    jobs.ask(lambda _: go_on.wait(5), listener.result, listener.error, owner=listener)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete.value)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert listener.results == []


def test_closing_cancels_work_at_its_next_report_and_takes_no_more(jobs: Jobs) -> None:
    listener = Listener()
    started = threading.Event()

    def endless(report: Report) -> None:
        while True:
            started.set()
            report(Progress(Step.READING))

    job = jobs.ask(endless, listener.result, listener.error, owner=listener)
    assert started.wait(5)
    assert jobs.close(5_000)
    assert job.cancelled
    late = jobs.ask(lambda _: 1, listener.result, listener.error, owner=listener)
    assert late.cancelled
    assert not jobs.busy


def test_closing_says_when_a_worker_does_not_end(jobs: Jobs, expect_log: ExpectLog) -> None:
    listener = Listener()
    go_on = threading.Event()
    started = threading.Event()

    def deaf(_: Report) -> None:
        started.set()
        go_on.wait(5)

    jobs.ask(deaf, listener.result, listener.error, owner=listener)
    assert started.wait(5)
    expect_log("ERROR .*did not end")
    assert not jobs.close(50)
    go_on.set()
    assert jobs.close(5_000)
