"""A file as read: numbers of paragraphs, and the account of where each one went."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.beside import Beside, Part, TableShape, Thing
from quyche_app.domain.messages import Message
from quyche_app.domain.sources import (
    AccountEntry,
    Finding,
    Placement,
    ReadText,
    Role,
    SourceParagraph,
    SourceText,
    doubtful_lines,
    placed_count,
)
from quyche_app.domain.units import Block, Opaque, Paragraph, Table
from tests.making import act, article, clause, table, why

_GAP, _OTHER = why("gap"), why("other")
_TABLE = table(("STT", "Tên"), ("1", "Tờ trình"), ("2", "Báo cáo"))


@pytest.mark.parametrize(
    ("block", "text", "count"),
    [
        (Paragraph("1. Họp."), "1. Họp.", 1),
        (_TABLE, "STT | Tên 1 | Tờ trình 2 | Báo cáo", 3),
        (Table(()), "", 1),
        (Opaque("x", "[hình]"), "[hình]", 1),
    ],
    ids=["paragraph", "table", "table without rows", "picture"],
)
def test_the_words_of_a_paragraph_and_the_numbers_it_takes(
    block: Block, text: str, count: int
) -> None:
    paragraph = SourceParagraph(4, block)
    assert (paragraph.text, paragraph.line_count) == (text, count)


def entry(line: int, role: Role = Role.TEXT, doubt: Message | None = None) -> AccountEntry:
    return AccountEntry(line, role, "u", "d1", doubt)


@pytest.mark.parametrize(
    ("account", "findings", "doubts"),
    [
        ([entry(1), entry(2)], [], {}),
        ([entry(1), entry(2, doubt=_GAP)], [], {2: _GAP}),
        ([entry(1, doubt=_GAP)], [Finding(_OTHER, 1)], {1: _OTHER}),
        ([entry(1)], [Finding(_OTHER, 0)], {}),
        ([entry(1)], [Finding(_OTHER, 9)], {}),
        ([entry(1, Role.ASIDE, _GAP)], [Finding(_OTHER, 1)], {}),
    ],
    ids=[
        "none",
        "a doubt of the place",
        "a finding says more",
        "a finding on the whole file",
        "a finding elsewhere",
        "put aside",
    ],
)
def test_the_paragraphs_that_a_person_should_look_at(
    account: list[AccountEntry], findings: list[Finding], doubts: dict[int, Message]
) -> None:
    assert doubtful_lines(account, findings) == doubts


def test_what_was_put_aside_has_no_place_in_the_text() -> None:
    assert placed_count([entry(1), entry(2, Role.ASIDE), entry(3, Role.BACK)]) == 2


_ACT = act(article("1", "Họp", clause("1", "Một."), clause("2", "Hai.")), article("2", "Việc"))
_BODY = f"{ComponentKind.BODY}-"
_LINES: list[Block] = [
    Paragraph("QUY CHẾ"),
    Paragraph("Điều 1. Họp"),
    Paragraph("1. Một."),
    _TABLE,
    Paragraph("2. Hai."),
    Paragraph("[1] Sửa năm 2020."),
    Paragraph("Điều 2. Việc"),
]
_PLACES = [
    (Role.FRONT, _BODY, None),
    (Role.LABEL, "article-1", None),
    (Role.LABEL, "clause-1", _GAP),
    (Role.TEXT, "clause-1", None),
    (Role.LABEL, "clause-2", None),
    (Role.ASIDE, "clause-2", None),
    (Role.LABEL, "article-2", None),
]


def read() -> ReadText:
    paragraphs, number = [], 1
    for block in _LINES:
        paragraphs.append(SourceParagraph(number, block))
        number += paragraphs[-1].line_count
    placements = tuple(Placement(at, *place) for at, place in enumerate(_PLACES))
    return ReadText(SourceText("a.txt", "text", tuple(paragraphs)), _ACT, placements)


def test_every_row_of_a_table_has_a_line_of_its_own_in_the_account() -> None:
    account = read().account
    assert [one.line for one in account] == list(range(1, 10))
    assert len(account) == read().paragraph_count() == 9
    assert [one.path for one in account] == ["", "d1", *["d1/k1"] * 4, "d1/k2", "d1/k2", "d2"]
    assert account[2] == AccountEntry(3, Role.LABEL, "clause-1", "d1/k1", _GAP)


def test_the_account_of_a_review_is_kept() -> None:
    corrected = (entry(1),)
    assert replace(read(), corrected=corrected).account is corrected


def test_a_unit_spans_its_children() -> None:
    assert read().spans == {
        "article-1": (2, 8),
        "clause-1": (3, 6),
        "clause-2": (7, 8),
        "article-2": (9, 9),
    }


def test_beside_the_words_stand_typed_notes_and_the_tables_of_the_text() -> None:
    shape = TableShape("STT | Tên", "1 1", False, False)
    kept, head = shape, shape._replace(words="ĐẢNG ỦY | ĐẢNG CỘNG SẢN")
    thing = Thing(Part.PICTURES, "x")
    made = read()
    text = act(article("1", "Họp", lead=(table(("STT", "Tên")),)))
    source = replace(made.source, beside=Beside((thing,), (kept, head)))
    beside = ReadText(source, text, made.placements).beside
    assert beside == Beside((thing, Thing(Part.SOURCE_NOTES, "[1] Sửa năm 2020.")), (kept,))
