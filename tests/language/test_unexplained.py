"""Words of an order that no rule explains: with them it is not carried out (docs/field.md 4.10)."""

from __future__ import annotations

import pytest

from quyche_app.language.lexer import TokenKind, tokenize
from quyche_app.language.unexplained import EXPLAINED, EXPLAINED_IN_WORDS, unexplained

_LABELS = {"1", "2", "3", "5", "7", "5a"}


def left(text: str, *, in_words: bool = False) -> str:
    """Give the words behind the verb that nothing explains; labels count as taken by citations."""
    tokens = tokenize(text)
    used = {n for n, token in enumerate(tokens) if token.value in _LABELS}
    start = next(n for n, token in enumerate(tokens) if token.kind is TokenKind.VERB) + 1
    explained = EXPLAINED_IN_WORDS if in_words else EXPLAINED
    return unexplained(tokens, start, len(tokens), used, text, explained)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bãi bỏ khoản 2 Điều 5", ""),
        ("Bãi bỏ toàn bộ nội dung quy định tại khoản 2 Điều 5", ""),
        ("Bãi bỏ dòng cuối khoản 2", "dòng cuối"),
        ("Bãi bỏ hàng đầu tại khoản 2 và cột", "hàng đầu"),
        ("Sửa đổi khoản 2 Điều 5 Luật Đất đai mới", ""),
        ("Bãi bỏ Phụ lục 1 Danh mục", ""),
        ("Bổ sung một khoản vào Điều 7", ""),
        ("Bổ sung một dòng vào Điều 7", "một dòng"),
        ("Bãi bỏ khoản 2 trừ Điều 5", "trừ"),
    ],
)
def test_the_first_words_that_nothing_explains(text: str, words: str) -> None:
    assert left(text) == words


def test_what_is_left_out_has_a_meaning_in_orders_on_words() -> None:
    assert left("Bãi bỏ khoản 2 trừ Điều 5", in_words=True) == ""
