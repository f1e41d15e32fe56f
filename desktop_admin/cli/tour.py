"""The main job on the demo, told step by step: check, plan, repair, undo, with pictures."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from desktop_admin import opening
from desktop_admin.cli.console import say
from desktop_admin.domain.changes import Operator, new_id
from desktop_admin.domain.clock import Clock
from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.journal import EntryFilter
from desktop_admin.domain.repair import Choices, plan_repair, repair_set, select
from desktop_admin.domain.undo import undo_set
from desktop_admin.reports import journal as journal_report
from desktop_admin.reports import plan as plan_report
from desktop_admin.reports import plan_file
from desktop_admin.reports.repair import conclude, look_before
from desktop_admin.sources.base import SalesSource
from desktop_admin.wording import health as health_words
from desktop_admin.wording.words import Words


def play(words: Words, clock: Clock, operator: Operator, out: Path) -> None:
    """Play it on a demo made anew; pictures and the plan are left in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    opening.reset_demo(clock())
    source = opening.open_demo(clock)
    try:
        _tell(words, clock, operator, out, source)
    finally:
        source.close()
    say("")
    say(words.text("Everything is in {folder}", folder=out.resolve()))


def _tell(words: Words, clock: Clock, operator: Operator, out: Path, source: SalesSource) -> None:
    _look(words, clock, out, source)
    done = _repair(words, operator, out, source)
    _take_back(words, operator, source, done)
    say("")
    say(words.text("6. The journal knows both, and that nobody touched it."))
    say(journal_report.entries_text(source.journal(EntryFilter()), source.check_journal(), words))


def _look(words: Words, clock: Clock, out: Path, source: SalesSource) -> None:
    say(words.text("1. The demo: a day at the support desk. How are the shops?"))
    health = source.health(clock())
    say(f"   {health_words.scenario(words, health.scenario)}")
    orphans = words.text(
        "{orphans} of {sales} are invisible: {amounts}.",
        orphans=words.count("{n} orphan sale", "{n} orphan sales", health.orphans),
        sales=words.number(health.sales),
        amounts=words.amounts(health.orphan_amounts),
    )
    say(f"   {orphans}")
    say(words.text("2. The window: terminals, boutiques and sales, orphans highlighted."))
    _take_pictures(words, clock, out, source)


def _repair(words: Words, operator: Operator, out: Path, source: SalesSource) -> str:
    """Plan and apply; answers with the change set's id."""
    say(words.text("3. The plan. Nothing is written by planning."))
    plan = plan_repair(source.evidence())
    selected = select(plan, Choices(include=frozenset({Confidence.CERTAIN})))
    shown = plan_report.Repair(plan, plan.proposals, selected)
    plan_file.save(out / words.text("plan.xlsx"), shown, words)
    say(plan_report.as_text(shown, words))
    say("")
    say(words.text("4. The repair: what is certain, in one transaction, with its journal."))
    change_set = repair_set(plan, selected, operator, new_id())
    before = look_before(source, plan, selected, ZoneInfo(words.zone))
    outcome = source.apply(change_set)
    done = conclude(source, plan, plan.proposals, selected, before, outcome)
    say("\n".join(plan_report.outcome_lines(shown._replace(done=done), done, words)))
    return change_set.id


def _take_back(words: Words, operator: Operator, source: SalesSource, change_set: str) -> None:
    say("")
    say(words.text("5. The undo: everything is as it was."))
    entry = source.journal(EntryFilter(change_set=change_set))[0]
    undone = undo_set(entry, source.journal_rows(change_set), operator, new_id())
    told = journal_report.undo_text(source.apply(undone), words)
    say("   " + told.replace("\n", "\n   "))


def _take_pictures(words: Words, clock: Clock, out: Path, source: SalesSource) -> None:
    try:
        from desktop_admin.gui.tour import take_pictures
    except ImportError:
        say("   " + words.text("(no pictures: the window is not installed here)"))
        return
    for picture in take_pictures(source, out, words.language, clock):
        say(f"   {picture}")
