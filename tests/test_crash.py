"""A crash leaves a report that tells what is needed, and no secret."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_admin import __version__, crash

PROGRAM = """
import sys, threading
from pathlib import Path
from desktop_admin.crash import CrashHook
hook = CrashHook(Path(sys.argv[1]))
hook.install()
"""


def run(directory: Path, body: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own that crashes in `body`."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM + body, str(directory)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_uncaught_error_is_written_and_told(tmp_path: Path) -> None:
    done = run(tmp_path, "raise RuntimeError('cannot reach mysql://u:s3cret@h/d')")
    (report,) = crash.unseen_reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert done.returncode == 1
    assert str(report) in done.stderr
    assert __version__ in text
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in text
    assert "RuntimeError: cannot reach mysql://u:***@h/d" in text
    assert "s3cret" not in text + done.stderr


def test_an_error_in_a_thread_is_written_and_the_program_goes_on(tmp_path: Path) -> None:
    body = (
        "thread = threading.Thread(target=lambda: 1 / 0)\n"
        "thread.start(); thread.join(); hook.uninstall(); print('on')"
    )
    done = run(tmp_path, body)
    (report,) = crash.unseen_reports(tmp_path)
    assert done.stdout == "on\n"
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_crash_below_python_is_found_by_the_next_start(tmp_path: Path) -> None:
    done = run(tmp_path, "import faulthandler; faulthandler._sigsegv()")
    (report,) = crash.unseen_reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert done.returncode != 0
    assert __version__ in text
    assert "_sigsegv" in text or "File " in text


def test_a_clean_run_leaves_nothing(tmp_path: Path) -> None:
    run(tmp_path, "hook.uninstall()")
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_was_ended_from_outside_is_no_crash(tmp_path: Path) -> None:
    run(tmp_path, "import os; os._exit(1)")
    assert crash.unseen_reports(tmp_path) == []


def test_a_report_that_was_seen_is_kept_and_shown_no_more(tmp_path: Path) -> None:
    run(tmp_path, "raise RuntimeError('x')")
    (report,) = crash.unseen_reports(tmp_path)
    assert "RuntimeError" in crash.mark_seen(report).read_text(encoding="utf-8")
    assert crash.unseen_reports(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder with an open file")
def test_where_no_report_can_be_written_the_error_is_still_said(tmp_path: Path) -> None:
    done = run(tmp_path, "import shutil; shutil.rmtree(sys.argv[1]); raise RuntimeError('x')")
    assert done.returncode == 1
    assert "RuntimeError: x" in done.stderr
    assert "could not be written" in done.stderr


def test_interrupting_is_no_crash(tmp_path: Path) -> None:
    run(tmp_path, "raise KeyboardInterrupt")
    assert crash.unseen_reports(tmp_path) == []


def test_old_reports_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "KEPT", 2)
    for number in range(5):
        (tmp_path / f"crash-{number}.seen").touch()
    hook = crash.CrashHook(tmp_path)
    hook.install()
    hook.uninstall()
    assert len(list(tmp_path.glob("*.seen"))) == 2
