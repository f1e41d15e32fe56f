"""Files appear whole, and are for whom they were."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_admin.files import whole_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the folder")


@pytest.fixture(autouse=True)
def _for_the_group() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


def saved(path: Path, text: str, *, private: bool = False) -> None:
    with whole_file(path, private=private) as part:
        part.write_text(text)


def test_a_new_file_is_for_whom_new_files_are_and_a_private_one_for_its_owner(
    tmp_path: Path,
) -> None:
    saved(tmp_path / "sales.csv", "1")
    saved(tmp_path / "settings.toml", "1", private=True)
    assert rights(tmp_path / "sales.csv") == 0o640
    assert rights(tmp_path / "settings.toml") == 0o600


@pytest.mark.parametrize("before", [0o664, 0o600, 0o644])
def test_whoever_could_read_what_is_replaced_still_can(tmp_path: Path, before: int) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("1")
    path.chmod(before)
    saved(path, "2")
    assert path.read_text() == "2"
    assert rights(path) == before


@pytest.mark.parametrize("name", [f"{'a' * 251}.csv", f"{'é' * 125}.csv"])
def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path: Path, name: str) -> None:
    saved(tmp_path / name, "1")
    assert [path.name for path in tmp_path.iterdir()] == [name]
