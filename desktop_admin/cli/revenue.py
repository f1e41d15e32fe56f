"""`revenue`: what each boutique made, by boutique, time or payment."""

import difflib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import typer

from desktop_admin.cli.console import OK, REFUSED, complain, say, say_json
from desktop_admin.cli.options import header, of_source
from desktop_admin.cli.session import Session
from desktop_admin.reports import revenue as revenue_report
from desktop_admin.reports.revenue import SPENT_BY, By, NoExpensesError, Wanted
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words


class Format(StrEnum):
    """For people, for programs, or for spreadsheets."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class _Options:
    """The command's options, with their help."""

    def __init__(self, words: Words) -> None:
        text, option = words.text, typer.Option
        day = ["%Y-%m-%d"]
        self.first: Any = option(None, "--from", formats=day, help=text("From this day on."))
        self.last: Any = option(None, "--to", formats=day, help=text("Up to this day, included."))
        self.by: Any = option(
            By.BOUTIQUE,
            help=text("A row for each of these, besides boutique and currency; weeks are ISO's."),
        )
        self.currency: Any = option(
            [], metavar="CODE", help=text("Only this currency; may be repeated.")
        )
        self.zone: Any = option(
            None, metavar="ZONE", help=text("The time zone of the days, such as Africa/Kinshasa.")
        )
        self.net: Any = option(
            False, "--net", help=text("Minus the expenses that were applied, where they are kept.")
        )
        self.format: Any = option(
            Format.TEXT, "--format", help=text("For people, for programs, or for spreadsheets.")
        )


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    source_option = of_source(words)
    options = _Options(words)

    @app.command(help=words.text("Tell what each boutique made: paid and uncancelled sales."))
    def revenue(
        source: str = source_option,
        first: datetime | None = options.first,
        last: datetime | None = options.last,
        by: By = options.by,
        currency: list[str] = options.currency,
        zone: str | None = options.zone,
        net: bool = options.net,
        format: Format = options.format,  # noqa: A002 - the option's name
    ) -> int:
        days = _days(first, last, words)
        which = frozenset(one.strip().upper() for one in currency) or None
        wanted = Wanted(_zone(zone, words), by, *days, which, net)
        _refuse_without_days(wanted, words)
        return _tell(session, source, wanted, format)


def _tell(session: Session, source: str, wanted: Wanted, shown: Format) -> int:
    words = replace(session.words, zone=wanted.zone.key)
    with session.source(source, read_only=True) as opened:
        info = opened.info()
        try:
            found = revenue_report.read(opened, wanted)
        except NoExpensesError:
            complain(
                words.text(
                    "This database keeps no expenses (inventory_rapportcaisse), so its net "
                    "revenue is not known. Without --net the gross revenue is told."
                )
            )
            return REFUSED
    if shown is Format.TEXT:
        say(header(info, words))
        say(revenue_report.as_text(found, words))
        return OK
    if shown is Format.JSON:
        say_json({"source": info.place, **revenue_report.as_json(found)})
    else:
        say(revenue_report.as_csv(found))
    for sentence in revenue_report.missing(found, words):
        complain(sentence)
    return OK


def _days(
    first: datetime | None, last: datetime | None, words: Words
) -> tuple[date | None, date | None]:
    days = (first.date() if first else None, last.date() if last else None)
    if first is not None and last is not None and first > last:
        told = words.text("the last day comes before the first")
        raise typer.BadParameter(told, param_hint="--to")
    return days


def _refuse_without_days(wanted: Wanted, words: Words) -> None:
    """Expenses have no hour of the shop's day and no payment: what they would be taken from is
    not known."""
    if not wanted.net or wanted.by in SPENT_BY:
        return
    told = (
        words.text("expenses have no payment mode, so there is no net revenue by payment")
        if wanted.by is By.PAYMENT
        else words.text("expenses are kept by day, so there is no net revenue by hour")
    )
    raise typer.BadParameter(told, param_hint="--net")


def _zone(name: str | None, words: Words) -> ZoneInfo:
    """The zone of that name, else the operator's own."""
    if name is None:
        return ZoneInfo(words.zone)
    known = available_timezones()
    if name in known:
        return ZoneInfo(name)
    shown = one_line(name, 60)
    near = _nearest(name, sorted(known))
    told = (
        words.text(
            "there is no time zone “{name}”; perhaps {names}",
            name=shown,
            names=", ".join(near),
        )
        if near
        else words.text("there is no time zone “{name}”", name=shown)
    )
    raise typer.BadParameter(told, param_hint="--zone")


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """At most three zones that may be meant: by the whole name, or by the town alone."""
    asked = name.strip().replace(" ", "_").casefold()
    by_name = {one.casefold(): one for one in known}
    by_town = {one.rpartition("/")[2].casefold(): one for one in known if "/" in one}
    found: list[str] = []
    for names in (by_name, by_town):
        wanted = asked if names is by_name else asked.rpartition("/")[2]
        found += [names[one] for one in difflib.get_close_matches(wanted, names, 3, 0.75)]
    return list(dict.fromkeys(found))[:3]
