"""Words to replace, add and take away, with the places named for each (docs/field.md 4.5)."""

from __future__ import annotations

import pytest

from quyche_app.domain.verbs import Verb
from quyche_app.language.lexer import TokenKind, tokenize
from quyche_app.language.orders import Clause, Order
from quyche_app.language.phrase_grammar import phrase_orders
from tests.language.as_ordered import listed, order, pair

_VERBS = {"thay": Verb.REPLACE, "bổ": Verb.INSERT, "bỏ": Verb.REPEAL, "sửa": Verb.AMEND}


def read(words: str) -> Order:
    tokens = tokenize(words)
    assert tokens[0].kind is TokenKind.VERB
    verb = _VERBS[words.split(" ", 1)[0].lower()]
    (one,) = phrase_orders(Clause(verb, 0, 1, len(tokens), "x"), tokens, words, words)
    assert one.text == words
    return one


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thay cụm từ “A” bằng cụm từ “B” tại khoản 2 Điều 5", ["“A”>“B” d5/k2"]),
        ("Thay từ “A” bởi từ “B” tại Điều 5", ["“A”>“B” d5"]),
        ("Thay cụm từ “A” thành “B” tại Điều 5", ["“A”>“B” d5"]),
        ("Thay các cụm từ “A”, “B” bằng cụm từ “C” tại Điều 5", ["“A”>“C” d5", "“B”>“C” d5"]),
        (
            "Thay cụm từ “A” tại Điều 1, cụm từ “B” tại Điều 2 bằng cụm từ “C”",
            ["“A”>“C” d1", "“B”>“C” d2"],
        ),
        (
            "Thay cụm từ “A” bằng “B”, cụm từ “C” bằng “D” tại Điều 5",
            ["“A”>“B” d5", "“C”>“D” d5"],
        ),
        (
            "Thay cụm từ “A” bằng “B” tại Điều 1; cụm từ “C” bằng “D” tại Điều 2",
            ["“A”>“B” d1", "“C”>“D” d2"],
        ),
        (
            "Thay các cụm từ “A”, “B” tương ứng bằng các cụm từ “C”, “D” tại Điều 2",
            ["“A”>“C” d2", "“B”>“D” d2"],
        ),
        ("Sửa khoản 1 Điều 1 từ “A” thành “B”", ["“A”>“B” d1/k1"]),
        ("Bỏ cụm từ “A” tại Điều 5", ["“A”>“” d5"]),
        ("Bỏ cụm từ “A”, cụm từ “B” tại Điều 5, Điều 6", ["“A”>“” d5 d6", "“B”>“” d5 d6"]),
        (
            "Thay cụm từ “A” bằng “B” tại Điều 3 của Luật Một; Điều 2 của Luật Hai",
            ["“A”>“B” d3 in Luật Một", "“A”>“B” d2 in Luật Hai"],
        ),
    ],
)
def test_each_pair_has_its_places(words: str, expected: list[str]) -> None:
    one = read(words)
    assert ([pair(each) for each in one.pairs], one.unknown) == (expected, "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bổ sung cụm từ “N” vào sau cụm từ “A” tại Điều 2", ["“”>“N” d2 after “A”"]),
        ("Bổ sung cụm từ “N” vào trước cụm từ “A” tại Điều 2", ["“”>“N” d2 before “A”"]),
        ("Bổ sung cụm từ “N” vào đầu điểm c khoản 2 Điều 1", ["“”>“N” d1/k2/đc start “”"]),
        ("Bổ sung cụm từ “N” vào cuối khoản 2 Điều 1", ["“”>“N” d1/k2 end “”"]),
        (
            "Thay cụm từ “A” trước cụm từ “X” tại Điều 2 bằng cụm từ “B”",
            ["“A”>“B” d2 before “X”"],
        ),
        (
            "Bỏ từ “A” trước “X” tại điểm i và trước “Y” tại điểm m khoản 1 Điều 2",
            ["“A”>“” đi before “X”", "“A”>“” d2/k1/đm before “Y”"],
        ),
    ],
)
def test_words_may_stand_beside_others_or_at_an_end(words: str, expected: list[str]) -> None:
    one = read(words)
    assert ([pair(each) for each in one.pairs], one.unknown) == (expected, "")


def test_the_verb_follows_from_the_words() -> None:
    assert read("Thay cụm từ “A” bằng “B” tại Điều 1").verb is Verb.REPLACE_WORDS
    assert read("Bổ sung cụm từ “A” vào sau “B” tại Điều 1").verb is Verb.ADD_WORDS
    assert read("Bỏ cụm từ “A” tại Điều 1").verb is Verb.REMOVE_WORDS
    assert read("Sửa cụm từ “A” thành “B” tại Điều 1").verb is Verb.REPLACE_WORDS


@pytest.mark.parametrize(
    ("words", "exclusions", "everywhere"),
    [
        ("Bỏ cụm từ “A” tại Điều 5, trừ khoản 3", [("", "d5/k3")], False),
        (
            "Thay cụm từ “A” bằng “B” tại Quy chế này, trừ cụm từ “A” tại khoản 4 Điều 7",
            [("A", "d7/k4")],
            True,
        ),
        ("Thay cụm từ “A” bằng “B” tại Quy chế này", [], True),
        ("Thay cụm từ “A” bằng “B” tại Điều 1", [], False),
    ],
    ids=["a place", "words in a place", "the whole act", "none"],
)
def test_what_is_left_out(words: str, exclusions: list[tuple[str, str]], everywhere: bool) -> None:
    one = read(words)
    assert [(left, listed(places)) for left, places in one.exclusions] == exclusions
    assert one.whole_act is everywhere


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("Thay cụm từ “A bằng cụm từ “B” tại Điều 1", "“A bằng cụm từ “B” tại Điều 1"),
        ("Thay cụm từ “A” bằng “B” tại chỗ đã nêu khoản 2 Điều 1", "chỗ đã nêu"),
        ("Bổ sung cụm từ “N” vào sau “A” và vào sau “B” tại Điều 2", "B"),
    ],
    ids=["an open mark", "words", "a second neighbour"],
)
def test_words_that_fit_nowhere_are_named(words: str, unknown: str) -> None:
    assert read(words).unknown == unknown


def test_a_verb_without_words_is_an_order_without_pairs() -> None:
    assert order(read("Thay tại Điều 1")) == "replace"
