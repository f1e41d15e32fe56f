"""What the repair would bring to whom, before it is made."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_admin.domain import evidence
from desktop_admin.domain.attribution import attributed
from desktop_admin.domain.evidence import (
    Basis,
    Confidence,
    Orphan,
    Verdict,
    Witness,
)
from desktop_admin.domain.money import Amounts
from desktop_admin.domain.repair import Proposal

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
SILENT = evidence.Testimony(Witness.GOODS, Basis.NO_GOODS)
moments = st.one_of(
    st.none(), st.integers(-50, 50).map(lambda hours: NOON + timedelta(hours=hours))
)


@st.composite
def _proposals(draw: st.DrawFn) -> list[Proposal]:
    found = []
    for id_ in range(draw(st.integers(0, 12))):
        confidence = draw(st.sampled_from(Confidence))
        options = (draw(st.integers(1, 3)),) if confidence is not Confidence.BLOCKED else ()
        orphan = Orphan(
            id_,
            f"N{id_}",
            draw(moments),
            None,
            1,
            draw(st.booleans()),
            draw(st.booleans()),
            draw(st.sampled_from(["CDF", "USD"])),
            draw(st.integers(-500, 500)),
        )
        found.append(Proposal(orphan, Verdict(confidence, options, (SILENT, SILENT, SILENT))))
    return found


@given(_proposals(), moments, moments)
def test_every_sale_that_counts_in_the_period_is_in_exactly_one_part(
    proposals: list[Proposal], since: datetime | None, until: datetime | None
) -> None:
    found = attributed(proposals, since, until)
    wanted = [
        one
        for one, _ in proposals
        if one.paid
        and not one.cancelled
        and (since is None or (one.sold_at is not None and one.sold_at >= since))
        and (until is None or (one.sold_at is not None and one.sold_at < until))
    ]
    parts = [*found.ready.values(), found.undecided]
    assert sorted(id_ for part in parts for id_ in part.ids) == [one.sale_id for one in wanted]
    assert sum((part.amounts for part in parts), Amounts()) == Amounts(
        (one.currency, one.cents) for one in wanted
    )
    assert found.whole.takings.sales == len(wanted)


@given(_proposals())
def test_only_what_every_witness_names_is_ready(proposals: list[Proposal]) -> None:
    found = attributed(proposals, None, None)
    certain = {
        one.sale_id: verdict.options[0]
        for one, verdict in proposals
        if verdict.confidence is Confidence.CERTAIN
    }
    for boutique, part in found.ready.items():
        assert {certain.get(id_) for id_ in part.ids} == {boutique}
    assert not certain.keys() & set(found.undecided.ids)
