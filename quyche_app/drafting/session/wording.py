"""Commands about words: pasted, put in a table, replaced, taken back from an earlier wording."""

from __future__ import annotations

from dataclasses import dataclass

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.identities import NewId
from quyche_app.domain.messages import Message, message
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Block, Mark, Paragraph, Table, Unit
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Frame, Step, Words, own_frame, own_words
from quyche_app.drafting.finding import Place, replace_places, reworded
from quyche_app.drafting.restoring import restore_words
from quyche_app.drafting.rewording import (
    frame_blocks,
    pasted_unit,
    with_frame_blocks,
    with_table,
)
from quyche_app.drafting.spots import Spot
from quyche_app.drafting.taking import take_units
from quyche_app.drafting.words import cut


@dataclass(frozen=True, slots=True)
class TypeWords:
    """A paragraph as it was typed; typing in one place in one go is one step.

    Attributes:
        unit_id: the provision, or the component of a head or an end.
        slot, block: which paragraph, as of a ``Spot``.
        text: its words now, ``LINE_BREAK`` for a line feed inside it.
    """

    unit_id: str
    slot: str
    block: int
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paste:
    """Paragraphs and tables put in at the caret, in a head or an end behind its paragraph."""

    spot: Spot
    blocks: tuple[Block, ...]

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        spot = self.spot
        if is_frame(spot.slot):
            component = draft.component(spot.unit_id)
            new = with_frame_blocks(component, spot.slot, spot.block + 1, self.blocks, taken=0)
            return framed(component, new, message("step.paste_apart", "dán ở phần đầu, phần cuối"))
        unit = draft.unit(spot.unit_id)
        return worded(
            draft,
            pasted_unit(unit, spot.slot, spot.block, spot.at, self.blocks),
            message("step.paste", "dán"),
        )


@dataclass(frozen=True, slots=True)
class AddTable:
    """A table behind a paragraph of a provision."""

    spot: Spot
    table: Table

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        unit, spot = draft.unit(self.spot.unit_id), self.spot
        new = with_table(unit, spot.slot, spot.block, self.table, is_new=True)
        return worded(draft, new, message("step.add_table", "thêm bảng"))


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Another table in the place of one; None = it is taken out.

    Attributes:
        slot, block: where it stands, as of a ``Spot``.
    """

    unit_id: str
    slot: str
    block: int
    table: Table | None

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        if is_frame(self.slot):
            component = draft.component(self.unit_id)
            blocks = () if self.table is None else (self.table,)
            new = with_frame_blocks(component, self.slot, self.block, blocks)
            said = message("step.change_table_apart", "sửa bảng ở phần đầu, phần cuối")
            return framed(component, new, said)
        unit = draft.unit(self.unit_id)
        said = message("step.change_table", "sửa bảng")
        if self.table is None:
            said = message("step.remove_table", "bỏ bảng")
        return worded(draft, with_table(unit, self.slot, self.block, self.table), said)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Other words in one place, as a check proposes them.

    Attributes:
        said: what the step is, without its place.
    """

    place: Place
    words: str
    said: Message

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        place, unit = self.place, draft.find(self.place.unit_id)
        if unit is None:
            return None
        change = (place.start, place.end, self.words)
        behind = Spot(unit.id, place.slot, place.index, place.start + len(self.words))
        new = reworded(unit, place.slot, place.index, [change])
        return worded(draft, new, self.said, behind)


@dataclass(frozen=True, slots=True)
class ReplaceAll:
    """Other words in every place that was found."""

    places: tuple[Place, ...]
    words: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return replace_places(draft.act, self.places, self.words)


@dataclass(frozen=True, slots=True)
class RestoreWords:
    """An earlier wording of a provision; its label stays that of its place."""

    unit_id: str
    then: Unit

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        now = draft.find(self.unit_id)
        if now is None:
            return None
        return restore_words(
            now,
            self.then,
            message(
                "step.restore_words", "lấy lại lời văn {place}", place=address_words(draft, now.id)
            ),
        )


@dataclass(frozen=True, slots=True)
class TakeTheirs:
    """Provisions as another person recorded them: words, and whether and where they stand."""

    theirs: Act
    unit_ids: tuple[str, ...]

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return take_units(
            draft.act,
            self.theirs,
            self.unit_ids,
            message("step.take_theirs", "lấy bản của người khác"),
        )


def split_frame(draft: Draft, spot: Spot) -> Step | None:
    """Give the step after which what stands behind the caret in a head or an end is a paragraph of its
    own; None where a table stands."""
    component = draft.component(spot.unit_id)
    block = frame_blocks(component, spot.slot)[spot.block]
    if not isinstance(block, Paragraph):
        return None
    new = with_frame_blocks(component, spot.slot, spot.block, cut(block, spot.at))
    below = Spot(spot.unit_id, spot.slot, spot.block + 1, 0)
    return framed(
        component, new, message("step.insert_apart", "thêm đoạn ở phần đầu, phần cuối"), below
    )


def is_frame(slot: str) -> bool:
    """Whether a slot is of a head or an end, not of a provision."""
    return slot.startswith(("front", "back"))


def framed(
    component: Component, new: Component, said: Message, caret: Spot | None = None
) -> Step | None:
    """Give the step to another head and end of a component, None when they are the same."""
    old = own_frame(component)
    if new == old:
        return None
    return Step(said, (Frame(component.id, old, new),), component.id, caret_after=caret)


def worded(draft: Draft, new: Unit, said: Message, caret: Spot | None = None) -> Step | None:
    """Give the step to other own words of a provision, named with its place; None when they are the
    same."""
    old = own_words(draft.unit(new.id))
    if own_words(new) == old:
        return None
    place = address_words(draft, new.id)
    named = message("step.at", "{step} tại {place}", step=said, place=place) if place else said
    return Step(named, (Words(new.id, old, own_words(new)),), new.id, caret_after=caret)


def address_words(draft: Draft, unit_id: str) -> str:
    """Give the address of a provision in words, "" when it is not in the text."""
    placed = tree_index(draft.act).by_id.get(unit_id)
    return placed.address.words if placed is not None else ""
