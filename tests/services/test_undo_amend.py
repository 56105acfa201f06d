"""Taking an operation back: a recording without it, and what else comes out otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines
from quyche_app.services.amend import amend
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.undo_amend import take_back, undo_amend
from quyche_app.services.verify import verify
from quyche_app.services.workspace import Workspace
from tests.services.office_texts import FIRST, REGULATION, SECOND

File = Callable[[str, str], Path]


@pytest.fixture
def amended(small: Workspace, file: File) -> tuple[str, tuple[str, ...]]:
    """Give a regulation with two acts, and the operations of the first."""
    regulation = import_file(small, file("quy-che.txt", REGULATION)).document.id
    first = amend(small, regulation, file("1.txt", FIRST))
    amend(small, regulation, file("2.txt", SECOND))
    return regulation, first.operations


def lines(ws: Workspace, regulation: str, known_at: int | None = None) -> list[str]:
    return act_lines(text_as_at(ws, regulation, as_at="2020-03-01", known_at=known_at).act)


def test_the_text_is_that_without_the_operation_and_the_former_stays_readable(
    small: Workspace, amended: tuple[str, tuple[str, ...]]
) -> None:
    regulation, operations = amended
    before = lines(small, regulation)
    number = undo_amend(small, regulation, operations[2], "Lan")
    after = lines(small, regulation)
    assert "2. (được bãi bỏ)" in before
    assert "2. Quy chế này áp dụng với mọi cán bộ của Văn phòng." in after
    assert lines(small, regulation, number - 1) == before
    assert all(verdict.is_true for verdict in verify(small))


def test_an_operation_that_hangs_on_it_is_told(
    small: Workspace, amended: tuple[str, tuple[str, ...]]
) -> None:
    regulation, operations = amended
    taken = take_back(small, regulation, operations[0])
    (lost,) = taken.disturbed
    assert (lost.act_number, lost.before, lost.state) == ("200-QĐ/TU", "applied", "failed")
    assert "2. Việc gấp được báo cáo trong ngày." in lines(small, regulation)


@pytest.mark.parametrize(("again", "code"), [(True, "QC-S041"), (False, "QC-S040")])
def test_what_cannot_be_taken_back_is_refused(
    small: Workspace, amended: tuple[str, tuple[str, ...]], again: bool, code: str
) -> None:
    regulation, operations = amended
    if again:
        undo_amend(small, regulation, operations[2])
    with pytest.raises(StorageError) as caught:
        undo_amend(small, regulation, operations[2] if again else "999")
    assert caught.value.code == code
