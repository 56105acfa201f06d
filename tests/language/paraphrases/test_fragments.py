"""The rows of the tables of turns of phrase."""

from __future__ import annotations

from quyche_app.language.paraphrases.fragments import plainer


def test_a_row_has_its_hints_one_by_one_and_its_pattern_finds_capitals_too() -> None:
    (row,) = plainer(("đưa thêm|rút thêm", r"\b(?:đưa|rút) thêm\b", "bổ sung"))
    assert row.hints == ("đưa thêm", "rút thêm")
    assert row.pattern.sub(row.plain, "Đưa thêm Điều 9") == "bổ sung Điều 9"
