"""A plan of repair, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from desktop_admin.domain.changes import Outcome
from desktop_admin.domain.evidence import Confidence, Verdict
from desktop_admin.domain.kinds import kinds_of
from desktop_admin.domain.repair import (
    Plan,
    Proposal,
    Selected,
    amounts_of,
    counts_of,
)
from desktop_admin.reports import causes, proof
from desktop_admin.reports.causes import Why
from desktop_admin.reports.check import amounts_json
from desktop_admin.reports.layout import Align, columns, heading
from desktop_admin.reports.plan_file import summary
from desktop_admin.reports.repair import RepairReport
from desktop_admin.wording import evidence as wording
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: Groups of a confidence that a console shows before it says how many more there are.
_MOST_GROUPS = 12
_MOST_KINDS = 3


class Repair(NamedTuple):
    """A plan with what was selected of it, and, where it was applied, what came of it."""

    plan: Plan
    #: The orphans that the operator's filters leave.
    scope: Sequence[Proposal]
    selected: Sequence[Selected]
    #: None where it was not applied.
    done: RepairReport | None = None
    why: Why = Why()

    @property
    def outcome(self) -> Outcome | None:
        """What came of applying it."""
        return self.done.outcome if self.done else None

    @property
    def applied(self) -> int:
        """Sales that got their boutique."""
        return self.outcome.applied if self.outcome else 0

    @property
    def orphans_left(self) -> int:
        """Orphans of the scope that remain."""
        return len(self.scope) - self.applied


def as_json(repair: Repair) -> dict[str, Any]:
    """The figures, for programs."""
    by_confidence = counts_of(repair.scope)
    outcome = repair.outcome
    return {
        "policy": repair.plan.policy.value,
        "made_at": repair.plan.made_at.isoformat(),
        "plan": {code.value: by_confidence[code] for code in Confidence},
        "amounts": {code.value: amounts_json(amounts_of(_of(repair, code))) for code in Confidence},
        "selected": len(repair.selected),
        "selected_amounts": amounts_json(amounts_of(one.proposal for one in repair.selected)),
        "applied": repair.applied,
        "skipped": len(outcome.left_alone) if outcome else 0,
        "change_set": outcome.change_set if outcome else None,
        "journal_hash": outcome.journal_hash if outcome else None,
        "orphans_left": repair.orphans_left,
        "left_alone": proof.left_alone_json(repair.done) if repair.done else [],
        "rejected_meanwhile": [
            {"number": one.number, "reason": one.reason, "terminal_id": one.terminal_id}
            for one in (repair.done.rejected_meanwhile if repair.done else ())
        ],
        "report": proof.as_json(repair.done) if repair.done else None,
        **causes.as_json(repair.why),
    }


def _of(repair: Repair, code: Confidence) -> Iterator[Proposal]:
    return (one for one in repair.scope if one.verdict.confidence is code)


def as_text(repair: Repair, words: Words) -> str:
    """The plan for a console, and what came of it."""
    lines = [*_confidences(repair, words), *_groups(repair, words)]
    lines += causes.as_lines(repair.why, repair.plan, words)
    if repair.done is None:
        lines += ["", _would(repair, words)]
    else:
        lines += outcome_lines(repair, repair.done, words)
    return "\n".join(lines).lstrip("\n")


def _confidences(repair: Repair, words: Words) -> list[str]:
    by_confidence = counts_of(repair.scope)
    rows = [
        (
            wording.confidence(words, code),
            words.number(by_confidence[code]),
            words.amounts(amounts_of(_of(repair, code))),
            wording.explain(words, code),
        )
        for code in Confidence
    ]
    title = words.count("{n} orphan sale", "{n} orphan sales", len(repair.scope))
    return [*heading(title), *columns(rows, [Align.LEFT, Align.RIGHT, Align.RIGHT])]


class _Group(NamedTuple):
    confidence: Confidence
    terminal: int | None
    options: tuple[int, ...]


def _groups(repair: Repair, words: Words) -> list[str]:
    grouped: defaultdict[_Group, list[Proposal]] = defaultdict(list)
    for proposal in repair.scope:
        verdict = proposal.verdict
        key = _Group(verdict.confidence, proposal.orphan.terminal_id, verdict.options)
        grouped[key].append(proposal)
    lines: list[str] = []
    for code in Confidence:
        ranked = sorted(
            ((key, group) for key, group in grouped.items() if key.confidence is code),
            key=lambda one: (-len(one[1]), str(one[0])),
        )
        if ranked:
            lines += heading(wording.confidence(words, code))
        for key, proposals in ranked[:_MOST_GROUPS]:
            lines += _group(repair.plan, key, proposals, words)
        left = len(ranked) - _MOST_GROUPS
        if left > 0:
            lines.append("  " + words.count("… and {n} more group", "… and {n} more groups", left))
    return lines


def _group(plan: Plan, key: _Group, proposals: Sequence[Proposal], words: Words) -> list[str]:
    targets = words.text(" or ").join(wording.name(plan.boutiques, one) for one in key.options)
    head = words.text(
        "{terminal} → {boutique}: {sales}, {amounts}",
        terminal=_terminal(plan, key.terminal, words),
        boutique=targets or words.text("unknown"),
        sales=words.count("{n} sale", "{n} sales", len(proposals)),
        amounts=words.amounts(amounts_of(proposals)),
    )
    lines = [f"  {head}"]
    for said, count in kinds_of(one.verdict for one in proposals)[:_MOST_KINDS]:
        lines.append(f"      {words.number(count)} × {_said(plan, said, words)}")
    cautions = {
        caution
        for proposal in proposals
        for target in key.options
        for caution in plan.cautions(proposal, target)
    }
    lines += [f"      ! {wording.caution(words, one)}" for one in sorted(cautions)]
    return lines


def _said(plan: Plan, verdict: Verdict, words: Words) -> str:
    return wording.verdict(words, verdict, plan.boutiques)


def _terminal(plan: Plan, terminal_id: int | None, words: Words) -> str:
    terminal = plan.terminals.get(terminal_id) if terminal_id is not None else None
    if terminal is None:
        return words.text("Without terminal")
    return f"{one_line(terminal.name, 40)} ({one_line(terminal.serial, 50)})"


def _would(repair: Repair, words: Words) -> str:
    if not repair.selected:
        return words.text("Nothing would be changed, and nothing was.")
    return words.text(
        "Nothing was written. --apply would change: {summary}.", summary=summary(repair, words)
    )


def outcome_lines(repair: Repair, done: RepairReport, words: Words) -> list[str]:
    """What came of a repair, line by line."""
    lines = heading(words.text("Applied"))
    lines += columns(
        [
            (words.text("Asked for"), summary(repair, words)),
            (words.text("Orphans left"), words.number(repair.orphans_left)),
        ]
    )
    lines += proof.lines(done, words)
    undo = words.text("To take it back: desktop-admin undo {id}", id=done.outcome.change_set)
    return [*lines, "", undo]
