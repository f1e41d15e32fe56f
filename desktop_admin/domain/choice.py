"""What is to be done with the sales of a preview: ticked, aimed, summed up; all of it values.

Every edit makes a new `Choice`, and what would be applied is a pure function of preview, scope and
choice: what is shown is what is written."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import NamedTuple

from desktop_admin.domain.evidence import Confidence
from desktop_admin.domain.masses import undisturbed
from desktop_admin.domain.preview import Preview, Sum, Weighed, both, either, without
from desktop_admin.domain.scope import Scope

#: Stands for no target, where a number is needed.
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be done with each sale of a preview: a new value with every edit."""

    #: Masks: what is ticked, what has a target, what can no longer be done.
    ticked: bytes
    aimed: bytes
    gone: bytes
    #: Where each goes.
    targets: array[int]

    @classmethod
    def first(cls, preview: Preview) -> Choice:
        """What is proposed: the certain ones are ticked, and each sale goes where its strongest
        witness says."""
        size = len(preview.items)
        certain, aimed = bytearray(size), bytearray(size)
        targets = array("q", bytes(8 * size))
        for group in preview.groups:
            options, count = group.key.options, group.stop - group.start
            sure = group.key.confidence is Confidence.CERTAIN
            target = options[0] if options else _NOWHERE
            certain[group.start : group.stop] = bytes([sure]) * count
            aimed[group.start : group.stop] = bytes([bool(options)]) * count
            targets[group.start : group.stop] = array("q", [target]) * count
        return cls(bytes(certain), bytes(aimed), bytes(size), targets)

    def tick(self, mask: bytes, *, on: bool) -> Choice:
        """The same with these ticked or not, as far as they have a target."""
        ticked = either(self.ticked, both(mask, self.doable)) if on else without(self.ticked, mask)
        return replace(self, ticked=ticked)

    def aim(self, mask: bytes, target: int) -> Choice:
        """The same with these going to `target`, and ticked: who says where has decided."""
        targets = self.targets[:]
        for place in compress(range(len(mask)), mask):
            targets[place] = target
        aimed = replace(self, targets=targets, aimed=either(self.aimed, mask))
        return aimed.tick(mask, on=True)

    def bar(self, mask: bytes) -> Choice:
        """The same where exactly these can no longer be done, because they were changed."""
        return replace(self, gone=mask)

    @property
    def doable(self) -> bytes:
        """What can be ticked: it has a target, and is as it was."""
        return without(self.aimed, self.gone)

    def target(self, place: int) -> int | None:
        """Where that sale goes."""
        return self.targets[place] if self.aimed[place] else None

    def common_target(self, start: int, stop: int) -> int | None:
        """Where all sales from `start` up to `stop` go; None where not all go to one place."""
        found = set(self.targets[start:stop])
        target = found.pop()
        return None if found or target == _NOWHERE else target


class Ticks(NamedTuple):
    """How many sales of a group or a confidence are shown, can be ticked, and are."""

    shown: int
    doable: int
    ticked: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What would be applied."""

    selected: Sum
    targets: frozenset[int]
    #: Ticked, but not shown, and therefore not applied.
    hidden: int
    groups: Sequence[Ticks]
    confidences: Mapping[Confidence, Ticks]


def applied(scope: Scope, choice: Choice) -> bytes:
    """The mask of what would be applied: shown, ticked, with a target, as it was."""
    return both(both(choice.ticked, scope.shown), choice.doable)


def summary_of(preview: Preview, scope: Scope, choice: Choice) -> Summary:
    """What would be applied, in figures."""
    mask, doable = applied(scope, choice), both(choice.doable, scope.shown)
    ticks = [
        Ticks(
            scope.groups[group.number].sales,
            doable.count(1, group.start, group.stop),
            mask.count(1, group.start, group.stop),
        )
        for group in preview.groups
    ]
    confidences = dict.fromkeys(Confidence, Ticks(0, 0, 0))
    for group, mine in zip(preview.groups, ticks, strict=True):
        code = group.key.confidence
        confidences[code] = Ticks(*(a + b for a, b in zip(confidences[code], mine, strict=True)))
    return Summary(
        selected=preview.sum(mask),
        targets=frozenset(compress(choice.targets, mask)),
        hidden=both(choice.ticked, choice.doable).count(1) - mask.count(1),
        groups=ticks,
        confidences=confidences,
    )


def picked(preview: Preview, scope: Scope, choice: Choice) -> Sequence[tuple[Weighed, int]]:
    """What would be applied, each with its target, in order of sale id."""
    mask = applied(scope, choice)
    with undisturbed():
        chosen = list(
            zip(compress(preview.items, mask), compress(choice.targets, mask), strict=True)
        )
        chosen.sort(key=lambda one: one[0].orphan.sale_id)
    return chosen
