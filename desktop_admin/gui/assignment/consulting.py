"""What a confirmation reads before it lets orphan sales follow; for workers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop_admin.domain.assign import Consequences, Followers, following
from desktop_admin.domain.model import Boutique, Figures
from desktop_admin.domain.repair import Proposal
from desktop_admin.gui.assignment.shop import ONE_BY_ONE, total
from desktop_admin.gui.formats import Formats
from desktop_admin.gui.models.columns import Cell, Column, Row, Table, text_cell, write_rows
from desktop_admin.sources.base import Report, SalesSource


class Fate(StrEnum):
    """What becomes of an orphan when its terminal moves."""

    CERTAIN = "certain"
    SUPPOSED = "supposed"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Heard:
    """An orphan, what becomes of it, and why in words."""

    proposal: Proposal
    fate: Fate
    reason: str


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the witnesses said, and what the terminals have sold so far."""

    followers: Followers
    past_sales: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """The words of the preview, so that workers need not translate."""

    formats: Formats
    language: str
    fates: Mapping[Fate, Cell]
    headers: Mapping[str, str]


def consult(
    source: SalesSource,
    moves: Consequences,
    target: int,
    boutiques: Mapping[int, Boutique],
    words: PreviewWords,
    now: datetime,
    report: Report,
) -> Consulted:
    """Hear the orphans of the terminals that move."""
    ids = frozenset(one.id for one in moves.moves)
    evidence = source.evidence(report, ids)
    followers = following(evidence, ids, target, now)
    rows = write_rows(
        preview_table(words), _heard(followers, boutiques, words.language), in_memory=True
    )
    return Consulted(followers, past_sales(source, ids, target), rows)


def past_sales(source: SalesSource, terminals: frozenset[int], target: int) -> int:
    """How many sales of these terminals stand in another boutique than `target`, of all time."""
    if len(terminals) <= ONE_BY_ONE:
        spells = [one for id_ in terminals for one in source.spells(terminal=id_)]
        return sum(one.figures.sales for one in spells if one.boutique_id not in (None, target))
    counted = source.terminal_figures()
    whole = total(counted.get(id_, Figures()) for id_ in terminals)
    there = source.spells(boutique=target)
    own = sum(one.figures.sales for one in there if one.terminal_id in terminals)
    return whole.sales - whole.orphans - own


def _heard(
    followers: Followers, boutiques: Mapping[int, Boutique], language: str
) -> Iterable[Heard]:
    # Imported here: what writes sentences without Qt loads libraries the window starts without.
    from desktop_admin.wording.evidence import verdict
    from desktop_admin.wording.words import Words

    words = Words(language)
    said: dict[int, str] = {}
    for fate, proposals in (
        (Fate.CERTAIN, followers.certain),
        (Fate.SUPPOSED, followers.supposed),
        (Fate.STAYS, followers.staying),
    ):
        for one in proposals:
            # Thousands of orphans share a verdict.
            key = id(one.verdict)
            if key not in said:
                said[key] = verdict(words, one.verdict, boutiques)
            yield Heard(one, fate, said[key])


def preview_table(words: PreviewWords) -> Table[Heard]:
    """The orphans of terminals that move, with what becomes of them."""
    formats, head = words.formats, words.headers
    columns: list[Column[Heard]] = [
        Column(
            "state",
            head["state"],
            lambda one: words.fates[one.fate],
            max((cell.text for cell in words.fates.values()), key=len),
            sort=lambda one: list(Fate).index(one.fate),
        ),
        Column(
            "number",
            head["number"],
            lambda one: text_cell(one.proposal.orphan.number),
            "0a1badae…1f9af31f",
            sort=lambda one: one.proposal.orphan.number,
            stretch=1,
            keep_end=True,
        ),
        *_figures(formats, head),
        Column(
            "reason",
            head["reason"],
            lambda one: text_cell(one.reason, tooltip=one.reason),
            "articles vendus : 3 de Kin Centre · le terminal est à Kin Centre",
            sort=lambda one: one.reason,
            stretch=4,
        ),
    ]
    return Table(columns, lambda one: one.proposal.orphan.sale_id, lambda _: "")


def _figures(formats: Formats, head: Mapping[str, str]) -> list[Column[Heard]]:
    def sold(one: Heard) -> Cell:
        moment = one.proposal.orphan.sold_at
        return Cell(formats.minute(moment) if moment else "—", ink="muted")

    def amount(one: Heard) -> Cell:
        orphan = one.proposal.orphan
        ink = "" if orphan.counts else "muted"
        return Cell(formats.amount(orphan.cents), unit=orphan.currency, ink=ink)

    return [
        Column(
            "sold",
            head["sold"],
            sold,
            formats.widest_minute(),
            sort=lambda one: one.proposal.orphan.sold_at,
            descending_first=True,
        ),
        Column(
            "amount",
            head["amount"],
            amount,
            "1 000 000,00 CDF",
            sort=lambda one: one.proposal.orphan.cents,
            right=True,
            descending_first=True,
        ),
    ]
