"""What a sentence says against its own order: a part that stays, a second number, a further text."""

from __future__ import annotations

import pytest

from quyche_app.language.contradictions import (
    gone_before,
    kept_inside,
    narrowed_behind,
    second_number,
    several_texts,
)
from quyche_app.language.statements import read_statement


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("Bãi bỏ Điều 10, riêng khoản 1 giữ nguyên.", True),
        ("Bãi bỏ khoản 2 Điều 4; giữ nguyên các điểm c, d của khoản này.", True),
        ("Bãi bỏ khoản 2 Điều 4, điểm d khoản 2 Điều 4 không thay đổi.", True),
        ("Thay “a” bằng “b” trong toàn bộ Quy chế, Điều 3 giữ nguyên.", True),
        ("Bãi bỏ khoản 2 Điều 4, khoản 3 giữ nguyên.", False),
        ("Bãi bỏ khoản 2 Điều 4, điểm a khoản 3 Điều 4 giữ nguyên.", False),
        ("Điều 8 giữ nguyên; Điều 11 sửa: “Điều 11. Giao ban”.", False),
        ("Bãi bỏ khoản 2 Điều 4, thêm “khoản 1 giữ nguyên” vào cuối khoản 3.", False),
    ],
)
def test_what_stays_inside_of_what_changes_is_found(text: str, is_kept: bool) -> None:
    orders = [order for part in text.split("; ") for order in read_statement(part).orders] or list(
        read_statement(text).orders
    )
    assert bool(kept_inside(text, orders)) is is_kept


def test_a_second_number_is_one_where_nothing_is_renumbered() -> None:
    for text in ("Bãi bỏ khoản 4 (nay là khoản 5) Điều 6.", "Bãi bỏ khoản 4 (khoản 5) Điều 6."):
        assert second_number(text, read_statement(text).orders)
    renumbered = "Khoản 4 Điều 6, nay là khoản 5 Điều 6."
    given = read_statement("Khoản 4 Điều 6 chuyển thành khoản 5.").orders
    assert second_number(renumbered, given) == ""
    assert second_number("Bãi bỏ Điều 5 (khoản 2).", read_statement("Bãi bỏ Điều 5.").orders) == ""


def test_a_decision_beside_its_regulation_is_a_second_text() -> None:
    assert several_texts("Bãi bỏ Điều 7 Quy chế; bãi bỏ Điều 2 Quyết định số 25/QĐ-UBND.")
    assert several_texts("Thay “a” bằng “b” tại Quyết định và Quy chế ban hành kèm theo.")
    assert several_texts("Bãi bỏ Điều 7 Quy chế ban hành kèm theo Quyết định số 25/QĐ-UBND.") == ""
    assert several_texts("Bãi bỏ Điều 7 và Điều 8 Quy chế.") == ""


@pytest.mark.parametrize(
    ("text", "is_narrowed"),
    [
        ("Bỏ “a” tại Quy chế này đoạn nói về chi bộ.", True),
        ("Bỏ “a” tại Quy chế số 11-QC/HU (phần báo cáo).", True),
        ("Bỏ “a” tại Điều 3 phần trách nhiệm.", True),
        ("Bãi bỏ Phụ lục II phần ghi chú.", True),
        ("Bỏ “a” tại Quy chế số 11-QC/HU ngày 12 tháng 7 năm 2022 của Huyện ủy.", False),
        ("Bỏ “a” tại Quy chế này và các phụ lục.", False),
        ("Bỏ “a” tại Phần thứ nhất.", False),
    ],
)
def test_words_behind_the_name_of_a_text_narrow_what_changes(text: str, is_narrowed: bool) -> None:
    assert bool(narrowed_behind(text, read_statement(text).orders)) is is_narrowed


@pytest.mark.parametrize(
    ("text", "is_gone"),
    [
        ("Khoản 3 Điều 8 (đã được bãi bỏ tại Quyết định số 45-QĐ/ĐU): thay “a” bằng “b”.", True),
        ("Khoản 3 Điều 8 (đã bị bãi bỏ): thay “a” bằng “b”.", True),
        ("Khoản 3 Điều 8 (đã được sửa đổi tại Quyết định số 45-QĐ/ĐU): thay “a” bằng “b”.", False),
        ("Sửa đổi khoản 3 Điều 8: “3. Quy định cũ (đã được bãi bỏ).”", False),
    ],
)
def test_a_place_that_its_own_history_ends_is_known(text: str, is_gone: bool) -> None:
    assert bool(gone_before(text)) is is_gone
