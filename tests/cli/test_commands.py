"""The rest of the command line: prepare, connections, demo, languages, consoles."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.cli.conftest import File, Run


def test_prepare_says_what_it_did_and_is_repeatable(file: File, run: Run) -> None:
    assert "Prepared" in run("prepare", "--source", file.url).out
    assert "already prepared" in run("prepare", "--source", file.url).out


def test_prepare_sql_prints_statements_and_runs_none(file: File, run: Run) -> None:
    printed = run("prepare", "--sql", "--source", file.url).out
    assert "not prepared" in run("repair", "--apply", "--source", file.url).err
    engine = sa.create_engine(file.url)
    with engine.begin() as connection:
        for statement in printed.split(";\n"):
            connection.execute(sa.text(statement.strip().removesuffix(";")))
    engine.dispose()
    assert run("repair", "--apply", "--source", file.url, "--format", "json").json["applied"] == 1


def test_connections_are_saved_listed_used_and_forgotten(file: File, run: Run) -> None:
    assert run("connections", "add", "Kin", file.url, "--production").code == 0
    assert run("connections").out.split() == ["Kin", file.url, "production"]
    assert run("check", "--source", "Kin").code == 1
    assert run("connections", "remove", "Kin").code == 0
    assert "No connection is saved" in run("connections").out


def test_a_connection_never_holds_a_password(run: Run) -> None:
    ran = run("connections", "add", "x", "postgresql://me:secret@example.com/shop")
    assert ran.code == 2
    assert "secret" not in ran.err + run("connections").out


def test_a_connection_cannot_be_called_demo(run: Run) -> None:
    assert run("connections", "add", "demo", "sqlite:////tmp/x.sqlite3").code == 2


@pytest.mark.slow
def test_the_demo_is_prepared_and_can_be_made_anew(run: Run) -> None:
    assert run("demo").code == 0
    assert run("repair", "--apply", "--format", "json").json["applied"] > 100
    repaired = run("check", "--format", "json").json["sales"]["orphans"]
    assert run("demo", "--reset").code == 0
    assert run("check", "--format", "json").json["sales"]["orphans"] > repaired


def test_french_is_the_default_and_help_follows_the_language(run: Run, file: File) -> None:
    assert "Lecture\u00a0: scénario B" in run("check", "--language", "fr", "--source", file.url).out
    assert "Tout compter" in run("--help", "--language", "fr").out
    assert "Count everything" in run("--help", "--language", "en").out


def test_misuse_ends_with_2(run: Run) -> None:
    for arguments in (["repair", "--nonsense"], ["nonsense"], ["check", "--format", "xml"]):
        assert run(*arguments).code == 2, arguments


def test_a_console_that_knows_only_code_page_1252_gets_everything_it_can_show(
    file: File, home: Path
) -> None:
    """The old script stopped there at its first pictogram."""
    engine = sa.create_engine(file.url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE inventory_client SET nom_terminal = 'Élise 😀 你'"))
    engine.dispose()
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    for command in (["check"], ["repair"]):
        ran = subprocess.run(
            [sys.executable, "-m", "desktop_admin", *command, "--source", file.url],
            env=environment,
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 1, ran.stderr.decode("cp1252")
        assert "Élise" in ran.stdout.decode("cp1252")
        assert b"Traceback" not in ran.stderr
