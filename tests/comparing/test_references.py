"""Whether another number in a citation merely follows a renumbering."""

from __future__ import annotations

import pytest

from quyche_app.comparing.references import Renumbering, article_label
from tests.comparing.trees import paired, side
from tests.making import article, chapter, clause, point

_OLD = side(
    article("5", "A", clause("1", "x"), clause("2", "y", point("a", "p"))),
    article("6", "B", clause("1", "z")),
    article("8", "C"),
)
_NEW = side(
    article("6", "A", clause("1", "x"), clause("3", "y", point("b", "p"))),
    article("7", "B", clause("1", "z")),
    article("8", "C"),
)
paired(
    _OLD,
    _NEW,
    ("d5", "d6"),
    ("d5/k1", "d6/k1"),
    ("d5/k2", "d6/k3"),
    ("d5/k2/đa", "d6/k3/đb"),
    ("d6", "d7"),
    ("d6/k1", "d7/k1"),
    ("d8", "d8"),
)
_CHANGED = Renumbering(_OLD.values())


@pytest.mark.parametrize(
    ("old", "new", "before", "behind", "articles", "expected"),
    [
        ("5", "6", "theo Điều ", "", ("1", "1"), True),
        ("5", "7", "theo Điều ", "", ("1", "1"), False),
        ("8", "9", "theo Điều ", "", ("1", "1"), False),
        ("8", "8", "theo Điều ", "", ("1", "1"), True),
        ("5", "6", "theo ĐIỀU ", "", ("1", "1"), True),
        ("5, 6", "6, 7", "các Điều ", "", ("1", "1"), True),
        ("5, 6", "6", "các Điều ", "", ("1", "1"), False),
        ("2", "3", "khoản ", " Điều 6", ("1", "1"), True),
        ("2", "3", "khoản ", " Điều 7", ("1", "1"), False),
        ("2", "3", "khoản ", " Điều này", ("5", "6"), True),
        ("2", "3", "khoản ", "", ("5", "6"), True),
        ("2", "3", "khoản ", "", ("1", "1"), False),
        ("2", "3", "khoản ", " và Điều 9", ("5", "6"), True),
        ("2", "3", "khoản ", ". Điều 9", ("5", "6"), True),
        ("2", "3", "khoản ", " Điều 6 Luật mẫu", ("1", "1"), False),
        ("2", "3", "khoản ", " Điều 6 Luật này", ("1", "1"), True),
        ("5", "6", "Điều ", " Nghị định số 1", ("1", "1"), False),
        ("5", "6", "Điều ", ". Nghị định số 1", ("1", "1"), True),
        ("a", "b", "điểm ", " khoản 3 Điều 6", ("1", "1"), True),
        ("này", "6", "Điều ", "", ("5", "6"), True),
        ("5", "này", "Điều ", "", ("5", "6"), True),
        ("5", "6", "trong ", " ngày", ("1", "1"), False),
        ("2", "3", "Điều 6 và khoản ", "", ("5", "6"), True),
    ],
)
def test_what_merely_follows(
    old: str, new: str, before: str, behind: str, articles: tuple[str, str], expected: bool
) -> None:
    assert _CHANGED.explains(old, new, before, behind, articles) is expected


def test_a_clause_that_went_into_another_article_brings_the_article_with_it() -> None:
    left = side(article("1", "A", clause("1", "x")), article("2", "B"))
    right = side(article("1", "A"), article("2", "B", clause("4", "x")))
    paired(left, right, ("d1", "d1"), ("d2", "d2"), ("d1/k1", "d2/k4"))
    made = Renumbering(left.values())
    assert made.explains("1", "2", "Điều ", "", ("", ""))
    assert made.explains("1", "4", "khoản ", " Điều 2", ("", ""))


def test_the_article_that_a_provision_stands_in() -> None:
    found = side(chapter("I", article("1", "A", clause("2", "x", point("a")))))
    assert [article_label(node) for node in found.values()] == ["", "1", "1", "1"]
