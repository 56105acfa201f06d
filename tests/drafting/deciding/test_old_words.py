"""What the old text says where an order changes it."""

from __future__ import annotations

import pytest

from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.old_words import OldWords
from tests.drafting.deciding.made import address, at, order, text

OLD = text(
    "QUY CHẾ",
    "Chương I",
    "CHUNG",
    "Điều 1. Họp",
    "Họp như sau:",
    "1. Họp mỗi tháng, gồm:",
    "a) Giao ban.",
    "Điều 2. Lưu trữ",
    "1. Lưu hồ sơ.",
)
WORDS = OldWords(OLD)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("d1#heading", "Điều 1. Họp"),
        ("d1#lead", "Họp như sau:"),
        ("d1/k1#lead", "1. Họp mỗi tháng, gồm:"),
        ("d1/k1", "1. Họp mỗi tháng, gồm:\na) Giao ban."),
        ("d2", "Điều 2. Lưu trữ\n1. Lưu hồ sơ."),
    ],
    ids=["name", "lead-in of an article", "lead-in of a clause", "clause", "article"],
)
def test_the_words_that_an_order_replaces(path: str, words: str) -> None:
    unit = at(OLD, path.partition("#")[0])
    assert WORDS.of(order(Verb.AMEND, path, old_ids=(unit.id,))) == words


@pytest.mark.parametrize(
    ("path", "article"),
    [("d1/k1/đa", "d1"), ("d2/k1", "d2"), ("d2", "d2"), ("cI", "cI")],
    ids=["point", "clause", "itself", "outside"],
)
def test_the_article_of_a_provision(path: str, article: str) -> None:
    unit = at(OLD, path)
    assert WORDS.article_of(unit.id) == at(OLD, article).id
    assert WORDS.article_id(order(Verb.AMEND, path, old_ids=(unit.id,))) == at(OLD, article).id


def test_what_is_not_there_has_no_article_and_no_path() -> None:
    assert WORDS.article_id(order(Verb.INSERT, "d1/k2")) == ""
    assert WORDS.article_of("khác") == "khác"
    assert (WORDS.path_of("khác"), WORDS.path_of(at(OLD, "d2/k1").id)) == ("", "d2/k1")
    assert WORDS.article_at(address("d9/k1")) == ""
    assert WORDS.article_at(address("d1/k1")) == at(OLD, "d1").id
