"""Each kind of file that is not read has a code and a sentence with the name of the file."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import ReadingError
from quyche_app.reading.refusals import REFUSALS, refusal


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_names_its_code_and_the_file(code: str) -> None:
    error = refusal(code, "tờ-trình.doc", "vì sao")
    assert isinstance(error, ReadingError)
    assert (error.code, error.place, error.detail) == (code, "tờ-trình.doc", "vì sao")
    assert "tờ-trình.doc" in error.sentence


def test_codes_run_without_gaps() -> None:
    assert list(REFUSALS) == [f"QC-R{number:03}" for number in range(1, len(REFUSALS) + 1)]
