"""Reading a text for the page, away from the window's thread; a draft is opened for editing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quyche_app.collector import collector_paused
from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import Message
from quyche_app.domain.trees import tree_index
from quyche_app.gui.drafting.page_blocks import PageBlock, page_blocks
from quyche_app.gui.drafting.state import read_text
from quyche_app.services.views import Status, TextAt

if TYPE_CHECKING:
    from quyche_app.services.editing import Editing
    from quyche_app.services.workspace import Workspace

ISSUED_IS_LOCKED = "Bản đã ban hành không sửa trực tiếp được. Muốn sửa: Tạo dự thảo."
MILESTONE_IS_LOCKED = "Đây là một mốc của dự thảo, chỉ để xem."


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A draft with what the desk shows of it."""

    editing: Editing
    blocks: tuple[PageBlock, ...]
    chosen: dict[str, str]  # how it is numbered, which checks are silent


@dataclass(frozen=True, slots=True)
class OpenedText:
    """A text; without a draft it is read only, and why."""

    text: TextAt
    draft: OpenedDraft | None = None
    why_locked: str | Message = ISSUED_IS_LOCKED


def open_text(workspace: Workspace, document_id: str, at: str, kept: Editing | None) -> OpenedText:
    """Read a text in a state; a draft as it is now is opened for editing.

    Args:
        kept: the draft, where this window has it open already.
    """
    with collector_paused():
        text = read_text(workspace, document_id, at)
        tree_index(text.act)
        if text.document.status is not Status.DRAFT:
            return OpenedText(text)
        if at:
            return OpenedText(text, why_locked=MILESTONE_IS_LOCKED)
        try:
            draft = _opened_draft(workspace, text, kept)
        except QuyCheError as error:
            return OpenedText(text, why_locked=error.message)
        act = draft.editing.session.act  # with what a crash had left
        tree_index(act)
        return OpenedText(replace(text, act=act), draft)


def _opened_draft(workspace: Workspace, text: TextAt, kept: Editing | None) -> OpenedDraft:
    from quyche_app.services.editing import open_editing
    from quyche_app.services.remarks import choices_of

    editing = kept or open_editing(workspace, text.document.id, newest=text)
    chosen = choices_of(workspace, text.document.id)
    chosen["numbering"] = editing.session.numbering.value
    return OpenedDraft(editing, tuple(page_blocks(editing.session.act)), chosen)
