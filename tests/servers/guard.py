"""Run as a program of its own beside a server: ends it should the test run die without doing so.

The test run holds the other end of standard input. However it ends, even by SIGKILL, that end
closes, and then the server is ended and its directory removed. Standard library only, and no
import from this package: it starts with ``python -I -S``, in a few milliseconds.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

GRACE_SECONDS = 5.0
REMOVAL_SECONDS = 15.0


def main() -> None:
    """Remember the server's process id, sent as lines (0: none), until the test run is gone."""
    if sys.platform != "win32":
        # Whoever ends the test run politely may signal its children too; the guard goes last.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
    directory = Path(sys.argv[1])
    server = 0
    for line in sys.stdin:
        server = int(line)
    if server:
        end(server)
    remove(directory)


def end(server: int) -> None:
    """End the process; it is asked first, so that PostgreSQL gives back its shared memory."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(server)], check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.kill(server, signal.SIGQUIT)
            deadline = time.monotonic() + GRACE_SECONDS
            while time.monotonic() < deadline:
                time.sleep(0.02)
                os.kill(server, 0)
            os.kill(server, signal.SIGKILL)


def remove(directory: Path) -> bool:
    """Remove the directory, also while a last process still writes in it; whether it is gone."""
    deadline = time.monotonic() + REMOVAL_SECONDS
    while directory.exists() and time.monotonic() < deadline:
        shutil.rmtree(directory, ignore_errors=True)
        if directory.exists():
            time.sleep(0.02)
    return not directory.exists()


if __name__ == "__main__":
    main()
