"""Search: with and without tone marks, on a day, in past wordings, in drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyche_app.services.amend import amend
from quyche_app.services.drafts import begin_draft
from quyche_app.services.history import history
from quyche_app.services.import_file import import_file
from quyche_app.services.search import SearchOptions, search
from quyche_app.services.workspace import Workspace
from quyche_app.storage.search import FILE_NAME
from tests.services.office_texts import FIRST

File = Callable[[str, str], Path]


def found(ws: Workspace, words: str, **how: object) -> list[str]:
    """The provisions that say the words."""
    options = SearchOptions(**how)  # type: ignore[arg-type]
    return [hit.words for hit in search(ws, words, options=options).hits]


@pytest.mark.parametrize("words", ["hồ sơ giấy", "ho so giay", "HO SO giấy", "giấy hồ"])
def test_words_are_found_with_and_without_marks_in_any_order(
    ws: Workspace, regulation: str, words: str
) -> None:
    assert found(ws, words) == ["khoản 1 Điều 4"]


def test_a_syllable_typed_with_marks_is_found_as_typed(ws: Workspace, regulation: str) -> None:
    assert found(ws, "hố sơ giấy") == []
    assert found(ws, "ho so giay", with_marks=True) == []


def test_both_places_of_a_tone_mark_are_one(ws: Workspace, file: File) -> None:
    import_file(ws, file("a.txt", "Điều 1. Hoà giải thuý.\n"))
    assert found(ws, "hòa thúy") == ["Điều 1"]


def test_a_phrase_is_found_in_its_order_only(ws: Workspace, regulation: str) -> None:
    assert found(ws, "giấy hồ", as_phrase=True) == []
    assert found(ws, "hồ sơ giấy", as_phrase=True) == ["khoản 1 Điều 4"]
    assert found(ws, "hồ so giay", as_phrase=True) == ["khoản 1 Điều 4"]


def test_what_was_found_is_marked_in_the_words(ws: Workspace, regulation: str) -> None:
    (hit,) = search(ws, "ho so giay").hits
    assert [hit.text[a:b] for a, b in hit.marks] == ["Hồ sơ giấy"]
    (hit,) = search(ws, "người hồ").hits
    assert [hit.text[a:b] for a, b in hit.marks] == ["Người", "hồ", "hồ"]


def test_only_wordings_in_force_on_the_day_unless_past_ones_are_asked_for(
    ws: Workspace, regulation: str, file: File
) -> None:
    act = import_file(ws, file("qd.txt", FIRST)).document.id
    done = amend(ws, regulation, act)
    (changed, *_) = [o for o in done.plan.consolidation.outcomes if o.targets]
    old = search(ws, "gửi trước 05 ngày", as_at="issued")
    now = search(ws, "gửi trước 05 ngày")
    past = search(ws, "gửi trước 05 ngày", options=SearchOptions(with_past=True))
    of = [hit for hit in past.hits if hit.document.id == regulation]
    assert old.total >= 1
    assert changed is not None
    assert len(of) >= len([hit for hit in now.hits if hit.document.id == regulation])


def test_a_draft_that_says_the_same_is_counted_with_its_text(
    ws: Workspace, regulation: str
) -> None:
    begin_draft(ws, regulation, as_at="issued")
    (hit,) = search(ws, "hồ sơ giấy").hits
    assert (hit.document.id, hit.same_count) == (regulation, 1)


def test_the_index_follows_what_is_recorded_later(
    ws: Workspace, regulation: str, file: File
) -> None:
    assert found(ws, "mới nhập") == []
    import_file(ws, file("b.txt", "Điều 1. Lời mới nhập.\n"))
    assert found(ws, "mới nhập") == ["Điều 1"]


def test_a_damaged_index_is_made_anew(ws: Workspace, regulation: str) -> None:
    place = Path(ws.place)
    if not place.is_dir():
        pytest.skip("chỉ mục của kho trên máy chủ nằm ở thư mục khác")
    found(ws, "hồ sơ")
    (place / FILE_NAME).write_bytes(b"khong phai co so du lieu" * 100)
    assert found(ws, "hồ sơ giấy") == ["khoản 1 Điều 4"]


def test_nothing_typed_finds_nothing(ws: Workspace, regulation: str) -> None:
    assert search(ws, " . , ").total == 0


WITH_APPENDIX = """\
QUY CHẾ
làm việc
Điều 1. Sổ
Việc được ghi vào sổ.
Phụ lục 1
MẪU SỔ GIAO VIỆC
Nội dung việc được giao.
"""
REPEAL = (
    FIRST[: FIRST.index("1. Sửa đổi")]
    + """\
1. Bãi bỏ Phụ lục 1.
Điều 2. Quyết định này có hiệu lực từ ngày 16 tháng 7 năm 2018.
"""
)


def test_a_repealed_appendix_is_not_found_and_can_be_asked_for_by_its_name(
    ws: Workspace, file: File
) -> None:
    document = import_file(ws, file("quy-che.txt", WITH_APPENDIX)).document.id
    assert found(ws, "sổ giao việc") == ["Phụ lục 1"]
    amend(ws, document, file("quyet-dinh.txt", REPEAL))
    assert found(ws, "sổ giao việc") == []
    (past,) = search(ws, "sổ giao việc", options=SearchOptions(as_phrase=True, with_past=True)).hits
    assert past.same_count == 0, "there is no draft that says the same"
    for name in ("pl1", "Phụ lục 1"):
        assert [row.text for row in history(ws, document, name)][-1] == "Phụ lục 1 (được bãi bỏ)"
