"""Files that are whole or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: What is kept of a name for the file beside it: names end at 255 bytes.
_KEPT = 40


@contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[Path]:
    """A file beside `path` to be written, which takes its place at the end; where that is never
    reached, it disappears, and `path` is as it was. A new file is for whom files of this folder
    are, and whoever could read what was there can read what takes its place; a `private` one is
    for its owner alone. Raises `OSError`."""
    part = path.with_name(f".{path.name[:_KEPT]}.{os.urandom(4).hex()}.part")
    readers = 0o600 if private else 0o666
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, readers))
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if not private:
            _let_read(part, path)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _let_read(part: Path, path: Path) -> None:
    """Let read `part` who may read `path`, where that is there. Not every disk knows such
    rights."""
    with suppress(OSError):
        part.chmod(path.stat().st_mode & 0o777 | 0o200)
