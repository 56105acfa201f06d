"""Who issues a decision: as the text that it amends says it."""

from __future__ import annotations

import pytest

from quyche_app.domain.flow import act_lines
from quyche_app.drafting.deciding.issuing import Issuing, issuing_of, without_empty_places
from quyche_app.reading.files import read_bytes
from quyche_app.services.decide import decide

_BODY = "Điều 1. Họp\n1. Họp hằng tháng.\n2. Ghi biên bản.\nĐiều 2. Hiệu lực\nTừ ngày ký."
_PARTY = (
    "ĐẢNG BỘ HUYỆN MẪU | ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ MẪU |\n* |\n"
    "Số 12-QC/ĐU | Mẫu, ngày 10 tháng 8 năm 2020\n"
    f"QUY CHẾ\nlàm việc của Đảng ủy xã Mẫu\n{_BODY}\n"
    "Nơi nhận: | T/M BAN CHẤP HÀNH\n- Như Điều 1, | BÍ THƯ\n- Lưu Văn phòng. | Nguyễn Văn Mẫu"
)


@pytest.mark.parametrize(
    ("text", "issuing"),
    [
        (_PARTY, Issuing("ĐẢNG BỘ HUYỆN MẪU", "T/M BAN CHẤP HÀNH", "BÍ THƯ")),
        (_PARTY.replace("ĐẢNG BỘ HUYỆN MẪU |", "|"), Issuing("", "T/M BAN CHẤP HÀNH", "BÍ THƯ")),
        (
            _PARTY.replace("T/M BAN CHẤP HÀNH", "").replace("BÍ THƯ", ""),
            Issuing("ĐẢNG BỘ HUYỆN MẪU"),
        ),
        (
            _PARTY.replace("BÍ THƯ", "K/T BÍ THƯ").replace("Nguyễn Văn Mẫu", "PHÓ BÍ THƯ"),
            Issuing("ĐẢNG BỘ HUYỆN MẪU", "T/M BAN CHẤP HÀNH", "BÍ THƯ"),
        ),
        (f"ỦY BAN NHÂN DÂN\nXÃ MẪU\nSố: 5/QĐ-UBND\nQUY CHẾ\nlàm việc\n{_BODY}", Issuing()),
        (
            f"HUYỆN ỦY MẪU ĐẢNG ỦY XÃ MẪU * Số 12-QC/ĐU\nQUY CHẾ\nlàm việc\n{_BODY}",
            Issuing("HUYỆN ỦY MẪU"),
        ),
    ],
)
def test_superior_body_and_signature_are_those_of_the_amended_text(
    text: str, issuing: Issuing
) -> None:
    assert issuing_of(read_bytes("x.txt", text.encode()).act) == issuing


def test_the_decision_has_the_head_and_the_signature_of_the_amended_text() -> None:
    old, new = (
        read_bytes("x.txt", text.encode()).act
        for text in (_PARTY, _PARTY.replace("hằng tháng", "hằng quý"))
    )
    lines = [line.rstrip() for line in act_lines(decide(old, new).act)]
    assert lines[:3] == ["ĐẢNG BỘ HUYỆN MẪU | ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY XÃ MẪU |", "* |"]
    assert "Nơi nhận: | T/M BAN CHẤP HÀNH" in lines
    state = [line.rstrip() for line in act_lines(decide(old, new, template="nha-nuoc").act)]
    assert "Nơi nhận: | TM. ĐẢNG ỦY XÃ MẪU" in state


def test_the_body_moves_up_where_nothing_stands_above_it() -> None:
    head = [
        " | ĐẢNG CỘNG SẢN VIỆT NAM",
        "TỈNH ỦY MẪU | ",
        "* | ",
        "Số …-QĐ/TU | Mẫu, ngày …",
        "^QUYẾT ĐỊNH",
    ]
    assert without_empty_places(head) == [
        "TỈNH ỦY MẪU | ĐẢNG CỘNG SẢN VIỆT NAM",
        "* | ",
        "Số …-QĐ/TU | Mẫu, ngày …",
        "^QUYẾT ĐỊNH",
    ]
    assert without_empty_places(head[1:]) == head[1:]
