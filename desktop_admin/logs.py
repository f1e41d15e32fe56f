"""The log: one rotating file in one format, without secrets."""

import logging
import logging.handlers
import time
from pathlib import Path

from desktop_admin.credentials import hide_passwords

FILE = "boutique-admin.log"
FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)-8s %(threadName)s %(name)s: %(message)s"
DATE_FORMAT = "%Y-%m-%dT%H:%M:%S"
MAX_BYTES = 1_000_000
KEPT = 5


class WithoutSecrets(logging.Formatter):
    """Formats in UTC and hides the password of every URL, also inside tracebacks.

    It stands in the formatter, not in a filter, because only here the arguments and the
    traceback have become text.
    """

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__(FORMAT, DATE_FORMAT)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, fit to be shown to anybody."""
        return hide_passwords(super().format(record))


def start(directory: Path, level: int = logging.INFO) -> Path:
    """Log everything from `level` on to the file in `directory` and return the file's path.

    Called again, it moves the log. Raises `OSError` when the file cannot be opened.
    """
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / FILE
    handler = _RunLog(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=False)
    handler.setFormatter(WithoutSecrets())
    stop()
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    # Connection pools and drivers tell at INFO what only their makers read.
    for chatty in ("sqlalchemy", "keyring", "urllib3"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return path


def stop() -> None:
    """Close the log file, if one is open."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _RunLog)]:
        root.removeHandler(handler)
        handler.close()


class _RunLog(logging.handlers.RotatingFileHandler):
    """The log file of this run, told apart from handlers that others have set."""

    def doRollover(self) -> None:  # noqa: N802 - the name is logging's
        """Turn the file over; where another run holds it open, as Windows allows, go on in it."""
        try:
            super().doRollover()
        except PermissionError:
            self.stream = self._open()
