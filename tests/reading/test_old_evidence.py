"""Words vote whether a text is written in an old encoding."""

from __future__ import annotations

import pytest

from quyche_app.reading.old_encodings import OldEncoding
from quyche_app.reading.old_evidence import (
    Votes,
    Word,
    has_hint,
    told,
    trusted,
    votes_of,
    words_of,
)
from tests.reading.old_text import in_tcvn3, in_vni

_TCVN3, _VNI = OldEncoding.TCVN3, OldEncoding.VNI


def judged(text: str, encoding: OldEncoding = _TCVN3) -> list[Word]:
    return [word.judged(encoding) for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Họp, giao ban 5 a-b", ["Họp", "giao", "ban", "a", "b"]),
        ("t\u2212 5 \u2212 3", ["t\u2212"]),
        ("12 ; .", []),
    ],
)
def test_the_words_of_a_text(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert [word.text for word in found] == words
    assert [text[word.start : word.end] for word in found] == words


@pytest.mark.parametrize(
    ("text", "encoding", "vote", "is_fixed"),
    [
        (in_tcvn3("tỉnh"), _TCVN3, 1, False),
        (in_vni("tỉnh"), _VNI, 1, False),
        ("tính", _TCVN3, -1, False),
        ("việt", _TCVN3, -1, True),
        ("ban", _TCVN3, 0, False),
        ("bé", _TCVN3, 0, False),
        ("©", _TCVN3, 0, True),
        ("µm", _TCVN3, 0, False),
        ("café", _TCVN3, 0, False),
        ("caù", _VNI, 1, False),
        ("quý", _VNI, -1, True),
    ],
)
def test_the_vote_of_a_word(text: str, encoding: OldEncoding, vote: int, is_fixed: bool) -> None:
    (word,) = judged(text, encoding)
    assert (word.vote, word.is_fixed) == (vote, is_fixed)


def test_votes_are_counted_and_words_in_capitals_speak_only_for_the_old() -> None:
    words = [
        Word("a", 0, 1, 1),
        Word("b", 0, 1, -1),
        Word("c", 0, 1, -1, True),
        Word("d", 0, 1, 0),
        Word("E", 0, 1, -1),
        Word("F", 0, 1, 1),
        Word("G", 0, 1, -1, True),
    ]
    assert votes_of(words) == Votes(old=2, unicode=3, sure=2)
    assert Votes(1, 2, 3) + Votes(10, 20, 30) == Votes(11, 22, 33)


@pytest.mark.parametrize(
    ("votes", "is_clear", "is_ruling"),
    [
        (Votes(2, 0), False, False),
        (Votes(3, 0), True, True),
        (Votes(12, 3), True, False),
        (Votes(11, 3), False, False),
        (Votes(20, 1), True, True),
        (Votes(19, 1), True, False),
    ],
)
def test_when_a_text_is_old_beyond_doubt(votes: Votes, is_clear: bool, is_ruling: bool) -> None:
    assert (votes.is_clear, votes.is_ruling) == (is_clear, is_ruling)


_FILE = Votes(50, 1)


@pytest.mark.parametrize(
    ("own", "counted"),
    [
        (Votes(3, 0), Votes(3, 0)),
        (Votes(0, 3), Votes(0, 3)),
        (Votes(2, 0), Votes(52, 1)),
        (Votes(4, 2), Votes(54, 3)),
        (Votes(0, 1, 1), Votes(0, 1, 1)),
        (Votes(1, 1, 1), Votes(51, 2, 1)),
        (Votes(), _FILE),
    ],
)
def test_a_paragraph_decides_for_itself_where_it_can(own: Votes, counted: Votes) -> None:
    assert own.within(_FILE) == counted


_WORDS = [
    Word("cũ", 0, 1, 1),
    Word("lặng", 2, 3, 0),
    Word("mới", 4, 5, -1),
    Word("chắc", 6, 7, -1, True),
]


@pytest.mark.parametrize(
    ("lean", "is_weak", "taken"),
    [
        (Votes(8, 2), False, ["cũ", "lặng", "mới"]),
        (Votes(7, 2), False, ["cũ", "lặng"]),
        (Votes(2, 2), False, ["cũ", "lặng"]),
        (Votes(1, 2), False, ["cũ"]),
        (Votes(), False, ["cũ", "lặng"]),
        (Votes(2, 2), True, ["cũ"]),
        (Votes(3, 2), True, ["cũ", "lặng"]),
    ],
    ids=["clear", "old", "even", "Unicode", "silent", "even, weak", "old, weak"],
)
def test_which_words_under_an_old_font_are_old(
    lean: Votes, is_weak: bool, taken: list[str]
) -> None:
    assert [word.text for word in trusted(_WORDS, lean, is_weak=is_weak)] == taken


def words(*votes: int) -> list[Word]:
    return [Word(f"t{number}", number, number + 1, vote) for number, vote in enumerate(votes)]


@pytest.mark.parametrize(
    ("given", "everywhere", "taken", "is_left"),
    [
        (words(1, 1, 1, 0), Votes(), 4, False),
        (words(0, 0), Votes(20, 1), 2, False),
        (words(0, 0), Votes(4, 1), 2, False),
        (words(0, -1), Votes(4, 1), 0, False),
        (words(1, 0, 1, -1), Votes(), 3, False),
        (words(1, -1, 1), Votes(), 0, True),
        (words(1, -1, 0), Votes(10, 9), 1, False),
        (words(1, -1, 0), Votes(9, 9), 0, True),
        (words(-1, 0), Votes(), 0, False),
        ([], Votes(), 0, False),
    ],
    ids=[
        "clear by itself",
        "the file rules",
        "the file is clear, nothing against it",
        "something against it",
        "two side by side",
        "two apart",
        "a single one in an old file",
        "a single one",
        "Unicode",
        "nothing",
    ],
)
def test_which_words_without_a_font_are_told_to_be_old(
    given: list[Word], everywhere: Votes, taken: int, is_left: bool
) -> None:
    clear, left = told(given, everywhere)
    assert (len(clear), left) == (taken, is_left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (in_tcvn3("việc tỉnh ủy"), True),
        ("®iÒu", True),
        ("Họp giao ban", False),
        ("© 2020", False),
        ("§§", True),
        ("", False),
    ],
)
def test_a_quick_look(text: str, expected: bool) -> None:
    assert has_hint(text) is expected
