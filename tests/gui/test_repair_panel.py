"""The panel beside the preview: witnesses, the choice of a target, and what it comes to."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_admin import settings
from desktop_admin.domain import evidence
from desktop_admin.domain.causes import Count, Traits, still_made
from desktop_admin.domain.clock import frozen_clock
from desktop_admin.domain.evidence import Basis, Confidence, Evidence, Orphan, Witness, weigh
from desktop_admin.domain.model import SaleLine
from desktop_admin.domain.preview import Preview
from desktop_admin.domain.repair import Plan, Policy, Proposal, plan_repair
from desktop_admin.domain.stray import (
    Stray,
    StrayBasis,
    StrayPlan,
    StrayProposal,
    StrayTestimony,
    StrayWitness,
    weigh_stray,
)
from desktop_admin.gui.app import Parts
from desktop_admin.gui.goto import Goto
from desktop_admin.gui.repair.panel.panel import PAUSE_MS, RepairPanel
from desktop_admin.gui.repair.panel.reading import Stand, read_view
from desktop_admin.gui.repair.panel.simulator import Simulator, simulate
from desktop_admin.gui.repair.panel.targets import TargetChoice
from desktop_admin.gui.repair.rows import Kind, Node
from desktop_admin.gui.repair.screen import RepairScreen
from desktop_admin.gui.repair.subject import origin_of
from desktop_admin.gui.widgets.picker import Picker
from desktop_admin.sources.base import ConnectionLost, ReadOnlyReason, Report, SalesSource, silently
from desktop_admin.sources.sql.source import open_sql
from desktop_admin.wording.languages import LANGUAGES
from tests.gui.fakes import NOW, FakeSource, boutique, sale, terminal
from tests.gui.windows import child, label_text, rested, window_over

KIN, LIMETE, MATETE = boutique(1, "Kin Centre"), boutique(2, "Limete"), boutique(3, "Matete")
DEPOT = boutique(4, "Dépôt Central", depot=True)
BANDAL = boutique(5, "Bandal", active=False)
TILL, NEW, OTHER = terminal(1, LIMETE), terminal(2, None), terminal(3, KIN, name="Annexe")
SHOPS = [KIN, LIMETE, MATETE, DEPOT, BANDAL]


def goods(*counts: tuple[int, int]) -> evidence.Testimony:
    basis = Basis.LINES if counts else Basis.NO_GOODS
    ids, figures = tuple(one for one, _ in counts), tuple(count for _, count in counts)
    return evidence.Testimony(Witness.GOODS, basis, ids, figures)


def place(basis: Basis, *ids: int, weak: bool = False) -> evidence.Testimony:
    return evidence.Testimony(Witness.PLACE, basis, ids, (1,) * len(ids), weak)


SILENT = evidence.Testimony(Witness.NUMBER, Basis.NO_BOUTIQUE_IN_NUMBER)
NAMES_KIN = evidence.Testimony(Witness.NUMBER, Basis.BOUTIQUE_IN_NUMBER, (1,), (1,))


def orphan(id_: int, till: int | None = 1, **others: object) -> Orphan:
    made = Orphan(
        id_, f"SERIAL-1-{id_}", NOW - timedelta(days=id_), NOW, till, True, False, "CDF", 1_000
    )
    return made._replace(**others)  # type: ignore[arg-type]  # the fields of an orphan


def proposal(id_: int, *said: evidence.Testimony, **others: object) -> Proposal:
    return Proposal(orphan(id_, **others), weigh(*said))  # type: ignore[arg-type]  # see above


CONFLICT = [
    proposal(id_, goods((1, 3)), place(Basis.UNCHANGED_SINCE, 2), SILENT) for id_ in (1, 2, 3)
]
BLOCKED = [
    proposal(id_, goods(), place(Basis.TERMINAL_WITHOUT_BOUTIQUE), SILENT, till=2) for id_ in (4, 5)
]


def plan(*proposals: Proposal) -> Plan:
    tills = {one.id: one for one in (TILL, NEW, OTHER)}
    return Plan(Policy.EVIDENCE, NOW, proposals, tills, {one.id: one for one in SHOPS})


class Counted(FakeSource):
    """Counts how often lines are asked for."""

    asked = 0
    #: And how often all sales are counted.
    counted = 0

    def traits(self, zone: ZoneInfo, report: Report = silently) -> Traits:
        self.counted += 1
        return super().traits(zone, report)

    def sale_lines(self, ids: Sequence[int]) -> dict[int, Sequence[SaleLine]]:
        self.asked += 1
        return dict(super().sale_lines(ids))


def shop() -> Counted:
    return Counted([TILL, NEW, OTHER], list(SHOPS), [sale(50, KIN, OTHER, sold_at=NOW)])


@dataclass
class Desk:
    """A panel beside nothing, and what it asked for."""

    qtbot: QtBot
    parts: Parts
    panel: RepairPanel
    chosen: list[int]
    assigned: list[int]
    went: list[Goto]

    def group(self, held: Plan, proposals: Sequence[Proposal], target: int | None) -> None:
        self.panel.show_plan(held)
        self.panel.show_group(proposals, target)
        self.rest()

    def sale(self, held: Plan, one: Proposal, target: int | None) -> None:
        self.panel.show_plan(held)
        self.panel.show_sale(one, target)
        self.rest()

    def rest(self) -> None:
        self.qtbot.wait(PAUSE_MS + 20)
        rested(self.qtbot, self.parts)

    @property
    def source(self) -> SalesSource:
        source = self.parts.context.session.source
        assert source is not None
        return source

    @property
    def words(self) -> str:
        """Everything that is shown, from top to bottom."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        parts = [
            one
            for one in self.panel.findChildren(QWidget)
            if isinstance(one, QLabel | QPushButton | QRadioButton) and one.isVisible()
        ]
        return "\n".join(one.text() for one in parts).replace("\u200b", "").replace("\xa0", " ")

    @property
    def radios(self) -> dict[str, QRadioButton]:
        found = self.panel.findChild(TargetChoice)
        assert found is not None
        return {one.accessibleName(): one for one in found.findChildren(QRadioButton)}

    @property
    def spoken(self) -> list[str]:
        return child(self.panel, QScrollArea, "scroll").accessibleDescription().split("\n")

    @property
    def simulator(self) -> Simulator:
        return child(self.panel, Simulator, "")

    def press(self, text: str) -> None:
        buttons = self.panel.findChildren(QPushButton)
        button = next(one for one in buttons if one.text() == text and one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def picker(self) -> Picker:
        found = self.panel.findChild(Picker)
        assert found is not None
        return found


@contextmanager
def desk_over(
    qtbot: QtBot, source: FakeSource | Callable[[], SalesSource], language: str = "en"
) -> Iterator[Desk]:
    with window_over(qtbot, source, language) as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        rested(qtbot, parts)
        panel = RepairPanel(parts.context, parts.window)
        desk = Desk(qtbot, parts, panel, [], [], [])
        panel.target_chosen.connect(desk.chosen.append)
        panel.assign_wanted.connect(desk.assigned.append)
        parts.context.ways.wanted.connect(desk.went.append)
        panel.resize(328, 1_000)
        panel.show()
        panel.raise_()
        parts.window.activateWindow()
        try:
            yield desk
        finally:
            rested(qtbot, parts)


@pytest.fixture
def opener(demo_file: Path) -> Callable[[], SalesSource]:
    return lambda: open_sql(f"sqlite:///{demo_file}", clock=frozen_clock(NOW))


# Witnesses.
def test_every_witness_of_a_sale_is_told_whether_it_agrees_or_not(qtbot: QtBot) -> None:
    one = CONFLICT[0]
    with desk_over(qtbot, shop()) as desk:
        desk.sale(plan(one), one, 1)
        assert desk.spoken == [
            "Articles: agrees — Articles sold: 3 from Kin Centre",
            "Terminal: disagrees — The terminal is at Limete and was not changed since",
            "Sale number: silent — No boutique in the number",
        ]
        assert all(line.partition(" — ")[2] in desk.words for line in desk.spoken)
        desk.sale(plan(one), one, 2)
        assert [line.partition(" — ")[0] for line in desk.spoken] == [
            "Articles: disagrees",
            "Terminal: agrees",
            "Sale number: silent",
        ]


def test_a_weak_witness_and_divided_goods_are_called_so(qtbot: QtBot) -> None:
    weak = proposal(1, goods((1, 1)), place(Basis.PRESENT, 1, weak=True), NAMES_KIN)
    doubtful = proposal(2, goods((1, 1)), place(Basis.PRESENT, 2, weak=True), NAMES_KIN)
    divided = proposal(3, goods((1, 2), (2, 1)), place(Basis.JOURNAL, 1), SILENT)
    held = plan(weak, doubtful, divided)
    with desk_over(qtbot, shop()) as desk:
        desk.sale(held, weak, 1)
        assert desk.spoken[1].startswith("Terminal: agrees, weakly — ")
        desk.sale(held, doubtful, 1)
        assert desk.spoken[1].startswith("Terminal: disagrees, weakly — ")
        desk.sale(held, divided, 1)
        assert desk.spoken[0].startswith("Articles: divided — ")


def test_a_group_adds_its_witnesses_up_and_counts_the_kinds(qtbot: QtBot) -> None:
    found = [
        proposal(1, goods((1, 3)), place(Basis.SALES_AROUND, 1), SILENT),
        proposal(2, goods((1, 4)), place(Basis.SALES_AROUND, 1), SILENT),
        proposal(3, goods(), place(Basis.SALES_AROUND, 1), NAMES_KIN, paid=False),
    ]
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*found), found, 1)
        heard = [
            [
                "Articles: differs by sale — 7 of 7 articles come from Kin Centre",
                "articles sold: 7 from Kin Centre",
                "no articles and no stock movements",
            ],
            ["Terminal: agrees — The terminal's sales just before and just after are of Kin"],
            [
                "Sale number: differs by sale — ",
                "no boutique in the number",
                "the sale's number names Kin Centre",
            ],
        ]
        for line, parts in zip(desk.spoken, heard, strict=True):
            assert [part for part in parts if part not in line] == []
        assert re.search(r"; 2 sale\S*: articles sold.*; 1 sale\S*: no articles", desk.spoken[0])
        assert label_text(desk.panel, "amount").startswith("3 sale")
        assert "20.00 CDF" in desk.words
        assert "1 of them unpaid or cancelled" in desk.words
        assert "2026-11-19 to 2026-11-21" in desk.words


def test_a_closed_boutique_and_another_merchant_are_said(qtbot: QtBot) -> None:
    one = CONFLICT[0]
    held = plan(one)
    foreign = replace(held, boutiques={**held.boutiques, 5: replace(BANDAL, owner_id=9)})
    with desk_over(qtbot, shop()) as desk:
        desk.sale(foreign, one, 5)
        assert desk.spoken[3:] == [
            "Caution: this boutique has closed since.",
            "Caution: this boutique belongs to another merchant.",
        ]


def test_the_articles_of_a_sale_say_whose_they_are(qtbot: QtBot) -> None:
    source = shop()
    source.line_list[1] = [
        SaleLine(1, 1, "Riz <b>5 kg</b>", 1, 2, 500_00, "CDF"),
        SaleLine(1, 2, "Huile", 2, 1, 700, "USD"),
        SaleLine(1, 3, "Sucre", 4, 1, 100, "CDF"),
        SaleLine(1, 4, "Sel", None, 1, 100, "CDF"),
    ]
    one = CONFLICT[0]
    with desk_over(qtbot, source) as desk:
        desk.sale(plan(one), one, 1)
        for said in (
            "2 × Riz <b>5 kg</b>",
            "1,000.00 CDF",
            "from Kin Centre",
            "from Limete",
            "from the depot Dépôt Central",
            "article of no boutique",
        ):
            assert said in desk.words
        labels = desk.panel.findChildren(QLabel)
        shown = [one for one in labels if one.text() and "Riz" in one.text()]
        assert [one.textFormat() for one in shown] == [Qt.TextFormat.PlainText]


def test_a_sale_leads_to_its_number_and_to_the_sales(qtbot: QtBot) -> None:
    one = CONFLICT[0]
    with desk_over(qtbot, shop()) as desk:
        desk.sale(plan(one), one, 1)
        child(desk.panel, QPushButton, "copy").click()
        assert QGuiApplication.clipboard().text() == "SERIAL-1-1"
        links = desk.panel.findChildren(QPushButton)
        next(one for one in links if one.accessibleName().startswith("Show this sale")).click()
        assert desk.went == [Goto("sales", sale=1)]


def test_a_terminal_that_only_the_number_names_is_said_to_be_so(qtbot: QtBot) -> None:
    one = proposal(1, goods((1, 1)), place(Basis.SALES_AROUND, 1), SILENT, till=None)
    held = replace(plan(one), named_terminals={1: 3})
    with desk_over(qtbot, shop()) as desk:
        desk.sale(held, one, 1)
        assert "Annexe" in desk.words
        assert "named by the sale’s number" in desk.words
        desk.sale(held, CONFLICT[0], 1)
        assert "named by the sale’s number" not in desk.words


def test_over_the_whole_demo_the_panel_stands_to_the_verdicts(
    opener: Callable[[], SalesSource],
) -> None:
    source = opener()
    try:
        held = plan_repair(source.evidence())
    finally:
        source.close()
    backing, against = {Stand.AGREES, Stand.SUPPORTS}, {Stand.DISAGREES, Stand.DIVIDED}
    for one in held.proposals:
        target = one.verdict.options[0] if one.verdict.options else None
        view = read_view(held, [one], target, "fr")
        stands = [heard.stand for heard in view.witnesses]
        backed = sum(stand in backing for stand in stands)
        contested = any(stand in against for stand in stands)
        expected = {
            Confidence.CERTAIN: backed >= 2 and not contested,
            Confidence.DEDUCED: backed == 1 and not contested,
            Confidence.CONFLICT: contested,
            Confidence.BLOCKED: set(stands) == {Stand.SILENT},
        }
        assert expected[one.verdict.confidence], (one, stands)
        assert [one.id for one in view.candidates] == list(one.verdict.options)
        assert all(voice.sentence for heard in view.witnesses for voice in heard.voices)


# The choice of a target.
def test_a_conflict_offers_every_candidate_with_who_says_so(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 1)
        assert {name: one.isChecked() for name, one in desk.radios.items()} == {
            "Kin Centre (boutique of the articles)": True,
            "Limete (present boutique of the terminal)": False,
        }
        desk.radios["Limete (present boutique of the terminal)"].click()
        assert desk.chosen == [2]


def test_arrow_keys_choose_and_keep_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    held = plan(*CONFLICT)
    with desk_over(qtbot, shop()) as desk:
        desk.group(held, CONFLICT, 1)
        qtbot.waitUntil(desk.parts.window.isActiveWindow)
        first, second = desk.radios.values()
        first.setFocus()

        def follow(target: int) -> None:
            desk.panel.show_plan(held)
            desk.panel.show_group(CONFLICT, target)

        desk.panel.target_chosen.connect(follow)
        QTest.keyClick(first, Qt.Key.Key_Down)
        assert (second.isChecked(), QApplication.focusWidget()) == (True, second)
        # At once, before the answer to the first choice is there.
        QTest.keyClick(second, Qt.Key.Key_Up)
        desk.rest()
        assert desk.chosen == [2, 1]
        assert list(desk.radios.values()) == [first, second]
        assert (first.isChecked(), QApplication.focusWidget()) == (True, first)
        desk.panel.target_chosen.disconnect(follow)


def test_what_is_shown_of_one_sale_never_decides_about_the_next(qtbot: QtBot) -> None:
    held = plan(*CONFLICT)
    with desk_over(qtbot, shop()) as desk:
        desk.sale(held, CONFLICT[0], 1)
        second = list(desk.radios.values())[1]
        desk.panel.show_sale(CONFLICT[1], 1)
        assert not second.isEnabled()
        second.click()
        assert desk.chosen == []
        desk.rest()
        list(desk.radios.values())[1].click()
        assert desk.chosen == [2]


def test_another_boutique_is_chosen_from_a_list_that_refuses_depots(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 1)
        desk.press("Other boutique…")
        picker = desk.picker()
        picker.ui.filter.setText("depot")
        assert (picker.current, picker.ui.choose.isEnabled()) == (4, False)
        picker.ui.filter.setText("bandal")
        assert picker.ui.choose.isEnabled()
        picker.ui.choose.click()
        assert desk.chosen == [5]
        desk.panel.show_group(CONFLICT, 5)
        desk.rest()
        names = {name: one.isChecked() for name, one in desk.radios.items()}
        assert names["Bandal (chosen by hand)"]
        assert sum(names.values()) == 1


def test_a_plan_made_anew_behind_the_list_is_not_decided_by_it(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 1)
        desk.press("Other boutique…")
        desk.panel.show_plan(plan(*CONFLICT))
        desk.panel.show_group(CONFLICT, 1)
        desk.picker().chosen.emit(3)
        assert desk.chosen == []
        desk.picker().reject()


def test_sales_of_one_group_that_go_to_several_leave_every_candidate_open(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 1)
        desk.panel.show_group(CONFLICT, None, [1, 3, 3])
        desk.rest()
        assert not any(one.isChecked() for one in desk.radios.values())
        stops = [one.focusPolicy() is Qt.FocusPolicy.StrongFocus for one in desk.radios.values()]
        assert any(stops)
        # Each boutique with what comes to it, the one that gets most first.
        told = r"(?s)Effect on Matete.*0 → 2.*Effect on Kin Centre.*0 → 1"
        assert re.search(told, desk.words)
        desk.panel.show_group(CONFLICT, None, [-1, -1, -1])
        desk.rest()
        assert "Effect" not in desk.words


def test_the_blocked_say_why_and_offer_the_way_out(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.group(plan(*BLOCKED), BLOCKED, None)
        assert "The terminal has no boutique: assign it first" in desk.words
        assert "Effect" not in desk.words
        desk.press("Assign the terminal first")
        assert desk.assigned == [2]
        desk.press("Choose the boutique…")
        desk.picker().ui.filter.setText("matete")
        desk.picker().ui.choose.click()
        assert desk.chosen == [3]


def test_nothing_is_assigned_where_nothing_can_be_written(qtbot: QtBot) -> None:
    source = shop()
    source.read_only = ReadOnlyReason.CHOSEN
    with desk_over(qtbot, source) as desk:
        desk.group(plan(*BLOCKED), BLOCKED, None)
        desk.press("Assign the terminal first")
        assert desk.assigned == []


def test_the_tab_key_goes_from_top_to_bottom(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.sale(plan(*CONFLICT), CONFLICT[0], 1)
        qtbot.waitUntil(desk.parts.window.isActiveWindow)
        child(desk.panel, QScrollArea, "scroll").setFocus()
        heights = []
        for _ in range(6):
            QTest.keyClick(desk.focused, Qt.Key.Key_Tab)
            focused = desk.focused
            heights.append(focused.mapTo(desk.panel, focused.rect().topLeft()).y())
        assert heights == sorted(heights)
        assert len(set(heights)) == len(heights)


# Effect.
def test_before_and_after_of_the_boutique_are_told_per_currency(qtbot: QtBot) -> None:
    source = shop()
    source.sale_list += [
        sale(60, KIN, OTHER, sold_at=NOW - timedelta(days=2), cents=40_000),
        sale(61, KIN, OTHER, sold_at=NOW - timedelta(days=2), cents=700, currency="USD"),
        sale(62, KIN, OTHER, sold_at=NOW - timedelta(days=2), paid=False),
        # Of another time, of another boutique.
        sale(63, KIN, OTHER, sold_at=NOW - timedelta(days=20)),
        sale(64, LIMETE, TILL, sold_at=NOW - timedelta(days=2)),
    ]
    with desk_over(qtbot, source) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 1)
        said = desk.words
        assert "Effect on Kin Centre" in said
        assert "Before and after, from 2026-11-19 to 2026-11-21" in said
        assert "3 → 6" in said
        assert "400.00 → 430.00" in said
        assert "+7.5%" in said
        assert "7.00 → 7.00" in said
        desk.group(plan(*CONFLICT), CONFLICT, 3)
        assert "0 → 3" in desk.words
        assert "0.00 → 30.00" in desk.words


def test_a_database_that_is_gone_leaves_the_witnesses(qtbot: QtBot) -> None:
    source = shop()
    with desk_over(qtbot, source) as desk:
        source.fail_with = ConnectionLost("gone")
        desk.sale(plan(*CONFLICT), CONFLICT[0], 1)
        assert len(desk.spoken) == 3
        assert "3 from Kin Centre" in desk.words
        assert desk.words.count("The connection") >= 1
        source.fail_with = None


# The simulator.
def test_another_boutique_for_the_terminal_is_tried_without_writing(qtbot: QtBot) -> None:
    source = shop()
    orphans = [orphan(id_, till=2) for id_ in (7, 8, 9)] + [orphan(10, till=1)]
    source.found_evidence = Evidence(
        at=NOW,
        orphans=orphans,
        lines={7: ((1, 2),), 8: ((1, 1),), 9: ((2, 4),)},
        movements={},
        beside={},
        neighbours={},
        neighbours_by_other_clock={},
        terminals={one.id: one for one in (TILL, NEW, OTHER)},
        boutiques={one.id: one for one in SHOPS},
        assignments={},
        named_terminals={},
    )
    held = plan_repair(source.found_evidence)
    mine = [one for one in held.proposals if one.orphan.terminal_id == 2]
    with desk_over(qtbot, source) as desk:
        desk.group(held, mine[:2], 1)
        before = desk.source.marker()
        desk.press("Choose a boutique…")
        desk.picker().ui.filter.setText("kin centre")
        desk.picker().ui.choose.click()
        desk.rest()
        found = simulate(desk.source, 2, 1, NOW, lambda _: None)
        assert sum(found.before.values()) == sum(found.after.values()) == 3
        assert (found.before[Confidence.DEDUCED], found.after[Confidence.CERTAIN]) == (3, 2)
        assert "Certain: 0 → 2" in desk.words
        assert "Deduced: 3 → 1" in desk.words
        assert "2 of its orphan sales would go to Kin Centre" in desk.words
        assert "nothing is written" in desk.words
        assert desk.source.marker() == before
        desk.press("Assign this terminal…")
        assert desk.assigned == [2]
        # Another terminal, another question.
        desk.group(held, [one for one in held.proposals if one.orphan.sale_id == 10], None)
        assert "Certain: 0 → 2" not in desk.words


def test_a_terminal_is_not_tried_where_it_is_nor_where_none_belongs(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.sale(plan(*CONFLICT), CONFLICT[0], 1)
        desk.press("Choose a boutique…")
        picker = desk.picker()
        for name in ("limete", "depot", "bandal"):
            picker.ui.filter.setText(name)
            assert not picker.ui.choose.isEnabled(), name
        picker.reject()


# Nothing selected.
def test_causes_and_orphans_that_still_come_are_told_first_of_all(qtbot: QtBot) -> None:
    source = shop()
    source.found_traits = Traits(
        all=Count(100, 10_000),
        versions={"1.2": Count(90, 1_000), "1.3": Count(10, 9_000)},
        merchants={7: Count(60, 800), 8: Count(40, 9_200)},
        merchant_names={7: "Ets <i>Mbuyi</i>", 8: "Maison Lukusa"},
    )
    long_ago = replace(TILL, updated_at=NOW - timedelta(days=90))
    fresh = [one._replace(orphan=one.orphan._replace(received_at=NOW)) for one in CONFLICT]
    held = replace(plan(*fresh), terminals={1: long_ago})
    assert [one.count for one in still_made(held, NOW)] == [3]
    with desk_over(qtbot, source) as desk:
        desk.panel.show_plan(held)
        desk.rest()
        assert "Common causes" in desk.words
        assert "App version 1.2" in desk.words
        said = "90 of 100 orphan sales (90%), but only 1,000 of all 10,000 sales (10%)"
        assert said in desk.words
        assert "Merchant Ets <i>Mbuyi</i>" in desk.words
        assert "the server does not link them" in desk.words
        links = desk.panel.findChildren(QPushButton)
        next(one for one in links if one.accessibleName() == "Caisse 1").click()
        assert desk.went == [Goto("assignment", terminal=1)]
        next(one for one in links if one.accessibleName().startswith("Show the bou")).click()
        assert desk.went[1:] == [Goto("assignment", merchant=7)]
        desk.panel.show_sale(fresh[0], 1)
        desk.rest()
        assert "Common causes" not in desk.words
        # Found out once for a plan.
        source.fail_with = ConnectionLost("gone")
        desk.panel.show_plan(held)
        desk.rest()
        assert "App version 1.2" in desk.words
        source.fail_with = None


def test_looking_elsewhere_meanwhile_does_not_count_all_sales_again(qtbot: QtBot) -> None:
    source = shop()
    held = plan(*CONFLICT)
    with desk_over(qtbot, source) as desk:
        source.gate = Event()
        desk.panel.show_plan(held)
        qtbot.waitUntil(lambda: source.counted == 1)
        desk.panel.show_sale(CONFLICT[0], 1)
        qtbot.wait(2 * PAUSE_MS)
        desk.panel.show_plan(held)
        qtbot.wait(2 * PAUSE_MS)
        source.gate.set()
        desk.rest()
        assert "stands out" in desk.words
        assert source.counted == 1


def test_where_nothing_stands_out_nothing_is_made_up(qtbot: QtBot) -> None:
    with desk_over(qtbot, shop()) as desk:
        desk.panel.show_plan(plan(*CONFLICT))
        desk.rest()
        assert "stands out" in desk.words
        desk.panel.clear()
        desk.rest()
        assert "stands out" not in desk.words


# Sales without terminal.
def stray_plan() -> StrayPlan:
    sold = Stray(9, "N-9", NOW, NOW, None, 1, True, False, "CDF", 1_000, "10.0.0.1")
    number = StrayTestimony(StrayWitness.NUMBER, StrayBasis.SERIAL, (1,))
    address = StrayTestimony(StrayWitness.ADDRESS, StrayBasis.SESSION, (3,))
    there = StrayTestimony(StrayWitness.BOUTIQUE, StrayBasis.SEVERAL_TERMINALS)
    proposals = [StrayProposal(sold, weigh_stray(number, address, there))]
    tills = {one.id: one for one in (TILL, NEW, OTHER)}
    return StrayPlan(NOW, proposals, tills, {one.id: one for one in SHOPS})


def test_a_sale_without_terminal_has_terminals_to_choose_from(qtbot: QtBot) -> None:
    held = stray_plan()
    with desk_over(qtbot, shop()) as desk:
        desk.panel.show_plan(held)
        desk.panel.show_sale(held.proposals[0], 1)
        desk.rest()
        assert [line.partition(" — ")[0] for line in desk.spoken] == [
            "Sale number: agrees",
            "Network address: disagrees",
            "Boutique: silent",
        ]
        assert list(desk.radios) == [
            "Caisse 1 (its serial is in the number)",
            "Annexe (seen at the sale’s address)",
        ]
        assert "Effect" not in desk.words
        assert not desk.simulator.isVisible()
        desk.press("Other terminal…")
        picker = desk.picker()
        # Those of the sale's boutique stand first; a serial is enough to find the others.
        assert picker.current == 3
        picker.ui.filter.setText("serial-2")
        picker.ui.choose.click()
        assert desk.chosen == [2]


# The whole of it.
def test_running_through_rows_asks_once_where_it_rests(qtbot: QtBot) -> None:
    source = shop()
    held = plan(*CONFLICT, *BLOCKED)
    with desk_over(qtbot, source) as desk:
        desk.panel.show_plan(held)
        for one in [*held.proposals] * 5:
            desk.panel.show_sale(one, None)
            qtbot.wait(5)
        desk.rest()
        assert source.asked == 1
        assert "SERIAL-1-5" in desk.words


def test_a_panel_that_nobody_sees_asks_for_nothing(qtbot: QtBot) -> None:
    source = shop()
    with desk_over(qtbot, source) as desk:
        desk.panel.hide()
        desk.sale(plan(*CONFLICT), CONFLICT[0], 1)
        assert source.asked == 0
        desk.panel.show()
        desk.rest()
        assert source.asked == 1
        assert "SERIAL-1-1" in desk.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_demo_is_wider_than_the_narrowest_panel(
    qtbot: QtBot, opener: Callable[[], SalesSource], language: str
) -> None:
    with desk_over(qtbot, opener, language) as desk:
        held = plan_repair(desk.source.evidence())
        preview = Preview.of(held.proposals, origin_of)
        desk.panel.resize(300, 700)
        scroll = child(desk.panel, QScrollArea, "scroll")
        assert set(Confidence) == {group.key.confidence for group in preview.groups}
        for code in Confidence:
            of_code = [one for one in preview.groups if one.key.confidence is code]
            group = max(of_code, key=lambda one: one.stop - one.start)
            items = [
                one for one in preview.items[group.start : group.stop] if isinstance(one, Proposal)
            ]
            target = group.key.options[0] if group.key.options else None
            for single in (False, True):
                if single:
                    desk.sale(held, items[0], target)
                else:
                    desk.group(held, items, target)
                assert len(desk.spoken) >= 3
                inside = scroll.widget()
                assert inside is not None
                assert inside.minimumSizeHint().width() <= scroll.viewport().width(), code


def test_in_the_screen_the_panel_decides_a_conflict_and_keeps_the_keyboard(
    qtbot: QtBot, opener: Callable[[], SalesSource]
) -> None:
    with window_over(qtbot, opener, "en") as parts:
        qtbot.waitUntil(lambda: parts.context.session.source is not None, timeout=60_000)
        with qtbot.waitActive(parts.window):
            parts.window.activateWindow()
        parts.window.navigation.choose("repair")
        screen = parts.window.current
        assert isinstance(screen, RepairScreen)
        rested(qtbot, parts)
        screen.beside.side.open()
        rows = screen.model.rows
        assert rows is not None
        number = rows.groups_of(Confidence.CONFLICT)[0]
        group = rows.look.preview.groups[number]
        screen.tree.setCurrentIndex(screen.model.index_of(Node(Kind.GROUP, number)))
        rested(qtbot, parts)
        panel = screen.beside.panel
        first, second = panel.findChildren(QRadioButton)
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Down)
        assert screen.analysis is not None
        target = screen.analysis.look.choice.common_target(group.start, group.stop)
        assert target == group.key.options[1]
        assert screen.analysis.look.summary.groups[number].ticked == group.stop - group.start
        rested(qtbot, parts)
        assert QApplication.focusWidget() is second
        boutique_name = screen.analysis.plan.boutiques[target].name
        labels = [one.text() for one in panel.findChildren(QLabel)]
        assert f"Effect on {boutique_name}" in labels


def test_another_theme_keeps_what_is_shown_chosen_and_tried(qtbot: QtBot) -> None:
    source = shop()
    with desk_over(qtbot, source) as desk:
        desk.group(plan(*CONFLICT), CONFLICT, 2)
        desk.press("Choose a boutique…")
        desk.picker().ui.filter.setText("matete")
        desk.picker().ui.choose.click()
        desk.rest()
        before = desk.words
        assert "This terminal has no orphan sales any more." in before
        desk.parts.context.theme.choose(settings.Theme.DARK)
        desk.rest()
        assert desk.words == before
        checked = [name for name, one in desk.radios.items() if one.isChecked()]
        assert checked == ["Limete (present boutique of the terminal)"]
        desk.parts.context.theme.choose(settings.Theme.LIGHT)
        desk.rest()


def test_names_from_terminals_are_text_wherever_they_stand(qtbot: QtBot) -> None:
    hostile = "<b>Kin</b>\r\n& Cie %1 %2"
    held = plan(*CONFLICT)
    named = replace(
        held,
        boutiques={**held.boutiques, 1: replace(KIN, name=hostile)},
        terminals={1: replace(TILL, name=hostile, serial=hostile, boutique_name=hostile)},
    )
    with desk_over(qtbot, shop()) as desk:
        desk.sale(named, CONFLICT[0], 1)
        assert "articles sold" in desk.spoken[0].lower()
        for label in desk.panel.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
        assert "%1 %2" in desk.words
        assert "\n& Cie" not in desk.words
        assert any("&& Cie" in one.text() for one in desk.radios.values())
