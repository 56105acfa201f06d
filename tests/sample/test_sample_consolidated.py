"""The main job on the built-in sample, through the command line: every instruction is applied, and the
consolidated text is the one that was written by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quyche_app.resources_folder import sample_file

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = json.loads(sample_file("quyet-dinh-3868.expected.json").read_text(encoding="utf-8"))


def quyche(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does."""
    command = [sys.executable, "-m", "quyche_app", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module", params=["docx", "txt"])
def consolidated(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[str], dict[str, Any]]:
    """Give the lines and the report of the sample's consolidation, from Word files and from text."""
    folder = tmp_path_factory.mktemp("sample")
    base, act = (sample_file(f"{name}.{request.param}") for name in ("quy-che", "quyet-dinh-3868"))
    done = quyche(
        "consolidate", base, act, "-o", folder / "out.txt", "--report", folder / "out.json"
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return (folder / "out.txt").read_text(encoding="utf-8").splitlines(), report


def test_the_consolidated_text_is_the_one_written_by_hand(
    consolidated: tuple[list[str], dict[str, Any]],
) -> None:
    lines, _ = consolidated
    assert lines == sample_file("hop-nhat.expected.txt").read_text(encoding="utf-8").splitlines()


def test_every_instruction_is_applied_without_doubt(
    consolidated: tuple[list[str], dict[str, Any]],
) -> None:
    _, report = consolidated
    assert report["unread"] == []
    assert [
        (one["place"], one["state"], one["confidence"], one["reason"])
        for one in report["instructions"]
        if (one["state"], one["confidence"]) != ("applied", "high")
    ] == []


def test_every_instruction_is_read_as_written_by_hand(
    consolidated: tuple[list[str], dict[str, Any]],
) -> None:
    _, report = consolidated
    read = [
        (
            one["place"],
            one["verb"],
            [path.partition("#")[0] for path in one["targets"]],
            one["slot"],
        )
        for one in report["instructions"]
    ]
    wanted = [
        (
            one["place"],
            one["verb"],
            [path.partition("#")[0] for path in one["targets"]],
            one["slot"],
        )
        for one in EXPECTED["instructions"]
    ]
    assert read == wanted


def test_the_report_names_the_day_of_effect(consolidated: tuple[list[str], dict[str, Any]]) -> None:
    _, report = consolidated
    assert report["base"]["articles"] == EXPECTED["base"]["articles"]
    assert [(act["number"], act["effect_date"]) for act in report["acts"]] == [
        (EXPECTED["act"]["number"], EXPECTED["act"]["effect_date"])
    ]


def test_before_its_own_day_the_later_instruction_is_not_in_the_text(tmp_path: Path) -> None:
    base, act = sample_file("quy-che.docx"), sample_file("quyet-dinh-3868.docx")
    for day in ("2018-07-15", "2018-12-31", "2019-01-01"):
        done = quyche("consolidate", base, act, "-o", tmp_path / f"{day}.txt", "--as-at", day)
        assert done.returncode in (0, 3), done.stderr
    before, between, after = (
        (tmp_path / f"{day}.txt").read_text(encoding="utf-8")
        for day in ("2018-07-15", "2018-12-31", "2019-01-01")
    )
    assert before == sample_file("quy-che.txt").read_text(encoding="utf-8")
    assert "Điều 14a. " in between
    assert "chịu sự lãnh đạo trực tiếp, toàn diện" not in between
    assert after == sample_file("hop-nhat.expected.txt").read_text(encoding="utf-8")
