"""Accounts for machines: names and values of the schemas (docs/command-line.md 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import parse_path
from quyche_app.domain.operations import Target, Unread
from quyche_app.reading.files import read_bytes
from quyche_app.services.reports import (
    amendments_report,
    article_count,
    consolidation_report,
    instruction_row,
    outcome_row,
    target_fields,
    unread_row,
)
from tests.making import article, component, why
from tests.services.office_texts import HALF, REGULATION

_READING = read_amendments(read_bytes("a.txt", HALF.encode()), 1)
_RESULT = consolidate(read_bytes("b.txt", REGULATION.encode()).act, [_READING])


def target(path: str, slot: str = "unit") -> Target:
    address = parse_path(path)
    assert address is not None
    return Target(address, slot)


@pytest.mark.parametrize(
    ("targets", "fields"),
    [
        ((), {"targets": [], "slot": "unit"}),
        ((target("d5"),), {"targets": ["d5"], "slot": "unit"}),
        ((target("d5", "lead"),), {"targets": ["d5"], "slot": "lead"}),
        (
            (target("d5", "lead"), target("d6", "heading")),
            {"targets": ["d5#lead", "d6#heading"], "slot": "mixed"},
        ),
        ((target("d5"), target("d6")), {"targets": ["d5", "d6"], "slot": "unit"}),
    ],
)
def test_paths_and_slot_of_targets(targets: tuple[Target, ...], fields: dict[str, object]) -> None:
    assert target_fields(targets) == fields


def test_an_instruction_as_read() -> None:
    first, _ = _READING.instructions
    row = instruction_row(first)
    assert (row["act"], row["verb"], row["targets"]) == (1, "amend", ["qc:d1/k1"])
    assert (row["place"], row["confidence"]) == ("Điều 1 khoản 1", "high")
    assert row["source_lines"] == list(first.source_lines)
    assert (row["position"], row["effect_date"], row["container"]) == (None, None, first.container)
    assert "results" not in row
    moved = instruction_row(replace(first, results=(target("d9"),), effect_date=date(2026, 4, 1)))
    assert (moved["results"], moved["effect_date"]) == (["d9"], "2026-04-01")


def test_an_outcome_says_what_came_of_an_instruction() -> None:
    done, failed = (outcome_row(outcome) for outcome in _RESULT.outcomes)
    assert (done["state"], done["changed"]) == ("applied", ["d1/k1"])
    assert (failed["state"], failed["changed"], failed["targets"]) == ("failed", [], ["d1/k9"])
    assert failed["reason"]
    assert not {"words_old", "words_new", "position", "container", "effect_date"} & set(done)


def test_the_account_of_a_consolidation() -> None:
    report = consolidation_report(_RESULT)
    assert report["schema"] == "quyche/consolidation/1"
    assert report["base"] == {"number": "07-QC/TU", "articles": 4}
    assert report["acts"] == [{"act": 1, "number": "300-QĐ/TU", "effect_date": "2021-06-01"}]
    assert [row["state"] for row in report["instructions"]] == ["applied", "failed"]
    assert [note["unit"] for note in report["footnotes"]] == ["d1/k1"]
    assert (report["unread"], report["transitional"]) == ([], [])


@pytest.mark.parametrize("with_outcomes", [False, True])
def test_the_account_of_an_act_alone_and_over_a_base(with_outcomes: bool) -> None:
    report = amendments_report(_READING, _RESULT.outcomes if with_outcomes else ())
    assert report["schema"] == "quyche/amendments/1"
    assert report["act"]["number"] == "300-QĐ/TU"
    assert (report["act"]["effect_date"], report["act"]["is_effect_unknown"]) == (
        "2021-06-01",
        False,
    )
    assert [bool(row["reason"]) for row in report["instructions"]] == [False, with_outcomes]


def test_unread_paragraphs_name_their_lines() -> None:
    row = unread_row(Unread(2, (3, 5), "lời", why("gap")))
    assert (row["act"], row["lines"], row["text"], row["reason"]) == (2, [3, 5], "lời", "gap")


def test_articles_are_those_of_the_regulation_where_there_is_one() -> None:
    body = component(ComponentKind.BODY, article("1"))
    regulation = component(ComponentKind.REGULATION, article("1"), article("2"))
    assert article_count(Act(components=(body,))) == 1
    assert article_count(Act(components=(body, regulation))) == 2
