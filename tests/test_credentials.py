"""Passwords: stored where there is a store, else kept for this run, and said."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_admin import credentials as c
from desktop_admin.credentials import Kept, Passwords, Where, WhyNot

URL = "postgresql://admin@db.example/shop"
OTHER = "postgresql://admin@db2.example/shop"


class MemoryStore:
    """A credential store that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[service, username]


class BrokenStore(MemoryStore):
    """A credential store whose daemon has gone."""

    asked = 0

    def get_password(self, service: str, username: str, /) -> str | None:
        self.asked += 1
        raise ConnectionError("secret in the text")

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.get_password(service, username)


def test_a_password_is_stored_and_found_by_the_next_run() -> None:
    store = MemoryStore()
    assert Passwords(store).keep(URL, "s3cret") == Kept(Where.STORE)
    assert Passwords(store).recall(f"{URL}?sslmode=require") == "s3cret"
    passwords = Passwords(store)
    assert passwords.why_not_stored is None
    passwords.forget(URL)
    passwords.forget(URL)
    assert store.kept == {}
    assert passwords.recall(URL) is None


def test_what_is_kept_can_be_kept_for_another_address_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(c.PASSWORD_VARIABLE, "of the environment")
    store = MemoryStore()
    passwords = Passwords(store)
    passwords.copy(URL, OTHER)
    assert store.kept == {}
    passwords.keep(URL, "s3cret")
    passwords.copy(URL, OTHER)
    assert Passwords(store).recall(OTHER) == "of the environment"
    assert store.kept == {(c.SERVICE, URL): "s3cret", (c.SERVICE, OTHER): "s3cret"}
    in_this_run = Passwords(store)
    in_this_run.forget(URL)
    in_this_run.use(URL, "only now")
    in_this_run.forget(OTHER)
    in_this_run.copy(URL, OTHER)
    assert in_this_run.recall(OTHER) == "only now"
    assert store.kept == {}


def test_without_a_store_it_lasts_for_this_run() -> None:
    passwords = Passwords(None)
    assert passwords.keep(URL, "s3cret") == Kept(Where.THIS_RUN, WhyNot.NO_STORE)
    assert passwords.recall(URL) == "s3cret"
    assert passwords.why_not_stored is WhyNot.NO_STORE
    passwords.forget(URL)
    assert passwords.recall(URL) is None


def test_a_store_that_fails_is_given_up_and_its_words_are_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    store = BrokenStore()
    passwords = Passwords(store)
    assert passwords.keep(URL, "s3cret") == Kept(Where.THIS_RUN, WhyNot.REFUSED)
    assert passwords.recall(URL) == "s3cret"
    assert passwords.recall("mysql://other@db/shop") is None
    assert store.asked == 1
    assert "ConnectionError" in caplog.text
    assert "secret" not in caplog.text


def test_only_for_this_run_when_the_operator_wants_no_more() -> None:
    store = MemoryStore()
    passwords = Passwords(store)
    assert passwords.use(URL, "s3cret") == Kept(Where.THIS_RUN)
    assert passwords.recall(URL) == "s3cret"
    assert store.kept == {}


def test_the_environment_comes_before_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore()
    Passwords(store).keep(URL, "stored")
    monkeypatch.setenv(c.PASSWORD_VARIABLE, "from the environment")
    assert Passwords(store).recall(URL) == "from the environment"


@pytest.mark.parametrize("backend", ["fail", "null", "missing"])
def test_a_system_without_a_store_says_so(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"keyring.backends.{backend}.Keyring")
    assert c.system_passwords().why_not_stored is WhyNot.NO_STORE


def test_the_built_windows_program_names_its_store(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert type(c.system_store()).__name__ == "WinVaultKeyring"


@pytest.mark.parametrize(
    ("url", "bare", "hidden"),
    [
        ("postgresql://u:p@h:5432/d", "postgresql://u@h:5432/d", "postgresql://u:***@h:5432/d"),
        (
            "mysql+pymysql://u:p@h/d?x=1",
            "mysql+pymysql://u@h/d?x=1",
            "mysql+pymysql://u:***@h/d?x=1",
        ),
        ("postgresql://u:p@s/s@h/d", "postgresql://u@h/d", "postgresql://u:***@h/d"),
        ("mysql://h/d?password=p&a=1", "mysql://h/d?a=1", "mysql://h/d?password=***&a=1"),
        ("mysql://h/d?a=1&PWD=p", "mysql://h/d?a=1", "mysql://h/d?a=1&PWD=***"),
        ("mysql://h/d?sslpassword=p", "mysql://h/d", "mysql://h/d?sslpassword=***"),
        ("sqlite:///C:/data/a@b.db", "sqlite:///C:/data/a@b.db", "sqlite:///C:/data/a@b.db"),
        ("postgresql://u@h:5432/d", "postgresql://u@h:5432/d", "postgresql://u@h:5432/d"),
        ("demo", "demo", "demo"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, bare: str, hidden: str) -> None:
    assert c.without_password(url) == bare
    assert c.carries_password(url) is (url != bare)
    assert c.hide_passwords(f"cannot open {url} now") == f"cannot open {hidden} now"


@given(password=st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1))
def test_no_password_survives(password: str) -> None:
    url = f"postgresql://user:{password}@host/db"
    assert c.without_password(url) == "postgresql://user@host/db"
    assert c.hide_passwords(f"see {url}!") == "see postgresql://user:***@host/db!"
