"""A comparison in the format of a file ending."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyche_app.comparing import compare
from quyche_app.comparing.three_way import compare_three
from quyche_app.domain.errors import WritingError
from quyche_app.services.compare_outputs import (
    FORMATS,
    check_comparison_target,
    comparison_bytes,
    three_way_bytes,
)
from tests.making import act, article, clause

_OLD = act(article("1", "Họp", clause("1", "Họp hằng tháng.")))
_NEW = act(article("1", "Họp", clause("1", "Họp hằng tuần.")))
_RESULT = compare(_OLD, _NEW)
_NAMES = ("bản gốc <1>", "bản mới <2>")


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_holds_the_changed_words(suffix: str) -> None:
    data = comparison_bytes(_RESULT, _RESULT.pairs, suffix.upper(), _NAMES).decode()
    assert "tháng" in data
    assert "tuần" in data
    three = three_way_bytes(compare_three(_OLD, _NEW, _OLD), suffix, (*_NAMES, "x")).decode()
    assert "tuần" in three


def test_machines_get_one_line_of_json_and_people_names_that_are_safe() -> None:
    report = comparison_bytes(_RESULT, _RESULT.pairs, ".json", _NAMES)
    assert report.endswith(b"\n")
    assert report.count(b"\n") == 1
    assert json.loads(report)["schema"].startswith("quyche/comparison/")
    page = comparison_bytes(_RESULT, _RESULT.pairs, ".html", _NAMES).decode()
    assert "bản gốc &lt;1&gt;" in page


@pytest.mark.parametrize("suffix", [".docx", "", ".htm"])
def test_other_endings_are_refused_before_and_while_writing(suffix: str) -> None:
    for refuse in (
        lambda: check_comparison_target(Path(f"a{suffix}"), force=False),
        lambda: comparison_bytes(_RESULT, _RESULT.pairs, suffix, _NAMES),
        lambda: three_way_bytes(compare_three(_OLD, _NEW, _OLD), suffix, (*_NAMES, "x")),
    ):
        with pytest.raises(WritingError) as caught:
            refuse()
        assert caught.value.code == "QC-W140"


def test_a_file_that_is_there_is_refused_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    check_comparison_target(path, force=False)
    path.write_text("x")
    with pytest.raises(WritingError):
        check_comparison_target(path, force=False)
    check_comparison_target(path, force=True)
    with pytest.raises(WritingError):
        check_comparison_target(path, force=True, inputs=[path])
