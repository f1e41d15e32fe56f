"""Processes that work on a database and can be killed at any moment.

Starting Python and importing everything takes a second; a hundred kills need processes that are
there at once. So one process imports everything and forks whenever a worker is asked for:

    with Workers() as workers:
        worker = workers.start("apply", url, change_set)
        worker.says("ready")
        worker.kill()
"""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO, Any, Self

PATIENCE = 60.0


class Worker:
    """One process; what it says comes line by line."""

    def __init__(self, lines: "Queue[list[str]]") -> None:
        self._lines = lines
        self.pid = int(self.says("born")[0])

    def says(self, word: str) -> list[str]:
        """Wait until it says `word`; the rest of that line. Fails where it ends before."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except Empty:
                raise AssertionError(f"no {word!r} within {PATIENCE} s") from None
            if line[0] == word:
                return line[1:]
            if line[0] == "ended":
                raise AssertionError(f"{' '.join(line)} before {word!r}")

    def kill(self) -> None:
        """End it as a crash does, unless it has ended already, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.ended()

    def ended(self) -> None:
        """Wait until it is gone, whatever it says before."""
        while self._lines.get(timeout=PATIENCE)[0] != "ended":
            pass


class Workers:
    """The process that everything is imported in, and that forks."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._talking: dict[str, Queue[list[str]]] = {}
        self._started = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.failures.forking"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        return self

    def start(self, task: str, *arguments: Any) -> Worker:
        """A worker that runs the function `task` of `tasks.py` with these arguments."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._started += 1
        name = str(self._started)
        lines = self._talking[name] = Queue()
        pickle.dump((name, task, arguments), self._process.stdin)
        self._process.stdin.flush()
        return Worker(lines)

    def _listen(self, said: IO[bytes]) -> None:
        for line in said:
            name, *words = line.decode().split()
            self._talking[name].put(words)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._process.stdout.close()
