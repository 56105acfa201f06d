"""Editing a draft: journalled, saved, found again after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quyche_app.domain.acts import act_lines
from quyche_app.domain.errors import ClashError, StorageError
from quyche_app.domain.identities import uuid7
from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.edits import own_words
from quyche_app.drafting.numbering import Numbering
from quyche_app.drafting.restoring import restore_text, restore_words
from quyche_app.drafting.structure import Structure
from quyche_app.services.drafts import begin_draft
from quyche_app.services.editing import FOLDER, Editing, open_editing
from quyche_app.services.history import stored_unit, wordings_of_draft, wordings_of_units
from quyche_app.services.import_file import import_file
from quyche_app.services.library import document_details
from quyche_app.services.text_as_at import text_as_at
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


def type_at(editing: Editing, label: str, words: str) -> None:
    for letter in words:
        now = own_words(clause(editing, label))
        first = now.lead[0]
        assert isinstance(first, Paragraph)
        editing.draft.type_words(replace(now, lead=(Paragraph(first.text + letter),)))


def type_and_stop(workspace: Workspace, draft_id: str, label: str, words: str) -> None:
    """Type, and end as a program that stops at once does."""
    editing = open_editing(workspace, draft_id)
    type_at(editing, label, words)
    editing.leave_as_it_is()


def test_what_was_typed_is_in_the_workspace_after_saving(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    type_at(editing, "1", " Định kỳ.")
    assert not editing.is_saved
    number = editing.save()
    assert editing.is_saved
    assert editing.save() == number
    text = text_as_at(workspace, draft_id)
    assert text.known_at == number
    assert "1. Văn phòng họp. Định kỳ." in act_lines(text.act)


def test_an_unsaved_text_is_found_again(workspace: Workspace, draft_id: str) -> None:
    type_and_stop(workspace, draft_id, "1", " Định kỳ.")
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert len(again.recovered.steps) == len(" Định kỳ.")
    assert "1. Văn phòng họp. Định kỳ." in act_lines(again.draft.act)
    again.discard_recovered()
    assert act_lines(again.draft.act) == act_lines(text_as_at(workspace, draft_id).act)


def test_a_line_cut_in_the_middle_loses_only_itself(workspace: Workspace, draft_id: str) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = Path(workspace.place, FOLDER, f"{draft_id}.jsonl")
    data = journal.read_bytes()
    journal.write_bytes(data[:-20])
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert again.recovered.left_out == 1
    assert "1. Văn phòng họp.ab" in act_lines(again.draft.act)


def test_a_draft_closed_in_order_has_nothing_to_find(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    type_at(editing, "2", " Bằng thư.")
    editing.close()
    assert not list(Path(workspace.place, FOLDER).glob("*.jsonl"))
    assert open_editing(workspace, draft_id).recovered is None


def test_two_people_at_one_clause_are_both_kept(workspace: Workspace, draft_id: str,
                                                tmp_path: Path) -> None:
    mine = open_editing(workspace, draft_id, folder=tmp_path / "a")
    theirs = open_editing(workspace, draft_id, folder=tmp_path / "b")
    type_at(theirs, "1", " Của họ.")
    theirs.save()
    type_at(mine, "1", " Của tôi.")
    with pytest.raises(StorageError, match="đã được người khác sửa") as caught:
        mine.save()
    assert "Của họ." in caught.value.detail
    assert "Của tôi." in caught.value.detail
    assert not mine.is_saved
    assert "1. Văn phòng họp. Của tôi." in act_lines(mine.draft.act)


def clash_of(mine: Editing) -> ClashError:
    with pytest.raises(ClashError) as caught:
        mine.save()
    return caught.value


def test_the_words_of_one_of_two_people_are_taken_and_the_others_stay_in_the_history(
    workspace: Workspace, draft_id: str, tmp_path: Path
) -> None:
    mine = open_editing(workspace, draft_id, folder=tmp_path / "a")
    theirs = open_editing(workspace, draft_id, folder=tmp_path / "b")
    type_at(theirs, "1", " Của họ.")
    theirs.save()
    type_at(mine, "1", " Của tôi.")
    clash = clash_of(mine)
    assert clash.unit_ids == (clause(mine, "1").id,)
    mine.take_over(clash)
    mine.save()
    assert "1. Văn phòng họp. Của tôi." in act_lines(text_as_at(workspace, draft_id).act)
    type_at(theirs, "1", " Lại của họ.")
    theirs.yield_to(clash_of(theirs))
    assert "1. Văn phòng họp. Của tôi." in act_lines(theirs.draft.act)
    assert theirs.draft.undo_name == "lấy bản của người khác"
    theirs.save()
    texts = [row.text for row in wordings_of_units(workspace, draft_id, [clause(mine, "1").id])]
    assert texts == ["1. Văn phòng họp.", "1. Văn phòng họp. Của họ.", "1. Văn phòng họp. Của tôi."]


def test_a_draft_open_in_another_window_is_not_opened_for_editing(
    workspace: Workspace, draft_id: str
) -> None:
    first = open_editing(workspace, draft_id)
    type_at(first, "1", "a")
    with pytest.raises(StorageError, match="đang mở ở một cửa sổ khác"):
        open_editing(workspace, draft_id)
    first.close()
    assert open_editing(workspace, draft_id).recovered is None


def test_a_provision_goes_back_to_an_earlier_wording(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    unit_id = clause(editing, "1").id
    type_at(editing, "1", " Mới.")
    editing.save()
    base = editing.base.document
    (first_of, first), (last_of, last) = wordings_of_draft(workspace, draft_id, base, unit_id)
    assert (first_of, last_of) == (base, draft_id)
    assert (first.text, last.text) == ("1. Văn phòng họp.", "1. Văn phòng họp. Mới.")
    then = stored_unit(workspace, first_of, first)
    assert then is not None
    step = restore_words(clause(editing, "1"), then, "lấy lại lời văn")
    assert step is not None
    editing.draft.do(step)
    assert "1. Văn phòng họp." in act_lines(editing.draft.act)


def test_a_provision_that_the_draft_added_has_a_history_of_its_own(
    workspace: Workspace, draft_id: str
) -> None:
    editing = open_editing(workspace, draft_id)
    step = Structure(editing.draft.act, Numbering.RECOUNT, uuid7).insert_after(clause(editing, "2").id)
    assert step is not None
    editing.draft.do(step)
    type_at(editing, "3", "Khoản mới.")
    editing.save()
    rows = wordings_of_draft(workspace, draft_id, editing.base.document, step.focus)
    assert [(of, row.text) for of, row in rows] == [(draft_id, "3. Khoản mới.")]


def test_a_milestone_can_be_gone_back_to_as_one_step(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    type_at(editing, "1", " Một.")
    number = editing.save("Mốc một")
    milestone = editing.draft.act
    type_at(editing, "2", " Hai.")
    editing.save()
    then = text_as_at(workspace, draft_id, known_at=number).act
    step = restore_text(editing.draft.act, then, "lấy lại mốc Mốc một")
    assert step is not None
    editing.draft.do(step)
    assert act_lines(editing.draft.act) == act_lines(milestone)
    editing.draft.undo()
    assert "2. Tài liệu gửi trước. Hai." in act_lines(editing.draft.act)
    assert next(m.title for m in document_details(workspace, draft_id).milestones) == "Mốc một"


def test_two_people_at_different_clauses_do_not_disturb_each_other(
    workspace: Workspace, draft_id: str, tmp_path: Path
) -> None:
    mine = open_editing(workspace, draft_id, folder=tmp_path / "a")
    theirs = open_editing(workspace, draft_id, folder=tmp_path / "b")
    type_at(theirs, "1", " Của họ.")
    theirs.save()
    type_at(mine, "2", " Của tôi.")
    mine.save()
    lines = act_lines(text_as_at(workspace, draft_id).act)
    assert "1. Văn phòng họp. Của họ." in lines
    assert "2. Tài liệu gửi trước. Của tôi." in lines


def test_a_journal_that_cannot_be_written_says_so(workspace: Workspace, draft_id: str,
                                                  tmp_path: Path) -> None:
    taken = tmp_path / "la-mot-tep"
    taken.write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="Không ghi được nhật ký"):
        open_editing(workspace, draft_id, folder=taken)


def test_what_is_typed_while_a_recording_is_made_stays_in_the_journal(
    workspace: Workspace, draft_id: str
) -> None:
    editing = open_editing(workspace, draft_id)
    type_at(editing, "1", "a")
    saving = editing.begin_save()
    type_at(editing, "1", "b")
    editing.finish_save(saving, saving.record())
    assert not editing.is_saved
    editing.leave_as_it_is()
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert "1. Văn phòng họp.ab" in act_lines(again.draft.act)


_TYPIST = """
import sys
from quyche_app.services.editing import open_editing
from quyche_app.services.workspace import open_workspace
from tests.services.test_editing import type_at
editing = open_editing(open_workspace(sys.argv[1]), sys.argv[2])
print("mở", flush=True)
for number in range(100000):
    type_at(editing, "1", "x")
    print(number + 1, flush=True)
"""


def test_a_killed_program_loses_nothing_that_was_typed(workspace: Workspace, draft_id: str) -> None:
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, workspace.place, draft_id], stdout=subprocess.PIPE,
        text=True, cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    typed = 0
    for line in process.stdout:
        typed = int(line) if line.strip().isdigit() else 0
        if typed >= 25:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert len(again.recovered.steps) >= typed
