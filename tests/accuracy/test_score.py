"""The measure over real families holds its floors: they may rise, never fall.

Articles whose sources contradict each other are in ``faults.tsv``, each with place and reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import CORPUS, FAULTS, measured

# One process reads the families for all of them.
pytestmark = pytest.mark.xdist_group("score")

_WITH_FAULTS = ("--faults", str(FAULTS), "--jobs", "2")


@pytest.fixture(scope="module")
def recognised(shared: Path) -> dict[str, Any]:
    return measured(*_WITH_FAULTS)


def test_real_families_reach_the_consolidated_texts_made_by_others(
    recognised: dict[str, Any],
) -> None:
    shares = recognised["total"]["shares"]
    assert shares["exact"] >= 0.98
    assert shares["lines_f1"] >= 0.99
    assert shares["kept"] >= 0.999


def test_no_wrong_article_is_passed_over_in_silence(recognised: dict[str, Any]) -> None:
    assert recognised["total"]["shares"]["silent_wrong"] <= 0.005


def test_every_instruction_is_applied_or_listed_with_a_reason(recognised: dict[str, Any]) -> None:
    total = recognised["total"]
    assert total["crash"] == total["timeout"] == total["without_reason"] == 0


def test_every_row_of_the_table_of_faults_names_an_article_that_differs(
    recognised: dict[str, Any],
) -> None:
    rows = [
        row.split("\t")
        for row in FAULTS.read_text(encoding="utf-8").splitlines()
        if row and not row.startswith("#")
    ]
    assert all(len(row) == 3 and row[2] for row in rows)
    listed = {
        (family, verdict["unit"].partition(":")[2])
        for family, verdicts in recognised["verdicts"].items()
        for verdict in verdicts
        if verdict["group"] == "fault" and not verdict["right"]
    }
    assert {(family, article) for family, article, _ in rows} == listed


def test_only_certain_readings_applied_leaves_nothing_wrong_in_silence(shared: Path) -> None:
    total = measured(*_WITH_FAULTS, "--accept", "confident")["total"]
    assert total["shares"]["silent_wrong"] <= 0.003
    assert total["crash"] == total["timeout"] == total["without_reason"] == 0


def test_acts_without_a_consolidated_text_are_read_through(shared: Path) -> None:
    total = measured("--jobs", "2", corpus=CORPUS / "pairs")["total"]
    assert total["crash"] == total["timeout"] == total["without_reason"] == 0
    told = total["failed"] + total["unread"]
    assert total["applied"] >= 20 * told
