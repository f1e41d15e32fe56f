"""`connections`: named connections, without their passwords."""

from pathlib import Path
from typing import Any

import typer

from desktop_admin import credentials, opening, settings
from desktop_admin.cli.console import OK, complain, say
from desktop_admin.cli.session import Session, ask_password


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    group = typer.Typer(help=words.text("Saved connections."), invoke_without_command=True)
    app.add_typer(group, name="connections")

    @group.callback()
    def show(context: typer.Context) -> None:
        if context.invoked_subcommand is not None:
            return
        for saved in session.settings.connections:
            notes = [words.text("read only")] if saved.read_only else []
            notes += [words.text("production")] if saved.production else []
            say(f"{saved.name}  {saved.url}  {', '.join(notes)}".rstrip())
        if not session.settings.connections:
            say(words.text("No connection is saved."))

    _add_save(group, session)

    @group.command("remove", help=words.text("Forget a connection and its password."))
    def remove(name: str = _name()) -> int:
        saved = session.settings.connection(name)
        if saved is None:
            raise typer.BadParameter(words.text("there is no such connection"), param_hint="NAME")
        settings.save(session.settings.without_connection(name), settings.default_path())
        credentials.system_passwords().forget(saved.url)
        return OK


def _name() -> Any:
    return typer.Argument(metavar="NAME")


def _add_save(group: typer.Typer, session: Session) -> None:
    words = session.words
    url_argument: Any = typer.Argument(metavar="URL", help=words.text("Without the password."))
    read_only: Any = typer.Option(False, "--read-only", help=words.text("Never write."))
    production: Any = typer.Option(False, "--production", help=words.text("Handle with care."))
    ca_file: Any = typer.Option(
        None, metavar="FILE", help=words.text("Certificate of your own authority.")
    )

    @group.command("add", help=words.text("Save a connection under a name."))
    def save(
        name: str = _name(),
        url: str = url_argument,
        read_only: bool = read_only,
        production: bool = production,
        ca_file: Path | None = ca_file,
    ) -> int:
        return _add_connection(
            session, name, url, read_only=read_only, production=production, ca_file=ca_file
        )


def _add_connection(
    session: Session,
    name: str,
    url: str,
    *,
    read_only: bool,
    production: bool,
    ca_file: Path | None,
) -> int:
    words = session.words
    if credentials.carries_password(url):
        raise opening.PasswordInTarget
    try:
        saved = settings.Connection(
            name, url, read_only, production, str(ca_file.resolve()) if ca_file else None
        )
    except ValueError as error:
        raise typer.BadParameter(
            words.text("this cannot be the name of a connection"), param_hint="NAME"
        ) from error
    settings.save(session.settings.with_connection(saved), settings.default_path())
    ask = None if url.startswith("sqlite") else ask_password(words)
    password = ask(url) if ask else None
    if password:
        kept = credentials.system_passwords().keep(url, password)
        if kept.where is credentials.Where.THIS_RUN:
            complain(
                words.text(
                    "This system has no credential store, so the password was not saved: it "
                    "will be asked for, or taken from BOUTIQUE_ADMIN_PASSWORD."
                )
            )
    say(words.text("Saved."))
    return OK
