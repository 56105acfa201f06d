"""New wording that stands behind its order without quotation marks gets them; nothing else does."""

from __future__ import annotations

import pytest

from quyche_app.language.bare_wordings import with_marks, with_stretches


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("Khoản 2 Điều 5 viết lại:", "Văn phòng họp mỗi tuần."),
        ("Khoản 2 Điều 5 sửa thành:", "2. Văn phòng họp mỗi tuần."),
        ("Sau điểm b khoản 2 Điều 6 thêm điểm c:", "c) Kiến nghị khác."),
        ("Điều 8, gạch đầu dòng thứ hai sửa là:", "- Dự sinh hoạt đầy đủ."),
        ("Khoản 3 Điều 3 viết lại là", "Duyệt chi kinh phí."),
        ("Gạch đầu dòng thứ ba Điều 4:", "Giải quyết công việc."),
    ],
)
def test_a_wording_behind_its_order_gets_marks(order: str, words: str) -> None:
    assert with_marks(f"{order} {words}") == (f"{order} “{words}”", True)


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 2 Điều 5 sửa thành: “Văn phòng họp.”",
        "Khoản 2 Điều 5 sửa đổi như sau:",
        "Sửa đổi Điều 5 như sau: Tại khoản 2 bỏ câu cuối.",
        "Khoản 2 Điều 5 sửa thành: Văn phòng họp; khoản 3 bỏ.",
        "Khoản 2 Điều 5 sửa thành: Bãi bỏ khoản 3.",
        "Đồng chí Bí thư: Phụ trách chung.",
        "Điều 5 có hiệu lực như sau: Từ ngày ký.",
        "Khoản 2 Điều 5 gồm: Văn phòng, Ban Tổ chức.",
    ],
)
def test_what_may_be_something_else_is_left_alone(text: str) -> None:
    assert with_marks(text) == (text, False)


def test_words_from_one_quotation_to_another_are_one_stretch() -> None:
    assert with_stretches("Bỏ đoạn từ “Khi cần” đến hết “bất thường”.") == (
        "Bỏ cụm từ “Khi cần … bất thường”."
    )
    assert (
        with_stretches("Bãi bỏ từ “A” đến “B” tại Điều 5.") == "Bãi bỏ cụm từ “A … B” tại Điều 5."
    )
    raised = "Khoản 2 Điều 6 nâng từ “5” đến “7”."
    assert with_stretches(raised) == raised
