"""A draft while it is edited: the text, how its labels follow, what was done, what was undone.

One stream of steps: typing, structure and numbering alike. Typing in one place in one go is one
step. Source: docs/window.md 4.3 (undo names its step), docs/architecture.md 8.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from quyche_app.domain.acts import Act, Component
from quyche_app.domain.messages import Message, message
from quyche_app.domain.trees import tree_index
from quyche_app.domain.units import Unit
from quyche_app.drafting.edits import (
    Frame,
    Path,
    Step,
    Words,
    apply_step,
    joined_edits,
    own_frame,
    own_words,
    path_of,
    reworded_at,
    unit_at,
)
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.spots import Spot

_TYPED_APART = message("step.type_apart", "gõ chữ ở phần đầu, phần cuối")


@dataclass
class Draft:
    """The text of a draft with its undo stack.

    Attributes:
        act: the text now.
        numbering: how labels follow a change of structure now; steps change it and give it back.
        done, undone: steps, the newest last.
        heard: called with every step that was carried out, undone ones as their inverse: the journal
            and autosave listen here.
    """

    act: Act
    numbering: Numbering = Numbering.RECOUNT
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    heard: list[Callable[[Step], None]] = field(default_factory=list)
    _is_burst: bool = False
    _paths: dict[str, Path] = field(default_factory=dict)

    # -- doing ----------------------------------------------------------------------------------------

    def do(self, step: Step) -> None:
        """Carry out a step of its own.

        Raises:
            EditRefused: QC-D001 the step was made for another text; nothing is changed.
        """
        self._carry_out(step)
        self.done.append(step)
        self.undone.clear()
        self._is_burst = False

    def type_words(self, new: Unit, caret: Spot | None = None) -> Step | None:
        """Give a provision its words as typed; joined with the typing before it in the same place.

        Args:
            new: the provision without its children.
            caret: where it stood before.

        Returns:
            What was carried out, None when the words are the same.
        """
        old = own_words(self.unit(new.id))
        if old == new:
            return None
        return self._type(Words(new.id, old, new), lambda: self._typing_name(new.id), caret)

    def type_frame(self, new: Component, caret: Spot | None = None) -> Step | None:
        """Give a component its head and end as typed; joined like the words of a provision.

        Args:
            new: the component without its provisions.
            caret: where it stood before.

        Returns:
            What was carried out, None when the words are the same.
        """
        old = own_frame(self.component(new.id))
        if old == new:
            return None
        return self._type(Frame(new.id, old, new), lambda: _TYPED_APART, caret)

    def _type(
        self, edit: Words | Frame, name_of: Callable[[], Message], caret: Spot | None
    ) -> Step:
        focus = edit.unit_id if isinstance(edit, Words) else edit.component_id
        former = self._typing_before(focus)
        said = self.done[-1].said if former is not None else name_of()
        step = Step(said, (edit,), focus, caret_before=caret)
        self._carry_out(step)
        if former is not None:
            self.done[-1] = replace(self.done[-1], edits=(joined_edits(former, edit),))
        else:
            self.done.append(step)
        self.undone.clear()
        self._is_burst = True
        return step

    def end_burst(self) -> None:
        """Let the next typing be a step of its own: the caret went elsewhere, or a pause came."""
        self._is_burst = False

    def _typing_before(self, focus: str) -> Words | Frame | None:
        """The typing that goes on in a provision, or in a head or an end."""
        if not self._is_burst:
            return None
        match self.done[-1:]:
            case [Step(edits=(Words() | Frame() as edit,), focus=typed_in)] if typed_in == focus:
                return edit
        return None

    def _typing_name(self, unit_id: str) -> Message:
        placed = tree_index(self.act).by_id.get(unit_id)
        if placed is None:
            return message("step.type", "gõ chữ")
        return message("step.type_at", "gõ chữ tại {place}", place=placed.address.words)

    # -- undoing ----------------------------------------------------------------------------------------

    def undo(self) -> Step | None:
        """Take the newest step back; give what was carried out, or None when there is nothing."""
        if not self.done:
            return None
        inverse = self.done[-1].inverse
        self._carry_out(inverse)
        self.undone.append(self.done.pop())
        self._is_burst = False
        return inverse

    def redo(self) -> Step | None:
        """Do again what was undone last; give what was carried out, or None."""
        if not self.undone:
            return None
        step = self.undone[-1]
        self._carry_out(step)
        self.done.append(self.undone.pop())
        self._is_burst = False
        return step

    def forget(self) -> None:
        """Have nothing to take back or to do again."""
        self.done.clear()
        self.undone.clear()
        self._is_burst = False

    @property
    def undo_said(self) -> Message | None:
        """What Hoàn tác would take back."""
        return self.done[-1].said if self.done else None

    @property
    def undo_name(self) -> str:
        """The same in Vietnamese, "" when nothing."""
        return str(self.undo_said or "")

    @property
    def redo_said(self) -> Message | None:
        """What Làm lại would do again."""
        return self.undone[-1].said if self.undone else None

    @property
    def redo_name(self) -> str:
        """The same in Vietnamese, "" when nothing."""
        return str(self.redo_said or "")

    # -- reading ----------------------------------------------------------------------------------------

    def unit(self, unit_id: str) -> Unit:
        """Give a provision of the text now.

        Raises:
            KeyError: it is not in the text.
        """
        return unit_at(self.act, self._path(unit_id))

    def find(self, unit_id: str) -> Unit | None:
        """Give a provision of the text now, None when it is not in it."""
        try:
            return self.unit(unit_id)
        except KeyError:
            return None

    def component(self, component_id: str) -> Component:
        """Give a component of the text now.

        Raises:
            KeyError: it is not in the text.
        """
        found = next((c for c in self.act.components if c.id == component_id), None)
        if found is None:
            raise KeyError(component_id)
        return found

    def owner(self, owner_id: str) -> Unit | Component | None:
        """Give a provision, or a component, of the text now; None when it is not in it."""
        found = next((c for c in self.act.components if c.id == owner_id), None)
        return found or self.find(owner_id)

    def _path(self, unit_id: str) -> Path:
        """Where a provision lies; kept until the structure changes."""
        if unit_id not in self._paths:
            path = path_of(self.act, unit_id)
            if path is None:
                raise KeyError(unit_id)
            self._paths[unit_id] = path
        return self._paths[unit_id]

    def _carry_out(self, step: Step) -> None:
        match step.edits:
            case (Words() as edit,):
                self.act = reworded_at(self.act, self._path(edit.unit_id), edit)
            case _:
                self.act = apply_step(self.act, step)
                self._paths.clear()
        if step.policy is not None:
            self.numbering = step.policy.new
        for listener in self.heard:
            listener(step)
