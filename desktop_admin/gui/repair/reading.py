"""What the screen of the repair asks for: evidence, weighed, grouped, said; for workers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop_admin.domain.choice import Choice
from desktop_admin.domain.kinds import kinds_of
from desktop_admin.domain.matching import in_order
from desktop_admin.domain.money import CDF, USD
from desktop_admin.domain.preview import Preview
from desktop_admin.domain.repair import Plan, plan_repair
from desktop_admin.domain.scope import Narrowing, scope_of
from desktop_admin.domain.stray import StrayPlan, StrayVerdict
from desktop_admin.domain.traces import plan_strays
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.repair.cells import Cells, Said, Samples, samples_of
from desktop_admin.gui.repair.rows import Look, Rows
from desktop_admin.gui.repair.subject import Subject, SubjectWords, origin_of
from desktop_admin.gui.widgets.options_model import Option
from desktop_admin.sources.base import Progress, Report, SalesSource, Step


@dataclass(frozen=True, slots=True)
class Writing:
    """What rows are written with."""

    formats: Formats
    said: Said
    #: Days of this year are told without it.
    year: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one look, written."""

    cells: Cells
    samples: Samples


@dataclass(frozen=True, slots=True)
class Asked:
    """What an analysis is made for."""

    strays: bool
    words: SubjectWords
    writing: Writing
    narrowing: Narrowing
    #: What was shown before: decisions of the operator outlive a new analysis.
    before: Look | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A plan with everything that is shown of it."""

    plan: Plan | StrayPlan
    zone: ZoneInfo
    writing: Writing
    subject: Subject
    look: Look
    sheet: Sheet
    #: What the witnesses of each group say, by its number.
    evidence: Mapping[int, str]
    currencies: Sequence[str]
    #: What can be filtered by.
    options: Mapping[str, Sequence[Option]]
    #: How long it took, in seconds.
    took: float

    @property
    def made_at(self) -> datetime:
        """When the evidence was gathered."""
        return self.plan.made_at


def analyse(source: SalesSource, asked: Asked, report: Report) -> Analysis:
    """Hear and weigh every orphan, or every sale without terminal."""
    begun = time.perf_counter()
    plan = (
        plan_strays(source.strays(report)) if asked.strays else plan_repair(source.evidence(report))
    )
    report(Progress(Step.WEIGHING))
    subject = Subject.of(plan, asked.words)
    preview = Preview.of(plan.proposals, origin_of)
    scope = scope_of(preview, asked.narrowing, subject.labels)
    choice = Choice.first(preview)
    if asked.before is not None:
        choice = _carried(asked.before, preview, choice)
    look = Look.at(preview, scope, choice)
    formats = asked.writing.formats
    evidence = _sentences(plan, preview, formats.language)
    currencies = _currencies(preview)
    return Analysis(
        plan,
        formats.zone,
        asked.writing,
        subject,
        look,
        _written(asked.writing, subject, evidence, currencies, look),
        evidence,
        currencies,
        _options(subject, preview),
        time.perf_counter() - begun,
    )


def _written(
    writing: Writing,
    subject: Subject,
    evidence: Mapping[int, str],
    currencies: Sequence[str],
    look: Look,
) -> Sheet:
    items = (one.orphan for one in look.preview.items)
    broken = {sale.currency for sale in items if sale.cents % 100}
    whole = frozenset(currencies) - broken
    cells = Cells(writing.formats, subject, writing.said, currencies, whole, evidence, writing.year)
    return Sheet(cells, samples_of(cells, Rows(look)))


def narrowed(analysis: Analysis, narrowing: Narrowing) -> tuple[Look, Sheet]:
    """What `narrowing` leaves of an analysis, with its rows written."""
    look = analysis.look
    scope = scope_of(look.preview, narrowing, analysis.subject.labels)
    at = Look.at(look.preview, scope, look.choice)
    sheet = _written(analysis.writing, analysis.subject, analysis.evidence, analysis.currencies, at)
    return at, sheet


def _carried(before: Look, preview: Preview, choice: Choice) -> Choice:
    """The choice with what the operator had decided of sales whose witnesses say the same."""
    ticked, targets, aimed = bytearray(choice.ticked), choice.targets[:], bytearray(choice.aimed)
    old, decided = before.preview, before.choice
    keys = [group.key for group in old.groups for _ in range(group.start, group.stop)]
    for group in preview.groups:
        for place in range(group.start, group.stop):
            was = old.places.get(preview.items[place].orphan.sale_id)
            if was is not None and keys[was] == group.key:
                ticked[place] = decided.ticked[was]
                targets[place] = decided.targets[was]
                aimed[place] = decided.aimed[was]
    return replace(choice, ticked=bytes(ticked), targets=targets, aimed=bytes(aimed))


def _sentences(plan: Plan | StrayPlan, preview: Preview, language: str) -> dict[int, str]:
    """What most sales of each group rest on, in words."""
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.wording import stray
    from desktop_admin.wording.evidence import brief
    from desktop_admin.wording.words import Words

    words = Words(language)
    if isinstance(plan, StrayPlan):
        heard = {one.orphan.sale_id: one.verdict for one in plan.proposals}
        usual = _usual(preview, heard)
        return {number: stray.verdict(words, one, plan.terminals) for number, one in usual.items()}
    found = {one.orphan.sale_id: one.verdict for one in plan.proposals}
    said: dict[int, str] = {}
    for group in preview.groups:
        places = range(group.start, group.stop)
        kinds = kinds_of(found[preview.items[place].orphan.sale_id] for place in places)
        said[group.number] = brief(words, kinds[0][0], plan.boutiques)
    return said


def _usual(preview: Preview, heard: Mapping[int, StrayVerdict]) -> dict[int, StrayVerdict]:
    """The verdict that most sales of each group share."""
    return {
        group.number: Counter(
            heard[one.orphan.sale_id] for one in preview.items[group.start : group.stop]
        ).most_common(1)[0][0]
        for group in preview.groups
    }


def _currencies(preview: Preview) -> list[str]:
    usual = [CDF, USD]
    found = set(preview.cents) | {one.orphan.currency for one in preview.items}
    return [*(code for code in usual if code in found), *sorted(found - set(usual))]


def _options(subject: Subject, preview: Preview) -> dict[str, list[Option]]:
    """What occurs in a plan, by name."""
    terminals: set[int] = set()
    boutiques: set[int] = set()
    for group in preview.groups:
        alike = group.key.origin is not None
        for one in preview.items[group.start : group.start + 1 if alike else group.stop]:
            labels = subject.labels(one)
            terminals |= labels.terminals
            boutiques |= labels.boutiques
    places = [subject.boutiques[id_] for id_ in boutiques if id_ in subject.boutiques]
    tills = [subject.terminals[id_] for id_ in terminals if id_ in subject.terminals]
    owners = {one.owner_id for one in places} | {one.owner_id for one in tills}
    merchants = {
        one.merchant_id: one.merchant_name
        for one in subject.boutiques.values()
        if one.owner_id in owners
    }
    return {
        "terminals": _sorted(Option(one.id, one.name, one.serial) for one in tills),
        "boutiques": _sorted(Option(one.id, one.name, one.merchant_name) for one in places),
        "merchants": _sorted(Option(id_, name) for id_, name in merchants.items()),
    }


def _sorted(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda one: in_order(one.name))
