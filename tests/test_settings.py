"""The settings file: kept whole, never with a password, never lost."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin import settings as s
from desktop_admin.credentials import PasswordInUrlError
from desktop_admin.settings import Connection, Problem, ProblemCode, Settings, Theme

SHOP = Connection(
    "shop", "postgresql://admin@db.example:5432/shop", production=True, ca_file="C:\\ca.pem"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_no_file_means_the_defaults(path: Path) -> None:
    loaded = s.load(path)
    assert loaded == s.Loaded(Settings())
    assert loaded.settings.time_zone == "Africa/Kinshasa"
    assert not path.exists()


def test_what_is_saved_is_loaded(path: Path) -> None:
    settings = Settings(
        "fr", Theme.DARK, "Africa/Lubumbashi", (SHOP, Connection("copy", "sqlite:///x", True))
    )
    s.save(settings, path)
    assert s.load(path) == s.Loaded(settings)


NAMES = st.text(min_size=1).filter(
    lambda text: text.strip() and text != "demo" and "://" not in text
)


@given(
    names=st.lists(NAMES, unique=True),
    theme=st.sampled_from(Theme),
    language=st.sampled_from([None, "fr", "en"]),
)
def test_any_settings_survive_a_round(
    tmp_path_factory: pytest.TempPathFactory,
    names: list[str],
    theme: Theme,
    language: str | None,
) -> None:
    path = tmp_path_factory.mktemp("round") / "settings.toml"
    connections = tuple(Connection(name, f"sqlite:///{n}.db") for n, name in enumerate(names))
    settings = Settings(language, theme, connections=connections)
    s.save(settings, path)
    assert s.load(path) == s.Loaded(settings)


def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    s.save(Settings("fr"), path)

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        s.save(Settings("en"), path)
    assert s.load(path).settings.language == "fr"
    assert [found.name for found in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"[[connections]]\nname = 'a"])
def test_a_damaged_file_is_set_aside_and_reported(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = s.load(path)
    assert loaded.settings == Settings()
    assert loaded.problems == (Problem(ProblemCode.UNREADABLE),)
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == content
    assert s.load(path) == s.Loaded(Settings())


def test_a_value_that_is_not_understood_costs_only_itself(path: Path) -> None:
    write(
        path,
        'theme = "drak"\nlanguage = "fr"\ntime_zone = "Mars/Base"\n'
        '[[connections]]\nname = "a"\nurl = "sqlite:///a.db"\nread_only = "yes"\n'
        '[[connections]]\nurl = "sqlite:///nameless.db"\n'
        '[[connections]]\nname = "a"\nurl = "sqlite:///again.db"\n',
    )
    before = path.read_text(encoding="utf-8")
    loaded = s.load(path)
    assert {problem.key for problem in loaded.problems} == {
        "theme",
        "time_zone",
        "connections.1.read_only",
        "connections.2",
        "connections.3",
    }
    assert loaded.settings.language == "fr"
    assert loaded.settings.connections == (Connection("a", "sqlite:///a.db", True, True),)
    assert loaded.set_aside is not None
    s.save(loaded.settings, path)
    assert loaded.set_aside.read_text(encoding="utf-8") == before


def test_what_is_not_said_of_a_connection_is_the_careful_choice(path: Path) -> None:
    write(path, '[[connections]]\nname = "a"\nurl = "sqlite:///a.db"\n')
    (connection,) = s.load(path).settings.connections
    assert connection.read_only
    assert connection.production


def test_unknown_keys_are_kept(path: Path) -> None:
    write(
        path,
        'version = 1\nfont = "Inter"\n[window]\nwidth = 3\n'
        '[[connections]]\nname = "a"\nurl = "sqlite:///a.db"\ncolour = "red"\n',
    )
    s.save(s.load(path).settings, path)
    text = path.read_text(encoding="utf-8")
    assert all(part in text for part in ('font = "Inter"', "width = 3", 'colour = "red"'))
    assert s.load(path).problems == ()


def test_a_file_of_a_newer_program_is_reported_and_a_copy_kept(path: Path) -> None:
    write(path, 'version = 99\nlanguage = "fr"\n')
    loaded = s.load(path)
    assert loaded.settings.language == "fr"
    assert loaded.problems == (Problem(ProblemCode.NEWER, "version"),)
    assert loaded.set_aside is not None
    assert "99" in loaded.set_aside.read_text(encoding="utf-8")


def test_migrations_run_in_order_from_the_file_version() -> None:
    def first(raw: s.Raw) -> s.Raw:
        return {**raw, "steps": [*raw.get("steps", []), 1]}

    def second(raw: s.Raw) -> s.Raw:
        return {**raw, "steps": [*raw.get("steps", []), 2]}

    problems: list[Problem] = []
    assert s.migrated({"version": 1}, (first, second), problems) == {"steps": [1, 2]}
    assert s.migrated({"version": 2}, (first, second), problems) == {"steps": [2]}
    assert s.migrated({"version": 3}, (first, second), problems) == {}
    assert problems == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://admin:secret@db/shop",
        "postgresql://admin:se/cr@et@db/shop",
        "mysql://db/shop?password=secret",
    ],
)
def test_no_url_with_a_password_gets_near_the_file(path: Path, url: str) -> None:
    with pytest.raises(PasswordInUrlError) as refused:
        Connection("shop", url)
    assert "secret" not in str(refused.value)
    write(path, f'[[connections]]\nname = "shop"\nurl = "{url}"\n')
    loaded = s.load(path)
    assert loaded.problems == (Problem(ProblemCode.PASSWORD_IN_URL, "connections.1.url"),)
    assert loaded.set_aside is None
    s.save(loaded.settings, path)
    assert "cr" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["", "  ", "demo", "sqlite:///a.db"])
def test_a_name_that_means_something_else_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name"):
        Connection(name, "sqlite:///a.db")


def test_connections_are_changed_by_name() -> None:
    changed = Connection("shop", "sqlite:///new.db")
    settings = Settings().with_connection(SHOP).with_connection(Connection("b", "demo"))
    assert settings.with_connection(changed).connections[0] == changed
    assert settings.without_connection("shop").connection("shop") is None
    assert settings.connection("shop") == SHOP


def test_home_moves_everything(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert s.default_path() == home / "settings.toml"
    assert s.data_dir() == home / "data"
    assert s.log_dir() == home / "logs"
    monkeypatch.delenv(s.HOME_VARIABLE)
    assert s.default_path().is_absolute()
    assert home not in s.data_dir().parents
