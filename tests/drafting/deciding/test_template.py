"""What a decision calls a text, and how lines of a template become paragraphs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.units import Mark, Paragraph, Table
from quyche_app.drafting.deciding.template import (
    TextName,
    as_written_inside,
    filled,
    name_of,
    template_blocks,
)
from tests.making import article, clause, component

DAY = date(2018, 7, 5)


def act(words: str = "Lời.", **rest: Any) -> Act:
    """Give a text of one body."""
    body = component(ComponentKind.BODY, article("1", "Họp", clause("1", words)))
    return Act(components=(body,), **rest)


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        (
            act(number="05-QC/TU", kind="Quy chế", title="Làm việc", issuer="TỈNH ỦY MẪU"),
            "Quy chế làm việc số 05-QC/TU của Tỉnh ủy Mẫu",
            "Quy chế",
        ),
        (
            act(number="05-QC/TU", kind="Quy chế", title="Quy chế làm việc", issue_date=DAY),
            "Quy chế làm việc số 05-QC/TU, ngày 05/7/2018",
            "Quy chế",
        ),
        (
            act(number="5/2018/NĐ-CP", kind="Nghị định", title="Về họp", issue_date=DAY),
            "Nghị định Về họp số 5/2018/NĐ-CP ngày 05/7/2018",
            "Nghị định số 5/2018/NĐ-CP",
        ),
        (act(kind="Luật", title="Luật Họp"), "Luật Họp", "Luật Họp"),
        (act("Theo Luật này.", title=""), "Luật", "Luật"),
        (act(title=""), "Quy chế", "Quy chế"),
        (
            act(number="5/2018/NĐ-CP", kind="Nghị định", title="Về “họp”"),
            "Nghị định số 5/2018/NĐ-CP",
            "Nghị định số 5/2018/NĐ-CP",
        ),
    ],
    ids=["Party", "kind in its name", "State", "no number", "calls itself", "nothing", "quotation"],
)
def test_the_name_of_a_text(text: Act, full: str, short: str) -> None:
    assert name_of(text, None) == TextName(full, short)


def issued(title: str, number: str = "05-QĐ/TU") -> tuple[Act, Component]:
    """Give a decision that issues a regulation."""
    regulation = component(ComponentKind.REGULATION, article("1", "Họp"), title=title)
    decision = component(ComponentKind.BODY, article("1", "Ban hành"))
    return Act(number, "Quyết định", issue_date=DAY, components=(decision, regulation)), regulation


@pytest.mark.parametrize(
    ("title", "number", "full", "short"),
    [
        (
            "QUY CHẾ Làm việc",
            "05-QĐ/TU",
            "Quy chế làm việc ban hành kèm theo Quyết định số 05-QĐ/TU, ngày 05/7/2018",
            "Quy chế",
        ),
        (
            "QUY ĐỊNH về họp (Ban hành kèm theo Quyết định số 1-QĐ/TU)",
            "05-QĐ/TU",
            "Quy định về họp ban hành kèm theo Quyết định số 05-QĐ/TU, ngày 05/7/2018",
            "Quy định",
        ),
        (
            "QUY ĐỊNH về họp (Ban hành kèm theo Quyết định số 1-QĐ/TU)",
            "",
            "Quy định về họp ban hành kèm theo Quyết định số 1-QĐ/TU",
            "Quy định",
        ),
        (
            "",
            "05-QĐ/TU",
            "Quy chế ban hành kèm theo Quyết định số 05-QĐ/TU, ngày 05/7/2018",
            "Quy chế",
        ),
        (
            "Nội quy “họp”",
            "05-QĐ/TU",
            "Nội quy ban hành kèm theo Quyết định số 05-QĐ/TU, ngày 05/7/2018",
            "Nội quy",
        ),
    ],
    ids=["two lines", "attached", "no number", "no name", "quotation"],
)
def test_the_name_of_an_attached_regulation(title: str, number: str, full: str, short: str) -> None:
    assert name_of(*issued(title, number)) == TextName(full, short)


def test_the_decision_itself_is_called_by_its_number() -> None:
    text, _ = issued("QUY CHẾ làm việc")
    assert name_of(text, text.components[0]) == TextName(
        "Quyết định số 05-QĐ/TU, ngày 05/7/2018", "Quyết định số 05-QĐ/TU"
    )


@pytest.mark.parametrize(
    ("title", "body", "written"),
    [
        ("ủy ban nhân dân xã", "Nay Ủy ban nhân dân xã họp.", "Ủy ban nhân dân xã"),
        ("ủy ban nhân dân", "Ủy ban nhân dân họp. Ủy ban nhân dân bàn.", "ủy ban nhân dân"),
        ("văn phòng", "Ở Văn phòng. Ở văn phòng. Ở văn phòng.", "văn phòng"),
        ("văn phòng", "Ở Văn phònga.", "văn phòng"),
        ("họp ở văn phòng", "Ở Văn phòng tỉnh.", "họp ở Văn phòng"),
        ("văn phòng họp", "Ở Văn phòng tỉnh.", "Văn phòng họp"),
        ("họp", "Nay Họp.", "họp"),
        ("", "Lời.", ""),
    ],
    ids=[
        "inside",
        "only begins sentences",
        "mostly small",
        "a longer word",
        "a part",
        "its beginning",
        "one",
        "none",
    ],
)
def test_a_name_is_spelt_as_the_text_spells_it(title: str, body: str, written: str) -> None:
    assert as_written_inside(title, [[body]]) == written


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (["Số {so}, {so}"], ["Số 5, 5"]),
        (["{khac} {so}"], ["{khac} 5"]),
        (["{ so }"], ["{ so }"]),
        ([], []),
    ],
    ids=["filled in", "unknown", "no name", "none"],
)
def test_words_in_braces(lines: list[str], made: list[str]) -> None:
    assert filled(lines, {"so": "5"}) == made


@pytest.mark.parametrize(
    ("line", "paragraph"),
    [
        ("^<b>QUYẾT ĐỊNH</b>", Paragraph("QUYẾT ĐỊNH", (Mark(0, 10, "b"),), "center")),
        ("<u>Nơi nhận</u>: x", Paragraph("Nơi nhận: x", (Mark(0, 8, "u"),))),
        ("<b>a<i>b</i></b>", Paragraph("ab", (Mark(0, 2, "b"), Mark(1, 2, "i")))),
        ("</b>a<i>b", Paragraph("ab")),
        ("<x>a", Paragraph("<x>a")),
        (" a ", Paragraph("a")),
    ],
    ids=["centred", "at the start", "inside", "not closed", "no tag", "spaces"],
)
def test_tags_are_marks(line: str, paragraph: Paragraph) -> None:
    assert template_blocks([line], centred=False) == (paragraph,)


@pytest.mark.parametrize(("centred", "left"), [(True, "center"), (False, "")])
def test_rows_of_two_columns_are_tables_between_paragraphs(centred: bool, left: str) -> None:
    lines = ["a | b", " | c", "^x", "d | e | f"]
    first, middle, last = template_blocks(lines, centred=centred)
    assert isinstance(first, Table)
    assert isinstance(last, Table)
    cells = [[cell.blocks[0] for cell in row] for row in first.rows]
    assert cells == [
        [Paragraph("a", (), left), Paragraph("b", (), "center")],
        [Paragraph("", (), left), Paragraph("c", (), "center")],
    ]
    assert middle == Paragraph("x", (), "center")
    assert last.rows[0][1].blocks == (Paragraph("e | f", (), "center"),)
