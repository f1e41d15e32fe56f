"""`demo` and `tour`: the embedded shop to try everything on."""

from pathlib import Path
from typing import Any

import typer

from desktop_admin import opening
from desktop_admin.cli.console import OK, say
from desktop_admin.cli.options import header
from desktop_admin.cli.session import Session


def add(app: typer.Typer, session: Session) -> None:
    """Add the commands to `app`."""
    _add_tour(app, session)
    words = session.words
    reset_option: Any = typer.Option(False, "--reset", help=words.text("Make it anew."))

    @app.command(help=words.text("The embedded shop to try everything on."))
    def demo(reset: bool = reset_option) -> int:
        if reset:
            opening.reset_demo(session.clock())
        with session.source(opening.DEMO, read_only=True) as opened:
            say(header(opened.info(), words).rstrip())
            health = opened.health(session.clock())
        say(
            words.text(
                "{boutiques}, {terminals}, {sales}, {orphans}.",
                boutiques=words.count("{n} boutique", "{n} boutiques", len(health.boutiques)),
                terminals=words.count("{n} terminal", "{n} terminals", len(health.terminals)),
                sales=words.count("{n} sale", "{n} sales", health.sales),
                orphans=words.count("{n} orphan sale", "{n} orphan sales", health.orphans),
            )
        )
        return OK


def _add_tour(app: typer.Typer, session: Session) -> None:
    words = session.words
    out_option: Any = typer.Option(..., "--out", metavar="DIR", help=words.text("For pictures."))

    @app.command(help=words.text("Play the main job on the demo, step by step, with pictures."))
    def tour(out: Path = out_option) -> int:
        from desktop_admin.cli.tour import play

        play(session.words, session.clock, session.operator, out)
        return OK
