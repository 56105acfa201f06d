"""The page of a three-way comparison: the base in the middle."""

from __future__ import annotations

import pytest
from lxml import html

from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay
from quyche_app.writing.three_way_html import three_way_html
from tests.writing.made import EDITED, rows, slot


def page_of(result: ThreeWay) -> html.HtmlElement:
    return html.fromstring(three_way_html(result, names=("gốc <0>", "a & b", "c")))


def row_of(changed: SlotDifference, **rest: bool) -> html.HtmlElement:
    (row,) = page_of(rows(changed, **rest)).find(".//tbody").findall("tr")
    return row


def test_the_base_stands_in_the_middle_and_names_are_escaped() -> None:
    page = page_of(rows(slot()))
    assert [th.text_content() for th in page.iter("th")] == [
        "",
        "A · a & b",
        "GỐC · gốc <0>",
        "B · c",
    ]
    assert page.find(".//title").text == "So sánh ba bản: a & b ↔ gốc <0> ↔ c"
    assert page.find_class("counts")[0].text == "1 chỗ khác nhau: chỉ A sửa 1."


@pytest.mark.parametrize(
    ("standing", "kind"),
    [
        (Standing.AGREED, "edited"),
        (Standing.MINE, "inserted"),
        (Standing.THEIRS, "inserted"),
        (Standing.CONFLICT, "removed"),
    ],
)
def test_who_changed_it_is_the_look_of_a_row(standing: Standing, kind: str) -> None:
    assert row_of(slot(standing=standing)).get("class") == kind


@pytest.mark.parametrize(
    ("changed", "cells"),
    [
        (slot(), ["Họp mỗi thángtuần", "Họp mỗi tháng", "Họp mỗi tháng"]),
        (
            slot(mine="x", mine_changes=(), theirs_changes=EDITED),
            ["x", "Họp mỗi tháng", "Họp mỗi thángtuần"],
        ),
        (slot(base="", mine="<x>", theirs="", mine_changes=()), ["<x>", None, None]),
        (slot(mine="", theirs=""), ["Họp mỗi thángtuần", "Họp mỗi tháng", None]),
    ],
    ids=["A", "B", "added", "removed"],
)
def test_the_words_of_the_sides(changed: SlotDifference, cells: list[str | None]) -> None:
    _, *sides = row_of(changed).findall("td")
    assert [None if td.get("class") == "none" else td.text_content() for td in sides] == cells


def test_what_went_is_struck_and_what_came_is_underlined() -> None:
    row = row_of(slot())
    assert [one.text for one in row.iter("del")] == ["tháng"]
    assert [one.text for one in row.iter("ins")] == ["tuần"]


@pytest.mark.parametrize(("sure", "guess"), [(True, ""), (False, "(đoán)")])
def test_a_row_says_what_it_is_about(sure: bool, guess: str) -> None:
    said = row_of(slot("label"), sure=sure).find("td").text_content()
    assert said == f"Khoản 2 Điều 5, sốchỉ A sửa{guess}"
