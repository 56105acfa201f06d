"""What a person can ask of a draft: typed commands, each of which gives the step that carries it out.

A command names what it is about by identity and decides nothing of how it is shown. It gives None
where it makes no sense: nothing above to join with, no deeper level, the words are so already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from quyche_app.domain.acts import Act
from quyche_app.domain.identities import NewId
from quyche_app.domain.messages import message
from quyche_app.domain.units import Unit, UnitKind
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.edits import Edit, Step, apply_step, find_unit, path_of, unit_at
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.restoring import restore_text
from quyche_app.drafting.session.wording import split_frame
from quyche_app.drafting.spots import Spot
from quyche_app.drafting.structure import KIND_WORDS, Structure

FRAME_SLOTS = ("front", "back")
KEEPING = message("step.keep_numbers", "giữ số cũ, chèn 14a")
COUNTING = message("step.renumber", "đánh số lại liên tục")


class Command(Protocol):
    """Something that a person asks of a draft."""

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        """Give the step that carries it out on the text as it is now.

        Raises:
            EditRefused: QC-D002 two texts that are brought together have other components.
        """


@dataclass(frozen=True, slots=True)
class Split:
    """Cut a provision at the caret; in its name begin the next one, in a head or an end a paragraph."""

    spot: Spot

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        if self.spot.slot in FRAME_SLOTS:
            return split_frame(draft, self.spot)
        work = _work(draft, new_id)
        if self.spot.slot == "heading":
            return work.insert_after(self.spot.unit_id)
        return work.split(self.spot)


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """Cut a paragraph at the caret inside its provision, its head or its end."""

    spot: Spot

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        if self.spot.slot in FRAME_SLOTS:
            return split_frame(draft, self.spot)
        return _work(draft, new_id).new_paragraph(self.spot)


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """A new empty provision of the same kind behind a provision."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).insert_after(self.unit_id)


@dataclass(frozen=True, slots=True)
class InsertKind:
    """A new provision of a kind: behind the nearest one of it around a provision, or inside that."""

    unit_id: str
    kind: UnitKind

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        path = path_of(draft.act, self.unit_id)
        if path is None:
            return None
        work = _work(draft, new_id)
        around = [unit_at(draft.act, path[:length]) for length in range(2, len(path) + 1)]
        above = [unit.id for unit in around if unit.kind is self.kind]
        inside = [child.id for child in around[-1].children if child.kind is self.kind]
        if above:
            return work.insert_after(above[-1])
        if self.kind.depth <= around[-1].kind.depth:
            return None
        if inside:
            return work.insert_after(inside[-1])
        return work.insert_inside(self.unit_id, self.kind)


@dataclass(frozen=True, slots=True)
class Promote:
    """Up one level."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).promote(self.unit_id)


@dataclass(frozen=True, slots=True)
class Demote:
    """Down one level."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).demote(self.unit_id)


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """Bring a provision to a level, through those between, as far as it goes."""

    unit_id: str
    kind: UnitKind

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        act, edits = draft.act, list[Edit]()
        begun = now = draft.find(self.unit_id)
        while now is not None and now.kind is not self.kind:
            work = Structure(act, draft.numbering, new_id)
            is_deeper = self.kind.depth > now.kind.depth
            one = work.demote(now.id) if is_deeper else work.promote(now.id)
            if one is None:
                break
            act = apply_step(act, one)
            edits += one.edits
            now = find_unit(act, self.unit_id)
        if begun is None or now is None or not edits:
            return None
        first, last = KIND_WORDS[begun.kind], KIND_WORDS[now.kind]
        is_deeper = now.kind.depth > begun.kind.depth
        said = message("step.higher", "nâng {kind} thành {other}", kind=first, other=last)
        if is_deeper:
            said = message("step.deeper", "hạ {kind} thành {other}", kind=first, other=last)
        return Step(said, tuple(edits), self.unit_id)


@dataclass(frozen=True, slots=True)
class MoveUp:
    """Change places with the sibling above."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).move_up(self.unit_id)


@dataclass(frozen=True, slots=True)
class MoveDown:
    """Change places with the sibling below."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).move_down(self.unit_id)


@dataclass(frozen=True, slots=True)
class Join:
    """Put the words of a provision behind those above it."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).join_with_above(self.unit_id)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a provision with everything in it out of the draft."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).remove(self.unit_id)


@dataclass(frozen=True, slots=True)
class Repeal:
    """Leave the number of a provision and print "(được bãi bỏ)"."""

    unit_id: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return _work(draft, new_id).repeal(self.unit_id)


@dataclass(frozen=True, slots=True)
class Move:
    """Put a provision among the children of another.

    Attributes:
        parent_id: "" = the top of the regulation.
        at: which child it becomes, counted with the provision where it stands among them now.
    """

    unit_id: str
    parent_id: str
    at: int

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        return self._moved(draft, _work(draft, new_id))

    def is_possible(self, draft: Draft) -> bool:
        """Whether it may go there, asked time and again while it is dragged: nothing is counted."""

        def no_id() -> str:
            return ""

        return self._moved(draft, Structure(draft.act, Numbering.FROZEN, no_id)) is not None

    def _moved(self, draft: Draft, work: Structure) -> Step | None:
        parent_id = self.parent_id or draft.act.main.id
        before = [child.id for child in _children(draft, parent_id)[: self.at]]
        return work.move(self.unit_id, parent_id, self.at - (self.unit_id in before))


@dataclass(frozen=True, slots=True)
class SetNumbering:
    """Let labels follow in another way from here on; the labels that are there stay."""

    numbering: Numbering

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        if self.numbering is draft.numbering:
            return None
        said = COUNTING if self.numbering is Numbering.RECOUNT else KEEPING
        return Step(said, (), policy=PolicyChange(draft.numbering, self.numbering))


@dataclass(frozen=True, slots=True)
class Recount:
    """Count every label anew, citations following, and go on so from here on."""

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        found = _work(draft, new_id).recounted()
        if found is None:
            return SetNumbering(Numbering.RECOUNT).step(draft, new_id)
        return replace(found.step, policy=PolicyChange(draft.numbering, Numbering.RECOUNT))


@dataclass(frozen=True, slots=True)
class RestoreText:
    """Go back to an earlier text of the draft.

    Attributes:
        title: name of the milestone that kept it.
    """

    then: Act
    title: str

    def step(self, draft: Draft, new_id: NewId) -> Step | None:
        said = message("step.restore_milestone", "lấy lại mốc “{name}”", name=self.title)
        return restore_text(draft.act, self.then, said)


def _work(draft: Draft, new_id: NewId) -> Structure:
    return Structure(draft.act, draft.numbering, new_id)


def _children(draft: Draft, parent_id: str) -> tuple[Unit, ...]:
    component = next((c for c in draft.act.components if c.id == parent_id), None)
    if component is not None:
        return component.units
    unit = draft.find(parent_id)
    return unit.children if unit is not None else ()
