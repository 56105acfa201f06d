"""The head of an act in a Word file: two columns, rules as long as the words above them."""

from __future__ import annotations

import pytest

from quyche_app.domain.units import Cell, Mark, Opaque, Paragraph, Table
from quyche_app.writing.ooxml.heads import head_element
from tests.making import table
from tests.writing.ooxml.reading import tags, values, words

MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


@pytest.mark.parametrize(
    ("made", "widths"),
    [
        (table(("ỦY BAN", MOTTO), ("Số 1", "Bến Mẫu")), ["3600", "5750"]),
        (table(("ỦY BAN", MOTTO), ("Số 1", "Bến Mẫu", "x")), ["3116", "3116", "3116"]),
        (Table(((Cell((Paragraph("Số 1"),), span=2),),)), ["4675", "4675"]),
        (
            Table(((Cell((Paragraph("A"),)), Cell((Paragraph("B"),), span=2)),)),
            ["3116", "3116", "3116"],
        ),
    ],
    ids=["a head", "a row of three", "one cell over two", "two cells over three"],
)
def test_the_right_column_of_a_head_is_the_wider_one(made: Table, widths: list[str]) -> None:
    element = head_element(made, "QCFront")
    assert element is not None
    assert values(element, "gridCol", "w") == widths
    assert values(element, "tblStyle", "val") == ["QCPlainTable"]


@pytest.mark.parametrize(
    ("right", "rule"),
    [(MOTTO, "1117"), (f" {MOTTO} ", "1117"), (PARTY, "977"), ("CỘNG HÒA", None)],
    ids=["motto", "motto with spaces", "Party", "other words"],
)
def test_a_rule_is_as_long_as_the_words_above_it(right: str, rule: str | None) -> None:
    element = head_element(table(("ỦY BAN", right)), "QCFront")
    assert element is not None
    assert values(element, "ind", "left") == values(element, "ind", "right")
    assert values(element, "ind", "left") == ([rule] if rule else [])
    assert len(values(element, "bottom", "val")) == (1 if rule else 0)


def test_a_rule_has_no_room_to_spare_in_a_narrow_column() -> None:
    element = head_element(table((PARTY, "x", "y", "z")), "QCFront")
    assert element is not None
    assert values(element, "ind", "left") == ["0"]


def test_words_of_a_head_keep_their_marks_and_side() -> None:
    cell = Cell((Paragraph("ỦY BAN", (Mark(0, 6, "b"),), "center"),))
    element = head_element(Table(((cell, cell),)), "QCFront")
    assert element is not None
    assert values(element, "jc", "val") == ["center", "center"]
    assert values(element, "pStyle", "val") == ["QCTableText", "QCTableText"]
    assert len(values(element, "b", "val")) == 2


def test_another_object_of_the_head_is_its_words_in_the_style_of_the_head() -> None:
    element = head_element(Opaque("h", "[huy hiệu]"), "QCFront")
    assert element is not None
    assert (words(element), tags(element)) == ("[huy hiệu]", ["pPr", "r"])
    assert values(element, "pStyle", "val") == ["QCFront"]
    assert head_element(Opaque("h", ""), "QCFront") is None
