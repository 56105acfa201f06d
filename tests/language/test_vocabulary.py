"""What the words that begin an order mean."""

from __future__ import annotations

import pytest

from quyche_app.domain.verbs import Verb
from quyche_app.language.lexer import TokenKind, tokenize
from quyche_app.language.vocabulary import VERBS, verb_of


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("sửa đổi, bổ sung", Verb.AMEND),
        ("Bổ sung, sửa đổi", Verb.AMEND),
        ("bổ sung  thêm", Verb.INSERT),
        ("đổi số thứ tự", Verb.RENUMBER),
        ("lược bỏ", Verb.REPEAL),
        ("không còn phù hợp", Verb.REPEAL),
        ("thay thế", Verb.REPLACE),
        ("nhập", Verb.MERGE),
        ("lời lạ", Verb.AMEND),
    ],
)
def test_the_longest_beginning_counts(words: str, verb: Verb) -> None:
    assert verb_of(words) is verb


@pytest.mark.parametrize("words", [words for words, _ in VERBS])
def test_every_verb_of_the_table_is_one_to_the_lexer(words: str) -> None:
    assert tokenize(f"{words} Điều 5")[0].kind is TokenKind.VERB
