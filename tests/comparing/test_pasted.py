"""Two pasted wordings: what differs, how much is the same, and that nothing inside a syllable is cut."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.comparing.pasted import MOST_CHARACTERS, compare_pasted
from quyche_app.domain.comparisons import Change, Likeness, TokenCounts
from quyche_app.domain.texts import is_syllable_border

WORDS = (
    "họp",
    "hoà",
    "hòa",
    "tháng",
    "một",
    "14a",
    "14",
    "1.000",
    "01/02/2026",
    "đ",
    "thuỷ",
    "x_y",
)
SIGNS = (" ", "  ", "\n", "\u00a0", ",", ".", ";", "“", "\u0301", "\u200b", "\U00020000", "")


def marked(left: str, right: str) -> str:
    """Give the changes in one line: words [removed] and {added}."""
    sign = {"equal": "{0}", "delete": "[{0}]", "insert": "{{{0}}}"}
    return "".join(sign[c.op].format(c.text) for c in compare_pasted(left, right).changes)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("", "", ""),
        ("", "họp", "{họp}"),
        ("họp mỗi tháng", "họp mỗi tháng", "họp mỗi tháng"),
        ("họp mỗi tháng.", "họp mỗi quý.", "họp mỗi [tháng]{quý}."),
        ("trong 10 ngày", "trong 15 ngày làm việc", "trong [10]{15} ngày{ làm việc}"),
        ("Điều 14a", "Điều 14b", "Điều [14a]{14b}"),
        ("1.000 đồng", "1.500 đồng", "[1.000]{1.500} đồng"),
        ("ngày 01/02/2026", "ngày 02/02/2026", "ngày [01/02/2026]{02/02/2026}"),
        ("hoà", "hòa", "[hoà]{hòa}"),
        ("họp;", "họp,", "họp[;]{,}"),
        ("họp\nký", "họp ký", "họp[\n]{ }ký"),
        # One chance word between two changes that outweigh it is no island.
        ("lập sổ và gửi đi", "ghi vào và ký tên", "[lập sổ và gửi đi]{ghi vào và ký tên}"),
    ],
)  # fmt: skip
def test_whole_words_are_marked(left: str, right: str, told: str) -> None:
    assert marked(left, right) == told


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("", "", Likeness.SAME),
        ("họp tháng", "họp tháng", Likeness.SAME),
        ("họp tháng", "họp  tháng", Likeness.SPACES),
        ("họp tháng", "họp\u00a0tháng", Likeness.SPACES),
        ("họp tháng", "họp\ntháng ", Likeness.SPACES),
        ("họp tháng", "họp\u200b tháng", Likeness.SPACES),
        ("họp tháng", unicodedata.normalize("NFD", "họp tháng"), Likeness.CODING),
        ("hoà, uỷ", "hòa, ủy", Likeness.TONES),
        ("hoà, uỷ", "hòa,  ủy", Likeness.TYPING),
        ("họp tháng", unicodedata.normalize("NFD", "họp  tháng"), Likeness.TYPING),
        ("họp tháng", "Họp tháng", Likeness.DIFFERENT),
        ("họp tháng", "họp tháng.", Likeness.DIFFERENT),
        ("hai", "hài", Likeness.DIFFERENT),
        ("hai", "hay", Likeness.DIFFERENT),
        ("tối đa", "tôi đa", Likeness.DIFFERENT),
    ],
)
def test_what_is_a_matter_of_typing_alone_is_told(
    left: str, right: str, likeness: Likeness
) -> None:
    assert compare_pasted(left, right).likeness is likeness
    assert compare_pasted(right, left).likeness is likeness


def test_words_and_marks_are_counted_and_spaces_are_not() -> None:
    found = compare_pasted("Họp 1.000 lần,\nở Hà Nội.", "Họp 1.000 lần ở thành phố\u00a0Huế!")
    assert found.left == TokenCounts(words=6, marks=2)
    assert found.right == TokenCounts(words=7, marks=1)
    assert found.removed == TokenCounts(words=3, marks=2)
    assert found.added == TokenCounts(words=4, marks=1)


def test_a_text_that_is_too_long_is_refused() -> None:
    longest = "a " * (MOST_CHARACTERS // 2)
    assert compare_pasted(longest, longest).likeness is Likeness.SAME
    with pytest.raises(ValueError, match="20000"):
        compare_pasted(longest + "a", "")
    with pytest.raises(ValueError, match="20000"):
        compare_pasted("", longest + "a")


def test_a_text_of_ever_other_words_is_compared_too() -> None:
    words = [chr(0x4E00 + number) for number in range(MOST_CHARACTERS)]
    left, right = " ".join(words[::2]), " ".join(words[1::2])
    found = compare_pasted(left, right)
    assert found.removed.words == found.added.words == MOST_CHARACTERS // 2
    assert sides(found.changes) == (left, right)


@pytest.mark.parametrize("edited", [100, 2_000])  # 200 tokens, and more than the engine is given
def test_long_texts_give_both_sides(edited: int) -> None:
    chosen = random.Random(edited)
    left = [chosen.choice(WORDS) for _ in range(2_500)]
    right = [f"{word}1" if at < edited else word for at, word in enumerate(left)]
    found = compare_pasted(" ".join(left), " ".join(right))
    assert sides(found.changes) == (" ".join(left), " ".join(right))
    assert found.removed.words >= edited
    cut_nowhere(found.changes)


# -- properties ----------------------------------------------------------------------------------------

pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=25)
written = pieces.map(lambda found: "".join(word + sign for word, sign in found))
texts = written | st.text(max_size=40)


def sides(changes: tuple[Change, ...]) -> tuple[str, str]:
    """Give the text without what was added, and without what was removed."""
    old = "".join(change.text for change in changes if change.op != "insert")
    new = "".join(change.text for change in changes if change.op != "delete")
    return old, new


def cut_nowhere(changes: tuple[Change, ...]) -> None:
    """Fail where a mark begins or ends inside a syllable or a number of either text."""
    for skipped in ("insert", "delete"):
        text = "".join(change.text for change in changes if change.op != skipped)
        at = 0
        for change in changes:
            if change.op != skipped:
                at += len(change.text)
                assert is_syllable_border(text, at), (text, at)


@given(texts, texts)
def test_without_the_added_it_is_the_left_and_without_the_removed_the_right(
    left: str, right: str
) -> None:
    assert sides(compare_pasted(left, right).changes) == (left, right)


@given(texts, texts)
def test_no_syllable_is_cut(left: str, right: str) -> None:
    cut_nowhere(compare_pasted(left, right).changes)


@given(texts, texts)
def test_the_same_exactly_when_nothing_is_marked(left: str, right: str) -> None:
    found = compare_pasted(left, right)
    is_unmarked = all(change.op == "equal" for change in found.changes)
    assert (found.likeness is Likeness.SAME) == is_unmarked == (left == right)
    assert all(change.text for change in found.changes)


@given(texts, texts)
def test_counts_add_up(left: str, right: str) -> None:
    found = compare_pasted(left, right)
    for kind in ("words", "marks"):
        stayed = getattr(found.left, kind) - getattr(found.removed, kind)
        assert stayed == getattr(found.right, kind) - getattr(found.added, kind)
        assert stayed >= 0


@given(texts)
def test_another_coding_of_the_letters_is_told_as_such(text: str) -> None:
    pieces_of_letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text))
    likeness = compare_pasted(unicodedata.normalize("NFC", text), pieces_of_letters).likeness
    assert likeness in (Likeness.SAME, Likeness.CODING)
