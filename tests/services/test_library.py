"""The library: what came in, what is found by which name, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from quyche_app.domain.errors import QuyCheError, ReadingError, StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.services.drafts import begin_draft, record_edits
from quyche_app.services.import_file import import_file
from quyche_app.services.library import (
    document_details,
    find_document,
    list_documents,
    recorded_since,
)
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.views import RecordedSince, Role, Status
from quyche_app.services.workspace import Workspace, person
from quyche_app.storage.documents import originals_of
from tests.reading.old_text import in_tcvn3
from tests.services.office_texts import FIRST, REGULATION

File = Callable[[str, str], Path]


def test_an_imported_text_comes_back_word_for_word(ws: Workspace, file: File) -> None:
    done = import_file(ws, file("quy-che.txt", REGULATION))
    assert (done.paragraph_count, done.placed_count) == (23, 23)
    assert not done.was_known
    assert act_lines(text_as_at(ws, done.document.id).act) == REGULATION.strip().split("\n")
    row = done.document
    assert (row.number, row.role, row.status) == ("07-QC/TU", Role.REGULATION, Status.IN_FORCE)
    assert (row.article_count, row.day) == (4, date(2016, 1, 10))
    assert row.title == "Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu"


def test_a_text_without_a_title_goes_by_the_name_of_its_file(ws: Workspace, file: File) -> None:
    row = import_file(ws, file("ghi chú.txt", "Điều 1. Việc thứ nhất.\n")).document
    assert (row.number, row.title, row.status) == ("", "ghi chú", Status.UNKNOWN)
    assert find_document(ws, "ghi chu").id == row.id


def test_the_same_bytes_are_stored_once(ws: Workspace, file: File) -> None:
    first = import_file(ws, file("quy-che.txt", REGULATION))
    again = import_file(ws, file("bản sao.txt", REGULATION))
    assert again.was_known
    assert (again.document, again.recording) == (first.document, first.recording)
    assert len(list_documents(ws)) == 1


def test_what_was_recorded_since_is_told_with_its_texts(ws: Workspace, file: File) -> None:
    assert recorded_since(ws, None) == RecordedSince(0)
    text = import_file(ws, file("quy-che.txt", REGULATION)).document.id
    draft = begin_draft(ws, text).id
    newest = recorded_since(ws, None).newest
    assert recorded_since(ws, 0) == RecordedSince(newest, (text, draft), frozenset({text, draft}))
    act = text_as_at(ws, draft).act
    number = record_edits(ws, draft, act, why="mốc").number
    assert recorded_since(ws, newest) == RecordedSince(number, (draft,))
    assert recorded_since(ws, number) == RecordedSince(number)


def test_a_text_in_an_old_font_is_read_in_unicode_and_kept_as_it_came(
    ws: Workspace, tmp_path: Path
) -> None:
    old = in_tcvn3(REGULATION).encode("cp1252")
    path = tmp_path / "cũ.txt"
    path.write_bytes(old)
    done = import_file(ws, path)
    assert (done.document.number, done.document.article_count) == ("07-QC/TU", 4)
    said = done.findings[0]
    assert (said.name, said.sentence[:19]) == ("old_fonts", "Đã chuyển phông cũ:")
    with ws.reading() as connection:
        assert [one.data for one in originals_of(connection)] == [old]


def test_the_original_file_is_kept_whole(ws: Workspace, file: File) -> None:
    path = file("quy-che.txt", REGULATION)
    details = document_details(ws, import_file(ws, path).document.id)
    (original,) = details.originals
    assert (original.name, original.size_bytes) == ("quy-che.txt", path.stat().st_size)
    assert original.is_intact
    assert [str(m.title) for m in details.milestones] == ["Ban hành 07-QC/TU"]


@pytest.mark.parametrize("name", ["07-QC/TU", "07-qc/tu", "Văn phòng Tỉnh ủy", "quy che lam viec"])
def test_a_text_is_found_by_number_or_part_of_its_title(
    ws: Workspace, regulation: str, name: str
) -> None:
    assert find_document(ws, name).id == regulation
    assert find_document(ws, regulation).id == regulation


def test_a_name_of_several_or_of_none_is_told(ws: Workspace, regulation: str, file: File) -> None:
    import_file(ws, file("qd.txt", FIRST))
    with pytest.raises(StorageError, match="chỉ đến 2 văn bản: 100-QĐ/TU"):
        find_document(ws, "quy chế làm việc")
    with pytest.raises(StorageError, match="Không có văn bản nào"):
        find_document(ws, "không có")


def test_a_file_that_is_not_there_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="Không có tệp"):
        import_file(ws, tmp_path / "không có.docx")
    assert list_documents(ws) == ()


def test_a_day_or_a_time_that_cannot_be_served_is_told(ws: Workspace, regulation: str) -> None:
    with pytest.raises(StorageError, match="không phải là ngày"):
        text_as_at(ws, regulation, as_at="hôm qua")
    with pytest.raises(StorageError, match="chưa có trong kho"):
        text_as_at(ws, regulation, known_at=0)
    with pytest.raises(StorageError, match="chưa có trong kho"):
        text_as_at(ws, regulation, known_at=datetime.now().astimezone() - timedelta(days=1))
    with pytest.raises(QuyCheError, match="Không có văn bản mã"):
        text_as_at(ws, "0" * 32)


def test_a_moment_names_the_newest_recording_until_then(ws: Workspace, regulation: str) -> None:
    now = datetime.now().astimezone() + timedelta(seconds=1)
    assert text_as_at(ws, regulation, known_at=now).known_at == 1


def test_a_number_names_a_text_before_a_title_does(
    ws: Workspace, regulation: str, file: File
) -> None:
    import_file(
        ws, file("q.txt", FIRST.replace("sửa đổi, bổ sung Quy chế", "sửa đổi Quy chế số 07-QC/TU"))
    )
    for name in ("07-QC/TU", "07", "07-qc", "07-QC/tu"):
        assert find_document(ws, name).id == regulation
    assert find_document(ws, "100-qd").number == "100-QĐ/TU"


def test_a_text_names_who_recorded_it_last(ws: Workspace, regulation: str) -> None:
    draft = begin_draft(ws, regulation, who="Lê Thị Bình")
    by = {row.id: row.updated_by for row in list_documents(ws)}
    assert by == {regulation: person(ws, None), draft.id: "Lê Thị Bình"}
