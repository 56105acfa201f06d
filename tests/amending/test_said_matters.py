"""What an order says of the matter of its place is held against the words that stand there and beside it."""

from __future__ import annotations

import pytest

from quyche_app.amending.said_matters import other_matter
from quyche_app.domain.operations import Target
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import order
from tests.making import act, article, clause

_TEXT = act(
    article(
        "7",
        "Họp",
        clause("1", "Giao ban vào sáng thứ hai."),
        clause("2", "Tài liệu họp gửi trước 02 ngày; tài liệu mật gửi tại cuộc họp 02 ngày sau."),
        clause("3", "Đồng chí Lê Văn Hậu ghi biên bản."),
    )
)


def said(source: str, clause_label: str, old: str = "") -> str:
    """Give the code of the doubt about a clause of Điều 7, or ""."""
    index = TreeIndex(_TEXT)
    placed = next(
        one for one in index if one.unit.kind is UnitKind.CLAUSE and one.unit.label == clause_label
    )
    made = order(Verb.REPLACE_WORDS, "d7", source_text=source, words_old=(old,) if old else ())
    doubt = other_matter(placed, Target(placed.address), made)
    return "" if doubt is None else doubt.code


@pytest.mark.parametrize(
    ("source", "label", "old", "code"),
    [
        ("Khoản 2 Điều 7 (họp giao ban): bãi bỏ.", "2", "", "target.other_matter"),
        ("Khoản 1 Điều 7 (họp giao ban): bãi bỏ.", "1", "", ""),
        ("Khoản 2 Điều 7 (đã sửa đổi bởi giao ban): bãi bỏ.", "2", "", ""),
        ("Việc giao ban tại khoản 2 Điều 7: bãi bỏ.", "2", "", "target.other_matter"),
        ("Thời hạn giao ban tại khoản 2 Điều 7: bãi bỏ.", "2", "", "target.other_matter"),
        ("Đồng chí Lê Văn Hậu (khoản 2 Điều 7): bãi bỏ.", "2", "", "target.other_person"),
        ("Đồng chí Lê Văn Hậu (khoản 3 Điều 7): bãi bỏ.", "3", "", ""),
        ("Khoản 3 Điều 7 (đồng chí Hậu): bãi bỏ.", "3", "", ""),
        ("Khoản 3 Điều 7 (đồng chí Hoa): bãi bỏ.", "3", "", "target.other_person"),
        ("Khoản 2 Điều 7, đối với tài liệu mật thay “trước”.", "2", "trước", "target.other_matter"),
        ("Khoản 2 Điều 7, đối với tài liệu họp thay “trước”.", "2", "trước", ""),
        ("Khoản 2 Điều 7: thay “(giao ban)” bằng “họp”.", "2", "", ""),
    ],
)
def test_the_matter_of_another_place_is_told(source: str, label: str, old: str, code: str) -> None:
    assert said(source, label, old) == code


def test_a_long_list_of_places_is_looked_through_once() -> None:
    places = " ".join(f"khoản {n} Điều {n}" for n in range(1, 60))
    assert said(f"Bãi bỏ {places}.", "2") == ""
