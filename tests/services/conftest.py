"""Workspaces in SQLite, and in a PostgreSQL server that the tests start for themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quyche_app.services.amend import amend
from quyche_app.services.import_file import import_file
from quyche_app.services.views import Amended
from quyche_app.services.workspace import Workspace, open_workspace
from tests.services.office_texts import FIRST, REGULATION, SECOND, written


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    command = shutil.which("initdb")
    return Path(command).parent if command else None


def _as_server(*words: str) -> None:
    """Run a program as an ordinary user: the server refuses to run as root
    (docs/libraries.md 8.1)."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # A plain user's PATH does not hold the folder of runuser.
    folders = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    runuser = shutil.which("runuser", path=folders) or "runuser"
    before = [runuser, "-u", "postgres", "--"] if is_root else []
    subprocess.run([*before, *words], check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """Give the folder of a running server's socket, or skip."""
    programs = _programs()
    if programs is None:
        pytest.skip("chưa cài PostgreSQL (gói postgresql)")
    pytest.importorskip("psycopg", reason="chưa cài psycopg")
    folder = Path(tempfile.mkdtemp(prefix="quyche-pg-"))
    folder.chmod(0o755)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    _as_server(
        str(programs / "initdb"),
        "-D",
        data,
        "-A",
        "trust",
        "-U",
        "postgres",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )
    control = str(programs / "pg_ctl")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    _as_server(control, "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    yield folder
    _as_server(control, "-D", data, "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(server: Path, tmp_path: Path) -> Iterator[str]:
    """Give the address of a fresh database."""
    import psycopg

    name = f"kho_{abs(hash(str(tmp_path)))}"
    with psycopg.connect(f"host={server} user=postgres dbname=postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        yield f"postgresql://postgres@/{name}?host={server}"
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the place of a workspace that is not there yet, on each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "kho")
    address: str = request.getfixturevalue("database")
    return address


@pytest.fixture
def ws(where: str, empty_workspace: Path) -> Iterator[Workspace]:
    """Give an open workspace on each kind of database."""
    if not where.startswith("postgresql"):
        shutil.copytree(empty_workspace, where)
    workspace = open_workspace(where)
    yield workspace
    workspace.close()


@pytest.fixture
def small(tmp_path: Path, empty_workspace: Path) -> Iterator[Workspace]:
    """Give an open workspace in a folder, where the kind of database does not matter."""
    shutil.copytree(empty_workspace, tmp_path / "kho")
    workspace = open_workspace(tmp_path / "kho")
    yield workspace
    workspace.close()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], Path]:
    """Give a maker of files: name, text → path."""
    return lambda name, text: written(tmp_path, name, text)


@pytest.fixture
def regulation(ws: Workspace, file: Callable[[str, str], Path]) -> str:
    """Give the id of the regulation, imported."""
    return import_file(ws, file("quy-che.txt", REGULATION)).document.id


class Recorded(NamedTuple):
    """A workspace with a regulation and two acts recorded over it; tests read it and write nothing."""

    workspace: Workspace
    regulation: str
    acts: tuple[Amended, ...]


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    """Give the regulation with its first and its second act, made once for all that only look."""
    folder = tmp_path_factory.mktemp("da-ghi")
    workspace = open_workspace(folder / "kho")
    text = import_file(workspace, written(folder, "quy-che.txt", REGULATION), who="Lan")
    acts = tuple(
        amend(workspace, text.document.id, written(folder, name, act), who="Lan")
        for name, act in (("1.txt", FIRST), ("2.txt", SECOND))
    )
    yield Recorded(workspace, text.document.id, acts)
    workspace.close()
