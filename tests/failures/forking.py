"""The process behind `workers.py`: imports everything once, then forks a worker per task."""

import os
import pickle
import select
import signal
import sys
import traceback

import psycopg
import pymysql
import sqlalchemy as sa

from tests.failures import tasks

#: Imported before the first fork, or each worker would import them again.
DRIVERS = (psycopg, pymysql, *map(sa.create_engine, ("postgresql+psycopg://", "mysql+pymysql://")))


def say(name: str, *words: object) -> None:
    """One line, written whole, whoever else is talking."""
    os.write(1, f"{name} {' '.join(map(str, words))}\n".encode())


def run(name: str, task: str, arguments: tuple[object, ...]) -> None:
    """The life of one worker."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    status = 1
    try:
        say(name, "born", os.getpid())
        getattr(tasks, task)(lambda *words: say(name, *words), *arguments)
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def bury(names: dict[int, str]) -> None:
    """Tell of every worker that has ended."""
    while names:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        say(names.pop(pid), "ended", status)


def main() -> None:
    """Fork for every task that comes; end when nobody can send any more."""
    names: dict[int, str] = {}
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    orders = sys.stdin.buffer
    while True:
        ready = select.select([orders, woken], [], [])[0]
        if woken in ready:
            os.read(woken, 100)
            bury(names)
        if orders in ready:
            try:
                name, task, arguments = pickle.load(orders)
            except EOFError:
                break
            if task == "apply":
                tasks.get_ready(*arguments[:2])
            pid = os.fork()
            if not pid:
                run(name, task, arguments)
            names[pid] = name
    for pid in names:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
