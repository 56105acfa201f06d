"""What a comparison says of itself: what is changed, what only follows, how many of each."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.comparisons import (
    Change,
    ChangeKind,
    Comparison,
    Layer,
    Pair,
    Side,
    kind_counts,
    told_pairs,
)
from quyche_app.domain.units import UnitKind

_SAME = (Change("equal", "Họp mỗi tháng."),)
_OTHER = (Change("equal", "Họp mỗi "), Change("delete", "tháng"), Change("insert", "tuần"))
_SIDE = (Side("u", "d5/k2"),)


def pair(kind: ChangeKind, changes: tuple[Change, ...] = _SAME) -> Pair:
    return Pair(_SIDE, _SIDE, kind, UnitKind.CLAUSE, "text", True, changes)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side("u", "d5/k2"), "khoản 2 Điều 5"),
        (Side("u", "d5/k2", "phần đầu"), "phần đầu"),
        (Side("u", "?", ""), ""),
    ],
    ids=["an address", "a name", "neither"],
)
def test_a_side_in_words(side: Side, words: str) -> None:
    assert side.words == words


@pytest.mark.parametrize(
    ("made", "is_changed", "only_follows"),
    [
        (pair(ChangeKind.UNCHANGED), False, False),
        (pair(ChangeKind.EDITED, _OTHER), True, False),
        (pair(ChangeKind.RENUMBERED), True, True),
        (pair(ChangeKind.RENUMBERED, _OTHER), True, False),
        (pair(ChangeKind.MOVED), True, False),
    ],
    ids=["unchanged", "edited", "its holder renumbered", "itself renumbered", "moved"],
)
def test_what_is_changed_and_what_only_follows(
    made: Pair, is_changed: bool, only_follows: bool
) -> None:
    assert (made.is_changed, made.only_follows) == (is_changed, only_follows)
    assert told_pairs([made]) == ([made] if is_changed and not only_follows else [])


def test_pairs_are_counted_by_kind_without_the_unchanged() -> None:
    pairs = (
        pair(ChangeKind.UNCHANGED),
        pair(ChangeKind.RENUMBERED),
        pair(ChangeKind.EDITED, _OTHER),
        pair(ChangeKind.EDITED, _OTHER),
    )
    expected = {"edited": 2, "renumbered": 1}
    assert kind_counts(pairs) == expected
    assert list(kind_counts(pairs)) == sorted(expected)
    assert Comparison(Act(), Act(), pairs).counts() == expected


def test_a_pair_counts_once_in_each_layer_of_its_changes() -> None:
    many = (
        Change("delete", "tháng"),
        Change("insert", "tuần"),
        Change("insert", ",", Layer.PUNCTUATION),
        Change("equal", "5", Layer.NUMBERING),
    )
    pairs = (pair(ChangeKind.EDITED, many), pair(ChangeKind.EDITED, _OTHER))
    counts = Comparison(Act(), Act(), pairs).layer_counts()
    assert counts == {"substance": 2, "punctuation": 1}
    assert list(counts) == ["punctuation", "substance"]
