"""The report of a comparison, as docs/command-line.md 6.3 says."""

from __future__ import annotations

from typing import Any

import pytest

from quyche_app.domain.beside import Part, Uncompared
from quyche_app.domain.comparisons import Change, ChangeKind, Layer, Pair
from quyche_app.writing.comparison_json import (
    change_rows,
    comparison_report,
    pair_row,
    uncompared_rows,
)
from tests.writing.made import compared, pair, same

SAME = (Change("equal", "Lời."),)


@pytest.mark.parametrize(
    ("one", "paths"),
    [
        (pair("d1", "d2"), ("d1", "d2")),
        (pair("", "d2"), (None, "d2")),
        (pair("d1", ""), ("d1", None)),
        (pair("d1", "d1+d2"), ("d1", ["d1", "d2"])),
        (pair("d1+d2+d3", "d1"), (["d1", "d2", "d3"], "d1")),
    ],
    ids=["both", "inserted", "removed", "split", "merged"],
)
def test_the_paths_of_a_pair(one: Pair, paths: tuple[Any, Any]) -> None:
    row = pair_row(one)
    assert (row["old"], row["new"]) == paths


def test_a_pair_says_what_it_is() -> None:
    row = pair_row(pair("d1", "d2", ChangeKind.MOVED, SAME, sure=False, slot="tail"))
    assert row == {
        "old": "d1",
        "new": "d2",
        "kind": "moved",
        "sure": False,
        "slot": "tail",
        "changes": [{"op": "equal", "text": "Lời.", "layer": "substance"}],
    }


def test_changes_and_parts_are_rows_of_plain_values() -> None:
    assert change_rows([Change("delete", "uỷ", Layer.ORTHOGRAPHY)]) == [
        {"op": "delete", "text": "uỷ", "layer": "orthography"}
    ]
    (row,) = uncompared_rows([Uncompared(Part.NOTES, 1, 2)])
    assert row == {
        "part": Part.NOTES.value,
        "words": "chú thích (bản cũ 1, bản mới 2)",
        "old": 1,
        "new": 2,
    }


def test_counts_are_of_the_whole_comparison_whatever_is_shown() -> None:
    follows = pair("d3/k1", "d4/k1", ChangeKind.RENUMBERED, SAME)
    comparison = compared(
        same("d1"),
        pair("d2", "d2"),
        follows,
        by_hand=(("d5", "d6"),),
        not_compared=(Uncompared(Part.NOTES, 1, 2),),
    )
    report = comparison_report(comparison, [follows])
    assert [row["kind"] for row in report["pairs"]] == ["renumbered"]
    assert report["counts"] == {"edited": 1, "renumbered": 1}
    assert (report["only_follow"], report["layers"]) == (1, {"substance": 1})
    assert report["by_hand"] == [{"old": "d5", "new": "d6"}]
    assert len(report["not_compared"]) == 1
    assert len(comparison_report(comparison)["pairs"]) == 3
    assert comparison_report(comparison, [])["pairs"] == []
    assert report["schema"] == "quyche/comparison/1"
