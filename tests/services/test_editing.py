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

from quyche_app.domain.errors import ClashError, StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.identities import uuid7
from quyche_app.domain.messages import message
from quyche_app.domain.units import Paragraph, Unit, walk
from quyche_app.drafting.edits import own_words
from quyche_app.drafting.policy import Numbering
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


def test_what_was_typed_is_in_the_workspace_after_saving(
    workspace: Workspace, draft_id: str
) -> None:
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


def test_two_people_at_one_clause_are_both_kept(
    workspace: Workspace, draft_id: str, tmp_path: Path
) -> None:
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
    step = restore_words(
        clause(editing, "1"), then, message("step.restore_words", "lấy lại lời văn")
    )
    assert step is not None
    editing.draft.do(step)
    assert "1. Văn phòng họp." in act_lines(editing.draft.act)


def test_a_provision_that_the_draft_added_has_a_history_of_its_own(
    workspace: Workspace, draft_id: str
) -> None:
    editing = open_editing(workspace, draft_id)
    step = Structure(editing.draft.act, Numbering.RECOUNT, uuid7).insert_after(
        clause(editing, "2").id
    )
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
    step = restore_text(
        editing.draft.act, then, message("step.restore_milestone", "lấy lại mốc Mốc một")
    )
    assert step is not None
    editing.draft.do(step)
    assert act_lines(editing.draft.act) == act_lines(milestone)
    editing.draft.undo()
    assert "2. Tài liệu gửi trước. Hai." in act_lines(editing.draft.act)
    assert str(document_details(workspace, draft_id).milestones[0].title) == "Mốc một"


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


def test_a_journal_that_cannot_be_written_says_so(
    workspace: Workspace, draft_id: str, tmp_path: Path
) -> None:
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
        [sys.executable, "-c", _TYPIST, workspace.place, draft_id],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
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


def _journal_of(workspace: Workspace, draft_id: str) -> Path:
    return Path(workspace.place, FOLDER, f"{draft_id}.jsonl")


def _damage(journal: Path, number: int, data: bytes) -> None:
    """Put something else in place of a line, counted from 0: the head."""
    lines = journal.read_bytes().split(b"\n")
    lines[number] = data
    journal.write_bytes(b"\n".join(lines))


@pytest.mark.parametrize(
    "parting", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\ud83d", "\r"]
)
def test_characters_that_part_lines_elsewhere_part_no_line_of_the_journal(
    workspace: Workspace, draft_id: str, parting: str
) -> None:
    type_and_stop(workspace, draft_id, "1", f" a{parting}b")
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert (len(again.recovered.steps), again.recovered.left_out) == (4, 0)
    assert f"1. Văn phòng họp. a{parting}b" in act_lines(again.draft.act)


def test_steps_typed_behind_a_cut_line_are_found_too(workspace: Workspace, draft_id: str) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = _journal_of(workspace, draft_id)
    journal.write_bytes(journal.read_bytes()[:-20])
    type_and_stop(workspace, draft_id, "2", "xyz")
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert (len(again.recovered.steps), again.recovered.left_out) == (5, 0)
    lines = act_lines(again.draft.act)
    assert "1. Văn phòng họp.ab" in lines
    assert "2. Tài liệu gửi trước.xyz" in lines


def test_a_last_line_without_its_end_takes_no_other_line_with_it(
    workspace: Workspace, draft_id: str
) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = _journal_of(workspace, draft_id)
    journal.write_bytes(journal.read_bytes()[:-1])
    type_and_stop(workspace, draft_id, "1", "d")
    assert "1. Văn phòng họp.abcd" in act_lines(open_editing(workspace, draft_id).draft.act)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\x00\x00\x00",
        b'{"based_on": ',
        b'{"based_on": "x"}',
        b'{"based_on": -4}',
        b'["h", "", 3]',
        b"[" * 100_000,
    ],
)
def test_a_damaged_head_line_takes_no_step_with_it(
    workspace: Workspace, draft_id: str, head: bytes
) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    _damage(_journal_of(workspace, draft_id), 0, head)
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert len(again.recovered.steps) == 3
    assert "1. Văn phòng họp.abc" in act_lines(again.draft.act)


def test_a_head_line_that_is_gone_takes_no_step_with_it(
    workspace: Workspace, draft_id: str
) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = _journal_of(workspace, draft_id)
    journal.write_bytes(journal.read_bytes().split(b"\n", 1)[1])
    assert "1. Văn phòng họp.abc" in act_lines(open_editing(workspace, draft_id).draft.act)


def test_the_head_of_a_journal_has_a_version_and_one_without_it_is_read(
    workspace: Workspace, draft_id: str
) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = _journal_of(workspace, draft_id)
    head = journal.read_bytes().split(b"\n", 1)[0]
    assert head == b'{"version": 2, "based_on": 2, "seen": {}}'
    _damage(journal, 0, b'{"based_on": 2, "seen": {}}')
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert again.recovered.left_out == 0
    assert again.recovered.kept_in is None
    assert "1. Văn phòng họp.abc" in act_lines(again.draft.act)


def test_the_journal_of_a_newer_program_is_left_alone(workspace: Workspace, draft_id: str) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    journal = _journal_of(workspace, draft_id)
    _damage(journal, 0, b'{"version": 3, "based_on": 2}')
    before = journal.read_bytes()
    for _ in range(2):  # the draft is let go: the second time it is refused for the same reason
        with pytest.raises(StorageError, match="phiên bản mới hơn") as caught:
            open_editing(workspace, draft_id)
        assert caught.value.code == "QC-S063"
    assert journal.read_bytes() == before


def test_without_its_head_a_journal_writes_over_nobody(
    workspace: Workspace, draft_id: str, tmp_path: Path
) -> None:
    type_and_stop(workspace, draft_id, "1", "abc")
    theirs = open_editing(workspace, draft_id, folder=tmp_path / "b")
    type_at(theirs, "1", " Của họ.")
    theirs.save()
    _damage(_journal_of(workspace, draft_id), 0, b"?")
    again = open_editing(workspace, draft_id)
    assert "1. Văn phòng họp. Của họ." in act_lines(again.draft.act)
    assert again.recovered is not None
    assert again.recovered.left_out == 3
    assert again.recovered.kept_in is not None


@pytest.mark.parametrize(
    "damaged", [b"", b"\xff\xfe\x00", b'["a","b",[["w","x",[1,{},[]],3]]]', b"null"]
)
def test_every_step_but_the_unreadable_one_is_found(
    workspace: Workspace, draft_id: str, damaged: bytes
) -> None:
    type_and_stop(workspace, draft_id, "1", "abcdef")
    type_and_stop(workspace, draft_id, "2", "xyz")
    journal = _journal_of(workspace, draft_id)
    _damage(journal, 3, damaged)
    found = journal.read_bytes()
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert len(again.recovered.steps) == 8
    lines = act_lines(again.draft.act)
    assert "1. Văn phòng họp.abcdef" in lines
    assert "2. Tài liệu gửi trước.xyz" in lines
    if damaged:
        assert again.recovered.left_out == 1
        assert again.recovered.kept_in is not None
        assert again.recovered.kept_in.read_bytes() == found
    again.discard_recovered()
    assert act_lines(again.draft.act) == act_lines(text_as_at(workspace, draft_id).act)


def test_structure_behind_a_gap_is_found(workspace: Workspace, draft_id: str) -> None:
    editing = open_editing(workspace, draft_id)
    type_at(editing, "2", "ab")
    step = Structure(editing.draft.act, Numbering.RECOUNT, uuid7).insert_after(
        clause(editing, "1").id
    )
    assert step is not None
    editing.draft.do(step)  # gives clause 2 another label, and so holds its words
    type_at(editing, "2", "Mới.")
    editing.leave_as_it_is()
    _damage(_journal_of(workspace, draft_id), 2, b"?")
    assert act_lines(open_editing(workspace, draft_id).draft.act) == act_lines(editing.draft.act)


def test_what_was_kept_beside_is_not_written_over(workspace: Workspace, draft_id: str) -> None:
    kept = []
    for _ in range(2):
        type_and_stop(workspace, draft_id, "1", "ab")
        _damage(_journal_of(workspace, draft_id), 1, b"?")
        again = open_editing(workspace, draft_id)
        assert again.recovered is not None
        kept.append(again.recovered.kept_in)
        again.close()
    assert kept[0] != kept[1]
    assert all(path is not None and path.exists() for path in kept)


def test_a_write_that_fails_leaves_no_gap_and_is_told_once(
    workspace: Workspace, draft_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = open_editing(workspace, draft_id)
    told: list[str] = []
    editing.tell_trouble_to(lambda error: told.append(error.code))
    type_at(editing, "1", "ab")
    real_write = os.write

    def half(handle: int, data: bytes) -> int:
        if len(data) > 40:  # some of it still has room
            return real_write(handle, bytes(data)[:40])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        type_at(editing, "1", "cde")
    assert told == ["QC-S060"]
    assert editing.draft.undo_name
    type_at(editing, "1", "f")
    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        type_at(editing, "1", "g")
    assert told == ["QC-S060", "QC-S060"]
    type_at(editing, "1", "h")
    editing.leave_as_it_is()
    again = open_editing(workspace, draft_id)
    assert again.recovered is not None
    assert (len(again.recovered.steps), again.recovered.left_out) == (8, 0)
    assert "1. Văn phòng họp.abcdefgh" in act_lines(again.draft.act)


def test_a_journal_that_cannot_begin_anew_behind_a_recording_goes_on(
    workspace: Workspace, draft_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = open_editing(workspace, draft_id)
    told: list[str] = []
    editing.tell_trouble_to(lambda error: told.append(error.code))
    type_at(editing, "1", "ab")

    def full(*names: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "replace", full)
        editing.save()
    assert told == ["QC-S060"]
    assert editing.is_saved
    type_at(editing, "1", "c")
    editing.leave_as_it_is()
    assert "1. Văn phòng họp.abc" in act_lines(open_editing(workspace, draft_id).draft.act)
