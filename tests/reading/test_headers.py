"""What the head and the foot of an act say."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.units import Paragraph
from quyche_app.reading.headers import describe, effect_date
from tests.making import article, clause, component, table


def described(*front: str, back: tuple[str, ...] = ()) -> Act:
    """Give the act of a body with a head and a foot."""
    body = component(
        ComponentKind.BODY,
        article("1", "Họp"),
        front=tuple(Paragraph(line) for line in front),
        back=tuple(Paragraph(line) for line in back),
    )
    return describe((body,))


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["Số 05-QC/TU"], "05-QC/TU"),
        (["Số: 12/2020/QĐ-UBND"], "12/2020/QĐ-UBND"),
        (["SỐ 7 - QĐ/ĐU"], "7-QĐ/ĐU"),
        (["Luật số: 65/2020/QH14"], "65/2020/QH14"),
        (["Số 05-QC/TU."], "05-QC/TU"),
        (["Căn cứ Quyết định Số 1-QĐ/TU", "Số 2-QĐ/TU"], "2-QĐ/TU"),
        (["(Ban hành kèm theo Quyết định Số 1-QĐ/TU)"], ""),
        (["Số      -QC/ĐU"], ""),
        ([], ""),
    ],
)
def test_the_number_is_the_first_that_is_no_citation(lines: list[str], number: str) -> None:
    assert described(*lines).number == number


@pytest.mark.parametrize(
    ("lines", "day", "place"),
    [
        (["Bến Mẫu, ngày 05 tháng 4 năm 2020"], date(2020, 4, 5), "Bến Mẫu"),
        (["ngày 05 tháng 4 năm 2020"], date(2020, 4, 5), ""),
        (["Căn cứ Luật ngày 01 tháng 1 năm 2019", "ngày 05/4/2020"], date(2020, 4, 5), ""),
        (["Bến Mẫu, ngày     tháng     năm 2020", "ngày 05/4/2020"], None, ""),
        (["Bến Mẫu, 05/4/2020"], None, ""),
        ([], None, ""),
    ],
)
def test_the_day_and_the_place(lines: list[str], day: date | None, place: str) -> None:
    act = described(*lines)
    assert (act.issue_date, act.place) == (day, place)


@pytest.mark.parametrize(
    ("lines", "kind", "title"),
    [
        (["QUY CHẾ", "LÀM VIỆC CỦA ĐẢNG ỦY"], "Quy chế", "Làm việc của đảng ủy"),
        (["QUY CHẾ LÀM VIỆC"], "Quy chế", "Làm việc"),
        (["QUY CHẾ", "làm việc của Đảng ủy", "-----", "thêm"], "Quy chế", "làm việc của Đảng ủy"),
        (["QUY CHẾ", "làm việc", "(Ban hành kèm theo)"], "Quy chế", "làm việc"),
        (["QUY CHẾ", "làm việc", "Căn cứ Điều lệ"], "Quy chế", "làm việc"),
        (["QUYẾT ĐỊNH", "Về công tác họp"], "Quyết định", "công tác họp"),
        (["QUYẾT ĐỊNH", "Điều chỉnh Quy chế", "Căn cứ"], "Quyết định", "Điều chỉnh Quy chế"),
        (["KẾ HOẠCH", "Chương trình họp", "Chương I"], "Kế hoạch", "Chương trình họp"),
        (["QUYẾT ĐỊNH:", "QUY CHẾ", "họp"], "Quy chế", "họp"),
        (["QUYẾT ĐỊNH", "về họp", "CHỦ TỊCH XÃ MẪU"], "Quyết định", "về họp"),
        (
            ["QUYẾT ĐỊNH", "sửa đổi Quy chế của", "CHỦ TỊCH XÃ MẪU"],
            "Quyết định",
            "sửa đổi Quy chế của CHỦ TỊCH XÃ MẪU",
        ),
        (["KẾ HOẠCH SỐ 5 NĂM 2020"], "Kế hoạch", "Số 5 năm 2020"),
        (["NGHỊ QUYẾT", "SỐ 5 NGÀY 1 VỀ HỌP GIAO BAN"], "Nghị quyết", "Họp giao ban"),
        (["NGHỊ QUYẾT", "SỐ 5", "họp giao ban"], "Nghị quyết", "họp giao ban"),
        (["KẾ HOẠCH TỔ/ĐỘI HỌP 5A"], "Kế hoạch", "TỔ/ĐỘI họp 5A"),
        (["LỜI NÓI ĐẦU"], "", ""),
    ],
)
def test_the_kind_and_the_title(lines: list[str], kind: str, title: str) -> None:
    act = described(*lines)
    assert (act.kind, act.title) == (kind, title)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["ĐẢNG ỦY XÃ MẪU", "*", "Số 5-QC/ĐU"], "ĐẢNG ỦY XÃ MẪU"),
        (["TỈNH ỦY BẾN MẪU", "ĐẢNG ỦY XÃ MẪU"], "ĐẢNG ỦY XÃ MẪU"),
        (["ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY BẾN MẪU"], "TỈNH ỦY BẾN MẪU"),
        (["ỦY BAN NHÂN DÂN", "XÃ MẪU"], "ỦY BAN NHÂN DÂN XÃ MẪU"),
        (["HUYỆN ỦY MẪU ĐẢNG ỦY XÃ MẪU"], "ĐẢNG ỦY XÃ MẪU"),
        (["ĐẢNG BỘ CƠ QUAN TỈNH ỦY MẪU"], "ĐẢNG BỘ CƠ QUAN TỈNH ỦY MẪU"),
        (["TỈNH ỦY MẪU  -----"], "TỈNH ỦY MẪU"),
        (["Số 5-QC/ĐU", "TỈNH ỦY MẪU"], ""),
        (["QUY CHẾ", "LÀM VIỆC"], ""),
        (["Tỉnh ủy Mẫu"], ""),
    ],
)
def test_the_issuer_is_the_last_body_above_number_and_title(lines: list[str], issuer: str) -> None:
    assert described(*lines).issuer == issuer


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Văn Mẫu"), "Trần Văn Mẫu"),
        (("BÍ THƯ", "Trần Văn Mẫu", "Nơi nhận: như trên"), "Trần Văn Mẫu"),
        (("BÍ THƯ", "(đã ký)"), ""),
        (("Mẫu",), ""),
        ((), ""),
    ],
)
def test_the_signer_is_the_last_name(lines: tuple[str, ...], signer: str) -> None:
    assert described(back=lines).signer == signer


def test_a_head_in_two_columns_is_read_cell_by_cell() -> None:
    rows = table(("TỈNH ỦY MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số 5-QC/TU", "Mẫu, ngày 05/4/2020"))
    act = describe((component(ComponentKind.BODY, front=(rows,)),))
    assert (act.issuer, act.number) == ("TỈNH ỦY MẪU", "5-QC/TU")
    assert (act.place, act.issue_date) == ("Mẫu", date(2020, 4, 5))


_SIGNED = date(2020, 4, 5)


def in_force(*lines: str, kind: ComponentKind = ComponentKind.BODY) -> date | None:
    units = [clause(str(n), line) for n, line in enumerate(lines, 1)]
    body = component(kind, article("9", "Hiệu lực", *units))
    return effect_date(Act(kind="Quyết định", issue_date=_SIGNED, components=(body,)))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Quyết định này có hiệu lực kể từ ngày ký."], _SIGNED),
        (["Quyết định này có hiệu lực từ ngày 01/5/2020."], date(2020, 5, 1)),
        (
            ["Văn phòng theo dõi.", "Quyết định này có hiệu lực từ ngày 01/5/2020."],
            date(2020, 5, 1),
        ),
        (
            [
                "Quyết định này có hiệu lực từ ngày 01/5/2020.",
                "Quyết định này có hiệu lực từ ngày 01/6/2020.",
            ],
            None,
        ),
        (["Quy chế này có hiệu lực từ ngày 01/5/2020."], None),
        (["Quyết định này có hiệu lực từ ngày đăng báo."], None),
        (["“Quyết định này có hiệu lực từ ngày 01/5/2020.”"], None),
        (["Văn phòng theo dõi."], None),
        ([], None),
    ],
    ids=[
        "from signing",
        "a day",
        "the second clause",
        "two days",
        "of another text",
        "not sure",
        "quoted",
        "nothing",
        "no clauses",
    ],
)
def test_the_day_from_which_the_act_is_in_force(lines: list[str], day: date | None) -> None:
    assert in_force(*lines) == day


def test_an_appendix_says_nothing_of_it_and_a_regulation_speaks_of_itself() -> None:
    assert in_force("Quyết định này có hiệu lực từ ngày ký.", kind=ComponentKind.APPENDIX) is None
    assert in_force("Quy chế này có hiệu lực từ ngày ký.", kind=ComponentKind.REGULATION) == _SIGNED
