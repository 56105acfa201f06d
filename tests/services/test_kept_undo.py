"""What could be taken back in a draft survives an orderly closing, and fits the text or is dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.session import (
    InsertAfter,
    Redo,
    Remove,
    SetNumbering,
    Split,
    Spot,
    TypeWords,
    Undo,
)
from quyche_app.services import kept_undo
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.editing import FOLDER, Editing, open_editing
from quyche_app.services.import_file import import_file
from quyche_app.services.remarks import choose
from quyche_app.services.workspace import Workspace, open_workspace

_TEXT = "QUY CHẾ\nĐiều 1. Phạm vi\n1. Văn phòng họp.\n2. Tài liệu gửi trước.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with closing(open_workspace(tmp_path / "kho")) as opened:
        yield opened


@pytest.fixture
def draft_id(workspace: Workspace, tmp_path: Path) -> str:
    file = tmp_path / "quy-che.txt"
    file.write_text(_TEXT, encoding="utf-8")
    return begin_draft(workspace, import_file(workspace, file).document.id).id


def clause(editing: Editing, label: str) -> Unit:
    return next(u for u in walk(editing.draft.act.main.units) if u.label == label and u.lead)


def edit_and_close(workspace: Workspace, draft_id: str) -> Editing:
    """Three steps, one of them taken back, and an orderly closing."""
    editing = open_editing(workspace, draft_id)
    session, unit_id = editing.session, clause(editing, "1").id
    session.put_caret(Spot(unit_id, "lead", 0, 3))
    session.do(TypeWords(unit_id, "lead", 0, "Văn phòng họp hằng tuần."))
    session.do(Split(Spot(unit_id, "lead", 0, 9)))
    session.do(InsertAfter(unit_id))
    session.do(Undo())
    editing.close()
    return editing


def kept_file(workspace: Workspace, draft_id: str) -> Path:
    return Path(workspace.place, FOLDER, f"{draft_id}.hoan-tac")


def names(editing: Editing) -> tuple[list[str], list[str]]:
    return [s.name for s in editing.draft.done], [s.name for s in editing.draft.undone]


def test_undo_and_redo_go_on_after_an_orderly_closing(workspace: Workspace, draft_id: str) -> None:
    before = edit_and_close(workspace, draft_id)
    again = open_editing(workspace, draft_id)
    assert (again.draft.done, again.draft.undone) == (before.draft.done, before.draft.undone)
    assert again.recovered is None
    again.session.do(Redo())
    assert again.draft.undo_name == "thêm khoản 2 Điều 1"
    for _ in range(3):
        again.session.do(Undo())
    assert clause(again, "1").lead == (Paragraph("Văn phòng họp."),)
    assert again.session.caret == Spot(clause(again, "1").id, "lead", 0, 3)
    again.close()


def test_the_policy_is_taken_back_after_a_closing_too(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    editing.session.do(SetNumbering(Numbering.FROZEN))
    choose(workspace, draft_id, {"numbering": "frozen"})
    editing.close()
    again = open_editing(workspace, draft_id)
    again.session.do(Undo())
    assert again.session.numbering is Numbering.RECOUNT
    again.close()


def others_recorded(workspace: Workspace, draft_id: str) -> None:
    with closing(open_workspace(workspace.place)) as other:
        editing = open_editing(other, draft_id, folder=Path(workspace.place, "khac"))
        unit = clause(editing, "1")
        record_texts(other, draft_id, {unit.id: replace(unit, lead=(Paragraph("Của họ."),))})
        editing.close()


def policy_changed(workspace: Workspace, draft_id: str) -> None:
    choose(workspace, draft_id, {"numbering": "frozen"})


def cut(workspace: Workspace, draft_id: str) -> None:
    file = kept_file(workspace, draft_id)
    file.write_bytes(file.read_bytes()[:-20])


def newer(workspace: Workspace, draft_id: str) -> None:
    file = kept_file(workspace, draft_id)
    head, *lines = file.read_bytes().split(b"\n")
    later = {**json.loads(head), "version": 2}
    file.write_bytes(b"\n".join([json.dumps(later).encode(), *lines]))


def no_head(workspace: Workspace, draft_id: str) -> None:
    file = kept_file(workspace, draft_id)
    file.write_bytes(file.read_bytes().split(b"\n", 1)[1])


@pytest.mark.parametrize("happens", [others_recorded, policy_changed, cut, newer, no_head])
def test_a_stack_that_does_not_fit_is_dropped_without_a_word(
    workspace: Workspace, draft_id: str, happens: Callable[[Workspace, str], None]
) -> None:
    edit_and_close(workspace, draft_id)
    happens(workspace, draft_id)
    again = open_editing(workspace, draft_id)
    assert names(again) == ([], [])
    assert again.recovered is None
    assert not kept_file(workspace, draft_id).exists()
    again.close()


def test_what_a_crash_left_is_taken_back_and_nothing_older(
    workspace: Workspace, draft_id: str
) -> None:
    edit_and_close(workspace, draft_id)
    editing = open_editing(workspace, draft_id)
    editing.session.do(Remove(clause(editing, "2").id))
    editing.leave_as_it_is()
    again = open_editing(workspace, draft_id)
    assert names(again) == (["bỏ khoản 2 Điều 1"], [])
    again.close()


def test_of_a_long_stack_the_newest_steps_are_kept(
    workspace: Workspace, draft_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = open_editing(workspace, draft_id)
    monkeypatch.setattr(kept_undo, "MOST", 20_000)
    for _ in range(30):
        editing.session.do(InsertAfter(clause(editing, "1").id))
    editing.close()
    again = open_editing(workspace, draft_id)
    kept = len(again.draft.done)
    assert 0 < kept < 30
    for _ in range(kept):
        again.session.do(Undo())
    assert len(again.draft.act.main.units[0].children) == 32 - kept
    again.close()


def test_a_draft_in_which_nothing_was_done_keeps_nothing(
    workspace: Workspace, draft_id: str
) -> None:
    open_editing(workspace, draft_id).close()
    assert not kept_file(workspace, draft_id).exists()


def test_a_stack_that_cannot_be_written_does_not_keep_a_draft_open(
    workspace: Workspace, draft_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*names: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_undo.os, "replace", full)
    with monkeypatch.context() as disk:
        disk.setattr("quyche_app.services.journal.Journal.begin", lambda *names, **more: None)
        editing = open_editing(workspace, draft_id)
        editing.session.do(Remove(clause(editing, "2").id))
        disk.setattr("quyche_app.services.journal.Journal.finish", lambda *names: None)
        editing.close()
    monkeypatch.undo()
    again = open_editing(workspace, draft_id)
    assert names(again) == ([], [])
    again.close()
