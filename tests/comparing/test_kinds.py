"""What happened to a pair, and which provisions have moved."""

from __future__ import annotations

import pytest

from quyche_app.comparing.kinds import kind_of, moved_nodes
from quyche_app.domain.comparisons import ChangeKind
from quyche_app.domain.units import Unit
from tests.comparing.trees import paired, side
from tests.making import article, chapter, clause

_LONG, _SHORT = "Một lời dài hơn hẳn các lời khác.", "Ngắn."


def clauses(*words: str) -> tuple[Unit, ...]:
    return tuple(clause(str(number), each) for number, each in enumerate(words, 1))


@pytest.mark.parametrize(
    ("old", "new", "pairs", "moved"),
    [
        (("a", "b"), ("a", "b"), [("k1", "k1"), ("k2", "k2")], set()),
        (("a", "b"), ("x", "a", "b"), [("k1", "k2"), ("k2", "k3")], set()),
        ((_LONG, _SHORT), (_SHORT, _LONG), [("k1", "k2"), ("k2", "k1")], {"k2"}),
        ((_SHORT, _LONG), (_LONG, _SHORT), [("k1", "k2"), ("k2", "k1")], {"k1"}),
        (("a", "b"), ("b",), [("k2", "k1")], set()),
    ],
    ids=["in order", "one inserted", "the lighter one", "the lighter one again", "one removed"],
)
def test_the_lighter_of_two_that_changed_places_has_moved(
    old: tuple[str, ...], new: tuple[str, ...], pairs: list[tuple[str, str]], moved: set[str]
) -> None:
    left, right = side(*clauses(*old)), side(*clauses(*new))
    paired(left, right, *pairs)
    assert {n.path for n in moved_nodes(list(left.values()), {}, {})} == moved


def test_a_clause_under_another_article_has_moved() -> None:
    left = side(article("1", "A", clause("1", "x")), article("2", "B"))
    right = side(article("1", "A"), article("2", "B", clause("1", "x")))
    paired(left, right, ("d1", "d1"), ("d2", "d2"), ("d1/k1", "d2/k1"))
    assert {n.path for n in moved_nodes(list(left.values()), {}, {})} == {"d1/k1"}


def test_a_clause_of_a_paired_article_stays_with_it() -> None:
    left = side(article("1", "A", clause("1", "x")))
    right = side(article("7", "A", clause("1", "x")))
    paired(left, right, ("d1", "d7"), ("d1/k1", "d7/k1"))
    assert moved_nodes(list(left.values()), {}, {}) == set()


@pytest.mark.parametrize(
    ("pairs", "is_moved"),
    [
        ([("cI", "cI"), ("cII", "cII"), ("d1", "d1")], True),
        ([("d1", "d1")], False),
        ([("cI", "cI"), ("d1", "d1")], False),
        ([("cI", "cII"), ("d1", "d1")], False),
    ],
    ids=["both chapters stand in both", "no chapter does", "the new one is new", "its own chapter"],
)
def test_an_article_moved_when_both_chapters_stand_in_both_texts(
    pairs: list[tuple[str, str]], is_moved: bool
) -> None:
    left = side(chapter("I", article("1", "A")), chapter("II"))
    right = side(chapter("I"), chapter("II", article("1", "A")))
    paired(left, right, *pairs)
    found = {n.path for n in moved_nodes(list(left.values()), {}, {})}
    assert ("d1" in found) is is_moved


def test_the_parts_of_a_split_article_are_one_parent() -> None:
    left = side(article("1", "A", clause("1", "x"), clause("2", "y")))
    right = side(article("1", "A", clause("1", "x")), article("2", "A", clause("1", "y")))
    paired(left, right, ("d1", "d1"), ("d1/k1", "d1/k1"), ("d1/k2", "d2/k1"))
    old = list(left.values())
    split = {left["d1"]: [right["d1"], right["d2"]]}
    assert {n.path for n in moved_nodes(old, {}, {})} == {"d1/k2"}
    assert moved_nodes(old, split, {}) == set()


def test_the_sources_of_a_merged_article_are_one_parent() -> None:
    left = side(article("1", "A", clause("1", "x")), article("2", "A", clause("1", "y")))
    right = side(article("1", "A", clause("1", "x"), clause("2", "y")))
    paired(left, right, ("d1", "d1"), ("d1/k1", "d1/k1"), ("d2/k1", "d1/k2"))
    old = list(left.values())
    merged = {right["d1"]: [left["d1"], left["d2"]]}
    assert {n.path for n in moved_nodes(old, {}, {})} == {"d2/k1"}
    assert moved_nodes(old, {}, merged) == set()


@pytest.mark.parametrize(
    ("new_label", "is_moved", "is_changed", "kind"),
    [
        ("1", False, False, ChangeKind.UNCHANGED),
        ("1", False, True, ChangeKind.EDITED),
        ("1", True, False, ChangeKind.MOVED),
        ("1", True, True, ChangeKind.MOVED_EDITED),
        ("2", False, False, ChangeKind.RENUMBERED),
        ("2", False, True, ChangeKind.EDITED),
    ],
)
def test_the_kind_of_a_pair(
    new_label: str, is_moved: bool, is_changed: bool, kind: ChangeKind
) -> None:
    left, right = side(clause("1", "x")), side(clause(new_label, "x"))
    paired(left, right, ("k1", f"k{new_label}"))
    assert kind_of(left["k1"], is_moved, is_changed) is kind


def test_a_provision_without_a_mate_is_unchanged_as_far_as_is_known() -> None:
    assert kind_of(side(clause("1"))["k1"], False, False) is ChangeKind.UNCHANGED
