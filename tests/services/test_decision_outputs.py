"""A written decision as files and as an account for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyche_app.domain.errors import WritingError
from quyche_app.reading.files import read_bytes
from quyche_app.services.decide import decide
from quyche_app.services.decision_outputs import decision_report, verdict_sentences, write_decision
from tests.services.office_texts import REGULATION

_OLD = read_bytes("a.txt", REGULATION.encode()).act
_NEW = read_bytes("b.txt", REGULATION.replace("trong ngày", "trong buổi").encode()).act
_DECISION = decide(_OLD, _NEW)


def test_the_account_has_the_order_the_verdict_and_the_text() -> None:
    report = decision_report(_DECISION)
    assert (report["schema"], report["verdict"], report["as_proposed"]) == (
        "quyche/decision/1",
        True,
        True,
    )
    (order,) = report["instructions"]
    assert (order["verb"], order["targets"], order["true"]) == ("amend", ["d2/k2"], True)
    assert all(row["true"] for row in report["provisions"])
    assert len(report["provisions"]) == 4
    assert any("trong buổi" in line for line in report["lines"])
    for name in ("relabelled", "only_typed", "slips", "unused_reasons", "left_out", "mismatches"):
        assert report[name] == []


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".json", ".JSON"])
def test_every_format_is_written_once(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"qd{suffix}"
    assert write_decision(_DECISION, path).is_true
    assert path.stat().st_size > 200
    with pytest.raises(WritingError):
        write_decision(_DECISION, path)
    assert write_decision(_DECISION, path, force=True).is_true
    if suffix.lower() == ".json":
        assert json.loads(path.read_text(encoding="utf-8")) == decision_report(_DECISION)


def test_a_sound_decision_needs_one_sentence() -> None:
    assert len(verdict_sentences(_DECISION)) == 1
