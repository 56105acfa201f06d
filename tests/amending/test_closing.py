"""The closing articles of an act, and the orders hidden in them (docs/field.md 4.7)."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.closing import (
    CHANGES,
    HIDDEN_REPEALS,
    ended_texts,
    is_implementing,
    is_plain_order,
    orders_something,
    says_rest_stays,
)
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Paragraph


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hiệu lực thi hành", True),
        ("Quyết định này có hiệu lực từ ngày ký.", True),
        ("Văn phòng chịu trách nhiệm thi hành Quyết định này.", True),
        ("Chuyển tiếp", True),
        ("Giao Văn phòng theo dõi.", True),
        ("Sửa đổi khoản 2 Điều 5 như sau:", False),
        ("Bãi bỏ Điều 7.", False),
        ("Chế độ họp", False),
    ],
)
def test_what_is_effect_transition_or_implementation(words: str, expected: bool) -> None:
    assert is_implementing(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các nội dung khác của Quy chế giữ nguyên.", True),
        ("Các điều khoản còn lại không thay đổi.", True),
        ("Những quy định khác giữ nguyên", True),
        ("Các nội dung khác do Văn phòng soạn.", False),
        ("Sửa đổi các nội dung khác", False),
    ],
)
def test_a_line_that_says_that_the_rest_stays(words: str, expected: bool) -> None:
    assert says_rest_stays(words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bãi bỏ Điều 7.", True),
        ("- Bãi bỏ khoản 2 Điều 7.", True),
        ("Khoản 2 Điều 7 được bãi bỏ.", True),
        ("Thay “A” bằng “B”.", True),
        ("Bãi bỏ quyết định cũ.", False),
        ("Văn phòng theo dõi Điều 7.", False),
    ],
)
def test_a_line_that_orders_something(text: str, expected: bool) -> None:
    assert orders_something(text) is expected


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("Bãi bỏ khoản 2 Điều 9 Thông tư số 28/2024/TT-BCT", "", True),
        ("Bãi bỏ khoản 2 Điều 9", "", False),
        ("Sửa đổi khoản 2 Điều 9 như sau:", "“2. Họp.”", True),
        ("Thay cụm từ “A” bằng cụm từ “B” tại Điều 9", "", True),
        ("Văn phòng theo dõi việc thực hiện.", "", False),
    ],
)
def test_an_order_among_words_that_order_nothing(text: str, quoted: str, expected: bool) -> None:
    behind = [SourceParagraph(2, Paragraph(quoted))] if quoted else []
    assert is_plain_order(ActLine(1, 1, text, behind)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cụm từ “A” được thay bằng “B”", True),
        ("thay thế khoản 2 Điều 4", True),
        ("tạm dừng Điều 4", True),
        ("văn bản đã được sửa đổi", False),
        ("có hiệu lực từ ngày ký", False),
    ],
)
def test_words_that_change_a_text(text: str, expected: bool) -> None:
    assert bool(CHANGES.search(text)) is expected


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("có hiệu lực từ ngày ký và bãi bỏ Điều 15 của Quy chế.", "bãi bỏ Điều 15 của Quy chế"),
        ("Khoản 3 Điều 2 hết hiệu lực kể từ ngày ký.", "Khoản 3 Điều 2 hết hiệu lực kể từ ngày ký"),
        ("Bãi bỏ các quyết định cũ.", None),
    ],
)
def test_a_repeal_inside_an_article_on_effect(text: str, order: str | None) -> None:
    found = HIDDEN_REPEALS.search(text)
    assert (found["order"] if found else None) == order


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Quyết định này thay thế Quyết định số 72/2004/QĐ-UB ngày 01/10/2004.", ["72/2004/QĐ-UB"]),
        ("Bãi bỏ Quyết định số 5-QĐ/TU.", ["5-QĐ/TU"]),
        ("Nghị quyết số 13/2024/NQ-HĐND hết hiệu lực từ ngày ký.", ["13/2024/NQ-HĐND"]),
        ("Quy chế số 7-QC/TU bị bãi bỏ.", ["7-QC/TU"]),
        ("Bãi bỏ khoản 2 Điều 3 Quyết định số 5-QĐ/TU.", []),
        ("Khoản 2 Điều 3 Quyết định số 5-QĐ/TU hết hiệu lực.", []),
        ("Quyết định số 6-QĐ/TU tiếp tục có hiệu lực.", []),
    ],
)
def test_the_texts_that_an_act_ends_as_a_whole(words: str, numbers: list[str]) -> None:
    assert ended_texts(words) == numbers
