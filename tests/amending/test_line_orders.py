"""A line of an act is carried out, or told once with the reason why it is not."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_context import Context
from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.line_orders import LineOrders, may_order
from quyche_app.domain.addresses import Step
from quyche_app.domain.operations import Confidence
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Paragraph

_ARTICLE_2 = Context(steps=(Step("article", "2"),))


def taken(
    *texts: str, context: Context = _ARTICLE_2, quoted: str = "", follows: bool = False
) -> LineOrders:
    """Give what comes of lines that stand under Điều 2."""
    orders = LineOrders(1, "Quyết định")
    for number, text in enumerate(texts, 7):
        line = ActLine(number, number, text)
        if quoted:
            line.quoted.append(SourceParagraph(number + 1, Paragraph(quoted)))
            line.last = number + 1
        if follows:
            orders.following.add(number)
        orders.statement(line, context, "Điều 1 khoản 3")
    return orders


def reasons(orders: LineOrders) -> list[str]:
    """Give the codes of why instructions are doubtful."""
    return [why.code for made in orders.instructions for why in made.reasons]


def test_an_order_takes_the_article_of_its_container() -> None:
    (made,) = taken("Bãi bỏ khoản 3.").instructions
    assert [target.path for target in made.targets] == ["d2/k3"]
    assert (made.source_lines, made.place, made.confidence) == (
        (7, 7),
        "Điều 1 khoản 3",
        Confidence.HIGH,
    )
    assert made.under == ()


def test_what_an_order_passes_over_goes_with_it_unless_it_stands_behind_wording() -> None:
    assert taken("Bãi bỏ khoản 3 Điều 5.").instructions[0].under == _ARTICLE_2.steps
    assert taken("Bãi bỏ khoản 3 Điều 5.", follows=True).instructions[0].under == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bãi bỏ khoản 3 Điều 2 Quyết định này.", "line.of_itself"),
        ("Bãi bỏ khoản 3 chẳng hạn.", "line.unknown_words"),
        ("Về việc này có ý kiến khác.", "line.no_order"),
        ("Bãi bỏ Điều 1, khoản 1, khoản 2 Điều 1.", "line.unplaced"),
    ],
)
def test_a_line_that_is_not_carried_out_is_told_once(text: str, code: str) -> None:
    orders = taken(text)
    assert not orders.instructions
    assert [(told.why.code, told.lines) for told in orders.unread] == [(code, (7, 7))]


def test_nothing_is_carried_out_under_a_line_that_denies() -> None:
    orders = taken("Bãi bỏ khoản 3.", context=Context(_ARTICLE_2.steps, limit="không sửa đổi"))
    assert [told.why.code for told in orders.unread] == ["line.under_denial"]


def test_a_strict_line_that_orders_nothing_is_not_told() -> None:
    assert not taken("Văn phòng theo dõi.", context=Context(strict=True)).unread


@pytest.mark.parametrize(
    ("text", "quoted", "code"),
    [
        ("Bãi bỏ khoản 3.", "3. Lời mới.", "wording.of_no_order"),
        ("Sửa đổi khoản 3 như sau:", "3. Lời “mới.", "wording.odd_quotation_mark"),
        ("Bãi bõ khoản 3.", "", "doubt.typing_slip"),
        ("Khoản 3 sửa thành: 3. Họp hằng tháng.", "", "quotation.without_marks"),
        ("Bãi bỏ khoản 3 (trường hợp gấp).", "", "doubt.part_described"),
    ],
)
def test_a_line_with_something_odd_is_doubtful(text: str, quoted: str, code: str) -> None:
    orders = taken(text, quoted=quoted)
    assert reasons(orders) == [code]
    assert all(made.confidence is Confidence.DOUBTFUL for made in orders.instructions)


@pytest.mark.parametrize(
    ("text", "context", "doubts"),
    [
        ("Thay “A” bằng “B”.", Context(), ["doubt.place_not_said"]),
        ("Thay “A” bằng “B”.", _ARTICLE_2, []),
        ("Thay “A” bằng “B” tại khoản 1 Điều 4.", Context(), []),
        ("Thay “A” bằng “B” trong toàn văn Quy chế.", Context(), []),
    ],
)
def test_words_without_a_place_are_doubtful(text: str, context: Context, doubts: list[str]) -> None:
    assert reasons(taken(text, context=context)) == doubts


def test_a_line_under_a_verb_alone_takes_the_verb() -> None:
    orders = taken("Khoản 3 Điều 6.", context=Context(listed_verb="bãi bỏ"))
    assert [str(made.verb) for made in orders.instructions] == ["repeal"]
    assert not taken("Khoản 3 Điều 6.", context=Context()).instructions


def test_a_leading_line_is_a_container() -> None:
    orders = LineOrders(1, "Quyết định")
    orders.lead(ActLine(4, 6, "Tại Điều 2:"))
    assert orders.containers == {4, 5, 6}


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("Văn phòng Huyện ủy theo dõi việc thi hành.", False),
        ("Các chi bộ thi hành; bãi bỏ khoản 2 Điều 5.", True),
    ],
)
def test_an_order_may_hide_in_a_line(words: str, may: bool) -> None:
    assert may_order(words) is may


@pytest.mark.parametrize(
    ("verb", "text", "expected"),
    [
        ("bổ sung", "Điểm đ vào khoản 2 Điều 4: “đ) Một.”", ("insert", "d4/k2/đđ")),
        ("bãi bỏ", "Khoản 3 Điều 4.", ("repeal", "d4/k3")),
        ("bổ sung", "Bãi bỏ khoản 3 Điều 4.", ("repeal", "d4/k3")),
        ("sửa đổi", "Điểm đ khoản 2 Điều 4: “đ) Một.”", ("amend", "d4/k2/đđ")),
    ],
)
def test_a_line_without_a_verb_takes_that_of_the_line_over_it(
    verb: str, text: str, expected: tuple[str, str]
) -> None:
    (made,) = taken(text, context=Context(listed_verb=verb)).instructions
    assert (str(made.verb), made.targets[0].path) == expected
    assert made.confidence is Confidence.HIGH
