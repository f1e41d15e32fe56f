"""A process of its own that wants to write to an SQLite file all the time, and tells the longest
time it was kept waiting. Ends when its input does."""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
import time

#: Seconds between two attempts.
_PAUSE = 0.002


def watch(path: str) -> float:
    """The longest wait in seconds, until a line comes in."""
    ended = threading.Event()
    threading.Thread(target=_wait_for_line, args=[ended], daemon=True).start()
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    longest, begun = 0.0, time.perf_counter()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not ended.is_set():
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            waited = time.perf_counter() - begun
        else:
            connection.execute("ROLLBACK")
            waited = time.perf_counter() - begun
            begun = time.perf_counter()
        longest = max(longest, waited)
        time.sleep(_PAUSE)
    return longest


def _wait_for_line(ended: threading.Event) -> None:
    sys.stdin.readline()
    ended.set()


if __name__ == "__main__":
    print(json.dumps({"longest": watch(sys.argv[1])}))
