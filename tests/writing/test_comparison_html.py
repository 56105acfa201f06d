"""The page of a comparison: rows, folded stretches, marks that a black-and-white print shows."""

from __future__ import annotations

import pytest
from lxml import html

from quyche_app.domain.comparisons import Change, ChangeKind, Layer, Pair
from quyche_app.domain.units import UnitKind
from quyche_app.writing.comparison_html import comparison_html, marked_paragraphs
from tests.writing.made import EDITED, compared, pair, same

SAME = (Change("equal", "Lời."),)


def page_of(*pairs: Pair, shown: list[Pair] | None = None) -> html.HtmlElement:
    made = comparison_html(compared(*pairs), old_name="<1>", new_name="2", pairs=shown)
    return html.fromstring(made)


def cells(page: html.HtmlElement, row: int = 0) -> list[tuple[str | None, str]]:
    """Give class and words of the cells of a row of the body."""
    made = page.find(".//tbody").findall("tr")[row]
    return [(td.get("class"), td.text_content()) for td in made.findall("td")]


@pytest.mark.parametrize(
    ("changes", "left_out", "moved", "written"),
    [
        (EDITED, "", False, "<p>Họp mỗi <del>tháng</del><ins>tuần</ins></p>"),
        (EDITED, "insert", False, "<p>Họp mỗi <del>tháng</del></p>"),
        (EDITED, "delete", False, "<p>Họp mỗi <ins>tuần</ins></p>"),
        (SAME, "", True, '<p><span class="moved">Lời.</span></p>'),
        (
            (Change("insert", "a\nb"), Change("equal", "\nc")),
            "",
            False,
            "<p><ins>a</ins></p><p><ins>b</ins></p><p>c</p>",
        ),
        ((Change("equal", "A & <B>"),), "", False, "<p>A &amp; &lt;B&gt;</p>"),
        (
            (Change("delete", ",", Layer.PUNCTUATION),),
            "",
            True,
            '<p><del class="quiet">,</del></p>',
        ),
        ((), "", False, "<p></p>"),
    ],
    ids=["both", "old side", "new side", "moved", "paragraphs", "escaped", "quiet", "nothing"],
)
def test_marked_words(
    changes: tuple[Change, ...], left_out: str, moved: bool, written: str
) -> None:
    assert marked_paragraphs(changes, left_out, moved=moved) == written


@pytest.mark.parametrize("layer", Layer)
def test_all_but_substance_is_quiet(layer: Layer) -> None:
    is_quiet = "quiet" in marked_paragraphs([Change("insert", "x", layer)])
    assert is_quiet is (layer is not Layer.SUBSTANCE)


@pytest.mark.parametrize(
    ("one", "row"),
    [
        (
            pair("d1/k1", "d1/k1"),
            [("clause", "Họp mỗi tháng"), ("mid", "1sửa"), ("clause", "Họp mỗi tuần")],
        ),
        (
            pair("", "d2", ChangeKind.INSERTED, (Change("insert", "x"),), level=UnitKind.ARTICLE),
            [("none", ""), ("mid", "1thêm"), ("article", "x")],
        ),
        (
            pair("d2", "", ChangeKind.REMOVED, (Change("delete", "x"),), sure=False),
            [("clause", "x"), ("mid", "1bỏ(đoán)"), ("none", "")],
        ),
        (
            pair("d1", "d2", ChangeKind.MOVED, SAME),
            [
                ("clause", "Lời.chuyển đến Điều 2"),
                ("mid", "1chuyển"),
                ("clause", "chuyển từ Điều 1Lời."),
            ],
        ),
        (
            pair("d1", "d2", ChangeKind.MOVED_EDITED, level=None),
            [
                ("head", "Họp mỗi thángchuyển đến Điều 2"),
                ("mid", "1chuyển và sửa chữ"),
                ("head", "chuyển từ Điều 1Họp mỗi tuần"),
            ],
        ),
        (
            pair("cI", "cI", level=UnitKind.CHAPTER),
            [("head", "Họp mỗi tháng"), ("mid", "1sửa"), ("head", "Họp mỗi tuần")],
        ),
        (
            pair("d1", "d1", slot="tail"),
            [("tail", "Họp mỗi tháng"), ("mid", "1sửa"), ("tail", "Họp mỗi tuần")],
        ),
    ],
    ids=[
        "edited",
        "inserted",
        "removed by guess",
        "moved",
        "moved and edited",
        "chapter",
        "words behind",
    ],
)
def test_the_row_of_a_pair(one: Pair, row: list[tuple[str | None, str]]) -> None:
    page = page_of(one)
    assert cells(page) == row
    assert page.find(".//tbody/tr").get("class") == one.kind.value


ARTICLE = UnitKind.ARTICLE


@pytest.mark.parametrize(
    ("pairs", "summary"),
    [
        (
            [same("d1", level=ARTICLE), same("d2", level=ARTICLE)],
            "2 điều không đổi · Điều 1 – Điều 2",
        ),
        ([same("d1", level=ARTICLE)], "1 chỗ không đổi · Điều 1"),
        ([same("d1", level=ARTICLE), same("d1/k1")], "2 chỗ không đổi · Điều 1 – khoản 1 Điều 1"),
        (
            [same("d1", level=ARTICLE, slot="tail"), same("d2", level=ARTICLE)],
            "2 chỗ không đổi · Điều 1 – Điều 2",
        ),
        (
            [pair("d1/k1", "d2/k1", ChangeKind.RENUMBERED, SAME)],
            "1 chỗ không đổi · khoản 1 Điều 2",
        ),
    ],
    ids=["articles", "one article", "with its clause", "words behind", "only follows"],
)
def test_what_stays_is_folded_and_named(pairs: list[Pair], summary: str) -> None:
    page = page_of(*pairs)
    assert [one.text_content() for one in page.iter("summary")] == [summary]


def test_rows_are_numbered_and_stretches_stand_between_them() -> None:
    page = page_of(same("d1", "Một.\nHai."), pair("d2", "d2"), same("d3"), pair("d4", "d4"))
    kinds = [row.get("class") for row in page.find(".//tbody").findall("tr")]
    assert kinds == [None, "edited", None, "edited"]
    assert [cells(page, row)[1][1] for row in (1, 3)] == ["1sửa", "2sửa"]
    (first, _) = page.iter("details")
    assert [p.text for p in first.findall("p")] == ["Một.", "Hai."]


def test_names_are_escaped_and_pairs_left_out_are_not_shown() -> None:
    shown = pair("d2", "d2")
    page = page_of(pair("d1", "d1"), shown, shown=[shown])
    assert page.find(".//title").text == "So sánh: <1> ↔ 2"
    assert [th.text_content() for th in page.iter("th")] == ["TRƯỚC · <1>", "", "SAU · 2"]
    assert len(page.find(".//tbody").findall("tr")) == 1
    assert "Còn 1 chỗ không hiện ở đây." in page.find_class("counts")[0].text
