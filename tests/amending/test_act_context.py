"""What stands above an order gives it its place, and no more than it names."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_context import Context, component_meant
from quyche_app.domain.addresses import Address, Step, parse_path
from quyche_app.language.statements import read_statement
from quyche_app.language.topics import place_alone


def steps(path: str) -> tuple[Step, ...]:
    """Give the steps of an address, the largest unit first."""
    address = parse_path(path)
    assert isinstance(address, Address)
    return address.steps


def under(*heads: str) -> Context:
    """Give what lines, each under the one before, give to what stands below."""
    context = Context()
    for head in heads:
        context = context.led(head, place_alone(head))
    return context


@pytest.mark.parametrize(
    ("heads", "path"),
    [
        (("Về Điều 5:",), "d5"),
        (("Điều 5:", "Khoản 2:"), "d5/k2"),
        (("Khoản 1 và khoản 2 Điều 5:",), "d5"),
        (("Khoản 1 và khoản 2 Điều 5:", "Khoản 2:"), "d5/k2"),
    ],
)
def test_a_line_gives_its_place(heads: tuple[str, ...], path: str) -> None:
    context = under(*heads)
    assert context.steps == steps(path)
    assert not context.is_misplaced


@pytest.mark.parametrize(
    "heads",
    [
        ("Điều 5 và Điều 6:",),
        ("Đoạn cuối Điều 5:",),
        ("Khoản 1 và khoản 2 Điều 5:", "Khoản 3:"),
    ],
)
def test_a_line_about_several_articles_or_a_part_gives_none(heads: tuple[str, ...]) -> None:
    context = under(*heads)
    assert context.steps == ()
    assert context.is_misplaced


def test_of_a_place_that_is_shared_only_what_is_named_is_meant() -> None:
    context = under("Khoản 1 và khoản 2 Điều 5:")
    assert [context.leaves_out(steps(path)) for path in ("d5/k1/đa", "d5/k3", "d5", "d6/k3")] == [
        False,
        True,
        True,
        False,
    ]


def test_a_line_that_names_no_place_keeps_the_one_above() -> None:
    assert under("Điều 5:", "Về công tác họp:").steps == steps("d5")


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("Bãi bỏ Điều 3 của Quyết định số 5/QĐ-UBND ban hành Quy chế làm việc.", "body"),
        ("Bãi bỏ Điều 3 Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND.", "regulation"),
        ("Bãi bỏ Điều 3.", ""),
    ],
)
def test_the_text_that_an_order_speaks_of(sentence: str, component: str) -> None:
    statement = read_statement(sentence)
    assert component_meant(statement.orders[0], statement, Context()) == component
