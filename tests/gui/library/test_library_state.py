"""Collections, search and order of the library."""

from __future__ import annotations

import pytest

from quyche_app.domain.counts import InstructionCounts
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.messages import message
from quyche_app.gui.library.state import FileResult, LibraryState
from quyche_app.services.views import Imported, Role, Status
from tests.gui import fakes

REGULATION = fakes.document()
ACT = fakes.document(
    "d2",
    "3868-QĐ/TU",
    "Quyết định sửa đổi Quy chế làm việc",
    Role.AMENDING,
    Status.APPLIED,
    "Đã áp dụng 21/23",
    counts=InstructionCounts(21, undone=2),
)
OLD = fakes.document(
    "d3",
    "01-QC/TU",
    "Quy chế cũ",
    status=Status.EXPIRED,
    status_text="Hết hiệu lực",
    issuer="Văn phòng Tỉnh ủy",
)
STATE = LibraryState(documents=(REGULATION, ACT, OLD))


def test_counts_stand_beside_all_collections() -> None:
    counts = {line.label: line.count for line in STATE.collections() if line.key}
    assert counts == {
        "Tất cả văn bản": 3,
        "Đang có hiệu lực": 1,
        "Dự thảo": 0,
        "Văn bản sửa đổi": 1,
        "Hết hiệu lực": 1,
        "Lưu trữ": 0,
        "Tỉnh ủy Sông Lành": 2,
        "Văn phòng Tỉnh ủy": 1,
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quyet dinh", ["d2"]),
        ("3868", ["d2"]),
        ("Quyết", ["d2"]),
        ("quyêt", []),
        ("", ["d1", "d2", "d3"]),
        ("QC/TU", ["d1", "d3"]),
    ],
)
def test_words_without_marks_find_marked_ones_and_marked_ones_exactly_those(
    words: str, found: list[str]
) -> None:
    state = LibraryState(documents=(REGULATION, ACT, OLD), words=words)
    assert sorted(row.id for row in state.shown()) == found


def test_an_issuer_is_a_collection() -> None:
    state = LibraryState(documents=(REGULATION, ACT, OLD), collection="issuer:Văn phòng Tỉnh ủy")
    assert [row.id for row in state.shown()] == ["d3"]
    assert state.is_filtered


def test_the_account_of_an_import_says_what_was_read_and_what_not() -> None:
    done = Imported(REGULATION, "quy-che.docx", 142, 142, (), False, 1)
    known = Imported(REGULATION, "quy-che.docx", 142, 142, (), True, 1)
    state = LibraryState(
        results=(
            FileResult("quy-che.docx", done),
            FileResult("lan-hai.docx", known),
            FileResult(
                "anh.png",
                error=ReadingError(message("QC-R009", "anh.png là ảnh chụp, không có chữ.")),
            ),
        )
    )
    assert state.account() == "3 tệp: 2 đọc được, 1 không."
    assert state.results[0].sentence == "quy-che.docx: 142 đoạn đều có chỗ."
    assert "đã có trong kho (05-QC/TU)" in state.results[1].sentence
    assert state.results[2].sentence == "anh.png là ảnh chụp, không có chữ."
