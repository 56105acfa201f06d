"""What a drafter does to the structure: insert, split, join, promote, demote, move, remove.

Every function gives the ``Step`` to be applied, labels and citations included, or None when it does
not make sense there (nothing above to join with, no deeper level). The order of the words of a text
never changes except by moving.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.identities import NewId
from quyche_app.domain.messages import Message, message
from quyche_app.domain.trees import Placed, TreeIndex, tree_index
from quyche_app.domain.units import GROUPING_KINDS, Block, Paragraph, Unit, UnitKind
from quyche_app.drafting.edits import UNSAID, Edit, Splice, Step, Words, apply_step, own_words
from quyche_app.drafting.numbering import (
    index_around,
    label_between,
    nth_label,
    prefix_of,
    recount,
    relabelled,
)
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.rewording import blocks_of, with_blocks
from quyche_app.drafting.spots import Spot
from quyche_app.drafting.words import cut, joined

KIND_WORDS = {
    UnitKind.PART: "phần",
    UnitKind.CHAPTER: "chương",
    UnitKind.SECTION: "mục",
    UnitKind.SUBSECTION: "tiểu mục",
    UnitKind.ARTICLE: "điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
    UnitKind.ITEM: "gạch đầu dòng",
}
_DEEPER = {
    UnitKind.CLAUSE: UnitKind.POINT,
    UnitKind.POINT: UnitKind.SUBPOINT,
    UnitKind.SUBPOINT: UnitKind.ITEM,
}
_HIGHER = {deep: high for high, deep in _DEEPER.items()}
_ALL_KINDS = frozenset(UnitKind)
_ARTICLES_AND_BELOW = _ALL_KINDS - GROUPING_KINDS


@dataclass(frozen=True, slots=True)
class Recount:
    """A step that counts a text anew; ``counts`` are (labels, paragraphs with citations) that change."""

    step: Step
    counts: tuple[int, int]


INSERTED = "step.insert"


def _moved(kind: str, *, is_down: bool) -> Message:
    if is_down:
        return message("step.move_down", "chuyển {kind} xuống", kind=kind)
    return message("step.move_up", "chuyển {kind} lên", kind=kind)


@dataclass(frozen=True, slots=True)
class Structure:
    """A text whose structure is being changed.

    Attributes:
        numbering: how labels follow.
        new_id: gives identities to new provisions.
    """

    act: Act
    numbering: Numbering
    new_id: NewId

    # -- inserting --------------------------------------------------------------------------------

    def insert_after(self, unit_id: str) -> Step | None:
        """A new empty provision of the same kind behind a provision."""
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None:
            return None
        siblings, at = _siblings(placed)
        new = self._new_sibling(placed.unit, siblings, at + 1, ())
        return self._step(
            message(INSERTED, "thêm {place}", place=KIND_WORDS[new.kind]),
            [Splice(_holder(placed), at + 1, (), (new,))],
            new.id,
            placed.component,
        )

    def insert_inside(self, unit_id: str, kind: UnitKind) -> Step | None:
        """A new empty provision as the first child of another."""
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None or kind.depth <= placed.unit.kind.depth:
            return None
        label = nth_label(kind, 1)
        if self.numbering is Numbering.FROZEN and any(
            c.label == label for c in placed.unit.children
        ):
            return None
        new = Unit(self.new_id(), kind, label, prefix_of(kind, label), lead=(Paragraph(""),))
        return self._step(
            message(INSERTED, "thêm {place}", place=KIND_WORDS[kind]),
            [Splice(unit_id, 0, (), (new,))],
            new.id,
            placed.component,
        )

    def _new_sibling(
        self, like: Unit, siblings: Sequence[Unit], at: int, lead: tuple[Block, ...]
    ) -> Unit:
        before = next((u.label for u in reversed(siblings[:at]) if u.kind is like.kind), None)
        is_last = not any(u.kind is like.kind for u in siblings[at:])
        count = sum(u.kind is like.kind for u in siblings[:at])
        if like.kind is UnitKind.ITEM:
            label = ""
        elif self.numbering is Numbering.RECOUNT or (
            is_last and before == nth_label(like.kind, count)
        ):
            label = nth_label(like.kind, count + 1)
        else:
            label = label_between(like.kind, before, [u.label for u in siblings])
        prefix = prefix_of(like.kind, label, like.prefix) if label else like.prefix
        heading = "" if like.heading is not None else None
        return Unit(
            self.new_id(),
            like.kind,
            label,
            prefix,
            heading,
            like.heading_apart,
            lead or ((Paragraph(""),) if heading is None else ()),
        )

    # -- splitting and joining ----------------------------------------------------------------------

    def split(self, spot: Spot) -> Step | None:
        """Cut a provision at the caret: what stands behind it becomes the next provision of the kind."""
        placed = self._placed(spot.unit_id, _ARTICLES_AND_BELOW)
        if placed is None or spot.slot != "lead":
            return None
        unit = placed.unit
        block = unit.lead[spot.block] if spot.block < len(unit.lead) else None
        if not isinstance(block, Paragraph):
            return None
        is_behind_all = (spot.block, spot.at) >= (len(unit.lead) - 1, len(block.text))
        if unit.children and is_behind_all:
            return self.insert_inside(unit.id, unit.children[0].kind)
        left, right = cut(block, spot.at)
        siblings, at = _siblings(placed)
        first = replace(unit, lead=(*unit.lead[: spot.block], left), children=(), tail=())
        new = self._new_sibling(unit, siblings, at + 1, (right, *unit.lead[spot.block + 1 :]))
        new = replace(
            new,
            heading=None,
            children=unit.children,
            tail=unit.tail,
        )
        kind = KIND_WORDS[unit.kind]
        said = (
            message("step.split", "tách {kind}", kind=kind)
            if right.text
            else message(INSERTED, "thêm {place}", place=kind)
        )
        return self._step(
            said, [Splice(_holder(placed), at, (unit,), (first, new))], new.id, placed.component
        )

    def new_paragraph(self, spot: Spot) -> Step | None:
        """Cut a paragraph at the caret inside its provision."""
        placed = tree_index(self.act).by_id.get(spot.unit_id)
        if placed is None or spot.slot not in ("lead", "tail"):
            return None
        blocks = blocks_of(placed.unit, spot.slot)
        block = blocks[spot.block] if spot.block < len(blocks) else None
        if not isinstance(block, Paragraph):
            return None
        old = own_words(placed.unit)
        new = with_blocks(placed.unit, spot.slot, spot.block, cut(block, spot.at))
        below = replace(spot, block=spot.block + 1, at=0)
        return Step(
            message("step.insert_paragraph", "thêm đoạn"),
            (Words(old.id, old, new),),
            old.id,
            caret_after=below,
        )

    def join_with_above(self, unit_id: str) -> Step | None:
        """Put a provision's words behind those of its sibling above, or of what holds it."""
        placed = self._placed(unit_id, _ARTICLES_AND_BELOW)
        if placed is None:
            return None
        siblings, at = _siblings(placed)
        unit = placed.unit
        said = message("step.join", "nối {kind} với phần trên", kind=KIND_WORDS[unit.kind])
        if at > 0:
            above = siblings[at - 1]
            merged = _joined_units(above, unit)
            if merged is None:
                return None
            edit: Edit = Splice(_holder(placed), at - 1, (above, unit), (merged,))
            return self._step(said, [edit], above.id, placed.component)
        parent = placed.parent
        if parent is None or unit.kind is UnitKind.ARTICLE:
            return None
        lead = _joined_blocks(parent.lead, _words_as_blocks(unit))
        edits: list[Edit] = [
            Splice(parent.id, 0, (unit,), unit.children),
            Words(
                parent.id,
                own_words(parent),
                replace(own_words(parent), lead=lead, tail=(*unit.tail, *parent.tail)),
            ),
        ]
        return self._step(said, edits, parent.id, placed.component)

    # -- levels ---------------------------------------------------------------------------------------

    def demote(self, unit_id: str) -> Step | None:
        """A clause becomes a point of the clause above it, and so on."""
        placed = self._placed(unit_id, _DEEPER)
        if placed is None:
            return None
        siblings, at = _siblings(placed)
        if at == 0:
            return None
        above = siblings[at - 1]
        if above.kind is not placed.unit.kind or above.tail:
            return None
        deeper = _as_kind(placed.unit, _DEEPER[placed.unit.kind], len(above.children) + 1)
        if deeper is None:
            return None
        grown = replace(above, children=(*above.children, deeper))
        return self._step(
            message(
                "step.deeper",
                "hạ {kind} thành {other}",
                kind=KIND_WORDS[placed.unit.kind],
                other=KIND_WORDS[deeper.kind],
            ),
            [Splice(_holder(placed), at - 1, (above, placed.unit), (grown,))],
            unit_id,
            placed.component,
        )

    def promote(self, unit_id: str) -> Step | None:
        """A point becomes a clause behind the clause it stood in; what followed it there follows it."""
        index = tree_index(self.act)
        placed = self._placed(unit_id, _HIGHER)
        if placed is None or placed.parent is None:
            return None
        parent = placed.parent
        kind = _HIGHER[placed.unit.kind]
        if parent.kind is not kind:
            return None
        around = index.by_id[parent.id]
        siblings, at = _siblings(placed)
        outer, place = _siblings(around)
        higher = _as_kind(placed.unit, kind, place + 2)
        followers = siblings[at + 1 :]
        if higher is None or not _are_of_one_kind(*higher.children[-1:], *followers[:1]):
            return None
        higher = replace(
            higher, children=(*higher.children, *followers), tail=(*higher.tail, *parent.tail)
        )
        shrunk = replace(parent, children=tuple(siblings[:at]), tail=())
        label = self._new_sibling(parent, outer, place + 1, ()).label
        higher = relabelled(
            replace(higher, prefix=prefix_of(kind, higher.label, parent.prefix)), label
        )
        return self._step(
            message(
                "step.higher",
                "nâng {kind} thành {other}",
                kind=KIND_WORDS[placed.unit.kind],
                other=KIND_WORDS[kind],
            ),
            [Splice(_holder(around), place, (parent,), (shrunk, higher))],
            unit_id,
            placed.component,
        )

    # -- moving and removing ----------------------------------------------------------------------------

    def move_up(self, unit_id: str) -> Step | None:
        """Change places with the sibling above."""
        return self._swap(unit_id, -1)

    def move_down(self, unit_id: str) -> Step | None:
        """Change places with the sibling below."""
        return self._swap(unit_id, 1)

    def _swap(self, unit_id: str, by: int) -> Step | None:
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None:
            return None
        siblings, at = _siblings(placed)
        first = min(at, at + by)
        if not 0 <= first < len(siblings) - 1:
            return None
        one, two = siblings[first], siblings[first + 1]
        if one.kind is not two.kind:
            return None
        return self._step(
            _moved(KIND_WORDS[placed.unit.kind], is_down=by > 0),
            [Splice(_holder(placed), first, (one, two), (two, one))],
            unit_id,
            placed.component,
        )

    def move(self, unit_id: str, parent_id: str, at: int) -> Step | None:
        """Put a provision among the children of another of the same level, at a place counted without
        it. Nothing moves into itself."""
        index = tree_index(self.act)
        placed = index.by_id.get(unit_id)
        if placed is None or placed.component.id != _component_of(self.act, parent_id):
            return None
        target = index.by_id.get(parent_id)
        if target is not None and (
            target.unit.kind.depth >= placed.unit.kind.depth
            or unit_id in {u.unit.id for u in _above(index, target)}
        ):
            return None
        _, here = _siblings(placed)
        away = Splice(_holder(placed), here, (placed.unit,), ())
        left = apply_step(self.act, Step(UNSAID, (away,)))
        children = _children(left, parent_id)
        kin = [c for c in children if c.kind is not UnitKind.ITEM]
        if not _are_of_one_kind(*kin[:1], placed.unit):
            return None
        place = max(0, min(at, len(children)))
        return self._step(
            message("step.move", "chuyển {kind}", kind=KIND_WORDS[placed.unit.kind]),
            [away, Splice(parent_id, place, (), (placed.unit,))],
            unit_id,
            placed.component,
        )

    def remove(self, unit_id: str) -> Step | None:
        """Take a provision with everything in it out of the draft."""
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None:
            return None
        siblings, at = _siblings(placed)
        beside = siblings[at - 1] if at else siblings[at + 1] if at + 1 < len(siblings) else None
        focus = beside.id if beside is not None else placed.parent.id if placed.parent else ""
        return self._step(
            message("step.remove", "bỏ {place}", place=placed.address.words),
            [Splice(_holder(placed), at, (placed.unit,), ())],
            focus,
            placed.component,
        )

    def repeal(self, unit_id: str) -> Step | None:
        """Leave the number and print "(được bãi bỏ)" (docs/field.md 5.3)."""
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None or placed.unit.repealed:
            return None
        _, at = _siblings(placed)
        gone = Unit(
            placed.unit.id, placed.unit.kind, placed.unit.label, placed.unit.prefix, repealed=True
        )
        return Step(
            message("step.repeal", "bãi bỏ {place}", place=placed.address.words),
            (Splice(_holder(placed), at, (placed.unit,), (gone,)),),
            unit_id,
        )

    # -- counting anew --------------------------------------------------------------------------------

    def recounted(self) -> Recount | None:
        """Count every component anew; None when all labels run as they should."""
        act, labels = self.act, 0
        edits: list[Edit] = []
        for component in self.act.components:
            own = recount(act, component.id)
            act = apply_step(act, Step(UNSAID, own))
            edits += own
            labels += sum(isinstance(e, Words) and e.old.label != e.new.label for e in own)
        if not edits:
            return None
        return Recount(
            Step(message("step.renumber", "đánh số lại liên tục"), tuple(edits)),
            (labels, len(edits) - labels),
        )

    # -- the step -------------------------------------------------------------------------------------

    def _placed(self, unit_id: str, kinds: Container[UnitKind] = _ALL_KINDS) -> Placed | None:
        """A provision of the text that is of one of some kinds."""
        placed = tree_index(self.act).by_id.get(unit_id)
        return placed if placed is not None and placed.unit.kind in kinds else None

    def _step(self, said: Message, edits: list[Edit], focus: str, component: Component) -> Step:
        """The step with its labels counted anew, where the policy says so; what is said names the place."""
        if self.numbering is Numbering.RECOUNT:
            after = apply_step(self.act, Step(UNSAID, tuple(edits)))
            edits += recount(after, component.id)
        if said.code == INSERTED:
            result = apply_step(self.act, Step(UNSAID, tuple(edits)))
            placed = index_around(result, {focus}).by_id.get(focus)
            if placed is not None:
                said = message(INSERTED, "thêm {place}", place=placed.address.words)
        return Step(said, tuple(edits), focus)


def _siblings(placed: Placed) -> tuple[tuple[Unit, ...], int]:
    siblings = placed.parent.children if placed.parent is not None else placed.component.units
    return siblings, next(n for n, unit in enumerate(siblings) if unit.id == placed.unit.id)


def _are_of_one_kind(*units: Unit) -> bool:
    return len({unit.kind for unit in units}) < 2


def _holder(placed: Placed) -> str:
    return placed.parent.id if placed.parent is not None else placed.component.id


def _children(act: Act, parent_id: str) -> tuple[Unit, ...]:
    component = next((c for c in act.components if c.id == parent_id), None)
    return (
        component.units if component is not None else tree_index(act).by_id[parent_id].unit.children
    )


def _component_of(act: Act, parent_id: str) -> str:
    if any(c.id == parent_id for c in act.components):
        return parent_id
    placed = tree_index(act).by_id.get(parent_id)
    return placed.component.id if placed is not None else ""


def _above(index: TreeIndex, placed: Placed) -> list[Placed]:
    line = [placed]
    while line[-1].parent is not None:
        line.append(index.by_id[line[-1].parent.id])
    return line


def _as_kind(unit: Unit, kind: UnitKind, number: int) -> Unit | None:
    """A unit of another level with everything in it moved along; None when that goes too deep."""
    deeper = kind.depth > unit.kind.depth
    children = []
    for place, child in enumerate(unit.children, 1):
        step = (_DEEPER if deeper else _HIGHER).get(child.kind)
        if step is None:
            return None
        moved = _as_kind(child, step, place)
        if moved is None:
            return None
        children.append(moved)
    label = "" if kind is UnitKind.ITEM else nth_label(kind, number)
    lead = unit.lead
    if unit.heading:
        lead = (Paragraph(unit.heading), *lead)
    return Unit(
        unit.id,
        kind,
        label,
        prefix_of(kind, label),
        None,
        False,
        lead,
        tuple(children),
        unit.tail,
        unit.repealed,
    )


def _words_as_blocks(unit: Unit) -> tuple[Block, ...]:
    return ((Paragraph(unit.heading),) if unit.heading else ()) + unit.lead


def _joined_blocks(above: tuple[Block, ...], below: tuple[Block, ...]) -> tuple[Block, ...]:
    match above[-1:], below[:1]:
        case (Paragraph() as last,), (Paragraph() as first,):
            return (*above[:-1], joined(last, first), *below[1:])
    return above + below


def _joined_units(above: Unit, unit: Unit) -> Unit | None:
    """Two siblings as one, the words in the order of the text; None where a child of the upper one
    would have to stand before words of the lower one."""
    words = _words_as_blocks(unit)
    if above.repealed or unit.repealed or above.kind is not unit.kind:
        return None
    if not above.children:
        return replace(
            above,
            lead=_joined_blocks(above.lead, words)
            if above.heading is None
            else (*above.lead, *words),
            children=unit.children,
            tail=(*above.tail, *unit.tail),
        )
    if unit.children:
        if unit.children[0].kind is not above.children[-1].kind or words:
            return None
        return replace(above, children=(*above.children, *unit.children), tail=unit.tail)
    return replace(above, tail=(*above.tail, *words, *unit.tail))
