"""Names and words that are no UTF-8, too long or unprintable: served or refused with one sentence."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from quyche_app.cli.main import DONE, REFUSED, run
from quyche_app.services.workspace import open_workspace
from quyche_app.storage.tables import original
from quyche_app.writing.resolver import accept_all

_BASE = "QUY CHẾ\nlàm việc của cơ quan\nĐiều 1. Phạm vi\n1. Họp mỗi tháng.\n2. Báo cáo mỗi quý.\n"
_NEW = _BASE.replace("mỗi tháng", "mỗi tuần")
_STRANGE = os.fsdecode(b"v\xe1n b\xb6n")  # TCVN3, as old machines wrote names


class _NoWindow:
    def open(self, workspace: str | None) -> int:
        raise AssertionError("no window in this test")


@dataclass(frozen=True)
class _Done:
    code: int
    out: str
    err: str


def _done(*arguments: str | Path) -> _Done:
    """Carry out a command with streams that refuse what UTF-8 cannot hold, as a terminal's do."""
    kept = io.BytesIO(), io.BytesIO()
    out, err = (
        io.TextIOWrapper(one, encoding="utf-8", errors="strict", write_through=True) for one in kept
    )
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments], _NoWindow())
    return _Done(code, *(one.getvalue().decode() for one in kept))


def _run(*arguments: str | Path) -> int:
    return _done(*arguments).code


def _files(folder: Path) -> tuple[Path, Path]:
    """Two versions of a text under names that are no UTF-8."""
    old, new = folder / f"{_STRANGE}.txt", folder / f"{_STRANGE} 2.txt"
    old.write_text(_BASE, encoding="utf-8")
    new.write_text(_NEW, encoding="utf-8")
    return old, new


def test_files_with_names_that_are_no_utf8_are_read_compared_and_written(tmp_path: Path) -> None:
    old, new = _files(tmp_path)
    for words in (
        ("outline", old),
        ("outline", old, "--json"),
        ("amendments", old),
        ("compare", old, new),
        ("compare", old, new, "--json"),
        ("compare", old, new, "-o", tmp_path / f"{_STRANGE}.html"),
        ("redline", old, new, "-o", tmp_path / f"{_STRANGE}.docx"),
        ("draft-decision", old, new, "-o", tmp_path / f"{_STRANGE} qd.docx"),
    ):
        assert _run(*words) == DONE, words
    assert (tmp_path / f"{_STRANGE}.html").is_file()
    assert accept_all((tmp_path / f"{_STRANGE}.docx").read_bytes())[-2] == "1. Họp mỗi tuần."


def test_the_workspace_keeps_a_name_that_is_no_utf8_with_signs_for_its_bytes(
    tmp_path: Path,
) -> None:
    old, new = _files(tmp_path)
    kept = ("--workspace", tmp_path / "kho")
    assert _run("import", old, new, *kept) == DONE
    assert _run("verify", *kept) == DONE
    with open_workspace(tmp_path / "kho").reading() as connection:
        names = connection.execute(select(original.c.name)).scalars().all()
    assert sorted(names) == ["v\ufffdn b\ufffdn 2.txt", "v\ufffdn b\ufffdn.txt"]


def test_a_file_that_is_not_there_is_named_though_its_name_cannot_be_printed(
    tmp_path: Path,
) -> None:
    done = _done("outline", tmp_path / f"{_STRANGE}.txt")
    assert done.code == REFUSED
    assert done.err.startswith("Không có tệp ")


@pytest.mark.parametrize(
    "words",
    [
        ("search", _STRANGE),
        ("show", _STRANGE),
        ("show", "1", "--unit", _STRANGE),
        ("history", "1", _STRANGE),
        ("undo-amend", "1", _STRANGE),
        ("amend", "1", _STRANGE),
    ],
)
def test_words_that_are_no_utf8_are_refused_with_one_sentence(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    done = _done(*words, "--workspace", tmp_path / "kho")
    assert done.code == REFUSED
    assert "v\ufffdn b\ufffdn" in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "kho").exists()


@pytest.mark.parametrize(
    ("author", "kept"),
    [
        ("Ban\x00 A", "Ban A"),
        ("Ban\x0b A\x1f", "Ban A"),
        ("Ban\ufffe A", "Ban A"),
        ("Ban\n\tA", "Ban A"),
    ],
)
def test_control_characters_of_an_author_are_left_out(
    author: str, kept: str, tmp_path: Path
) -> None:
    old, new = _files(tmp_path)
    written = tmp_path / "sua.docx"
    assert _run("redline", old, new, "-o", written, "--author", author) == DONE
    with zipfile.ZipFile(written) as file:
        assert f'w:author="{kept}"' in file.read("word/document.xml").decode()


def test_an_author_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    old, new = _files(tmp_path)
    assert _run("redline", old, new, "-o", tmp_path / "sua.docx", "--author", _STRANGE) == REFUSED
    assert not (tmp_path / "sua.docx").exists()


@pytest.mark.parametrize(
    "name", ["x" * 5000, "x/" * 3000, "a\x00b"], ids=["long", "deep", "zero byte"]
)
@pytest.mark.parametrize(
    "command",
    [
        ("outline", "{}"),
        ("import", "{}"),
        ("restore", "{}"),
        ("backup", "{}"),
        ("demo", "--no-window", "--out", "{}"),
        ("redline", "old", "new", "-o", "{}.docx"),
        ("compare", "old", "new", "-o", "{}.html"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(
    command: tuple[str, ...], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUYCHE_WORKSPACE", str(tmp_path / "kho"))
    Path("old").write_text(_BASE, encoding="utf-8")
    Path("new").write_text(_NEW, encoding="utf-8")
    assert _run(*(word.format(name) for word in command)) == REFUSED


@pytest.mark.parametrize(
    "where",
    [
        "postgresql://ai:matkhau@may:port/kho",
        "postgresql://[::1/kho",
        "postgres://may:x1/kho",
        "postgresql+psycopg://may:/:/kho",
        f"postgresql://may/{_STRANGE}",
    ],
)
@pytest.mark.parametrize("command", [("list",), ("verify",), ("import", "old")])
def test_an_address_of_a_server_that_cannot_be_read_is_refused_without_its_password(
    where: str, command: tuple[str, ...]
) -> None:
    done = _done(*command, "--workspace", where)
    assert done.code == REFUSED
    assert done.err.startswith("Địa chỉ kho không đúng: postgres")
    assert "matkhau" not in done.err


@pytest.mark.parametrize(
    "moment",
    [
        "9" * 5000,
        "9" * 30,
        "²",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "0001-01-01 00:00",
    ],
)
def test_a_moment_outside_the_calendar_is_refused(moment: str, tmp_path: Path) -> None:
    old, _ = _files(tmp_path)
    kept = ("--workspace", tmp_path / "kho")
    assert _run("import", old, *kept) == DONE
    assert _run("show", "cơ quan", *kept) == DONE
    assert _run("show", "cơ quan", "--known-at", moment, *kept) in (DONE, REFUSED)


@pytest.mark.parametrize(
    "words", ["[" * 100_000, '{"d1/k1": "\\ud800\\u0000"}', "{"], ids=["deep", "half", "cut"]
)
def test_strange_json_beside_the_texts_is_no_defect(words: str, tmp_path: Path) -> None:
    old, new = _files(tmp_path)
    beside = tmp_path / "ly-do.json"
    beside.write_text(words, encoding="utf-8")
    written = tmp_path / "qd.docx"
    assert _run("draft-decision", old, new, "-o", written, "--reasons", beside) in (DONE, REFUSED)
    assert _run("compare", old, new, "--pairs", beside) == REFUSED
