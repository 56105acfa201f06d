"""What no instruction took is told, and the instruction before it is no longer certain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.amending.leftovers import Taken, doubted, told_heads, told_leftovers
from quyche_app.domain.acts import Act
from quyche_app.domain.operations import Confidence, Instruction, Unread
from quyche_app.domain.sources import AccountEntry, ReadText, Role, SourceParagraph, SourceText
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import codes, order
from tests.making import why


def text(*lines: str, roles: dict[int, Role] | None = None) -> ReadText:
    paragraphs = tuple(SourceParagraph(n, Paragraph(words)) for n, words in enumerate(lines, 1))
    account = tuple(
        AccountEntry(n, (roles or {}).get(n, Role.TEXT), "", "") for n in range(1, len(lines) + 1)
    )
    source = SourceText("act.txt", "text", paragraphs)
    return ReadText(source, Act(kind="Quyết định"), (), corrected=account)


def taking(first: int, last: int, *, words: str = "2. Mới.") -> Instruction:
    one = order(Verb.AMEND, "d1/k2", quoted=(words,) if words else ())
    return replace(one, source_lines=(first, last))


_ACT = text(
    "Điều 1. Sửa đổi khoản 2 Điều 1 như sau:",
    "“2. Mới.”",
    "a) Một điểm nữa;",
    "b) Và một điểm.",
    "Điều 2. Hiệu lực",
    "Quyết định này có hiệu lực từ ngày ký.",
)


def test_a_leftover_is_told_once_and_the_order_before_it_becomes_doubtful() -> None:
    made, told = told_leftovers(_ACT, 3, [taking(1, 2)], [], Taken([(1, 4)], [], [(5, 6)]))
    assert [(u.act_no, u.lines, u.why.code) for u in told] == [(3, (3, 4), "line.in_no_order")]
    assert told[0].text == "a) Một điểm nữa;\nb) Và một điểm."
    assert (made[0].confidence, codes(list(made[0].reasons))) == (
        Confidence.DOUBTFUL,
        ["line.behind_in_no_order"],
    )


@pytest.mark.parametrize(
    ("taken", "unread"),
    [
        (Taken([(1, 4)], [3, 4], []), []),
        (Taken([(1, 4)], [], [(3, 4)]), []),
        (Taken([(1, 4)], [], []), [Unread(1, (3, 4), "a) Một điểm nữa;", why())]),
        (Taken([(1, 2)], [], []), []),
    ],
    ids=["containers", "implementing", "told before", "outside the article"],
)
def test_what_has_an_account_is_not_told_again(taken: Taken, unread: list[Unread]) -> None:
    _, told = told_leftovers(_ACT, 1, [taking(1, 2)], unread, taken)
    assert told == unread


def test_empty_lines_and_the_acts_own_article_of_effect_are_no_leftovers() -> None:
    act = text("Điều 1. Bãi bỏ Điều 5", " ", "Điều 3 1. Quyết định này có hiệu lực từ ngày ký.")
    _, told = told_leftovers(act, 1, [taking(1, 1)], [], Taken([(1, 3)], [], []))
    assert told == []


def test_an_order_without_new_words_stays_certain() -> None:
    made, told = told_leftovers(_ACT, 1, [taking(1, 2, words="")], [], Taken([(1, 4)], [], []))
    assert (made[0].confidence, len(told)) == (Confidence.HIGH, 1)


def test_only_the_orders_that_end_last_before_it_become_doubtful() -> None:
    orders = [taking(1, 1), taking(2, 2), taking(2, 2)]
    made, _ = told_leftovers(_ACT, 1, orders, [], Taken([(1, 4)], [], []))
    assert [one.confidence for one in made] == [
        Confidence.HIGH,
        Confidence.DOUBTFUL,
        Confidence.DOUBTFUL,
    ]


@pytest.mark.parametrize(
    ("words", "following", "is_certain"),
    [
        ("Đoạn không có số", set(), False),
        ("theo khoản 3 Điều 2", {3}, False),
        ("theo khoản 3 Điều 2", set(), True),
        ("Bãi bỏ nội dung chưa rõ", set(), True),
    ],
    ids=["plain words", "right behind the quotation", "it cites", "it orders"],
)
def test_unread_words_that_may_be_wording_make_the_order_before_them_doubtful(
    words: str, following: set[int], is_certain: bool
) -> None:
    unread = [Unread(1, (3, 3), words, why())]
    made, told = told_leftovers(_ACT, 1, [taking(1, 2)], unread, Taken([(1, 3)], [], [], following))
    assert told == unread
    assert (made[0].confidence is Confidence.HIGH) is is_certain


def test_what_is_told_stands_in_the_order_of_the_text() -> None:
    unread = [Unread(1, (6, 6), "Sau", why()), Unread(1, (2, 2), "Trước", why())]
    _, told = told_leftovers(_ACT, 1, [taking(1, 1)], unread, Taken([(1, 4)], [], []))
    assert [one.lines for one in told] == [(2, 2), (3, 4), (6, 6)]


def test_numbered_orders_in_the_head_are_told() -> None:
    act = text(
        "HUYỆN ỦY",
        "1. Bãi bỏ khoản 2 Điều 5.",
        "2. Hội nghị tán thành.",
        "a) Thay cụm từ “A” bằng cụm từ “B”.",
        "1. Bãi bỏ Điều 6.",
        roles=dict.fromkeys(range(1, 5), Role.FRONT),
    )
    told = told_heads(act, 2)
    assert [(u.act_no, u.lines, u.why.code) for u in told] == [
        (2, (2, 2), "line.in_the_head"),
        (2, (4, 4), "line.in_the_head"),
    ]


def test_a_reason_is_added_to_those_before() -> None:
    one = doubted(doubted(taking(1, 1), why("first")), why("second"))
    assert codes(list(one.reasons)) == ["test.first", "test.second"]
    assert one.quoted == (Paragraph("2. Mới."),)
