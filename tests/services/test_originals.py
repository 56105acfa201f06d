"""What the original files of a stored text hold beside its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from quyche_app.domain.beside import NOTHING_BESIDE, Part
from quyche_app.services.amend import amend
from quyche_app.services.import_file import import_file
from quyche_app.services.originals import apart_of, source_of
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import Workspace
from quyche_app.storage import tables
from tests.reading.packages import docx, p
from tests.services.conftest import Recorded
from tests.services.office_texts import FIRST

_HEADER = '<w:sectPr><w:headerReference r:id="r_header"/></w:sectPr>'
_NOTE = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'


def _file(folder: Path, name: str, lines: str, more: str = "", **parts: str) -> Path:
    path = folder / name
    path.write_bytes(docx("".join(map(p, lines.splitlines())) + more, **parts))
    return path


@pytest.fixture
def office(small: Workspace, tmp_path: Path) -> tuple[Workspace, str]:
    """Give a regulation with page heads, amended by an act with a note."""
    lines = (
        "QUY CHẾ\nlàm việc của Văn phòng Tỉnh ủy Bến Mẫu\nĐiều 1. A\n1. B.\nĐiều 2. C\n1. D.\n2. E."
    )
    base = _file(tmp_path, "a.docx", lines, _HEADER, header=p("CÔNG BÁO"))
    note = f'<w:footnote w:id="1">{p("Xem thêm.")}</w:footnote>'
    act = _file(tmp_path, "b.docx", FIRST, _NOTE, footnotes=note)
    regulation = import_file(small, base).document.id
    amend(small, regulation, act)
    return small, regulation


@pytest.mark.parametrize(
    ("as_at", "parts"),
    [("2018-07-15", {Part.PAGE_HEADS}), ("2018-07-16", {Part.PAGE_HEADS, Part.NOTES})],
)
def test_the_files_of_a_text_are_its_own_and_those_of_the_acts_in_it(
    office: tuple[Workspace, str], as_at: str, parts: set[Part]
) -> None:
    source = source_of(office[0], text_as_at(*office, as_at=as_at))
    assert source is not None
    assert {thing.part for thing in source.things} == parts


def test_two_states_of_one_text_come_from_one_file(office: tuple[Workspace, str]) -> None:
    old, new = (text_as_at(*office, as_at=day) for day in ("issued", "2018-07-16"))
    assert apart_of(office[0], old, new) == ()


def test_a_file_that_cannot_be_read_any_more_tells_that_nobody_knows(
    office: tuple[Workspace, str], tmp_path: Path
) -> None:
    workspace, regulation = office
    other = import_file(workspace, _file(tmp_path, "c.docx", "Điều 1. X\n1. Y.")).document.id
    old, new = text_as_at(workspace, regulation, as_at="issued"), text_as_at(workspace, other)
    apart = apart_of(workspace, old, new)
    assert apart is not None
    assert [part.part for part in apart] == [Part.PAGE_HEADS]
    with workspace.writing() as connection:
        connection.execute(
            update(tables.original).where(tables.original.c.name == "a.docx").values(content=b"x\0")
        )
    assert source_of(workspace, old) is None
    assert apart_of(workspace, old, new) is None


def test_a_text_of_plain_lines_has_nothing_beside(recorded: Recorded) -> None:
    text = text_as_at(recorded.workspace, recorded.regulation, as_at="2020-03-01")
    source = source_of(recorded.workspace, text)
    assert source is not None
    assert source.things == NOTHING_BESIDE.things
