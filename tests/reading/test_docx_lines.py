"""Pieces of a paragraph become clean lines with sparse marks, cut where a line begins a paragraph."""

from __future__ import annotations

import pytest

from quyche_app.domain.units import Mark
from quyche_app.reading.docx_lines import EMPTY_LINE, Line, begins_paragraph, line_of, lines_of
from quyche_app.reading.docx_runs import BREAK
from quyche_app.reading.docx_styles import BOLD, CAPITALS, ITALIC, SUBSCRIPT, SUPERSCRIPT, UNDERLINE

Pieces = list[tuple[str, int]]


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        ([], EMPTY_LINE),
        ([("Họp  giao ban ", 0)], Line("Họp giao ban")),
        ([("Họp ", 0), ("giao ban", 0)], Line("Họp giao ban")),
        ([("Họp", CAPITALS)], Line("Họp")),
        ([("Họp", BOLD)], Line("Họp", (Mark(0, 3, "b"),), True)),
        ([(" ", BOLD)], Line("")),
        ([("Họp", BOLD | ITALIC)], Line("Họp", (Mark(0, 3, "b"), Mark(0, 3, "i")), True)),
        ([("Họp", ITALIC)], Line("Họp", (Mark(0, 3, "i"),))),
        ([("Họp ", BOLD), ("ban", 0)], Line("Họp ban", (Mark(0, 4, "b"),))),
        (
            [("Họp", BOLD), (" ", 0), ("ban", BOLD)],
            Line("Họp ban", (Mark(0, 3, "b"), Mark(4, 7, "b")), True),
        ),
        (
            [("a", ITALIC), ("b", ITALIC | BOLD), ("c", BOLD)],
            Line("abc", (Mark(0, 2, "i"), Mark(1, 3, "b"))),
        ),
        ([("m", 0), ("2", SUPERSCRIPT)], Line("m2", (Mark(1, 2, "sup"),))),
        (
            [("H", 0), ("2", SUBSCRIPT), ("O", UNDERLINE)],
            Line("H2O", (Mark(1, 2, "sub"), Mark(2, 3, "u"))),
        ),
        ([("  Họp ", 0), (" ban ", BOLD)], Line("Họp ban", (Mark(4, 7, "b"),))),
        ([("Ho", 0), ("\u0323", BOLD), ("p", BOLD)], Line("Họp", (Mark(2, 3, "b"),))),
    ],
    ids=[
        "nothing",
        "spaces",
        "one format",
        "a format without a mark",
        "bold",
        "bold blank",
        "two formats",
        "italic",
        "two runs",
        "a plain blank between",
        "overlapping",
        "raised",
        "lowered and underlined",
        "spaces at the ends of runs",
        "a letter in two runs",
    ],
)
def test_pieces_as_one_clean_line(pieces: Pieces, line: Line) -> None:
    assert line_of(pieces) == line


@pytest.mark.parametrize(
    ("pieces", "texts", "joined"),
    [
        ([("Một", 0)], ["Một"], 0),
        ([(f"Họp giao{BREAK}ban tuần.", 0)], ["Họp giao ban tuần."], 1),
        ([(f"Họp.{BREAK}Báo cáo.", 0)], ["Họp.", "Báo cáo."], 0),
        ([(f"Họp.{BREAK}{BREAK}Báo cáo.", 0)], ["Họp.", "Báo cáo."], 0),
        ([(f"{BREAK}Họp.{BREAK}", 0)], ["Họp."], 0),
        ([(f"một{BREAK}hai{BREAK}ba", 0)], ["một hai ba"], 2),
        ([], [], 0),
        ([(BREAK, 0)], [], 0),
    ],
)
def test_line_breaks_begin_paragraphs_or_are_spaces(
    pieces: Pieces, texts: list[str], joined: int
) -> None:
    lines, count = lines_of(pieces)
    assert ([line.text for line in lines], count) == (texts, joined)


def test_the_space_of_a_joined_line_has_the_format_of_what_follows() -> None:
    lines, _ = lines_of([("một", 0), (f"{BREAK}hai", BOLD)])
    assert lines == [Line("một hai", (Mark(4, 7, "b"),))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Gồm có", "- Tờ trình", True),
        ("Gồm có", "+ Tờ trình", True),
        ("Gồm có", "-Tờ trình", False),
        ("Gồm có", "1. Tờ trình", True),
        ("Gồm có", "a) tờ trình", True),
        ("Chương I", "quy định", True),
        ("Điều 5.", "họp", True),
        ("Phần thứ hai", "họp", True),
        ("theo Chương I", "quy định", False),
        ("-----", "họp", True),
        ("Họp", "-----", True),
        ("TM. BAN THƯỜNG VỤ", "bí thư", True),
        ("Bí thư", "KT. BÍ THƯ", True),
        ("Họp.", "Báo cáo", True),
        ("Họp.", "báo cáo", False),
        ("“Họp.”", "Báo cáo", True),
        ("Họp", "Báo cáo", False),
        ("QUY CHẾ", "(Ban hành kèm theo)", True),
        ("Quy chế", "(ban hành kèm theo)", False),
        ("QUY CHẾ", "Làm việc", True),
        ("QUY CHẾ", "“làm việc”", True),
        ("Quy chế", "LÀM VIỆC", True),
        ("QUY CHẾ", "LÀM VIỆC", False),
        ("QUY CHẾ", "làm việc", False),
    ],
)
def test_what_begins_a_paragraph_behind_a_line_break(
    before: str, after: str, expected: bool
) -> None:
    assert begins_paragraph(before, after) is expected
