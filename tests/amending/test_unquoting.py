"""Quoted paragraphs without the marks around them (docs/field.md 4.3)."""

from __future__ import annotations

import pytest

from quyche_app.amending.unquoting import has_stray_marks, unquoted
from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Block, Paragraph
from tests.making import table


def taken(*texts: str, inline: str | None = None) -> tuple[list[str], tuple[int, ...]]:
    given = [SourceParagraph(n, Paragraph(text)) for n, text in enumerate(texts, 1)]
    made = unquoted(given, inline)
    return [b.text for b in made.blocks if isinstance(b, Paragraph)], made.openings


@pytest.mark.parametrize(
    ("texts", "words", "openings"),
    [
        (["“1. Họp.”"], ["1. Họp."], (0,)),
        (["“1. Họp.”."], ["1. Họp."], (0,)),
        (["“1. Họp:", "a) Một;", "b) Hai.”;"], ["1. Họp:", "a) Một;", "b) Hai."], (0,)),
        (["“1. Một.”", "“2. Hai.”"], ["1. Một.", "2. Hai."], (0, 1)),
        (["“1. Họp “giao ban”.”"], ["1. Họp “giao ban”."], (0,)),
        (['"1. Họp."'], ["1. Họp."], (0,)),
        (["‘‘1. Họp.’’"], ["1. Họp."], (0,)),
        (["“1. Họp."], ["1. Họp."], (0,)),
        (["“”"], [], (0,)),
        ([], [], ()),
    ],
    ids=[
        "one",
        "a stop behind",
        "several paragraphs",
        "marks of their own",
        "a quotation inside",
        "straight",
        "two single ones",
        "never closed",
        "empty",
        "none",
    ],
)
def test_the_marks_are_taken_off(
    texts: list[str], words: list[str], openings: tuple[int, ...]
) -> None:
    assert taken(*texts) == (words, openings)


def test_words_on_the_line_of_the_order_come_first() -> None:
    assert taken("a) Một.”", inline=" 1. Họp: ") == (["1. Họp:", "a) Một."], ())
    assert taken(inline="1. Họp.") == (["1. Họp."], ())
    assert taken(inline="") == ([], ())


def test_tables_are_kept_and_the_look_of_paragraphs_too() -> None:
    rows = table(("STT", "Tên"))
    given = [
        SourceParagraph(1, Paragraph("“Phụ lục", (), "center")),
        SourceParagraph(2, rows),
        SourceParagraph(3, Paragraph("Cuối.”")),
    ]
    assert unquoted(given, None).blocks == (
        Paragraph("Phụ lục", (), "center"),
        rows,
        Paragraph("Cuối."),
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. Họp."], False),
        (["1. Họp “giao ban”."], False),
        (["1. Họp “giao ban."], True),
        (["“1. Họp.”."], True),
        (["‘1. Họp"], True),
        (['1. Họp “giao ban".'], False),
        (['1. Họp "giao ban.'], True),
        (["1. Một “a", "2. Hai” b."], False),
        ([], False),
    ],
)
def test_marks_that_stay_behind_are_seen(texts: list[str], expected: bool) -> None:
    blocks: list[Block] = [Paragraph(text) for text in texts]
    assert has_stray_marks([*blocks, table(("“x",))]) is expected


def test_a_frame_of_one_cell_is_no_table_of_the_new_wording() -> None:
    framed = SourceParagraph(1, table(("“1. Họp.”.",)))
    plain = SourceParagraph(1, table(("Họp.",)))
    two = SourceParagraph(1, table(("“1.", "Họp.”")))
    assert unquoted([framed], None).blocks == (Paragraph("1. Họp."),)
    assert [unquoted([one], None).blocks for one in (plain, two)] == [(plain.block,), (two.block,)]
