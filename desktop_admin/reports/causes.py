"""Why there are orphans, as far as the sales tell, and whether they still come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from desktop_admin.domain.causes import CommonCause, StillMade, common_causes, still_made
from desktop_admin.domain.repair import Plan
from desktop_admin.reports.layout import heading
from desktop_admin.sources.base import Report, SalesSource, silently
from desktop_admin.wording import causes as wording
from desktop_admin.wording.words import Words

#: Terminals that a console names before it says how many more there are.
_MOST = 12


class Why(NamedTuple):
    """What the orphans of a plan have in common, and which terminals still make them."""

    causes: Sequence[CommonCause] = ()
    still: Sequence[StillMade] = ()


def look(source: SalesSource, plan: Plan, zone: ZoneInfo, report: Report = silently) -> Why:
    """Ask the source; `zone` is whose days are meant. Of a plan without orphans there is nothing
    to be asked."""
    if not plan.proposals:
        return Why()
    return Why(common_causes(source.traits(zone, report)), still_made(plan, plan.made_at))


def as_json(why: Why) -> dict[str, Any]:
    """The figures, for programs."""
    return {
        "causes": [
            {
                "kind": one.trait.value,
                "name": one.name,
                "merchant_id": one.merchant_id,
                "first_day": one.first.isoformat() if one.first else None,
                "last_day": one.last.isoformat() if one.last else None,
                "orphans": one.part.orphans,
                "sales": one.part.sales,
                "of_orphans": one.all.orphans,
                "of_sales": one.all.sales,
            }
            for one in why.causes
        ],
        "still_made": [
            {
                "terminal_id": one.terminal_id,
                "boutique_id": one.boutique_id,
                "orphans": one.count,
                "last": one.last.isoformat(),
            }
            for one in why.still
        ],
    }


def as_lines(why: Why, plan: Plan, words: Words) -> list[str]:
    """The same for a console; no lines where there is nothing to tell."""
    lines: list[str] = []
    if why.causes:
        lines += heading(words.text("What orphans have in common"))
        for one in why.causes:
            lines += [
                f"  {wording.cause(words, one)}",
                f"      {wording.advice(words, one)}",
            ]
    if why.still:
        lines += heading(words.text("Orphans are still being made"))
        lines.append(f"  {wording.still_made(words, len(why.still))}")
        for made in why.still[:_MOST]:
            lines.append(f"    - {wording.still(words, made, plan.terminals, plan.boutiques)}")
        left = len(why.still) - _MOST
        if left > 0:
            lines.append("    " + words.count("… and {n} more", "… and {n} more", left))
    return lines
