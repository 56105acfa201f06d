"""One order on words for a phrase that changed in several places."""

from __future__ import annotations

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.decisions import Item
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.changes import ChangeFinder
from quyche_app.drafting.deciding.matches import matches_of
from quyche_app.drafting.deciding.old_words import OldWords
from quyche_app.drafting.deciding.phrases import with_phrases
from tests.drafting.deciding.made import at, text

ARTICLES = tuple(
    line
    for number, name in enumerate(("Họp", "Báo cáo", "Hồ sơ"), 1)
    for line in (
        f"Điều {number}. {name}",
        f"1. {name} do phòng hành chính tổng hợp lo kịp thời đầy đủ, rồi cùng bàn, gửi đúng hạn.",
        f"2. Việc khác của {name} thì theo lịch.",
    )
)
PHRASE = "phòng hành chính tổng hợp"


def orders(old: Act, new: Act, plain: frozenset[str] = frozenset()) -> list[Item]:
    items = ChangeFinder(old, new, matches_of(compare(old, new)), frozenset()).find()
    return with_phrases(items, OldWords(old), plain)


def changed(*changes: tuple[str, str], times: int = -1) -> tuple[Act, Act]:
    """Give the text and the one in which words became others, everywhere or so many times."""
    words = "\n".join(ARTICLES)
    for old, new in changes:
        assert old in words
        words = words.replace(old, new, times)
    return text("QUY CHẾ", *ARTICLES), text("QUY CHẾ", words)


def told(items: list[Item]) -> list[tuple[str, str, str, list[str]]]:
    return [
        (
            item.verb.value,
            item.words_old,
            item.words_new,
            [target.address.path for target in item.targets],
        )
        for item in items
    ]


ALL = ["d1/k1", "d2/k1", "d3/k1"]


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ((PHRASE, "văn phòng cơ quan"), ("replace_words", PHRASE, "văn phòng cơ quan", ALL)),
        ((" kịp thời đầy đủ", ""), ("remove_words", "kịp thời đầy đủ", "", ALL)),
        (
            (f"{PHRASE} lo", f"{PHRASE} của cơ quan lo"),
            ("add_words", "", "của cơ quan", ALL),
        ),
    ],
    ids=["replaced", "removed", "added"],
)
def test_a_phrase_that_changed_in_three_places(
    change: tuple[str, str], order: tuple[str, str, str, list[str]]
) -> None:
    assert told(orders(*changed(change))) == [order]


def test_added_words_are_placed_behind_what_all_places_have_before() -> None:
    (item,) = orders(*changed((f"{PHRASE} lo", f"{PHRASE} của cơ quan lo")))
    assert item.position is not None
    assert (item.position.side, item.position.words) == ("after", f"do {PHRASE}")


def test_a_short_phrase_takes_its_neighbours_along() -> None:
    (item,) = orders(*changed(("hành chính", "quản trị")))
    assert PHRASE in item.words_old
    assert item.words_new == item.words_old.replace("hành chính", "quản trị")


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        (((PHRASE, "văn phòng"),), 2),
        (((PHRASE, "văn phòng"), ("gửi đúng hạn", "nộp sớm")), -1),
        (((PHRASE, "“văn phòng”"),), -1),
    ],
    ids=["two short places", "two phrases in each", "a quotation"],
)
def test_other_changes_are_given_as_new_wording(
    changes: tuple[tuple[str, str], ...], times: int
) -> None:
    items = orders(*changed(*changes, times=times))
    assert {item.verb for item in items} == {Verb.AMEND}
    assert len(items) == (times if times > 0 else 3)


def test_a_place_where_the_phrase_also_stayed_is_given_whole() -> None:
    old, new = changed((PHRASE, "văn phòng cơ quan"))
    both = f"1. Họp do {PHRASE} lo, rồi gửi {PHRASE} đúng hạn."
    mixed = f"1. Họp do văn phòng cơ quan lo, rồi gửi {PHRASE} đúng hạn."
    lines = ("Điều 4. Bàn giao", both, "2. Việc khác theo lịch.")
    old = text("QUY CHẾ", *ARTICLES, *lines)
    words = "\n".join(ARTICLES).replace(PHRASE, "văn phòng cơ quan")
    new = text("QUY CHẾ", words, *(mixed if line == both else line for line in lines))
    assert told(orders(old, new)) == [
        ("amend", "", "", ["d4/k1"]),
        ("replace_words", PHRASE, "văn phòng cơ quan", ALL),
    ]


def test_an_article_that_did_not_prove_true_is_left_out() -> None:
    old, new = changed((PHRASE, "văn phòng cơ quan"))
    items = orders(old, new, frozenset({at(old, "d1").id}))
    assert {item.verb for item in items} == {Verb.AMEND}


def test_an_order_on_words_is_about_all_it_names() -> None:
    old, new = changed((PHRASE, "văn phòng cơ quan"))
    (item,) = orders(old, new)
    assert item.old_ids == tuple(at(old, path).id for path in ALL)
    assert item.new_ids == tuple(at(new, path).id for path in ALL)
    assert [target.slot for target in item.targets] == ["text"] * 3


def test_an_order_on_words_stands_where_the_first_of_its_places_does() -> None:
    old, new = changed((PHRASE, "văn phòng cơ quan"))
    (item,) = orders(old, new)
    units = [unit.id for unit in old.units()]
    assert item.order == units.index(at(old, "d1/k1").id)


def test_words_behind_a_lone_word_are_given_as_new_wording() -> None:
    items = orders(*changed(("rồi cùng", "rồi mới cùng")))
    assert {item.verb for item in items} == {Verb.AMEND}


def test_a_phrase_of_two_syllables_between_commas_is_named() -> None:
    words = "\n".join(ARTICLES).replace("rồi cùng bàn", "theo dõi")
    old, new = text("QUY CHẾ", words), text("QUY CHẾ", words.replace("theo dõi", "giám sát"))
    assert told(orders(old, new)) == [("replace_words", "theo dõi", "giám sát", ALL)]
