"""What a consolidated text says of itself before its words, and in which order it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.units import Paragraph
from quyche_app.writing.consolidated import (
    expected_lines,
    opening_lines,
    opening_place,
    standing_lines,
)
from tests.making import article, component, table
from tests.writing.made import PARTY_ACT, body, document, note

STATE_ACT = replace(
    PARTY_ACT,
    number="15/2019/NĐ-CP",
    title="Nghị định sửa đổi Nghị định mẫu",
    issuer="CHÍNH PHỦ",
    effect_date=None,
)
CITED = "Quyết định số 12-QĐ/TU, ngày 05/7/2018 của Tỉnh ủy Sông Lành"
IN_FORCE = "có hiệu lực kể từ ngày 16 tháng 7 năm 2018"


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, []),
        (
            {"draft_name": "Dự thảo, lần 2", "kind": "Quy chế", "number": "5-QC/TU"},
            ["(Dự thảo, lần 2 của Quy chế số 5-QC/TU; chưa ban hành, chưa có hiệu lực)"],
        ),
        (
            {"draft_name": "Dự thảo", "number": "5-QC/TU"},
            ["(Dự thảo của văn bản số 5-QC/TU; chưa ban hành, chưa có hiệu lực)"],
        ),
        (
            {"draft_name": "Dự thảo", "kind": "Quy chế", "amended_later": (PARTY_ACT,)},
            ["(Dự thảo; chưa ban hành, chưa có hiệu lực)"],
        ),
        (
            {"amended_later": (PARTY_ACT,)},
            [
                "(Lời văn khi ban hành; đã được sửa đổi, bổ sung sau ngày này bởi: "
                f"{CITED}, {IN_FORCE})"
            ],
        ),
        (
            {"amended_later": (STATE_ACT, PARTY_ACT), "as_at": date(2018, 1, 9)},
            [
                "(Lời văn ngày 09/01/2018; đã được sửa đổi, bổ sung sau ngày này bởi: "
                "Nghị định số 15/2019/NĐ-CP ngày 05/7/2018 của Chính phủ; "
                f"{CITED}, {IN_FORCE})"
            ],
        ),
    ],
    ids=["present", "draft", "draft of no kind", "draft without number", "as issued", "on a day"],
)
def test_a_text_that_is_not_the_present_one_says_so(
    fields: dict[str, Any], lines: list[str]
) -> None:
    assert standing_lines(document(**fields)) == lines
    assert opening_lines(document(**fields)) == lines


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        (
            {"number": "5-QC/TU", "kind": "Quy chế", "issue_date": date(2016, 3, 1)},
            [
                f"(Bản hợp nhất nội bộ, theo {CITED}; có giá trị tham khảo nội bộ)",
                "Quy chế số 5-QC/TU, ngày 01/3/2016, được sửa đổi, bổ sung bởi:",
                f"1) {CITED}, {IN_FORCE}.",
            ],
        ),
        (
            {},
            [
                f"(Bản hợp nhất nội bộ, theo {CITED}; có giá trị tham khảo nội bộ)",
                "Văn bản, được sửa đổi, bổ sung bởi:",
                f"1) {CITED}, {IN_FORCE}.",
            ],
        ),
        (
            {"number": "1/2015/NĐ-CP", "kind": "Nghị định", "effect_date": date(2015, 2, 1)},
            [
                "Nghị định số 1/2015/NĐ-CP, có hiệu lực kể từ ngày 01 tháng 02 năm 2015, "
                "được sửa đổi, bổ sung bởi:",
                f"1) {CITED}, {IN_FORCE}.",
            ],
        ),
    ],
    ids=["Party", "no number", "State"],
)
def test_a_party_text_is_an_internal_copy_and_names_its_acts(
    fields: dict[str, Any], lines: list[str]
) -> None:
    assert opening_lines(document(amended_by=(PARTY_ACT,), **fields)) == lines


def test_of_several_acts_the_latest_is_named_and_the_last_ends_the_list() -> None:
    first, *rest = opening_lines(document(amended_by=(STATE_ACT, PARTY_ACT)))
    assert first == (
        f"(Bản hợp nhất nội bộ, theo {CITED} và các quyết định sửa đổi khác; "
        "có giá trị tham khảo nội bộ)"
    )
    assert [line[:2] + line[-1] for line in rest[1:]] == ["1);", "2)."]


def test_a_draft_lists_no_acts() -> None:
    made = document(amended_by=(PARTY_ACT,), draft_name="Dự thảo")
    assert len(opening_lines(made)) == 1


@pytest.mark.parametrize(
    ("act", "cited"),
    [
        (replace(PARTY_ACT, issue_date=None), "Quyết định số 12-QĐ/TU của Tỉnh ủy Sông Lành"),
        (replace(PARTY_ACT, issuer=""), "Quyết định số 12-QĐ/TU, ngày 05/7/2018"),
        (
            replace(PARTY_ACT, number=""),
            "Quyết định ngày 05/7/2018 của Tỉnh ủy Sông Lành",
        ),
    ],
    ids=["no day", "no issuer", "no number"],
)
def test_what_is_not_known_of_an_act_is_left_out(act: Any, cited: str) -> None:
    assert opening_lines(document(amended_by=(act,)))[-1] == f"1) {cited}, {IN_FORCE}."


@pytest.mark.parametrize(
    ("front", "place"),
    [
        (["QUY CHẾ", "Căn cứ Điều lệ;", "Căn cứ Quy định;"], 1),
        (["QUY CHẾ", "- Căn cứ Điều lệ;"], 1),
        (["QUY CHẾ", "Theo Căn cứ"], 2),
        ([], 0),
    ],
    ids=["first", "behind a dash", "none", "no head"],
)
def test_opening_lines_stand_before_the_grounds(front: list[str], place: int) -> None:
    assert opening_place([Paragraph(line) for line in front]) == place


def test_a_table_of_the_head_is_passed() -> None:
    assert opening_place([table(("Căn cứ", "x")), Paragraph("Căn cứ Điều lệ;")]) == 1


def test_the_lines_of_the_file_in_order() -> None:
    first = body("QUY CHẾ", "Căn cứ Điều lệ;", back=(Paragraph("Nơi nhận"),))
    made = document(first, draft_name="Dự thảo", notes=(note("clause-1"),))
    assert expected_lines(made) == [
        "QUY CHẾ",
        "(Dự thảo; chưa ban hành, chưa có hiệu lực)",
        "Căn cứ Điều lệ;",
        "Điều 1. Họp",
        "1. Họp mỗi tháng.",
        "Nơi nhận",
    ]


def test_opening_lines_stand_once_in_a_text_of_nothing_else() -> None:
    empty = component(ComponentKind.BODY)
    assert expected_lines(document(empty, draft_name="Dự thảo")) == [
        "(Dự thảo; chưa ban hành, chưa có hiệu lực)"
    ]
    second = component(ComponentKind.APPENDIX, article("1", "Mẫu"), front=(Paragraph("Phụ lục"),))
    lines = expected_lines(document(body("QUY CHẾ"), second, draft_name="Dự thảo"))
    assert lines[:2] == ["QUY CHẾ", "(Dự thảo; chưa ban hành, chưa có hiệu lực)"]
    assert lines[-2:] == ["Phụ lục", "Điều 1. Mẫu"]
    assert sum(line.startswith("(Dự thảo") for line in lines) == 1
