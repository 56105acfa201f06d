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
from quyche_app.domain.errors import StorageError
from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.edits import own_words
from quyche_app.services.drafts import begin_draft
from quyche_app.services.editing import FOLDER, Editing, open_editing
from quyche_app.services.import_file import import_file
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
    type_at(open_editing(workspace, draft_id), "1", " Định kỳ.")
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert len(again.recovered.steps) == len(" Định kỳ.")
    assert "1. Văn phòng họp. Định kỳ." in act_lines(again.draft.act)
    again.discard_recovered()
    assert act_lines(again.draft.act) == act_lines(text_as_at(workspace, draft_id).act)


def test_a_line_cut_in_the_middle_loses_only_itself(workspace: Workspace, draft_id: str) -> None:
    type_at(open_editing(workspace, draft_id), "1", "abc")
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
