"""`repair`: what the old `corriger` did, with evidence, a plan, a journal and an undo."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import typer

from desktop_admin.cli.console import OK, PROBLEMS, complain, progressing, say, say_json
from desktop_admin.cli.options import Format, header, of_format, of_source
from desktop_admin.cli.session import Session
from desktop_admin.domain.changes import new_id
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.repair import (
    Choices,
    ConflictRule,
    Plan,
    Policy,
    in_scope,
    plan_repair,
    repair_set,
    select,
)
from desktop_admin.reports import plan as plan_report
from desktop_admin.reports import plan_file
from desktop_admin.reports.causes import look
from desktop_admin.reports.repair import conclude, look_before
from desktop_admin.sources.base import Report, SalesSource, SourceError, SourceInfo
from desktop_admin.wording.words import Words


class Include(StrEnum):
    """Which proposals are taken without asking."""

    CERTAIN = "certain"
    DEDUCED = "deduced"


def _included(text: str, words: Words) -> frozenset[Confidence]:
    """Read `certain` or `certain,deduced`."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or any(part not in set(Include) for part in parts):
        raise typer.BadParameter(
            words.text("expected “certain” or “certain,deduced”"), param_hint="--include"
        )
    return frozenset(Confidence(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `repair` was asked for."""

    policy: Policy
    include: frozenset[Confidence]
    conflicts: ConflictRule
    terminal: str | None
    boutique: int | None
    apply: bool
    plan_out: Path | None


class _Options:
    """The command's options, with their help."""

    def __init__(self, words: Words) -> None:
        text, option = words.text, typer.Option
        self.policy: Any = option(
            Policy.EVIDENCE, help=text("By the evidence, or by the old script's rule.")
        )
        self.include: Any = option("certain", help=text("certain, or certain,deduced."))
        self.conflicts: Any = option(
            ConflictRule.SKIP, help=text("What to do where the witnesses disagree.")
        )
        self.terminal: Any = option(
            None, metavar="SERIAL", help=text("Only sales of this terminal.")
        )
        self.boutique: Any = option(
            None, metavar="ID", help=text("Only sales that go to this boutique.")
        )
        self.apply: Any = option(
            False, "--apply", help=text("Write. Without it nothing is written.")
        )
        self.plan_out: Any = option(
            None, metavar="FILE", help=text("Save the plan as .csv or .xlsx.")
        )


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to `app`."""
    words = session.words
    options = _Options(words)
    source_option, format_option = of_source(words), of_format(words)

    @app.command(help=words.text("Plan the repair of orphan sales, and make it with --apply."))
    def repair(
        source: str = source_option,
        policy: Policy = options.policy,
        include: str = options.include,
        conflicts: ConflictRule = options.conflicts,
        terminal: str | None = options.terminal,
        boutique: int | None = options.boutique,
        apply: bool = options.apply,
        plan_out: Path | None = options.plan_out,
        format: Format = format_option,  # noqa: A002 - the option's name
    ) -> int:
        included = _included(include, words)
        wanted = Wanted(policy, included, conflicts, terminal, boutique, apply, plan_out)
        with session.source(source, read_only=not apply) as opened:
            info = opened.info()
            done = _do_repair(session, opened, info, wanted)
        if format is Format.JSON:
            say_json({"source": info.place, **plan_report.as_json(done)})
        else:
            say(header(info, words))
            say(plan_report.as_text(done, words))
        return PROBLEMS if done.orphans_left else OK


def _do_repair(
    session: Session, source: SalesSource, info: SourceInfo, wanted: Wanted
) -> plan_report.Repair:
    words = session.words
    with progressing(words) as report:
        plan = plan_repair(source.evidence(report), wanted.policy)
        choices = _choices(plan, wanted, words)
        # Of all orphans, whatever the filters: a cause of a few is none.
        why = look(source, plan, ZoneInfo(words.zone), report)
        planned = plan_report.Repair(plan, in_scope(plan, choices), select(plan, choices), why=why)
        if wanted.plan_out is not None:
            # Before anything is changed: a file that cannot be written must not hide a change.
            plan_file.save(wanted.plan_out, planned, words, place=info.place, progress=report)
        return _apply(session, source, info, planned, report) if wanted.apply else planned


def _apply(
    session: Session,
    source: SalesSource,
    info: SourceInfo,
    planned: plan_report.Repair,
    report: Report,
) -> plan_report.Repair:
    words = session.words
    if info.server_may_be_running:
        complain(
            words.text(
                "The shops' server seems to be writing to this file. Best repair when no "
                "shop is selling: a sale that arrives during the change may be refused."
            )
        )
    plan, selected = planned.plan, planned.selected
    before = look_before(source, plan, selected, ZoneInfo(words.zone))
    change_set = repair_set(plan, selected, session.operator, new_id())
    outcome = source.apply(change_set, report)
    try:
        # What was done is told, whatever is pressed from now on.
        done = conclude(source, plan, planned.scope, selected, before, outcome)
    except SourceError:
        complain(
            words.count(
                "{n} sale was changed (change set {id}), but the report could not be made.",
                "{n} sales were changed (change set {id}), but the report could not be made.",
                outcome.applied,
                id=outcome.change_set,
            )
        )
        raise
    return planned._replace(done=done)


def _choices(plan: Plan, wanted: Wanted, words: Words) -> Choices:
    terminals = None
    if wanted.terminal is not None:
        found = [one.id for one in plan.terminals.values() if one.serial == wanted.terminal]
        if not found:
            raise typer.BadParameter(
                words.text("there is no terminal with this serial"), param_hint="--terminal"
            )
        terminals = frozenset(found)
    if wanted.boutique is not None and wanted.boutique not in plan.boutiques:
        raise typer.BadParameter(
            words.text("there is no boutique with this id"), param_hint="--boutique"
        )
    boutiques = None if wanted.boutique is None else frozenset({wanted.boutique})
    return Choices(wanted.include, wanted.conflicts, terminals, boutiques)
