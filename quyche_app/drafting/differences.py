"""What a draft says otherwise than the text it began from, provision by provision and word by word.

Provisions of a draft keep the identities of the base, so nothing is aligned by guess: what the page,
the outline and the status bar mark as changed is found by identity.
Source: docs/window.md 5.2 (Dấu sửa).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from quyche_app.comparing.words import word_changes
from quyche_app.domain.acts import Act, Component
from quyche_app.domain.comparisons import Change
from quyche_app.domain.sequences import longest_rising
from quyche_app.domain.texts import LINE_BREAK, OBJECT
from quyche_app.domain.units import Block, Paragraph, Unit
from quyche_app.drafting.edits import own_frame

Slot = tuple[str, int]  # "heading", "lead" or "tail", and which paragraph of it


class Fate(StrEnum):
    """What became of a provision since the base."""

    ADDED = "added"
    EDITED = "edited"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Removed:
    """A provision of the base that the draft has no more.

    Attributes:
        after_id: identity of the last provision before it that is still there, "" when none is.
        parent_id: what it stood in.
    """

    unit: Unit
    after_id: str
    parent_id: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Every provision that differs."""

    fates: Mapping[str, Fate] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()

    @property
    def count(self) -> int:
        """How many places differ."""
        return len(self.fates) + len(self.removed)


@dataclass(frozen=True, slots=True)
class _Place:
    unit: Unit  # without children
    parent_id: str
    number: int  # among its siblings


class BaseText:
    """The text that a draft is marked against."""

    def __init__(self, act: Act) -> None:
        self.act = act
        word_changes("a", "b")  # loads what it works with now, not under a key that is waited for
        self._frames = {component.id: own_frame(component) for component in act.components}
        self._places = {unit.id: _Place(unit, parent, n) for unit, parent, n in _placed(act)}

    def unit(self, unit_id: str) -> Unit | None:
        """Give a provision of the base with everything in it, None when the base has none."""
        place = self._places.get(unit_id)
        return None if place is None else place.unit

    def differences(self, act: Act) -> Differences:
        """Give what differs in a text that came from the base."""
        fates: dict[str, Fate] = {}
        siblings: dict[str, list[tuple[int, str]]] = {}
        order: list[str] = []
        for unit, parent_id, _ in _placed(act):
            order.append(unit.id)
            place = self._places.get(unit.id)
            if place is None:
                fates[unit.id] = Fate.ADDED
                continue
            if not _says_the_same(place.unit, unit):
                fates[unit.id] = Fate.EDITED
            if place.parent_id != parent_id:
                fates[unit.id] = Fate.MOVED
            else:
                siblings.setdefault(parent_id, []).append((place.number, unit.id))
        for component in act.components:
            if self._is_framed_otherwise(component):
                fates[component.id] = Fate.EDITED
        for children in siblings.values():
            for unit_id in _out_of_order(children):
                fates[unit_id] = Fate.MOVED
        return Differences(fates, tuple(self._removed(set(order))))

    def renumbered(self, act: Act) -> dict[str, str]:
        """Give the provisions that had another number in the base: identity → that number as it was
        printed, "4." or "Điều 12."."""
        found: dict[str, str] = {}
        for unit, _, _ in _placed(act):
            place = self._places.get(unit.id)
            if place is not None and place.unit.label != unit.label:
                found[unit.id] = place.unit.prefix.strip()
        return found

    def with_words(self, former: Differences, unit: Unit) -> Differences:
        """Give the differences after other words in one provision; places are as they were."""
        place = self._places.get(unit.id)
        if place is None or former.fates.get(unit.id) is Fate.MOVED:
            return former
        fates = {u: fate for u, fate in former.fates.items() if u != unit.id}
        if not _says_the_same(place.unit, unit):
            fates[unit.id] = Fate.EDITED
        return Differences(fates, former.removed)

    def with_frame(self, former: Differences, component: Component) -> Differences:
        """Give the differences after other words in a head or an end."""
        fates = {u: fate for u, fate in former.fates.items() if u != component.id}
        if self._is_framed_otherwise(component):
            fates[component.id] = Fate.EDITED
        return Differences(fates, former.removed)

    def _is_framed_otherwise(self, component: Component) -> bool:
        old = self._frames.get(component.id)
        return old is not None and (old.front, old.back) != (component.front, component.back)

    def frame_changes(self, component: Component) -> dict[Slot, tuple[Change, ...]]:
        """Give the changes of words in the paragraphs of a head and an end, as ``word_changes``."""
        old = self._frames.get(component.id)
        if old is None or not self._is_framed_otherwise(component):
            return {}
        return _changes(
            (
                ("front", _texts(old.front), _texts(component.front)),
                ("back", _texts(old.back), _texts(component.back)),
            )
        )

    def word_changes(self, unit: Unit) -> dict[Slot, tuple[Change, ...]]:
        """Give the changes of words in every paragraph of a provision that has some.

        Changes of a paragraph that are not "delete" make up its text, line feeds as ``LINE_BREAK``.
        """
        place = self._places.get(unit.id)
        old = place.unit if place is not None else None
        if old is not None and _says_the_same(old, unit):
            return {}
        return _changes(
            (
                ("heading", _lines(old.heading if old else None), _lines(unit.heading)),
                ("lead", _texts(old.lead if old else ()), _texts(unit.lead)),
                ("tail", _texts(old.tail if old else ()), _texts(unit.tail)),
            )
        )

    def _removed(self, there: set[str]) -> Iterator[Removed]:
        last = ""
        inside: set[str] = set()
        for unit, parent_id, _ in _placed(self.act):
            if unit.id in there:
                last = unit.id
            else:
                if parent_id not in inside:  # what went with its parent is told with it
                    yield Removed(unit, last, parent_id)
                inside.add(unit.id)


def _placed(act: Act) -> Iterator[tuple[Unit, str, int]]:
    """Every provision with what it stands in and its number there, in the order of the text."""
    for component in act.components:
        yield from _placed_in(component.units, component.id)


def _placed_in(units: Sequence[Unit], parent_id: str) -> Iterator[tuple[Unit, str, int]]:
    for number, unit in enumerate(units):
        yield unit, parent_id, number
        yield from _placed_in(unit.children, unit.id)


def _says_the_same(old: Unit, new: Unit) -> bool:
    """Two states of a provision with the same words; labels follow their place and do not count."""
    return old is new or (old.heading, old.lead, old.tail, old.repealed) == (
        new.heading,
        new.lead,
        new.tail,
        new.repealed,
    )


def _out_of_order(children: Sequence[tuple[int, str]]) -> list[str]:
    """Of siblings with their former numbers, the fewest whose going would leave the others in order."""
    kept = set(longest_rising([number for number, _ in children]))
    return [unit_id for n, (_, unit_id) in enumerate(children) if n not in kept]


def _lines(heading: str | None) -> list[str]:
    return [] if heading is None else [heading.replace("\n", LINE_BREAK)]


def _texts(blocks: Sequence[Block]) -> list[str]:
    return [
        block.text.replace("\n", LINE_BREAK) if isinstance(block, Paragraph) else OBJECT
        for block in blocks
    ]


def _changes(slots: Sequence[tuple[str, list[str], list[str]]]) -> dict[Slot, tuple[Change, ...]]:
    """The changes of every paragraph that has some; slots with their paragraphs before and after."""
    found: dict[Slot, tuple[Change, ...]] = {}
    for slot, before, after in slots:
        for index, changes in enumerate(_by_paragraph(before, after)[: len(after)]):
            if any(change.op != "equal" for change in changes):
                found[slot, index] = tuple(changes)
    return found


def _by_paragraph(old: Sequence[str], new: Sequence[str]) -> list[list[Change]]:
    """The changes from some paragraphs to others, one list for each new one."""
    paragraphs: list[list[Change]] = [[]]
    for change in word_changes("\n".join(old), "\n".join(new)):
        if change.op == "delete":
            words = change.text.replace("\n", " ")
            paragraphs[-1].append(Change("delete", words, change.layer))
            continue
        first, *rest = change.text.split("\n")
        for number, words in enumerate((first, *rest)):
            if number:
                paragraphs.append([])
            if words:
                paragraphs[-1].append(Change(change.op, words, change.layer))
    return paragraphs
