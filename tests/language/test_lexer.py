"""Words of an instruction as tokens."""

from __future__ import annotations

import pytest

from quyche_app.language.lexer import TokenKind, is_closed, kind_at, quotes, tokenize


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, token.value) for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        (
            "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:",
            [
                ("verb", "Sửa đổi, bổ sung"),
                ("unit", "khoản"),
                ("word", "2"),
                ("unit", "Điều"),
                ("word", "5"),
                ("follows", "như sau"),
                ("colon", ":"),
            ],
        ),
        (
            "Thay cụm từ “A” bằng cụm từ “B” tại Điều 3",
            [
                ("verb", "Thay"),
                ("object", "cụm từ"),
                ("quote", "A"),
                ("join", "bằng"),
                ("object", "cụm từ"),
                ("quote", "B"),
                ("at", "tại"),
                ("unit", "Điều"),
                ("word", "3"),
            ],
        ),
        (
            "bổ sung Điều 5a vào sau Điều 5",
            [
                ("verb", "bổ sung"),
                ("unit", "Điều"),
                ("word", "5a"),
                ("position", "vào sau"),
                ("unit", "Điều"),
                ("word", "5"),
            ],
        ),
        ("tên Điều 3", [("slot", "tên"), ("unit", "Điều"), ("word", "3")]),
        ("đoạn thứ hai khoản 1", [("slot", "đoạn thứ hai"), ("unit", "khoản"), ("word", "1")]),
        ("từ “và”", [("object", "từ"), ("quote", "và")]),
        ("từ ngày ký", [("word", "từ"), ("word", "ngày"), ("word", "ký")]),
        ("của Luật này", [("of", "của"), ("act", "Luật"), ("this", "này")]),
        ("theo luật", [("word", "theo"), ("word", "luật")]),
        (
            "khoản 1 đến 3, trừ",
            [
                ("unit", "khoản"),
                ("word", "1"),
                ("range", "đến"),
                ("word", "3"),
                ("separator", ","),
                ("except", "trừ"),
            ],
        ),
        ("", []),
    ],
)
def test_the_tokens_of_an_instruction(text: str, tokens: list[tuple[str, str]]) -> None:
    assert kinds(text) == tokens
    for token in tokenize(text):
        if token.kind is not TokenKind.QUOTE:
            assert text[token.start : token.end] == token.value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“a” và “b”", ["a", "b"]),
        ("“a “b” c”", ["a “b” c"]),
        ("“a", ["a"]),
        ('"a" "b"', ["a", "b"]),
        ("‘a’", ["a"]),
        ("d'accord", []),
        ('“a"', ["a"]),
        ("«a»", ["a"]),
        ("không", []),
    ],
)
def test_the_outermost_quotations(text: str, words: list[str]) -> None:
    assert [inner for _, _, inner in quotes(text)] == words


@pytest.mark.parametrize(("text", "expected"), [("“a”", True), ("“a", False)])
def test_whether_a_quotation_is_closed(text: str, expected: bool) -> None:
    assert is_closed(tokenize(text)[0]) is expected


def test_behind_the_end_there_is_no_kind() -> None:
    tokens = tokenize("bỏ khoản 2")
    assert kind_at(tokens, 0, len(tokens)) is TokenKind.VERB
    assert kind_at(tokens, len(tokens), len(tokens)) is None
