"""A workspace file of the present schema is made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from quyche_app.storage.engine import DATABASE_NAME
from quyche_app.storage.workspace import Workspace, open_at


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a workspace without texts."""
    folder = tmp_path_factory.mktemp("kho-mau")
    open_at(folder).close()
    return folder / DATABASE_NAME


@pytest.fixture
def folder(empty_file: Path, tmp_path: Path) -> Path:
    """Give the folder of a workspace without texts."""
    place = tmp_path / "kho"
    place.mkdir()
    shutil.copy(empty_file, place / DATABASE_NAME)
    return place


@pytest.fixture
def store(folder: Path) -> Iterator[Workspace]:
    """Give an open workspace without texts."""
    opened = open_at(folder)
    yield opened
    opened.close()


@pytest.fixture
def db(store: Workspace) -> Iterator[Connection]:
    """Give a writing transaction of a workspace without texts."""
    with store.writing() as connection:
        yield connection
