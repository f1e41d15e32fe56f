"""What the witnesses say, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_admin.domain.evidence import Basis, Confidence, Testimony, Verdict, Witness
from desktop_admin.domain.model import Boutique
from desktop_admin.domain.repair import Caution
from desktop_admin.wording.plain import one_line
from desktop_admin.wording.words import Words


def confidence(words: Words, code: Confidence) -> str:
    """A confidence as a heading."""
    names = {
        Confidence.CERTAIN: words.text("Certain"),
        Confidence.DEDUCED: words.text("Deduced"),
        Confidence.CONFLICT: words.text("In conflict"),
        Confidence.BLOCKED: words.text("Blocked"),
    }
    return names[code]


def explain(words: Words, code: Confidence) -> str:
    """What a confidence means."""
    meanings = {
        Confidence.CERTAIN: words.text("two witnesses agree, none disagrees"),
        Confidence.DEDUCED: words.text("one witness speaks"),
        Confidence.CONFLICT: words.text("the witnesses disagree: somebody must decide"),
        Confidence.BLOCKED: words.text("no witness speaks"),
    }
    return meanings[code]


def caution(words: Words, code: Caution) -> str:
    """What must be said of a proposal."""
    names = {
        Caution.CLOSED: words.text("this boutique has closed since"),
        Caution.OTHER_MERCHANT: words.text("this boutique belongs to another merchant"),
    }
    return names[code]


def name(boutiques: Mapping[int, Boutique], id_: int) -> str:
    """A boutique's name, fit for one line."""
    boutique = boutiques.get(id_)
    return one_line(boutique.name, 60) if boutique else str(id_)


def verdict(words: Words, said: Verdict, boutiques: Mapping[int, Boutique]) -> str:
    """Every witness of a verdict that speaks; where none does, what would help."""
    speaking = [testimony(words, one, boutiques) for one in said.testimonies if one.boutiques]
    silent = [testimony(words, one, boutiques) for one in said.testimonies if not one.boutiques]
    return " · ".join(speaking or silent)


def brief(words: Words, said: Verdict, boutiques: Mapping[int, Boutique]) -> str:
    """The same in as few words as a row of a table has room for."""
    parts = [
        _brief_goods(words, one, boutiques)
        if one.witness is Witness.GOODS
        else _BRIEF[one.basis](words, name(boutiques, one.boutiques[0]))
        for one in said.testimonies
        if one.boutiques
    ]
    return ", ".join(parts) if parts else verdict(words, said, boutiques)


def _brief_goods(words: Words, said: Testimony, boutiques: Mapping[int, Boutique]) -> str:
    total, parts = words.number(sum(said.counts)), []
    for count, id_ in zip(said.counts, said.boutiques, strict=True):
        number, place = words.number(count), name(boutiques, id_)
        parts.append(
            words.text(
                "{number} of {total} articles from {boutique}",
                number=number,
                total=total,
                boutique=place,
            )
        )
    return words.enumeration(parts)


def testimony(words: Words, said: Testimony, boutiques: Mapping[int, Boutique]) -> str:
    """One witness in one sentence."""
    if said.basis in (Basis.LINES, Basis.MOVEMENTS, Basis.LINES_AND_MOVEMENTS):
        return _goods(words, said, boutiques)
    if said.boutiques:
        return _SPEAKING[said.basis](words, name(boutiques, said.boutiques[0]))
    return _SILENT[said.basis](words)


def _goods(words: Words, said: Testimony, boutiques: Mapping[int, Boutique]) -> str:
    parts = []
    for count, id_ in zip(said.counts, said.boutiques, strict=True):
        number, place = words.number(count), name(boutiques, id_)
        parts.append(words.text("{number} from {boutique}", number=number, boutique=place))
    listed = words.enumeration(parts)
    if said.basis is Basis.LINES:
        return words.text("articles sold: {list}", list=listed)
    if said.basis is Basis.MOVEMENTS:
        return words.text("stock movements: {list}", list=listed)
    return words.text("articles sold and stock movements: {list}", list=listed)


def goods_together(
    words: Words,
    counts: Mapping[int, int],
    about: int,
    boutiques: Mapping[int, Boutique],
    *,
    moved: bool,
) -> str:
    """How much of the goods of several sales comes from the boutique `about`; `counts` by
    boutique, `moved` where stock movements are among them."""
    mine, total = counts.get(about, 0), words.number(sum(counts.values()))
    place = name(boutiques, about)
    if moved:
        return words.count(
            "{n} of {total} articles and stock movements comes from {boutique}",
            "{n} of {total} articles and stock movements come from {boutique}",
            mine,
            total=total,
            boutique=place,
        )
    return words.count(
        "{n} of {total} articles comes from {boutique}",
        "{n} of {total} articles come from {boutique}",
        mine,
        total=total,
        boutique=place,
    )


_SPEAKING: Mapping[Basis, Callable[[Words, str], str]] = {
    Basis.JOURNAL: lambda words, place: words.text(
        "by the journal, the terminal was at {boutique} at that moment", boutique=place
    ),
    Basis.SALES_AROUND: lambda words, place: words.text(
        "the terminal's sales just before and just after are of {boutique}", boutique=place
    ),
    Basis.SALE_BEFORE_AND_PRESENT: lambda words, place: words.text(
        "the terminal's sale just before is of {boutique}, where it still is", boutique=place
    ),
    Basis.UNCHANGED_SINCE: lambda words, place: words.text(
        "the terminal is at {boutique} and was not changed since", boutique=place
    ),
    Basis.PRESENT: lambda words, place: words.text(
        "the terminal is at {boutique} today (weak)", boutique=place
    ),
    Basis.BOUTIQUE_IN_NUMBER: lambda words, place: words.text(
        "the sale's number names {boutique}", boutique=place
    ),
}

_BRIEF: Mapping[Basis, Callable[[Words, str], str]] = {
    Basis.JOURNAL: lambda words, place: words.text(
        "terminal at {boutique} then, by the journal", boutique=place
    ),
    Basis.SALES_AROUND: lambda words, place: words.text(
        "terminal at {boutique} before and after", boutique=place
    ),
    Basis.SALE_BEFORE_AND_PRESENT: lambda words, place: words.text(
        "terminal at {boutique} before and today", boutique=place
    ),
    Basis.UNCHANGED_SINCE: lambda words, place: words.text(
        "terminal at {boutique}, unchanged since", boutique=place
    ),
    Basis.PRESENT: lambda words, place: words.text("terminal at {boutique} today", boutique=place),
    Basis.BOUTIQUE_IN_NUMBER: lambda words, place: words.text(
        "{boutique} in the number", boutique=place
    ),
}

_SILENT: Mapping[Basis, Callable[[Words], str]] = {
    Basis.NO_GOODS: lambda words: words.text("no articles and no stock movements"),
    Basis.GOODS_OF_DEPOT: lambda words: words.text("articles of no selling boutique"),
    Basis.NO_TERMINAL: lambda words: words.text("no terminal"),
    Basis.TERMINAL_WITHOUT_BOUTIQUE: lambda words: words.text(
        "the terminal has no boutique: assign it first"
    ),
    Basis.MOVED_AROUND: lambda words: words.text(
        "the terminal moved around that time: say where it was"
    ),
    Basis.CLOCKS_DISAGREE: lambda words: words.text(
        "sold and received at quite different times, at different boutiques"
    ),
    Basis.EDITED_SINCE: lambda words: words.text(
        "the terminal was changed after the sale: say where it was"
    ),
    Basis.IN_DEPOT: lambda words: words.text("the terminal is at a depot: assign it first"),
    Basis.NO_BOUTIQUE_IN_NUMBER: lambda words: words.text("no boutique in the number"),
    Basis.UNKNOWN_BOUTIQUE_IN_NUMBER: lambda words: words.text(
        "the number names no selling boutique"
    ),
}
