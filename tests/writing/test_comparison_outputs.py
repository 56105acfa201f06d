"""A comparison as page, text and JSON: what a person and a program find in it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import html

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.comparisons import ChangeKind, Comparison, Layer, Pair
from quyche_app.domain.errors import WritingError
from quyche_app.reading.files import read_bytes
from quyche_app.services.compare import shown_pairs
from quyche_app.services.compare_outputs import check_comparison_target, comparison_bytes
from quyche_app.writing.comparison_html import comparison_html
from quyche_app.writing.comparison_json import comparison_report
from quyche_app.writing.comparison_text import comparison_lines

_QUIET = [
    line
    for n, name in enumerate(("Phạm vi", "Nguyên tắc", "Trách nhiệm"), 3)
    for line in (f"Điều {n}. {name}", f"1. {name} do Văn phòng theo dõi & báo cáo <hằng quý>.")
]
_OLD = (
    "Điều 1. Họp",
    "1. Họp mỗi tháng một lần, uỷ quyền cho Văn phòng.",
    "2. Gửi giấy mời trước ba ngày.",
    "Điều 2. Hồ sơ",
    "1. Văn thư lưu hồ sơ điện tử của cơ quan hằng tuần.",
    *_QUIET,
)
_NEW = (
    "Điều 1. Họp",
    "1. Họp mỗi tuần một lần, ủy quyền cho Văn phòng.",
    "Điều 2. Hồ sơ",
    "1. Văn thư lưu hồ sơ điện tử của cơ quan hằng tuần.",
    "2. Lập mục lục hồ sơ giấy.",
    *_QUIET,
)


def _act(lines: Sequence[str]) -> Act:
    return read_bytes("x.txt", "\n".join(lines).encode()).act


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(_act(_OLD), _act(_NEW))


def _page(comparison: Comparison, pairs: Sequence[Pair] | None = None) -> html.HtmlElement:
    page = comparison_html(comparison, old_name="Bản <1>", new_name="Bản 2", pairs=pairs)
    return html.fromstring(page)


def test_the_page_names_both_versions_and_the_counts(comparison: Comparison) -> None:
    page = _page(comparison)
    heads = [th.text_content() for th in page.iter("th")]
    assert (heads[0], heads[2]) == ("TRƯỚC · Bản <1>", "SAU · Bản 2")
    assert page.find_class("counts")[0].text_content() == "3 chỗ khác nhau: sửa 1, thêm 1, bỏ 1."


def test_the_page_strikes_removed_words_left_and_underlines_added_words_right(
    comparison: Comparison,
) -> None:
    (row,) = _page(comparison).xpath('//tr[@class="edited"]')
    left, _, right = row.findall("td")
    assert [e.text_content() for e in left.iter("del")] == ["tháng", "uỷ"]
    assert [e.text_content() for e in right.iter("ins")] == ["tuần", "ủy"]
    assert left.text_content() == "1. Họp mỗi tháng một lần, uỷ quyền cho Văn phòng."
    assert right.text_content() == "1. Họp mỗi tuần một lần, ủy quyền cho Văn phòng."


def test_removed_and_inserted_provisions_stand_beside_an_empty_place(
    comparison: Comparison,
) -> None:
    page = _page(comparison)
    (removed,), (inserted,) = (page.xpath(f'//tr[@class="{k}"]') for k in ("removed", "inserted"))
    assert [td.get("class") == "none" for td in removed.findall("td")] == [False, False, True]
    assert [td.get("class") == "none" for td in inserted.findall("td")] == [True, False, False]


def test_unchanged_articles_are_folded_with_their_words_inside(comparison: Comparison) -> None:
    last = _page(comparison).xpath("//details")[-1]
    assert last.find("summary").text_content() == "3 điều không đổi · Điều 3 – khoản 1 Điều 5"
    assert "Phạm vi do Văn phòng theo dõi & báo cáo <hằng quý>." in last.text_content()


def test_a_moved_provision_says_where_it_went_and_whence_it_came() -> None:
    point = "c) Việc sao lưu hồ sơ điện tử của cơ quan hằng tuần."
    first = ("Điều 1. Họp", "1. Việc họp gồm:", "a) Chuẩn bị họp;", "b) Báo cáo họp.")
    second = (
        "Điều 2. Lưu trữ",
        "1. Văn thư làm các việc:",
        "a) Nhận văn bản đến;",
        "b) Lập sổ theo dõi.",
    )
    moved = compare(_act((*first, point, *second)), _act((*first, *second, point)))
    (row,) = _page(moved).xpath('//tr[@class="moved"]')
    assert "chuyển đến điểm c khoản 1 Điều 2" in row.findall("td")[0].text_content()
    assert "chuyển từ điểm c khoản 1 Điều 1" in row.findall("td")[2].text_content()
    assert row.find_class("moved")


def test_the_page_stands_alone_and_prints_without_colour(comparison: Comparison) -> None:
    page = comparison_html(comparison, old_name="A", new_name="B")
    assert not re.search(r"<link|<script|<img|https?://", page)
    assert "del{" in page
    assert "line-through" in page
    assert "underline double" in page


def test_a_guessed_pair_is_called_a_guess(comparison: Comparison) -> None:
    pairs = [p._replace(sure=False) for p in comparison.pairs if p.kind is ChangeKind.EDITED]
    assert "(đoán)" in _page(comparison, pairs).text_content()
    assert "(đoán theo lời văn)" in comparison_lines(comparison, pairs)[0]


def test_the_text_has_a_block_for_each_changed_provision_and_the_counts_last(
    comparison: Comparison,
) -> None:
    assert comparison_lines(comparison, comparison.pairs) == [
        "Khoản 1 Điều 1: sửa",
        "    1. Họp mỗi [-tháng-]{+tuần+} một lần, [-uỷ-]{+ủy+} quyền cho Văn phòng.",
        "Khoản 2 Điều 1: bỏ",
        "    [-2. Gửi giấy mời trước ba ngày.-]",
        "Khoản 2 Điều 2: thêm",
        "    {+2. Lập mục lục hồ sơ giấy.+}",
        "3 chỗ khác nhau: sửa 1, thêm 1, bỏ 1.",
    ]


def test_equal_texts_are_said_to_be_equal() -> None:
    same = compare(_act(_OLD), _act(_OLD))
    assert comparison_lines(same, same.pairs) == ["Lời văn hai bản giống hệt nhau, từng chữ."]


def test_the_report_holds_every_pair_as_the_contract_says(comparison: Comparison) -> None:
    report = comparison_report(comparison)
    assert report["schema"] == "quyche/comparison/1"
    assert report["counts"] == {"edited": 1, "inserted": 1, "removed": 1}
    assert len(report["pairs"]) == len(comparison.pairs)
    edited = next(row for row in report["pairs"] if row["kind"] == "edited")
    assert (edited["old"], edited["new"], edited["sure"], edited["slot"]) == (
        "d1/k1",
        "d1/k1",
        True,
        "text",
    )
    assert {"op": "insert", "text": "ủy", "layer": "orthography"} in edited["changes"]
    removed = next(row for row in report["pairs"] if row["kind"] == "removed")
    assert (removed["old"], removed["new"]) == ("d1/k2", None)


def test_both_wordings_can_be_read_off_the_report(comparison: Comparison) -> None:
    for row, pair in zip(comparison_report(comparison)["pairs"], comparison.pairs, strict=True):
        for gone in ("insert", "delete"):
            words = "".join(c["text"] for c in row["changes"] if c["op"] != gone)
            assert words == "".join(c.text for c in pair.changes if c.op != gone)


def test_a_hidden_layer_shows_the_new_words_and_stays_in_the_comparison(
    comparison: Comparison,
) -> None:
    shown = shown_pairs(comparison, hidden=[Layer.ORTHOGRAPHY])
    text = "\n".join(comparison_lines(comparison, shown))
    assert "một lần, ủy quyền" in text
    assert any(c.text == "uỷ" for p in comparison.pairs for c in p.changes)


def test_only_the_wanted_kinds_are_shown(comparison: Comparison) -> None:
    shown = shown_pairs(comparison, only=[ChangeKind.REMOVED])
    assert [p.old[0].path for p in shown] == ["d1/k2"]


def test_the_same_comparison_gives_the_same_bytes_in_every_format(comparison: Comparison) -> None:
    for suffix in (".html", ".txt", ".json"):
        one, other = (
            comparison_bytes(comparison, comparison.pairs, suffix, ("A", "B")) for _ in range(2)
        )
        assert one == other
    assert json.loads(comparison_bytes(comparison, comparison.pairs, ".json", ("A", "B")))


def test_an_ending_without_a_format_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match=r"\.html, \.txt hoặc \.json"):
        check_comparison_target(tmp_path / "x.docx", force=False)


def test_what_is_hidden_is_counted_and_named() -> None:
    old = _act(
        ["Điều 1. Họp", "1. Họp mỗi tháng một lần, uỷ quyền.", "2. Gửi giấy mời, trước ba ngày."]
    )
    new = _act(
        ["Điều 1. Họp", "1. Họp mỗi tuần một lần, ủy quyền.", "2. Gửi giấy mời trước ba ngày."]
    )
    both = compare(old, new)
    hidden = [Layer.ORTHOGRAPHY, Layer.PUNCTUATION]
    pairs = shown_pairs(both, hidden=hidden)
    said = comparison_lines(both, pairs, hidden)[-1]
    assert said == (
        "1 chỗ khác nhau: sửa 1. Đang ẩn: chính tả 1, dấu câu, chữ hoa 1. Còn 1 chỗ không hiện ở đây."
    )
    page = comparison_html(both, old_name="1", new_name="2", pairs=pairs, hidden=hidden)
    assert said in page
    assert [p.kind for p in shown_pairs(both, only=[ChangeKind.EDITED], hidden=hidden)] == [
        ChangeKind.EDITED
    ]


def test_hiding_a_layer_leaves_provisions_that_only_have_another_number_renumbered() -> None:
    first = ["Điều 1. Phạm vi", "1. Quy chế này áp dụng cho mọi phòng, ban của cơ quan."]
    moved = [line.replace("Điều 1", "Điều 2").replace("Điều 3", "Điều 4") for line in _OLD[:3]]
    both = compare(_act(_OLD[:3]), _act([*first, *moved]))
    kinds = [p.kind for p in shown_pairs(both, hidden=[Layer.FORMATTING])]
    assert kinds == [p.kind for p in both.pairs]
    assert kinds.count(ChangeKind.RENUMBERED) == 3
