"""Orders in the wordings of offices, composed at random over regulations whose right text is known.

A sample here; ``python -m tests.properties.composed_orders --examples 20000 --chains 2000`` runs as many
as wanted (docs/testing.md).
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.properties.composed_orders import (
    KINDS,
    SAID_BY,
    Example,
    Verdict,
    alone,
    examples,
    wordings,
)
from tests.properties.known_regulations import REPEALED


def _verdicts(sample: list[Example]) -> Counter[Verdict]:
    found: Counter[Verdict] = Counter()
    silent = []
    for each in sample:
        verdict, why = each.verdict()
        found[verdict] += 1
        if verdict is Verdict.SILENT:
            silent.append((each.acts[-1].text, why))
    assert silent == []
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_orders_are_done_rightly_and_what_is_not_is_told(kind: str) -> None:
    found = _verdicts(list(examples(24, 40, kinds=(kind,))))
    assert found[Verdict.RIGHT] >= 0.9 * 40, found


@pytest.mark.parametrize("section", SAID_BY)
def test_each_wording_alone_is_understood(section: str) -> None:
    """Of three plain orders one may be told: a drawn word that the text already has makes it doubtful."""
    for wording in wordings()[section]:
        found = _verdicts(list(alone(section, wording, 3)))
        assert found[Verdict.RIGHT] >= 2, (wording, found)


def test_nearly_all_of_any_kind_are_done_rightly() -> None:
    found = _verdicts(list(examples(25, 200)))
    assert found[Verdict.RIGHT] >= 0.97 * 200, found


def test_several_acts_one_after_another() -> None:
    found = _verdicts(list(examples(24, 60, acts=2, orders=2)))
    assert found[Verdict.RIGHT] >= 0.9 * 60, found


def test_a_wrong_truth_is_seen() -> None:
    """The judge does not say "right" of a text with one word more, or with an order left undone."""
    (one,) = [e for e in examples(24, 40) if e.verdict()[0] is Verdict.RIGHT][:1]
    one.truth.articles[0].text += " thêm"
    assert one.verdict()[0] is Verdict.SILENT
    undone = next(
        e
        for e in examples(24, 200)
        if REPEALED in e.truth.text() and e.verdict()[0] is Verdict.RIGHT
    )
    undone.acts[0].text = undone.acts[0].text.replace("Điều 1. ", "Điều 1. Không ", 1)
    assert undone.verdict()[0] is not Verdict.RIGHT


def test_every_section_of_the_wordings_has_its_placeholders() -> None:
    sections = wordings()
    assert len(sections) == 24
    assert min(map(len, sections.values())) >= 10
    assert all("{place}" in line for line in sections["repeal"] + sections["told"])
    assert all("{old}" in line and "{new}" in line for line in sections["replace"])
