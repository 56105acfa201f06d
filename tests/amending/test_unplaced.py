"""Places that cannot be told for certain (docs/field.md 3.7, 4.10)."""

from __future__ import annotations

import pytest

from quyche_app.amending.closing import CHANGES
from quyche_app.amending.unplaced import (
    has_a_verb_of_its_own,
    holds_itself,
    is_plain_wording,
    leaves_its_annex,
    misses_its_place,
    orders_a_change,
    unplaced,
    without_quotations,
)
from quyche_app.domain.addresses import Address, Step, parse_path
from quyche_app.domain.operations import Instruction, Target
from quyche_app.domain.verbs import Verb


def order(verb: Verb, *paths: str, slot: str = "unit") -> Instruction:
    targets = []
    for path in paths:
        address = Address(()) if path == "*" else parse_path(path)
        assert address is not None
        targets.append(Target(address, slot))
    return Instruction(0, 1, "", (1, 1), "", verb, tuple(targets))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Bãi bỏ Điều 7, khoản 2.", ""),
        ("Bãi bỏ Điều 7 khoản 2", ""),
        ("Bãi bỏ Điều 7, khoản 2; Điều 8, khoản 1", ""),
        ("Bãi bỏ Điều 7, khoản 2, Điều 8", "Điều 7, khoản 2"),
        ("Bãi bỏ Điều 6, 7, khoản 2", "Điều 6, 7, khoản 2"),
        ("Bãi bỏ khoản 2 Điều 7", ""),
        ("Bãi bỏ Điều 5, khoản 1 Điều 7", ""),
        ("Bãi bỏ khoản 1; Điều 7", "khoản 1"),
        ("Bãi bỏ khoản 1 và Điều 7", "khoản 1 và Điều 7"),
        ("Thay “Điều 7, khoản 2” bằng “Điều 8”", ""),
        ("Bãi bỏ Điều 7", ""),
    ],
)
def test_a_large_unit_before_the_small_one_in_it(words: str, found: str) -> None:
    assert bool(unplaced(words)) is bool(found)
    assert unplaced(words).split(" ")[0] == found.split(" ")[0]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (order(Verb.REPEAL, "d1", "d1/k1"), True),
        (order(Verb.REPEAL, "d1/k1", "d1/k2"), False),
        (order(Verb.REPLACE_WORDS, "d1", "d1/k1"), True),
        (order(Verb.AMEND, "d1", "d1/k1"), False),
        (order(Verb.REPEAL, "d1", "d1/k1", slot="heading"), False),
    ],
)
def test_a_provision_beside_the_one_that_holds_it(made: Instruction, expected: bool) -> None:
    assert bool(holds_itself(made)) is expected


@pytest.mark.parametrize(
    ("path", "line", "above", "annex"),
    [
        ("d5", "Bãi bỏ Điều 5 của Phụ lục II", (), "Phụ lục II"),
        ("d5", "Tại Mẫu số 02: bãi bỏ Điều 5", (), "Mẫu số 02"),
        ("d5", "Bãi bỏ Điều 5", (), ""),
        ("d5", "Bãi bỏ Điều 5 “của Phụ lục II”", (), ""),
        ("plII/d5", "Bãi bỏ Điều 5 của Phụ lục II", (), ""),
        ("d5", "Bãi bỏ Điều 5", (Step("appendix", "II"),), "Phụ lục II"),
        ("d5", "Bãi bỏ Điều 5", (Step("chapter", "II"),), ""),
    ],
)
def test_an_article_of_an_annex_is_none_of_the_text(
    path: str, line: str, above: tuple[Step, ...], annex: str
) -> None:
    assert leaves_its_annex(order(Verb.REPEAL, path), line, above) == annex


@pytest.mark.parametrize(
    ("made", "line", "expected"),
    [
        (order(Verb.REPLACE_WORDS, "*", slot="text"), "Thay “A” bằng “B” tại Điều 5", True),
        (order(Verb.REPLACE_WORDS, "*", slot="text"), "Thay “A” bằng “B”", False),
        (order(Verb.REPLACE_WORDS, "*", slot="text"), "Thay “Điều 5” bằng “B”", False),
        (order(Verb.REPLACE_WORDS, "d5", slot="text"), "Thay “A” bằng “B” tại Điều 5", False),
        (order(Verb.AMEND, "*", slot="text"), "Sửa Điều 5", False),
    ],
)
def test_words_of_the_whole_text_though_a_place_is_named(
    made: Instruction, line: str, expected: bool
) -> None:
    assert misses_its_place(made, line) is expected


@pytest.mark.parametrize(
    ("words", "has_verb", "is_plain"),
    [
        ("Điều 18, bổ sung gạch đầu dòng", True, False),
        ("Điều 18 (được sửa đổi năm 2020)", False, False),
        ("Điều 18", False, False),
        ("Văn phòng chuẩn bị họp", False, True),
        ("“bổ sung Điều 18”", False, True),
        ("Lời đã được bổ sung", False, True),
    ],
)
def test_words_that_order_something_themselves(words: str, has_verb: bool, is_plain: bool) -> None:
    assert (has_a_verb_of_its_own(words), is_plain_wording(words)) == (has_verb, is_plain)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("và thay thế khoản 2 Điều 4 Quy chế", True),
        ("các cụm từ “A” được thay bằng “B”", True),
        ("thay thế Quyết định cũ", False),
        ("khoản 2 Điều 4 đã được sửa đổi", False),
        ("thay thế khoản 2 Điều 4 Quyết định này", False),
    ],
)
def test_a_line_on_implementation_that_changes_a_provision(words: str, expected: bool) -> None:
    assert orders_a_change(words, CHANGES) is expected


def test_quotations_are_blanked_at_their_length() -> None:
    assert without_quotations("Thay “A b” bằng “C”") == "Thay " + " " * 5 + " bằng " + " " * 3
