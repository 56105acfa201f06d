"""What two people did to one text: per provision and slot, who changed it, and where they disagree.

Source: docs/architecture.md 6.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import Uncompared
from quyche_app.domain.comparisons import Change, Side


class Standing(StrEnum):
    """Who changed something."""

    AGREED = "agreed"  # both, to the same words
    MINE = "mine"
    THEIRS = "theirs"
    CONFLICT = "conflict"  # both, differently


@dataclass(frozen=True, slots=True)
class SlotDifference:
    """A slot of a provision that somebody changed.

    Attributes:
        slot: "existence" (was it added or removed), "label", "heading", "lead", "tail", "place", and
            "front", "back" of a component.
        base, mine, theirs: its words on each side; "" where there are none. Of a place: the words of
            the address.
        mine_changes, theirs_changes: word changes from the base, in layers.
    """

    slot: str
    standing: Standing
    base: str
    mine: str
    theirs: str
    mine_changes: tuple[Change, ...] = ()
    theirs_changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreeWayRow:
    """A provision with everything that somebody changed in its own words; children have rows of their
    own. A side without the provision is None."""

    base: Side | None
    mine: Side | None
    theirs: Side | None
    slots: tuple[SlotDifference, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """Rows in the order of the base, what was added behind its neighbour."""

    base: Act
    mine: Act
    theirs: Act
    rows: tuple[ThreeWayRow, ...]
    not_compared: tuple[Uncompared, ...] = ()  # parts in which the base differs from A, or from B

    def counts(self) -> dict[str, int]:
        """How many slots there are of each standing."""
        result: dict[str, int] = {}
        for row in self.rows:
            for slot in row.slots:
                result[slot.standing.value] = result.get(slot.standing.value, 0) + 1
        return dict(sorted(result.items()))
