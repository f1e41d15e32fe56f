"""What a repair came to, in sentences: the same on the screen, in a file and on a console."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_admin.domain.changes import Field, Reason
from desktop_admin.domain.money import Amounts
from desktop_admin.reports.findings import Remaining, Remains, Spared
from desktop_admin.reports.repair import RepairReport
from desktop_admin.wording import changes as change_words
from desktop_admin.wording import evidence as evidence_words
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words

#: What a sentence shows of a name.
_NAME = 60


def headline(report: RepairReport, words: Words) -> str:
    """What was changed, in one sentence."""
    changed = report.outcome.applied
    if not changed:
        return words.text("Nothing was changed")
    amounts = words.amounts(report.amounts)
    if report.field is Field.TERMINAL:
        return words.count(
            "{n} sale got its terminal ({terminals}), {amounts}",
            "{n} sales got their terminal ({terminals}), {amounts}",
            changed,
            terminals=words.count("{n} terminal", "{n} terminals", report.targets),
            amounts=amounts,
        )
    return words.count(
        "{n} sale attached to {boutiques}, {amounts}",
        "{n} sales attached to {boutiques}, {amounts}",
        changed,
        boutiques=words.count("{n} boutique", "{n} boutiques", report.targets),
        amounts=amounts,
    )


def signature(report: RepairReport, words: Words) -> str:
    """Who asked for it, when, and how long it took."""
    if not report.outcome.applied:
        return words.text(
            "Asked for by {operator} on {moment}.",
            operator=one_line(report.operator, _NAME),
            moment=words.moment(report.at),
        )
    return words.text(
        "Applied by {operator} on {moment}, in {seconds} s.",
        operator=one_line(report.operator, _NAME),
        moment=words.moment(report.at),
        seconds=words.decimals(report.took),
    )


def meaning(report: RepairReport, words: Words) -> str:
    """What follows from it."""
    if not report.outcome.applied:
        if not report.selected:
            return words.text("Nothing had been asked for.")
        return words.text(
            "Everything that was asked for had changed meanwhile, and was left as it is."
        )
    if report.field is Field.TERMINAL:
        return words.text("The revenue of the boutiques stays as it is.")
    return words.text("These sales now count in the revenue of their boutiques.")


def written(report: RepairReport, words: Words) -> str:
    """What was written, in a few words."""
    if report.field is Field.TERMINAL:
        return words.text("terminal written on the sale")
    return words.text("boutique written on the sale")


def check_title(report: RepairReport, words: Words) -> str:
    """Whether number and total of all sales are what they were, in two words."""
    if report.intact:
        return words.text("total unchanged")
    return words.text("the total differs")


def check(report: RepairReport, words: Words) -> str:
    """The same with the figures."""
    if report.intact:
        return words.count(
            "{n} sale before and after", "{n} sales before and after", report.before.sales
        )
    sales, amounts = report.difference
    return words.text(
        "{before} before, {after} after: {difference}. Others work meanwhile; this repair neither "
        "adds nor removes a sale.",
        before=words.count("{n} sale", "{n} sales", report.before.sales),
        after=words.number(report.after.sales),
        difference=_difference(words, sales, amounts),
    )


def _difference(words: Words, sales: int, amounts: Amounts) -> str:
    parts = [words.count("{n} sale", "{n} sales", sales)] if sales else []
    return words.enumeration([*parts, *(words.money(one) for one in amounts.moneys())])


def lacking(report: RepairReport, words: Words) -> str:
    """Sales without boutique, or without terminal, before and after."""
    before, after = report.lacking
    return words.text(
        "{before} before, {after} after", before=words.number(before), after=words.number(after)
    )


def lacking_line(report: RepairReport, words: Words) -> str:
    """The same with what it counts."""
    if report.field is Field.TERMINAL:
        return words.text("Sales without terminal: {counts}", counts=lacking(report, words))
    return words.text("Orphan sales: {counts}", counts=lacking(report, words))


def lacking_name(report: RepairReport, words: Words) -> str:
    """What `lacking` counts."""
    if report.field is Field.TERMINAL:
        return words.text("Sales without terminal")
    return words.text("Orphan sales")


def reasons(report: RepairReport, words: Words) -> str:
    """Why sales were left alone, with how many for each reason."""
    counts = report.reasons
    if not counts:
        return words.text("nothing had changed meanwhile")
    if len(counts) == 1:
        return change_words.reason(words, next(iter(counts)))
    return words.enumeration(
        words.text("{n}: {reason}", n=words.number(n), reason=change_words.reason(words, code))
        for code, n in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def why(report: RepairReport, spared: Spared, words: Words) -> str:
    """Why one sale was left alone, and who had changed it, where the journal knows."""
    by = spared.by
    if by is None:
        return change_words.reason(words, spared.reason)
    operator, moment = one_line(by.operator, _NAME), words.moment(by.at)
    if spared.reason is Reason.CHANGED and by.after is not None:
        return words.text(
            "{operator} gave it to {target} on {moment}",
            operator=operator,
            target=target(report, by.after),
            moment=moment,
        )
    return words.text(
        "{reason}: {operator}, on {moment}",
        reason=change_words.reason(words, spared.reason),
        operator=operator,
        moment=moment,
    )


def target(report: RepairReport, id_: int) -> str:
    """A boutique's name, or, where sales got terminals, a terminal's."""
    if report.field is Field.BOUTIQUE:
        return evidence_words.name(report.plan.boutiques, id_)
    return terminal(report, id_)


def terminal(report: RepairReport, id_: int | None) -> str:
    """A terminal's name; empty where there is none."""
    found = report.plan.terminals.get(id_) if id_ is not None else None
    return one_line(found.name, _NAME) if found else ""


def none_before(report: RepairReport, words: Words) -> str:
    """What a changed sale had before."""
    if report.field is Field.TERMINAL:
        return words.text("no terminal")
    return words.text("no boutique")


# What is still to be done.
def remains_title(report: RepairReport, words: Words) -> str:
    """How many sales still lack a boutique, or a terminal."""
    left = report.lacking[1]
    if report.field is Field.TERMINAL:
        if not left:
            return words.text("No sale without terminal remains")
        return words.count(
            "{n} sale without terminal remains", "{n} sales without terminal remain", left
        )
    if not left:
        return words.text("No orphan sale remains")
    return words.count("{n} orphan sale remains", "{n} orphan sales remain", left)


def remains(one: Remaining, words: Words) -> str:
    """How many remain for one reason."""
    n = one.sales
    titles = {
        Remains.UNTICKED: words.count("{n} not ticked", "{n} not ticked", n),
        Remains.LEFT_ALONE: words.count("{n} left alone", "{n} left alone", n),
        Remains.CONFLICT: words.count("{n} in conflict", "{n} in conflict", n),
        Remains.TERMINAL_WITHOUT_BOUTIQUE: words.count(
            "{n} whose terminal has no boutique", "{n} whose terminal has no boutique", n
        ),
        Remains.WITHOUT_TERMINAL: words.count("{n} without terminal", "{n} without terminal", n),
        Remains.NO_WITNESS: words.count("{n} without witness", "{n} without witness", n),
        Remains.SINCE: words.count("{n} since the analysis", "{n} since the analysis", n),
    }
    return titles[one.cause]


def way_out(one: Remaining, words: Words) -> str:
    """What helps them."""
    ways = {
        Remains.UNTICKED: words.text("A proposal exists: tick them, and apply again."),
        Remains.LEFT_ALONE: words.text("What they rely on had changed: analyse again."),
        Remains.CONFLICT: words.text("The witnesses disagree: somebody must choose."),
        Remains.TERMINAL_WITHOUT_BOUTIQUE: words.count(
            "{n} terminal to assign to its boutique.",
            "{n} terminals to assign to their boutiques.",
            len(one.terminals),
        ),
        Remains.WITHOUT_TERMINAL: words.text("Nothing tells where they were made: by hand."),
        Remains.NO_WITNESS: words.text("No witness speaks: look at the sales."),
        Remains.SINCE: words.text("They came, or lost what they had, after it: analyse again."),
    }
    return ways[one.cause]


def notes(report: RepairReport, words: Words) -> Sequence[str]:
    """What else has to be known: what came meanwhile, what the server refused, what it does not
    refresh."""
    found = []
    if report.dealt_with_elsewhere:
        found.append(
            words.count(
                "{n} sale of those above was dealt with elsewhere since the analysis.",
                "{n} sales of those above were dealt with elsewhere since the analysis.",
                report.dealt_with_elsewhere,
            )
        )
    if report.received_meanwhile:
        found.append(
            words.count(
                "{n} sale was received meanwhile; it is not among these figures.",
                "{n} sales were received meanwhile; they are not among these figures.",
                report.received_meanwhile,
            )
        )
    else:
        found.append(words.text("No sale was received meanwhile."))
    if report.not_refreshed:
        found.append(
            words.text(
                "The server’s stored figures (stock value, general balance) are not refreshed by "
                "a repair; its pages that show them keep their old numbers."
            )
        )
    return [*found, *rejected(report, words)]


def rejected(report: RepairReport, words: Words) -> Sequence[str]:
    """What a running server may have refused while the file was locked."""
    found = []
    if report.rejected_meanwhile:
        found.append(
            words.count(
                "{n} sale was rejected by the server meanwhile; its terminal must send it again:",
                "{n} sales were rejected by the server meanwhile; their terminals must send them "
                "again:",
                len(report.rejected_meanwhile),
            )
        )
        found += [
            f"  {one_line(one.number, 60)}  {one_line(one.reason, 40)}"
            for one in report.rejected_meanwhile
        ]
    if report.server_running or report.rejected_meanwhile:
        found.append(
            words.text(
                "A server was writing to this file. A sale that was arriving in that moment may "
                "have been refused without a trace: compare with the terminals."
            )
        )
    return found
