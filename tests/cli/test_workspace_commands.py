"""The commands on a workspace as a script calls them: results, exit codes, one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quyche_app.cli.main import DONE, NEEDS_A_PERSON, REFUSED, USAGE, run
from quyche_app.resources_folder import sample_file
from tests.services.office_texts import (
    ASKED,
    FIRST,
    HALF,
    LATE,
    REGULATION,
    SECOND,
    USELESS,
    written,
)

REGULATION_NAME, ACT_NAME = "07-QC/TU", "100-QĐ/TU"


class _NoWindow:
    """These commands never open the window."""

    def open(self, workspace: str | None) -> int:
        raise AssertionError(workspace)

    def open_sample(self, folder: Path) -> int:
        raise AssertionError(folder)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    texts = {"base": REGULATION, "first": FIRST, "second": SECOND, "half": HALF, "useless": USELESS}
    return {name: str(written(tmp_path, f"{name}.txt", text)) for name, text in texts.items()}


@pytest.fixture
def out(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command that must give a code; give standard output and standard error."""

    def call(code: int, *words: str) -> tuple[str, str]:
        capsys.readouterr()
        found = run(words, _NoWindow())
        printed, said = capsys.readouterr()
        assert found == code, said
        return printed, said

    return call


def test_from_import_to_verify(out: Any, files: dict[str, str]) -> None:
    printed, _ = out(DONE, "import", files["base"])
    assert "4 điều, 23/23 đoạn có chỗ, lần ghi 1" in printed
    printed, _ = out(DONE, "amend", REGULATION_NAME, files["first"])
    assert "Lần ghi 3, có hiệu lực 16/7/2018: 3 áp dụng" in printed
    printed, _ = out(DONE, "list")
    assert "sửa đổi 1 lần" in printed
    assert "Đã áp dụng 3/3" in printed
    printed, _ = out(DONE, "show", REGULATION_NAME, "--as-at", "15/7/2018", "--unit", "d2/k2")
    assert printed.split("\n")[1] == "2. Việc gấp được báo cáo trong ngày."
    printed, _ = out(
        DONE, "show", REGULATION_NAME, "--as-at", "2018-07-16", "--unit", "khoản 2 Điều 2"
    )
    assert printed.startswith(
        "[07-QC/TU. Lời văn có hiệu lực ngày 16/7/2018, theo kho sau lần ghi 3"
    )
    assert printed.split("\n")[1] == "2. Việc gấp được báo cáo trong buổi."
    printed, _ = out(DONE, "history", REGULATION_NAME, "d2/k2")
    assert "theo Điều 1 khoản 1 của 100-QĐ/TU (nội dung 1)" in printed
    printed, _ = out(DONE, "undo-amend", REGULATION_NAME, "1")
    assert "lần ghi 4" in printed
    printed, _ = out(DONE, "show", REGULATION_NAME, "--known-at", "3", "--unit", "d2/k2")
    assert "trong buổi" in printed
    printed, _ = out(DONE, "show", REGULATION_NAME, "--unit", "d2/k2")
    assert "trong ngày" in printed
    printed, _ = out(DONE, "verify")
    assert "SAI" not in printed


def test_the_results_for_machines_name_their_schema(out: Any, files: dict[str, str]) -> None:
    commands = (
        ("import", files["base"]),
        ("amend", REGULATION_NAME, files["first"]),
        ("list",),
        ("show", REGULATION_NAME),
        ("history", REGULATION_NAME, "d2"),
        ("undo-amend", REGULATION_NAME, "2"),
        ("verify",),
    )
    for words in commands:
        printed, _ = out(DONE, *words, "--json")
        assert json.loads(printed)["schema"] == f"quyche/{words[0]}/1"
    printed, _ = out(DONE, "show", REGULATION_NAME, "--as-at", "issued", "--json")
    assert json.loads(printed)["lines"] == REGULATION.strip().split("\n")
    assert json.loads(printed)["as_at"] is None


def test_a_finding_for_machines_has_names(out: Any) -> None:
    printed, _ = out(DONE, "import", str(sample_file("quy-che.docx")), "--json")
    (imported,) = json.loads(printed)["imported"]
    assert [finding | {"sentence": ""} for finding in imported["findings"]] == [
        {"name": "headers_left_out", "sentence": "", "line": 0, "path": ""}
    ]


def test_of_several_files_the_good_come_in_and_the_bad_are_listed(
    out: Any, files: dict[str, str], tmp_path: Path
) -> None:
    missing = str(tmp_path / "không có.docx")
    printed, said = out(NEEDS_A_PERSON, "import", missing, files["base"])
    assert "07-QC/TU" in printed
    assert "không có.docx" in said
    assert "Không có tệp" in said
    out(REFUSED, "import", missing)
    out(REFUSED, "import", missing, missing)
    printed, _ = out(DONE, "import", files["base"])
    assert "đã có trong kho từ lần ghi 1" in printed


def test_an_instruction_that_fails_needs_a_person(out: Any, files: dict[str, str]) -> None:
    out(DONE, "import", files["base"])
    printed, _ = out(NEEDS_A_PERSON, "amend", REGULATION_NAME, files["half"])
    assert "KHÔNG áp dụng được" in printed
    _, said = out(REFUSED, "amend", REGULATION_NAME, files["half"])
    assert "lần ghi 3" in said
    _, said = out(REFUSED, "amend", REGULATION_NAME, files["useless"])
    assert said.count("\n") == 1
    printed, _ = out(DONE, "list", "--json")
    assert len(json.loads(printed)["documents"]) == 2


def test_an_act_that_is_in_the_workspace_is_named_by_its_number(
    out: Any, files: dict[str, str]
) -> None:
    out(DONE, "import", files["base"], files["first"])
    printed, _ = out(DONE, "amend", REGULATION_NAME, ACT_NAME, "--dry-run")
    assert "Chưa ghi gì vào kho" in printed
    printed, _ = out(DONE, "amend", REGULATION_NAME, ACT_NAME, "--effect", "01/9/2018")
    assert "có hiệu lực 01/9/2018" in printed


def test_what_cannot_be_served_is_told_in_one_sentence(out: Any, files: dict[str, str]) -> None:
    out(DONE, "import", files["base"])
    for words in (
        ("show", "không có"),
        ("show", REGULATION_NAME, "--unit", "d99"),
        ("show", REGULATION_NAME, "--as-at", "hôm qua"),
        ("show", REGULATION_NAME, "--known-at", "hôm qua"),
        ("history", REGULATION_NAME, "d99"),
        ("undo-amend", REGULATION_NAME, "7"),
        ("amend", REGULATION_NAME, "không có"),
    ):
        printed, said = out(REFUSED, *words)
        assert printed == ""
        assert said.count("\n") == 1, said
    out(USAGE, "amend", REGULATION_NAME, files["first"], "--effect", "hôm qua")


def test_a_false_verdict_needs_a_person(out: Any, files: dict[str, str], tmp_path: Path) -> None:
    import sqlite3

    place = tmp_path / "kho"
    out(DONE, "import", files["base"], "--workspace", str(place))
    with sqlite3.connect(place / "kho.db") as database:
        database.execute("UPDATE content SET words = replace(words, 'trong ngày', 'trong tuần')")
    database.close()
    printed, _ = out(NEEDS_A_PERSON, "verify", "--workspace", str(place))
    assert "SAI" in printed


def test_an_exported_file_is_the_text_that_is_shown(
    out: Any, files: dict[str, str], tmp_path: Path
) -> None:
    out(DONE, "import", files["base"])
    out(DONE, "amend", REGULATION_NAME, files["first"])
    target = tmp_path / "hợp nhất.txt"
    printed, _ = out(DONE, "export", REGULATION_NAME, "-o", str(target), "--as-at", "2020-01-01")
    assert printed.startswith(f"{target}\n  đúng: ")
    shown, _ = out(DONE, "show", REGULATION_NAME, "--as-at", "2020-01-01")
    assert shown.split("\n", 1)[1] == target.read_text(encoding="utf-8")
    _, said = out(REFUSED, "export", REGULATION_NAME, "-o", str(target))
    assert "--force" in said
    printed, _ = out(DONE, "export", REGULATION_NAME, "-o", str(target), "--force", "--json")
    assert json.loads(printed)["schema"] == "quyche/export/1"
    out(USAGE, "export", REGULATION_NAME)


def test_amend_and_undo_end_with_3_and_name_recorded_instructions_that_come_out_otherwise(
    out: Any, files: dict[str, str], tmp_path: Path
) -> None:
    late = str(
        written(
            tmp_path,
            "late.txt",
            LATE.replace("khoản 1 Điều 2", "khoản 2 Điều 2").replace("“1. Mỗi", "“2. Mỗi"),
        )
    )
    for code, words in (
        (DONE, ("import", files["base"])),
        (DONE, ("amend", REGULATION_NAME, files["first"])),
        (DONE, ("amend", REGULATION_NAME, files["second"])),
    ):
        out(code, *words)
    for options in (("--dry-run",), ()):
        _, said = out(NEEDS_A_PERSON, "amend", REGULATION_NAME, late, *options)
        assert "200-QĐ/TU" in said
    _, said = out(NEEDS_A_PERSON, "undo-amend", REGULATION_NAME, "6")
    assert "200-QĐ/TU" in said
    out(DONE, "undo-amend", REGULATION_NAME, "7")


def test_amend_asks_for_a_day_that_is_not_sure(
    out: Any, files: dict[str, str], tmp_path: Path
) -> None:
    asked = str(written(tmp_path, "asked.txt", ASKED))
    out(DONE, "import", files["base"])
    printed, _ = out(NEEDS_A_PERSON, "amend", REGULATION_NAME, asked, "--dry-run", "--json")
    assert json.loads(printed)["effect_date"] is None
    _, said = out(REFUSED, "amend", REGULATION_NAME, asked)
    assert "--effect" in said
    assert "đoạn 10" in said
    out(DONE, "amend", REGULATION_NAME, asked, "--effect", "01/3/2022")


def test_a_dry_run_of_an_act_without_a_day_says_so(tmp_path: Path, out: Any) -> None:
    head = "ĐẢNG ỦY XÃ MẪU\n*\nSố {}-QC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nXã Mẫu, ngày 05 tháng 01 năm 2020\n"
    base, act = tmp_path / "qc.txt", tmp_path / "qd.txt"
    base.write_text(
        head.format("01") + "QUY CHẾ\nlàm việc của Đảng ủy xã Mẫu\nĐiều 1. Họp\n1. Một.\n2. Hai.\n",
        encoding="utf-8",
    )
    act.write_text(
        "ĐẢNG ỦY XÃ MẪU\nQUYẾT ĐỊNH\nsửa đổi Quy chế làm việc của Đảng ủy xã Mẫu\n"
        "Điều 1. Sửa đổi một số điều của Quy chế số 01-QC/ĐU\n1. Bãi bỏ khoản 2 Điều 1.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\n",
        encoding="utf-8",
    )
    where = ("--workspace", str(tmp_path / "kho"))
    out(0, "import", str(base), *where)
    _, told = out(3, "amend", "01-QC/ĐU", str(act), "--dry-run", *where)
    assert "--effect" in told
