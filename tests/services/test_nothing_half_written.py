"""A killed process, a full disk, a folder without permission: the workspace stays as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from quyche_app.domain.errors import StorageError
from quyche_app.services.amend import amend
from quyche_app.services.import_file import import_file
from quyche_app.services.library import list_documents
from quyche_app.services.undo_amend import undo_amend
from quyche_app.services.verify import verify
from quyche_app.services.workspace import open_workspace
from tests.services.children import KILLED, REFUSED, dump, in_child, kill_at
from tests.services.office_texts import FIRST, REGULATION

File = Callable[[str, str], Path]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cần fork của Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kho"


def prepared(folder: Path, file: File) -> str:
    """Import the regulation and close the workspace, so that a child may open it."""
    workspace = open_workspace(folder)
    document = import_file(workspace, file("quy-che.txt", REGULATION)).document.id
    workspace.close()
    return document


def is_whole(folder: Path) -> bool:
    workspace = open_workspace(folder)
    try:
        return all(verdict.is_true for verdict in verify(workspace))
    finally:
        workspace.close()


def die_everywhere(folder: Path, work: Callable[[], object]) -> int:
    """Kill the work at every second statement; give how often it died before it was done.

    Each time the workspace is as before, or, once the work was committed, whole.
    """
    before = dump(folder)
    for deaths, statement in enumerate(range(1, 400, 2)):

        def child(at: int = statement) -> None:
            kill_at(at)
            work()

        code, said = in_child(child)
        if code == 0:
            assert dump(folder) != before, "the work was done"
            return deaths
        assert code == KILLED, said
        if dump(folder) != before:
            assert is_whole(folder)
            return deaths
    raise AssertionError("the work has too many statements")


def test_killed_while_importing(folder: Path, file: File) -> None:
    prepared(folder, file)
    act = file("qd.txt", FIRST)
    assert die_everywhere(folder, lambda: import_file(open_workspace(folder), act)) > 5
    assert is_whole(folder)


def test_killed_while_amending(folder: Path, file: File) -> None:
    document = prepared(folder, file)
    act = file("qd.txt", FIRST)
    assert die_everywhere(folder, lambda: amend(open_workspace(folder), document, act)) > 10
    assert is_whole(folder)


def test_killed_while_taking_back(folder: Path, file: File) -> None:
    document = prepared(folder, file)
    workspace = open_workspace(folder)
    operation = amend(workspace, document, file("qd.txt", FIRST)).operations[0]
    workspace.close()
    assert (
        die_everywhere(folder, lambda: undo_amend(open_workspace(folder), document, operation)) > 5
    )
    assert is_whole(folder)


def test_killed_while_the_workspace_is_made(folder: Path) -> None:
    for statement in range(1, 60, 7):

        def child(at: int = statement) -> None:
            kill_at(at)
            open_workspace(folder)

        code, said = in_child(child)
        assert code in (0, KILLED), said
        workspace = open_workspace(folder)
        assert list_documents(workspace) == ()
        workspace.close()
        for left in folder.iterdir():
            left.unlink()


def test_a_full_disk_is_told_and_changes_nothing(folder: Path, file: File) -> None:
    document = prepared(folder, file)
    act = file("qd.txt", FIRST.replace("phần mềm", "phần mềm của Văn phòng " * 500))
    before = dump(folder)

    def child() -> None:
        @event.listens_for(Engine, "connect")
        def small(connection: object, _: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

        amend(open_workspace(folder), document, act)

    code, said = in_child(child)
    assert code == REFUSED, said
    assert "Ổ đĩa đã đầy" in said
    assert dump(folder) == before
    assert is_whole(folder)


def test_a_file_that_may_not_grow_is_told_and_changes_nothing(folder: Path, file: File) -> None:
    resource = pytest.importorskip("resource")
    document = prepared(folder, file)
    act = file("qd.txt", FIRST)
    before = dump(folder)

    def child() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))
        amend(open_workspace(folder), document, act)

    code, said = in_child(child)
    assert code == REFUSED, said
    assert "đĩa" in said
    assert dump(folder) == before
    assert is_whole(folder)


def test_no_room_for_a_new_workspace(folder: Path) -> None:
    resource = pytest.importorskip("resource")

    def child() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        open_workspace(folder)

    code, said = in_child(child)
    assert code == REFUSED, said
    workspace = open_workspace(folder)
    assert list_documents(workspace) == ()
    workspace.close()


def as_ordinary_user(work: Callable[[], object]) -> tuple[int, str]:
    def child() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        work()

    return in_child(child)


def test_a_folder_without_permission(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    for place in (closed, closed / "kho"):
        code, said = as_ordinary_user(lambda where=place: open_workspace(where))
        assert code == REFUSED, said
        assert "Không có quyền" in said
    assert list(closed.iterdir()) == []


def test_a_workspace_that_may_only_be_read(tmp_path: Path, folder: Path, file: File) -> None:
    document = prepared(folder, file)
    act = file("qd.txt", FIRST)
    before = dump(folder)
    for path in (tmp_path.parent.parent, tmp_path.parent, tmp_path):
        path.chmod(0o755)
    folder.chmod(0o555)
    for part in folder.iterdir():
        part.chmod(0o444)
    code, said = as_ordinary_user(lambda: amend(open_workspace(folder), document, act))
    assert code == REFUSED, said
    assert "quyền" in said
    folder.chmod(0o755)
    assert dump(folder) == before


def test_a_file_is_not_a_workspace(tmp_path: Path) -> None:
    path = tmp_path / "tệp"
    path.write_text("không phải kho", encoding="utf-8")
    with pytest.raises(StorageError, match="là một tệp"):
        open_workspace(path)


def test_a_database_of_another_program_is_left_alone(folder: Path) -> None:
    import sqlite3

    folder.mkdir()
    with sqlite3.connect(folder / "kho.db") as database:
        database.execute("CREATE TABLE other (x)")
    database.close()
    before = dump(folder)
    with pytest.raises(StorageError, match="không phải là kho"):
        open_workspace(folder)
    assert dump(folder) == before


def test_bytes_that_are_no_database_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    noise = b"not a database at all, but long enough to be read as one" * 40
    (folder / "kho.db").write_bytes(noise)
    with pytest.raises(StorageError, match="không phải là kho"):
        open_workspace(folder)
    assert (folder / "kho.db").read_bytes() == noise


def test_a_workspace_of_a_newer_version_is_left_alone(folder: Path) -> None:
    import sqlite3

    open_workspace(folder).close()
    with sqlite3.connect(folder / "kho.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(StorageError, match="mới hơn"):
        open_workspace(folder)
