"""Addresses as paths and as words (docs/command-line.md 5.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.addresses import Address, Step, parse_address, parse_path, stands_in
from quyche_app.domain.units import UnitKind


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("điểm đ khoản 2 Điều 14a", "d14a/k2/đđ"),
        ("khoản 2 điều 5", "d5/k2"),
        ("dieu 5", "d5"),
        ("Điều 5", "d5"),
        ("d5/k2/đa", "d5/k2/đa"),
        ("Chương II", "cII"),
    ],
)
def test_words_and_paths_name_the_same_provision(words: str, path: str) -> None:
    address = parse_address(words)
    assert address is not None
    assert address.path == path


def test_an_address_reads_from_the_small_to_the_large_with_the_capital_of_điều() -> None:
    address = parse_path("qc:d14a/k2/đđ1")
    assert address is not None
    assert address.words == "điểm đ1 khoản 2 Điều 14a"
    assert address.component == "qc"


def test_what_is_no_path_is_refused() -> None:
    assert parse_path("xyz!") is None


_STEPS = st.tuples(
    st.integers(1, 400).map(str), st.integers(1, 30).map(str), st.sampled_from("abcdđegh")
)


@given(_STEPS, st.sampled_from(["", "qc"]))
def test_parsing_a_printed_path_gives_the_address_back(
    labels: tuple[str, str, str], component: str
) -> None:
    kinds = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)
    steps = tuple(Step(str(k), v) for k, v in zip(kinds, labels, strict=True))
    address = Address(steps, component)
    assert parse_path(address.path) == address


def test_words_that_are_no_address_are_none() -> None:
    assert parse_address("chỗ nào đó") is None
    part = Step(UnitKind.PART, "thứ hai")
    assert parse_path(part.path) == Address((part,))


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("p1", [("part", "1")]),
        ("pthứ hai", [("part", "thứ hai")]),
        ("pl", [("appendix", "")]),
        ("plI/d2", [("appendix", "I"), ("article", "2")]),
        ("mẫu2", [("form", "2")]),
        ("biểu3", [("form_table", "3")]),
        ("m2/t1", [("section", "2"), ("subsection", "1")]),
        (
            "d1/k1/đa/ei/i-",
            [
                (k, v)
                for k, v in zip(
                    ("article", "clause", "point", "subpoint", "item"),
                    ("1", "1", "a", "i", "-"),
                    strict=True,
                )
            ],
        ),
    ],
)
def test_every_prefix_of_a_path_names_its_level(path: str, steps: list[tuple[str, str]]) -> None:
    address = parse_path(path)
    assert address is not None
    assert [(step.kind, step.label) for step in address.steps] == steps
    assert address.path == path


@pytest.mark.parametrize("path", ["", "d", "5", "d5 k2", "d5//k2", "d5/z1", "x"])
def test_paths_with_a_step_that_is_none_are_refused(path: str) -> None:
    assert parse_path(path) is None


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step("part", "thứ nhất"), "Phần thứ nhất"),
        (Step("chapter", "I"), "Chương I"),
        (Step("section", "2"), "Mục 2"),
        (Step("subsection", "2"), "Tiểu mục 2"),
        (Step("article", "5"), "Điều 5"),
        (Step("clause", "2"), "khoản 2"),
        (Step("point", "đ"), "điểm đ"),
        (Step("subpoint", "i"), "tiết i"),
        (Step("item", "1"), "mục 1"),
        (Step("appendix", ""), "Phụ lục"),
        (Step("form", "02"), "Mẫu số 02"),
        (Step("form_table", "1"), "Biểu 1"),
    ],
)
def test_which_levels_take_a_capital_in_a_citation(step: Step, words: str) -> None:
    assert step.words == words


def test_the_whole_act_is_a_star_and_words() -> None:
    assert (Address(()).path, Address((), "qc").path) == ("*", "qc:*")
    assert Address(()).words == "toàn văn bản"


def test_a_child_is_a_step_further_in_the_same_component() -> None:
    address = Address((Step("article", "5"),), "qc").child("clause", "2")
    assert address.path == "qc:d5/k2"
    assert (address.label_of("article"), address.label_of("clause")) == ("5", "2")
    assert address.label_of("point") is None


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("Điều 5 khoản 2 điểm a", "d5/k2/đa"),
        ("điểm a khoản 2 Điều 5", "d5/k2/đa"),
        ("diem a khoan 2 dieu 5", "d5/k2/đa"),
        ("chuong II", "cII"),
        ("tiểu mục 1 mục 2 chương II", "cII/m2/t1"),
        ("phần thứ hai", "pthứ hai"),
        ("khoản 2 phụ lục I", "plI/k2"),
        ("điều 3 phụ lục I", "plI/d3"),
        ("phụ lục I khoản 2", "plI/k2"),
        ("  d5/k2 ", "d5/k2"),
        ("tiết i điểm a", "đa/ei"),
    ],
)
def test_words_in_either_order_give_the_path_from_the_large(words: str, path: str) -> None:
    address = parse_address(words)
    assert address is not None
    assert address.path == path


@pytest.mark.parametrize(
    ("path", "holder", "is_inside"),
    [
        ("d5", "d5", True),
        ("d5/k2/đa", "d5", True),
        ("d5", "d5/k2", False),
        ("d51/k1", "d5", False),
        ("qc:d5/k1", "d5", False),
    ],
)
def test_what_stands_in_a_provision_is_told_by_its_path(
    path: str, holder: str, is_inside: bool
) -> None:
    assert stands_in(path, holder) is is_inside


def test_the_largest_step_and_the_own_one_of_an_address() -> None:
    address = parse_path("d5/k2/đa")
    assert address is not None
    assert (address.top.label, address.own.label) == ("5", "a")
