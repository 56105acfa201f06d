"""Addresses as paths and as words (docs/command-line.md 5.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.addresses import Address, Step, parse_address, parse_path
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
