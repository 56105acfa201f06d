"""What an act does not say clearly, or a base hides, is told and left alone; it is never half done.

Every test has an act or a base with one thing that makes a certain reading unsafe
(docs/field.md 3.6, 4.3, 4.8), and asks for the text that only certain readings may change.
"""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.apply import Accept, consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.amending.safeguards import Safeguards
from quyche_app.amending.targets import TargetFinder
from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import (
    Confidence,
    Consolidation,
    Instruction,
    Position,
    State,
)
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.reading.files import read_bytes
from tests.amending.at_desk import codes, desk_of, order, target, told
from tests.making import act, article, chapter, clause, unit

_HEAD = (
    "HUYỆN ỦY SÔNG MẪU\n*\nSố 11-QĐ/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Sông Mẫu, ngày 02 tháng 3 năm 2026\n"
)
_REGULATION = _HEAD + (
    "QUY CHẾ\nlàm việc của Văn phòng mẫu\n"
    "Điều 1. Họp\n"
    "1. Họp giao ban mỗi tuần một lần.\n"
    "2. Tài liệu họp gửi trước 05 ngày, gồm:\na) Báo cáo;\nb) Dự thảo.\n"
    "Điều 2. Báo cáo\n1. Báo cáo gửi trước 05 ngày.\n2. Báo cáo quý gửi Thường trực.\n"
    "Điều 3. Hiệu lực\n1. Quy chế có hiệu lực từ ngày ký.\n2. Văn phòng theo dõi.\n"
)
_ACT = (
    _HEAD.replace("11-QĐ/HU", "12-QĐ/HU")
    + "QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu\n"
    "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng mẫu như sau:\n"
    "{orders}\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày ký."
)


def _surely(orders: str, base: str = _REGULATION, act: str = _ACT) -> Consolidation:
    """Apply what is certain of an act to a base."""
    text = read_bytes("quy-che.txt", base.encode()).act
    reading = read_amendments(read_bytes("qd.txt", act.format(orders=orders).encode()))
    return consolidate(text, [reading], accept=Accept.CONFIDENT)


def _is_left_alone_and_told(result: Consolidation) -> bool:
    told = [o for o in result.outcomes if o.state is State.FAILED and o.reason]
    return act_lines(result.act) == act_lines(result.base) and bool(told or result.unread)


# -- new wording and what follows it -----------------------------------------------------------------


@pytest.mark.parametrize(
    "wording",
    [
        "“Điều 1. Họp mới”\n1. Họp mỗi tháng.\n2. Gửi tài liệu trước.",
        '"Điều 1. Họp mới"\n1. Họp mỗi tháng.\n2. Gửi tài liệu trước."',
        "‘Điều 1. Họp mới\n1. Họp mỗi tháng.\n2. Gửi tài liệu trước.”.",
    ],
    ids=["only the name quoted", "typewriter marks", "mixed marks"],
)
def test_an_article_whose_new_clauses_stand_outside_the_marks_keeps_its_clauses(
    wording: str,
) -> None:
    act = _ACT.replace(
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng mẫu như sau:\n{orders}",
        "Điều 1. Sửa đổi, bổ sung Điều 1 như sau:\n{orders}",
    )
    assert _is_left_alone_and_told(_surely(wording, act=act))


def test_paragraphs_between_two_instructions_are_told_with_the_instruction_before_them() -> None:
    result = _surely(
        "1. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Báo cáo tháng gửi Thường trực.”.\n"
        "Báo cáo năm gửi Ban Thường vụ.\n2. Bãi bỏ khoản 2 Điều 3."
    )
    assert "2. Báo cáo quý gửi Thường trực." in act_lines(result.act)
    assert [u.text for u in result.unread] == ["Báo cáo năm gửi Ban Thường vụ."]
    assert [o.state for o in result.outcomes] == [State.FAILED, State.APPLIED]


def test_an_act_read_to_its_last_paragraph_has_no_leftovers() -> None:
    result = _surely(
        "1. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Báo cáo tháng.”.\n2. Bãi bỏ khoản 2 Điều 3."
    )
    assert result.unread == ()
    assert {o.confidence for o in result.outcomes} == {Confidence.HIGH}


def test_a_quotation_that_runs_over_the_next_order_is_not_certain() -> None:
    result = _surely(
        "1. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Báo cáo tháng gửi Thường trực.\n"
        "2. Sửa đổi khoản 1 Điều 3 như sau: 1. Quy chế có hiệu lực từ ngày 01 tháng 4 năm 2026.”."
    )
    assert _is_left_alone_and_told(result)


def test_the_label_in_the_quotation_of_a_paragraph_is_not_written_twice() -> None:
    result = _surely(
        "1. Sửa đổi đoạn thứ nhất khoản 2 Điều 1 như sau:\n“2. Tài liệu họp gửi trước 03 ngày, gồm:”."
    )
    assert "2. Tài liệu họp gửi trước 03 ngày, gồm:" in act_lines(result.act)
    assert "a) Báo cáo;" in act_lines(result.act)


def test_orders_of_a_notice_are_certain_without_marks_where_the_wording_can_end_in_one_place() -> (
    None
):
    notice = (
        _HEAD.replace("11-QĐ/HU", "13-TB/HU")
        + "THÔNG BÁO\nnội dung sửa đổi Quy chế làm việc của Văn phòng mẫu\n"
        "1. Về một số khoản\n1.1. Bổ sung khoản 3, Điều 2:\n3. Báo cáo năm.\n"
        "1.2. Khoản 1, Điều 3 sửa như sau:\n"
        "1. Quy chế có hiệu lực ngay.\n1.3. Bổ sung Điều 3a:\n{orders}\n"
    )
    result = _surely(
        "Điều 3a. Trách nhiệm\n1. Văn phòng chỉ đạo.\n2. Các phòng thực hiện.", act=notice
    )
    read = [(o.instruction.verb, [t.path for t in o.instruction.targets]) for o in result.outcomes]
    assert read == [
        (Verb.INSERT, ["d2/k3"]),
        (Verb.AMEND, ["d3/k1"]),
        (Verb.INSERT, ["d3a"]),
    ]
    assert [o.confidence for o in result.outcomes] == [
        Confidence.HIGH,
        Confidence.HIGH,
        Confidence.DOUBTFUL,
    ]
    written, base = act_lines(result.act), act_lines(result.base)
    assert [line for line in written if line not in base] == [
        "3. Báo cáo năm.",
        "1. Quy chế có hiệu lực ngay.",
    ]


# -- the places that an order names ------------------------------------------------------------------


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ Điều 1, khoản 1, Điều 2.",
        "Bãi bỏ Điều 1, 2, khoản 1.",
        "Bãi bỏ khoản 1; Điều 2.",
        "Bãi bỏ Điều 2, Điều 3 và khoản 7.",
        "Bãi bỏ khoản 1 Điều 2 của Quy chế và Điều 3 của Quyết định.",
        "Tại khoản 1 Điều 2 thay “05 ngày” bằng “03 ngày”, trừ đoạn đầu.",
        "Khỏan 1 Điều 2: bỏ.",
        "Điều 2, Điều 3 và khoản 7: bỏ.",
    ],
)
def test_a_list_of_places_that_is_understood_in_part_is_not_carried_out_in_part(order: str) -> None:
    assert _is_left_alone_and_told(_surely(f"1. {order}"))


def test_words_are_changed_in_the_place_that_stands_before_them_only() -> None:
    lines = act_lines(_surely("1. Sửa đổi khoản 2 Điều 1 từ “05 ngày” thành “03 ngày”.").act)
    assert "2. Tài liệu họp gửi trước 03 ngày, gồm:" in lines
    assert "1. Báo cáo gửi trước 05 ngày." in lines


def test_words_for_the_whole_text_are_changed_wherever_they_stand() -> None:
    lines = act_lines(
        _surely("1. Thay cụm từ “05 ngày” bằng cụm từ “03 ngày” trong toàn bộ Quy chế.").act
    )
    assert sum("03 ngày" in line for line in lines) == 2


def test_of_two_orders_in_a_line_the_one_that_is_not_understood_is_told() -> None:
    result = _surely("1. Bãi bỏ khoản 2 Điều 2, đánh số lại các khoản sau.")
    assert len(result.unread) == 1


# -- what the base hides -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "annex",
    [
        "Mẫu số 01\nGIẤY MỜI HỌP",
        "DANH MỤC\nhồ sơ trình",
        "PL 01\nDANH MỤC HỒ SƠ",
        "BẢNG PHÂN CÔNG NHIỆM VỤ",
        "Danh mục hồ sơ\n(Kèm theo Quy chế số 11-QC/HU)",
    ],
)
def test_an_annex_behind_the_last_article_is_not_taken_away_with_it(annex: str) -> None:
    base = f"{_REGULATION}{annex}\n1. Tờ trình.\n2. Dự thảo.\n3. Biên bản.\n"
    for words in ("1. Bãi bỏ Điều 3.", "1. Bãi bỏ khoản 2 Điều 3."):
        assert _is_left_alone_and_told(_surely(words, base=base))
    assert _surely("1. Bãi bỏ Điều 2.", base=base).outcomes[0].state is State.APPLIED


def test_words_are_told_only_where_they_stand_in_what_may_be_an_annex() -> None:
    base = f"{_REGULATION}DANH MỤC HỒ SƠ\n1. Tờ trình của cơ quan.\n"
    inside = _surely("1. Thay cụm từ “cơ quan” bằng cụm từ “đơn vị” tại Điều 3.", base=base)
    assert _is_left_alone_and_told(inside)
    outside = _surely("1. Thay cụm từ “theo dõi” bằng cụm từ “đôn đốc” tại Điều 3.", base=base)
    assert [o.confidence for o in outside.outcomes] == [Confidence.HIGH]


def test_a_clause_that_holds_the_number_of_another_is_not_taken_away() -> None:
    base = _REGULATION.replace(
        "2. Văn phòng theo dõi.", "2. Văn phòng theo dõi.\n1. Việc một.\n2. Việc hai."
    )
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 3.", base=base))


_DECISION = _HEAD + (
    "QUYẾT ĐỊNH\nban hành Quy chế\nĐiều 1. Ban hành\n1. Ban hành Quy chế kèm theo.\n2. Thay Quy chế cũ.\n"
    "Điều 2. Hiệu lực\nTừ ngày ký.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\nNguyễn Văn A\n"
)
_ATTACHED = (
    "Điều 1. Họp\n1. Họp mỗi tuần.\n2. Gửi tài liệu trước 05 ngày.\n"
    "Điều 2. Báo cáo\nBáo cáo hằng quý.\n"
)


def test_an_article_of_the_decision_is_not_hit_when_the_attached_text_is_meant() -> None:
    base = f"{_DECISION}PHỤ LỤC\nQUY CHẾ LÀM VIỆC\n(Kèm theo Quyết định số 11-QĐ/HU)\n{_ATTACHED}"
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 1.", base=base))


def test_an_article_of_a_form_is_not_hit_when_the_text_itself_is_meant() -> None:
    form = (
        "QUYẾT ĐỊNH:\nĐiều 1. Giao phòng số …\nĐiều 2. Có hiệu lực từ ngày ký.\nNơi nhận:\n- Lưu.\n"
    )
    base = _DECISION.replace("ban hành Quy chế", "Quy định về nhà khách") + (
        f"PHỤ LỤC\n(Kèm theo Quyết định)\nMẫu số 01\n{form}Mẫu số 02\n{form}"
    )
    act = _ACT.replace(
        "Quy chế làm việc của Văn phòng mẫu", "Quyết định số 11-QĐ/HU quy định về nhà khách"
    )
    result = _surely("1. Bãi bỏ khoản 2 Điều 1.", base=base, act=act)
    kept = [line for line in act_lines(result.act) if line.startswith("Điều 1. Giao phòng")]
    assert len(kept) == 2
    assert "(được bãi bỏ)" not in "\n".join(act_lines(result.act)) or (
        result.outcomes[0].state is State.APPLIED and "2. (được bãi bỏ)" in act_lines(result.act)
    )


def test_the_attached_regulation_is_certain_when_the_act_names_it() -> None:
    base = f"{_DECISION}QUY CHẾ\nlàm việc của Văn phòng mẫu\n(Kèm theo Quyết định số 11-QĐ/HU)\n{_ATTACHED}"
    result = _surely("1. Bãi bỏ khoản 2 Điều 1.", base=base)
    assert [o.confidence for o in result.outcomes] == [Confidence.HIGH]
    assert "2. Thay Quy chế cũ." in act_lines(result.act)


def test_a_clause_that_tells_the_history_of_a_text_swallows_nothing() -> None:
    base = _REGULATION.replace(
        "1. Quy chế có hiệu lực từ ngày ký.\n",
        "1. Việc theo Quy chế số 02-QC/HU đã được sửa đổi, bổ sung một số điều theo Quyết định số"
        " 05-QĐ/HU thì thực hiện như sau:\na) Việc đã họp thì làm tiếp;\nb) Việc chưa họp thì trình lại.\n",
    )
    lines = act_lines(_surely("1. Bãi bỏ khoản 1 Điều 3.", base=base).act)
    assert "2. Văn phòng theo dõi." in lines
    assert "1. (được bãi bỏ)" in lines


def test_points_typed_in_latin_order_are_points_of_their_own() -> None:
    letters = "abcdefghijklm"
    listed = "\n".join(f"{letter}) Việc {letter};" for letter in letters)
    base = _REGULATION.replace("1. Họp giao ban mỗi tuần một lần.", f"1. Các việc:\n{listed}")
    lines = act_lines(_surely("1. Bãi bỏ điểm f và điểm j khoản 1 Điều 1.", base=base).act)
    assert [line for line in lines if "được bãi bỏ" in line] == [
        "f) (được bãi bỏ)",
        "j) (được bãi bỏ)",
    ]
    assert {f"{letter}) Việc {letter};" for letter in "eghikl"} <= set(lines)


def test_words_that_stand_right_behind_the_last_point_named_are_told() -> None:
    closing = "Báo cáo và dự thảo gửi Thường trực."
    base = _REGULATION.replace("b) Dự thảo.\n", f"b) Dự thảo trình Thường trực.\n{closing}\n")
    order = "1. Thay cụm từ “Thường trực” bằng cụm từ “Bí thư” tại điểm b khoản 2 Điều 1."
    assert _is_left_alone_and_told(_surely(order, base=base))
    elsewhere = base.replace(closing, "Báo cáo và dự thảo gửi trước.")
    assert "b) Dự thảo trình Bí thư." in act_lines(_surely(order, base=elsewhere).act)


@pytest.mark.parametrize(
    "name", ["Quy chế phối hợp công tác", "Quy chế làm việc của Ban Chấp hành Đảng bộ"]
)
def test_an_order_for_a_regulation_that_may_be_another_is_told(name: str) -> None:
    act = _ACT.replace("của Quy chế làm việc của Văn phòng mẫu như sau", f"của {name} như sau")
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 2.", act=act))


def test_of_two_regulations_the_one_that_no_name_tells_is_told_not_passed_over() -> None:
    act = _ACT.replace(
        "Điều 2. Quyết định này",
        "Điều 2. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Phòng mẫu\n1. Bãi bỏ khoản 1 Điều 2.\n"
        "Điều 3. Quyết định này",
    )
    result = _surely("1. Bãi bỏ khoản 2 Điều 3.", act=act)
    assert [o.state for o in result.outcomes] == [State.APPLIED, State.FAILED]
    assert "1. Báo cáo gửi trước 05 ngày." in act_lines(result.act)


@pytest.mark.parametrize(
    "order",
    [
        "Sửa đổi Điều 1 như sau: “Điều 1.”.",
        "Sửa đổi khoản 2 Điều 1 như sau:\n“2.”.",
        "Sửa đổi Điều 1 như sau:\n“Điều 1.\n”.",
    ],
)
def test_new_wording_that_is_only_a_number_takes_nothing_away(order: str) -> None:
    assert _is_left_alone_and_told(_surely(f"1. {order}"))


def test_new_clauses_outside_the_marks_are_told_although_they_speak_of_effect() -> None:
    order = (
        "1. Sửa đổi Điều 3 như sau:\n“Điều 3. Hiệu lực thi hành”\n1. Quy chế này có hiệu lực từ ngày ký.\n"
        "2. Giao Ủy ban kiểm tra theo dõi."
    )
    assert _is_left_alone_and_told(_surely(order))
    swapped = order.replace("Quy chế này", "Quyết định này")
    assert _is_left_alone_and_told(_surely(swapped))


# -- places in annexes, chapters and other regulations -----------------------------------------------

_WITH_ANNEXES = (
    f"{_REGULATION}T/M HUYỆN ỦY\nBÍ THƯ\n(đã ký)\nNguyễn Văn A\n"
    "PHỤ LỤC I\nDANH MỤC\n1. Việc một.\n2. Việc hai.\n"
    "PHỤ LỤC II\nMẪU QUYẾT ĐỊNH\nĐiều 1. Giao việc.\nĐiều 2. Thi hành\n1. Từ ngày ký.\n2. Văn phòng làm.\n"
)


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ khoản 2 Điều 2 Phụ lục III.",
        "Bãi bỏ Điều 2 Phụ lục số 5.",
        "Sửa đổi khoản 2 Điều 2 Mẫu số 1 như sau: “2. Văn phòng giúp việc.”.",
        "Tại Mẫu số 1 kèm theo Quy chế, bãi bỏ khoản 2 Điều 2.",
    ],
)
def test_an_article_of_an_annex_that_is_not_found_is_not_that_of_the_text(order: str) -> None:
    assert _is_left_alone_and_told(_surely(f"1. {order}", base=_WITH_ANNEXES))


@pytest.mark.parametrize("annex", ["Phụ lục II", "Phụ lục 2", "Phụ lục số 02"])
def test_an_annex_is_known_by_its_number_in_either_kind_of_digits(annex: str) -> None:
    lines = act_lines(_surely(f"1. Bãi bỏ khoản 2 Điều 2 {annex}.", base=_WITH_ANNEXES).act)
    assert "2. Báo cáo quý gửi Thường trực." in lines
    assert "2. Văn phòng làm." not in lines


def test_an_article_named_with_a_chapter_that_does_not_hold_it_is_told() -> None:
    base = _REGULATION.replace("Điều 1. Họp", "Chương I\nHỌP\nĐiều 1. Họp").replace(
        "Điều 2. Báo cáo", "Chương II\nBÁO CÁO\nĐiều 2. Báo cáo"
    )
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 2 Chương I.", base=base))
    assert (
        _surely("1. Bãi bỏ khoản 2 Điều 2 Chương II.", base=base).outcomes[0].state is State.APPLIED
    )


def test_the_title_tells_whose_regulation_is_meant_when_the_article_does_not() -> None:
    act = _ACT.replace(
        "Quy chế làm việc của Văn phòng mẫu\nĐiều 1",
        "Quy chế phối hợp giữa Huyện ủy và Ủy ban nhân dân\nĐiều 1",
    ).replace("của Quy chế làm việc của Văn phòng mẫu như sau", "của Quy chế như sau")
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 2.", act=act))


def test_an_act_of_another_place_that_names_no_number_is_told() -> None:
    act = _ACT.replace("HUYỆN ỦY SÔNG MẪU", "HUYỆN ỦY ĐỒI LẠ")
    assert _is_left_alone_and_told(_surely("1. Bãi bỏ khoản 2 Điều 2.", act=act))


# -- new wording that is a part of what is meant -----------------------------------------------------


@pytest.mark.parametrize(
    "wording",
    [
        "“Điều 1. Họp mới”",
        "“Điều 1. Họp mới\n2. Tài liệu họp gửi trước 03 ngày.”",
        "“Điều 1. Họp mới\n1. (giữ nguyên).\n2. Tài liệu họp gửi trước 03 ngày.”",
        "“Điều 1. Họp mới\n1. Họp hằng tháng (sửa đổi).\n2. Tài liệu.”",
    ],
)
def test_new_wording_that_leaves_out_or_stands_for_the_old_one_is_told(wording: str) -> None:
    assert _is_left_alone_and_told(_surely(f"1. Sửa đổi Điều 1 như sau:\n{wording}."))


def test_new_words_that_carry_the_label_do_not_write_it_twice() -> None:
    result = _surely(
        "1. Thay cụm từ “Báo cáo quý gửi Thường trực” bằng cụm từ “2. Báo cáo tháng” tại khoản 2 Điều 2."
    )
    assert "2. 2. Báo cáo tháng." not in act_lines(result.act)


@pytest.mark.parametrize(
    ("old", "new", "order"),
    [
        (
            "1. Báo cáo gửi trước 05 ngày.\n2. Báo",
            "1. Báo cáo trước. 2. Hai.\n3. Báo",
            "khoản 1 Điều 2",
        ),
        (
            "a) Báo cáo;\nb) Dự thảo.",
            "a) Báo cáo; b) Dự thảo;\nc) Việc khác.",
            "điểm a khoản 2 Điều 1",
        ),
        (
            "2. Văn phòng theo dõi.\n",
            "2. Văn phòng theo dõi.\nDanh mục hồ sơ\n1. Tờ trình.\n",
            "Điều 3",
        ),
    ],
)
def test_a_unit_that_runs_into_the_next_one_is_not_taken_away(
    old: str, new: str, order: str
) -> None:
    assert old in _REGULATION
    assert _is_left_alone_and_told(
        _surely(f"1. Bãi bỏ {order}.", base=_REGULATION.replace(old, new))
    )


# -- articles on effect and implementation -----------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Trách nhiệm của Văn phòng tại khoản 2 Điều 3 Quy chế được sửa đổi như sau:\n“2. Văn phòng lo.”.",
        "Quyết định này có hiệu lực từ ngày ký; cụm từ “Thường trực” trong Quy chế được thay bằng “Bí thư”.",
        "Quyết định này có hiệu lực từ ngày ký và thay thế khoản 2 Điều 2 Quy chế.",
        "Quyết định này có hiệu lực từ ngày ký; dừng thực hiện khoản 2 Điều 2 Quy chế.",
    ],
)
def test_an_order_inside_an_implementing_article_is_carried_out_or_told(sentence: str) -> None:
    act = _ACT.replace("Quyết định này có hiệu lực từ ngày ký.", sentence)
    assert _surely("1. Bãi bỏ khoản 1 Điều 3.", act=act).unread


@pytest.mark.parametrize(
    "sentence",
    [
        "Văn phòng thi hành Quyết định này.",
        "Các chi bộ, Văn phòng căn cứ Quyết định thi hành.",
        "Giao Văn phòng theo dõi, đôn đốc việc thực hiện Quyết định này.",
        "Các nội dung khác của Quy chế giữ nguyên, không thay đổi.",
        "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 05-QĐ/HU.",
    ],
)
def test_an_ordinary_closing_article_raises_no_doubt(sentence: str) -> None:
    act = _ACT.replace("Quyết định này có hiệu lực từ ngày ký.", sentence)
    result = _surely("1. Bãi bỏ khoản 1 Điều 3.", act=act)
    assert result.unread == ()
    assert [o.confidence for o in result.outcomes] == [Confidence.HIGH]


def test_the_rest_that_stays_is_no_wording_of_the_order_before_it() -> None:
    result = _surely(
        "1. Sửa đổi khoản 2 Điều 2 như sau:\n“2. Báo cáo tháng.”.\n2. Các nội dung khác giữ nguyên."
    )
    assert result.unread == ()
    assert "2. Báo cáo tháng." in act_lines(result.act)


# -- words that stand in many places -----------------------------------------------------------------


_MANY_TIMES = _HEAD + (
    "QUY CHẾ\nlàm việc của Văn phòng mẫu\n"
    "Điều 1. Báo cáo\n"
    + "".join(f"{n}. Ủy ban cấp huyện báo cáo quý {n}.\n" for n in range(1, 8))
    + "Điều 2. Họp\n1. Họp mỗi tuần.\n2. Biên bản gửi ngay.\n"
)


@pytest.mark.parametrize(
    ("order", "is_sure"),
    [
        ("Thay cụm từ “cấp huyện” bằng cụm từ “cấp xã” trong toàn bộ Quy chế", True),
        ("Thay cụm từ “huyện” bằng cụm từ “xã” trong toàn bộ Quy chế", False),
        ("Thay cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 1", False),
    ],
)
def test_an_order_for_the_whole_text_means_every_place_unless_one_word_stands_in_names(
    order: str, is_sure: bool
) -> None:
    result = _surely(f"1. {order}.", base=_MANY_TIMES)
    if not is_sure:
        assert _is_left_alone_and_told(result)
        return
    assert [o.state for o in result.outcomes] == [State.APPLIED]
    assert sum("cấp xã" in line for line in act_lines(result.act)) == 7
    assert not any("cấp huyện" in line for line in act_lines(result.act))


# -- one look at one instruction --------------------------------------------------------------------


def looked_at(made: Instruction, text: Act, title: str = "") -> list[str]:
    ledger = Ledger(made)
    Safeguards(TargetFinder(TreeIndex(text), title), title).look(ledger)
    assert ledger.failures == []
    return codes(ledger.doubts)


@pytest.mark.parametrize(
    ("clauses", "doubts"),
    [
        (["Một.", "Hai."], []),
        (["Một.", "Hai.", "DANH MỤC việc"], ["stray.annex"]),
        (["Một. 3. Ba.", "Hai."], []),
    ],
    ids=["as it should be", "an annex", "a number in the words"],
)
def test_an_article_is_looked_at_once_and_its_doubts_are_those_of_each_order(
    clauses: list[str], doubts: list[str]
) -> None:
    first, second, *more = clauses
    tail = tuple(Paragraph(words) for words in more)
    text = act(article("1", "Họp", clause("1", first), clause("2", second, tail=tail)))
    for made in (order(Verb.AMEND, "d1"), order(Verb.REPEAL, "d1")):
        assert looked_at(made, text)[: len(doubts)] == doubts
    assert looked_at(order(Verb.REPLACE_WORDS, "d1", words_old=("Một",)), text) == []


def test_words_behind_the_beginning_of_an_annex_are_not_certain() -> None:
    tail = (Paragraph("DANH MỤC việc"), Paragraph("Văn phòng."))
    text = act(article("1", "Họp", clause("1", "Một.", tail=tail)))
    for words, doubts in (("Văn phòng", ["stray.annex"]), ("Một", [])):
        made = order(Verb.REPLACE_WORDS, "d1", words_old=(words,))
        assert looked_at(made, text) == doubts


def test_the_places_of_results_and_of_neighbours_are_looked_at_too() -> None:
    tail = (Paragraph("DANH MỤC việc"),)
    text = act(
        article("1", "Họp", clause("1", "Một.", tail=tail)), article("2", "Báo cáo", id="a2")
    )
    beside = Position("after", target("d1/k1"))
    for made in (
        order(Verb.MOVE, "d2", results=("d1",)),
        order(Verb.INSERT, "d2/k1", position=beside),
    ):
        assert "stray.annex" in looked_at(made, text)


def test_a_chapter_named_with_an_article_must_hold_it() -> None:
    text = act(chapter("I", article("1", "Họp")))
    for words, doubts in (
        ("Sửa đổi Điều 1 Chương I", []),
        ("Sửa đổi Điều 1 Chương 1", []),
        ("Sửa đổi Điều 1 Chương II", ["target.other_chapter"]),
        ("Sửa đổi Điều 1 “Điều 1 Chương II”", []),
        ("Sửa đổi Điều 2 Chương II, Điều 1", []),
        ("Sửa đổi Chương II, Điều 1", ["target.other_chapter"]),
        ("Bãi bỏ mục 1 Điều 1", ["target.other_section"]),
        ("Bãi bỏ “mục 1” Điều 1", []),
    ):
        assert looked_at(order(Verb.AMEND, "d1", source_text=words), text) == doubts


def test_a_section_with_a_roman_number_named_by_digits_is_doubtful() -> None:
    text = act(unit(UnitKind.SECTION, "I", "", clause("2", "Hai."), heading="CHUNG"))
    assert looked_at(order(Verb.REPEAL, "m1"), text) == ["target.roman_section"]
    assert looked_at(order(Verb.REPEAL, "mI"), text) == []


def test_a_section_named_by_digits_that_is_a_number_of_a_section_too_is_not_touched() -> None:
    text = act(unit(UnitKind.SECTION, "I", "", clause("1", "Một."), heading="CHUNG"))
    desk = desk_of(text)
    ledger = Ledger(order(Verb.REPEAL, "m1"))
    Safeguards(desk.finder, "").look(ledger)
    assert told(ledger) == (["target.roman_section"], ["target.roman_section"])


_TWO_CHAPTERS = _REGULATION.replace("Điều 1. Họp", "Chương I\nHỌP\nĐiều 1. Họp").replace(
    "Điều 2. Báo cáo", "Chương II\nBÁO CÁO\nĐiều 2. Báo cáo"
)


@pytest.mark.parametrize(
    ("orders", "sure"),
    [
        ("1. Về Chương I:\na) Bãi bỏ khoản 2 Điều 2.", False),
        ("1. Về Chương II:\na) Bãi bỏ khoản 2 Điều 2.", True),
        ("1. Đối với Điều 1:\na) Bãi bỏ khoản 2 Điều 2.", False),
        ("1. Đối với Điều 2:\na) Bãi bỏ khoản 2 Điều 2.", True),
        ("1. Tại Điều 1 sửa như sau:\na) Khoản 2 Điều 2 thay “Báo cáo” bằng “Tờ trình”.", False),
        ("1. Về Chương I:\na) Chuyển Điều 2 lên Chương I.", None),
    ],
)
def test_an_article_stands_in_what_the_line_above_its_order_names(
    orders: str, sure: bool | None
) -> None:
    result = _surely(orders, base=_TWO_CHAPTERS)
    not_under = [w.code for o in result.outcomes for w in o.reasons if "not_under" in w.code]
    if sure is None:
        assert not not_under  # where it goes, not where it is
        return
    assert [o.confidence is Confidence.HIGH for o in result.outcomes] == [sure]
    assert ("2. Báo cáo quý gửi Thường trực." not in act_lines(result.act)) is sure
