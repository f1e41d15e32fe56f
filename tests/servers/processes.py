"""Ports, processes and their end: what the servers need of the operating system."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HOST = "127.0.0.1"
# Ctrl+C in the terminal must reach the test run alone: the servers are stopped by it, in order.
if sys.platform == "win32":
    CREATION_FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP
else:
    CREATION_FLAGS = 0


class Guard:
    """The program that cleans up should this process die without doing so."""

    def __init__(self, directory: Path) -> None:
        program = Path(__file__).with_name("guard.py")
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(program), str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=directory.parent,
            start_new_session=True,
            creationflags=CREATION_FLAGS,
        )

    def watch(self, pid: int) -> None:
        """Make ``pid`` the process to end (0: none)."""
        if self._process.stdin is not None:
            self._process.stdin.write(b"%d\n" % pid)
            self._process.stdin.flush()

    def dismiss(self) -> None:
        """Let the guard go; it finds nothing left to do."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()


def free_port() -> int:
    """A port nobody listens on.

    Taken below the range from which clients are given theirs: while the server is down, no
    client of anything can take its port, nor connect to itself there.
    """
    dice = random.SystemRandom()
    return next(port for port in iter(lambda: dice.randrange(15_000, 32_000), 0) if is_free(port))


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def kill_family(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and its children and wait until none of them runs."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
        process.wait()
    else:
        # Stopped first, so that it has no child that we do not see, and tidies nothing up.
        os.kill(process.pid, signal.SIGSTOP)
        children = [pid for pid, parent, _ in _processes() if parent == process.pid]
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()
        while any(pid in children and state not in "ZX" for pid, _, state in _processes()):
            time.sleep(0.005)


def _processes() -> Iterator[tuple[int, int, str]]:
    """Id, parent's id and state of every process; of none where there is no /proc.

    There PostgreSQL's children end by themselves as soon as they miss their parent.
    """
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            text = status.read_text("utf-8", errors="replace")
            # The name between the parentheses may hold anything.
            state, parent = text.rpartition(")")[2].split()[:2]
            yield int(status.parent.name), int(parent), state
