"""Where the name of an act begins and ends inside an instruction."""

from __future__ import annotations

import pytest

from quyche_app.language.borders import act_border, name_end, side_of
from quyche_app.language.lexer import TokenKind, tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luật rừng số 1 như sau:", "Luật rừng số 1"),
        ("Luật mẫu bằng “A”", "Luật mẫu"),
        ("Luật mẫu; khoản 2", "Luật mẫu"),
        ("Luật mẫu khoản 2 Điều 5", "Luật mẫu"),
        ("Luật về khoản tiền mẫu", "Luật về khoản tiền mẫu"),
        ("Luật mẫu: Điều 5", "Luật mẫu"),
        ("Luật mẫu", "Luật mẫu"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    tokens = tokenize(text)
    start = next(n for n, token in enumerate(tokens) if token.kind is TokenKind.ACT)
    end = name_end(tokens, start, len(text))
    assert text[tokens[start].start : end].strip() == name


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("khoản 2 Điều 5 Luật mẫu", "khoản 2 Điều 5"),
        ("Điều 9a được bổ sung bởi khoản 2", "Điều 9a"),
        ("Điều 5 như khoản 2", "Điều 5"),
        ("Quy chế ban hành kèm theo", ""),
        ("Điều 5 ban hành kèm theo", "Điều 5"),
        ("Điều 5 của ban tổ chức", "Điều 5 của ban tổ chức"),
        ("khoản 2 Điều 5", "khoản 2 Điều 5"),
    ],
)
def test_citations_behind_the_name_of_an_act_are_no_targets(text: str, before: str) -> None:
    tokens = tokenize(text)
    border = act_border(tokens, 0, len(tokens))
    kept = text[: tokens[border].start] if border < len(tokens) else text
    assert kept.strip() == before


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("vào cuối", "end"),
        ("vào đầu", "start"),
        ("vào trước", "before"),
        ("ngay phía trước", "before"),
        ("vào sau", "after"),
        ("Sau", "after"),
    ],
)
def test_the_side_of_a_position(words: str, side: str) -> None:
    assert side_of(words) == side
