"""Every example of docs/grammar.md is read as the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyche_app.language.statements import read_statement
from tests.language.as_ordered import order

_PAGE = Path(__file__).parents[2] / "docs/grammar.md"


def rows(heading: str) -> list[tuple[str, str]]:
    """Give the rows of the table under a heading of the page."""
    part = _PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return [(sentence, said) for sentence, said in cells[2:]]


def readings(sentence: str) -> list[str]:
    return [order(one) for one in read_statement(sentence).orders]


@pytest.mark.parametrize(("sentence", "reading"), rows("2. Examples"))
def test_an_example_is_read_as_the_page_says(sentence: str, reading: str) -> None:
    assert readings(sentence) == [reading]


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in rows("3. Told, not done")])
def test_what_the_page_calls_told_gives_no_order_that_is_carried_out(sentence: str) -> None:
    assert all(one.unknown for one in read_statement(sentence).orders)


def test_the_page_has_examples() -> None:
    assert len(rows("2. Examples")) > 15
