"""Every error is of one family, with a code, a place and what is for the report only."""

from __future__ import annotations

import pytest

from quyche_app.domain.errors import (
    AmendingError,
    CancelledByUser,
    ClashError,
    QuyCheError,
    ReadingError,
    StorageError,
    WritingError,
)
from quyche_app.domain.messages import message


@pytest.mark.parametrize("kind", [ReadingError, AmendingError, WritingError, StorageError])
def test_an_error_keeps_its_code_its_place_and_its_detail(kind: type[QuyCheError]) -> None:
    error = kind(message("QC-Z001", "Câu mẫu."), place="d5/k2", detail="vì sao")
    assert isinstance(error, QuyCheError)
    assert (error.code, error.place, error.detail) == ("QC-Z001", "d5/k2", "vì sao")


def test_place_and_detail_may_be_unknown() -> None:
    error = QuyCheError(message("QC-Z001", "Câu mẫu."))
    assert (error.place, error.detail) == ("", "")


def test_a_clash_names_the_provisions_their_recordings_and_the_other_person() -> None:
    error = ClashError(
        message("QC-Z002", "Câu mẫu."), recordings={"u1": 7, "u2": 9}, who="Lan", detail="x"
    )
    assert isinstance(error, StorageError)
    assert error.unit_ids == ("u1", "u2")
    assert error.recordings == {"u1": 7, "u2": 9}
    assert (error.code, error.who, error.detail) == ("QC-Z002", "Lan", "x")


def test_work_that_a_person_stopped_has_a_code_of_its_own() -> None:
    error = CancelledByUser()
    assert isinstance(error, QuyCheError)
    assert error.code == "QC-X001"
