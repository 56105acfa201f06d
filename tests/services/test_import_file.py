"""Bringing a file into the workspace: once, whole, with its account and a person's corrections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.errors import CancelledByUser, ReadingError, StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.domain.sources import Role as Place
from quyche_app.services.import_file import (
    Correction,
    FileRead,
    import_file,
    read_to_review,
    read_to_store,
    role_of,
    store_reviewed,
    with_corrections,
)
from quyche_app.services.library import list_documents
from quyche_app.services.progress import Progress
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.views import Role
from quyche_app.services.workspace import Workspace
from tests.making import article, component
from tests.services.office_texts import REGULATION

File = Callable[[str, str], Path]
_TEXT = "QUY CHẾ\nĐiều 1. Họp\n1. Họp hằng\ntuần.\n2. Báo cáo.\n- 7 -\n"


def test_the_same_bytes_are_stored_once(small: Workspace, file: File) -> None:
    first = import_file(small, file("a.txt", REGULATION), who="Lan")
    again = import_file(small, file("b.txt", REGULATION))
    assert (first.was_known, again.was_known) == (False, True)
    assert (again.document.id, again.recording) == (first.document.id, first.recording)
    assert first.paragraph_count == first.placed_count == 23
    assert len(list_documents(small)) == 1
    assert first.document.updated_by == "Lan"


def test_work_that_is_stopped_stores_nothing(small: Workspace, file: File) -> None:
    asked = iter([False, True])
    with pytest.raises(CancelledByUser):
        import_file(small, file("a.txt", _TEXT), progress=Progress(None, lambda: next(asked)))
    assert not list_documents(small)


def test_a_text_without_a_title_is_called_by_its_file(small: Workspace, file: File) -> None:
    imported = import_file(small, file("lịch họp.txt", "Điều 1. Họp\n1. A.\n"))
    assert imported.document.title == "lịch họp"


def read(text: str = _TEXT) -> FileRead:
    return read_to_store("a.txt", text.encode())


@pytest.mark.parametrize(
    ("corrections", "lines"),
    [
        ({}, ["QUY CHẾ", "Điều 1. Họp", "1. Họp hằng", "tuần.", "2. Báo cáo.", "- 7 -"]),
        ({6: Correction.ASIDE}, ["QUY CHẾ", "Điều 1. Họp", "1. Họp hằng", "tuần.", "2. Báo cáo."]),
        (
            {4: Correction.JOINED},
            ["QUY CHẾ", "Điều 1. Họp", "1. Họp hằng tuần.", "2. Báo cáo.", "- 7 -"],
        ),
        (
            {1: Correction.JOINED},
            ["QUY CHẾ", "Điều 1. Họp", "1. Họp hằng", "tuần.", "2. Báo cáo.", "- 7 -"],
        ),
        (
            {4: Correction.JOINED, 5: Correction.JOINED, 6: Correction.ASIDE},
            ["QUY CHẾ", "Điều 1. Họp", "1. Họp hằng tuần. 2. Báo cáo."],
        ),
    ],
    ids=["none", "aside", "joined", "the first cannot join", "several"],
)
def test_what_a_person_says_of_paragraphs(
    corrections: dict[int, Correction], lines: list[str]
) -> None:
    corrected = with_corrections(read(), corrections)
    assert act_lines(corrected.text.act) == lines
    assert [entry.line for entry in corrected.text.account] == [1, 2, 3, 4, 5, 6]


def test_the_account_says_where_corrected_paragraphs_went() -> None:
    text = with_corrections(read(), {4: Correction.JOINED, 6: Correction.ASIDE}).text
    entries = {entry.line: entry for entry in text.account}
    assert (entries[4].role, entries[4].owner_id) == (Place.TEXT, entries[3].owner_id)
    assert (entries[6].role, entries[6].owner_id) == (Place.ASIDE, "")


def test_nothing_left_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        with_corrections(read("Điều 1. Họp\n"), {1: Correction.ASIDE})
    assert caught.value.code == "QC-R105"


def test_a_reviewed_file_is_stored_as_the_person_sees_it(small: Workspace, file: File) -> None:
    seen = read_to_review(file("a.txt", _TEXT))
    head = Act("9-QC/TU", components=seen.text.act.components)
    stored = store_reviewed(small, seen, head, Role.AMENDING, who="Lan")
    assert (stored.document.number, stored.document.role) == ("9-QC/TU", Role.AMENDING)
    assert act_lines(text_as_at(small, stored.document.id).act) == act_lines(head)
    with pytest.raises(StorageError) as caught:
        store_reviewed(small, seen, head, Role.AMENDING)
    assert caught.value.code == "QC-S075"


def test_doubts_that_a_person_settled_are_not_counted(small: Workspace, file: File) -> None:
    seen = read_to_review(file("a.txt", "Điều 1. Họp\n1. A.\n3. B.\n5. C.\n"))
    stored = store_reviewed(small, seen, seen.text.act, Role.REGULATION, settled=frozenset({3}))
    assert stored.doubtful_count == 1


def _act(title: str, name: str, kind: ComponentKind = ComponentKind.BODY) -> Act:
    return Act(title=title, components=(component(kind, article("1", name)),))


@pytest.mark.parametrize(
    ("act", "role"),
    [
        (_act("sửa đổi, bổ sung Quy chế", "Họp"), Role.AMENDING),
        (_act("bãi bỏ Quy chế", "Họp"), Role.AMENDING),
        (_act("thay thế cụm từ", "Họp"), Role.AMENDING),
        (_act("làm việc", "Sửa đổi một số điều"), Role.AMENDING),
        (_act("làm việc", "Việc sửa đổi"), Role.REGULATION),
        (_act("làm việc", "Sửa đổi một số điều", ComponentKind.REGULATION), Role.REGULATION),
        (_act("làm việc", "Họp"), Role.REGULATION),
        (Act(components=(component(ComponentKind.BODY),)), Role.REGULATION),
    ],
)
def test_a_regulation_is_told_from_an_act_that_amends(act: Act, role: Role) -> None:
    assert role_of(act) is role
