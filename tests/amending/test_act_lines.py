"""The unquoted lines of an act: joined, cut, and their orders told (docs/field.md 4.8)."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_lines import (
    ActLine,
    announced,
    cut_after_quotation,
    joined_lines,
    split_lines,
)
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Paragraph


def line(text: str, *quoted: str, number: int = 1) -> ActLine:
    behind = [SourceParagraph(number + n, Paragraph(q)) for n, q in enumerate(quoted, 1)]
    return ActLine(number, number + len(quoted), text, behind)


@pytest.mark.parametrize(
    ("quoted", "texts", "kept", "is_doubted"),
    [
        (
            ["“1. Chủ trì.” và bãi bỏ khoản 3 Điều 8."],
            ["Bãi bỏ khoản 3 Điều 8."],
            "“1. Chủ trì.”",
            False,
        ),
        (["“1. Chủ trì.” theo đó."], [], "“1. Chủ trì.” theo đó.", True),
        (["“1. Chủ trì.”."], [], "“1. Chủ trì.”.", False),
        (["“1. Một:", "a) Hai.” và bãi bỏ Điều 9."], ["Bãi bỏ Điều 9."], "a) Hai.”", False),
        ([], [], None, False),
    ],
    ids=["an order", "other words", "a stop", "several paragraphs", "nothing quoted"],
)
def test_words_behind_the_closing_mark(
    quoted: list[str], texts: list[str], kept: str | None, is_doubted: bool
) -> None:
    first, *others = cut_after_quotation(line("Sửa đổi khoản 1 Điều 5 như sau:", *quoted))
    assert [other.text for other in others] == texts
    assert (first.quoted[-1].text if first.quoted else None) == kept
    assert bool(first.doubt) is is_doubted


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["Bãi bỏ khoản 11", "Điều 3."], ["Bãi bỏ khoản 11 Điều 3."]),
        (["Bãi bỏ Điều 2.", "Điều 3 thay thế."], ["Bãi bỏ Điều 2.", "Điều 3 thay thế."]),
        (["Bãi bỏ khoản 11", "Văn phòng"], ["Bãi bỏ khoản 11", "Văn phòng"]),
        (["Điều 3"], ["Điều 3"]),
        (["Điều 13", "Khoản 1: “A” nay là “B”."], ["Điều 13", "Khoản 1: “A” nay là “B”."]),
        (["Chi tiết kiệm", "Khoản 2 Điều 4 bỏ."], ["Chi tiết kiệm", "Khoản 2 Điều 4 bỏ."]),
        (["VỀ CHI (CHƯƠNG I)", "Điều 2 bỏ."], ["VỀ CHI (CHƯƠNG I)", "Điều 2 bỏ."]),
        (["Theo số", "Điều 2 bỏ."], ["Theo số Điều 2 bỏ."]),
        ([], []),
    ],
)
def test_a_line_broken_in_a_citation_is_one(texts: list[str], joined: list[str]) -> None:
    found = joined_lines([line(text, number=n) for n, text in enumerate(texts, 1)])
    assert [one.text for one in found] == joined
    assert [bool(one.doubt) for one in found] == [len(joined) < len(texts)] * len(joined)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Bãi bỏ khoản 1 Điều 3 2. Bãi bỏ khoản 2", ["Bãi bỏ khoản 1 Điều 3", "Bãi bỏ khoản 2"]),
        ("Bãi bỏ khoản 1 Điều 3 2. Văn phòng", ["Bãi bỏ khoản 1 Điều 3 2. Văn phòng"]),
        ("Bãi bỏ khoản 2. Bãi bỏ Điều 3", ["Bãi bỏ khoản 2. Bãi bỏ Điều 3"]),
        ("Bãi bỏ Điều 3.", ["Bãi bỏ Điều 3."]),
    ],
)
def test_a_line_that_runs_into_the_next_clause_is_cut(text: str, pieces: list[str]) -> None:
    made = split_lines(line(text, "“Lời.”"))
    assert [piece.text for piece in made] == pieces
    assert [bool(piece.quoted) for piece in made] == [False] * (len(pieces) - 1) + [True]


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("Điều 19 được sử dụng, bổ sung như sau:", ["“Điều 19. Họp”"], True),
        ("Điều 19 được sử dụng, bổ sung như sau:", ["“Điều 20. Họp”"], False),
        ("Điều 19 được sử dụng, bổ sung như sau:", [], False),
        ("Văn phòng được giao như sau:", ["“Điều 19. Họp”"], False),
    ],
)
def test_a_mistyped_verb_is_known_by_the_new_wording(
    text: str, quoted: list[str], expected: bool
) -> None:
    assert (announced(line(text, *quoted)) is not None) is expected
