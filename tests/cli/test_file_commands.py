"""The command line on files: results, exit codes, and one clear sentence for what cannot be done."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from quyche_app.cli.main import COMMANDS, DEFECT, run
from quyche_app.resources_folder import sample_file

_BASE, _ACT = sample_file("quy-che.docx"), sample_file("quyet-dinh-3868.docx")


class _NoWindow:
    def open(self, workspace: str | None) -> int:
        raise AssertionError("no window in this test")


def _run(*arguments: str | Path) -> int:
    return run([str(argument) for argument in arguments], _NoWindow())


def test_consolidate_writes_every_format_and_a_report_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outs = [tmp_path / f"h{suffix}" for suffix in (".docx", ".html", ".txt", ".json")]
    report = tmp_path / "r.json"
    words = [word for out in outs for word in ("-o", out)]
    assert _run("consolidate", _BASE, _ACT, *words, "--report", report) == 0
    assert all(out.stat().st_size > 1000 for out in outs)
    data = json.loads(report.read_text(encoding="utf-8"))
    assert data["schema"] == "quyche/consolidation/1"
    assert {i["state"] for i in data["instructions"]} == {"applied"}
    assert {i["confidence"] for i in data["instructions"]} == {"high"}
    assert data["acts"][0]["effect_date"] == "2018-07-16"
    assert "áp dụng 26" in capsys.readouterr().err


def test_the_text_as_at_a_day_leaves_out_what_takes_effect_later(tmp_path: Path) -> None:
    words = []
    for day in ("15/7/2018", "2018-07-16", "2019-01-01"):
        out = tmp_path / f"{day.replace('/', '-')}.txt"
        assert _run("consolidate", _BASE, _ACT, "-o", out, "--as-at", day) == 0
        words.append(out.read_text(encoding="utf-8"))
    before, first, last = words
    assert "Điều 14a" not in before
    assert "Điều 14a" in first
    assert "toàn diện của Ban Thường vụ" not in first
    assert "toàn diện của Ban Thường vụ" in last


def test_an_instruction_that_fails_ends_with_3_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = tmp_path / "a.txt"
    act.write_text(
        "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc\nĐiều 1. Bãi bỏ khoản 40 Điều 2 của Quy chế.\n",
        encoding="utf-8",
    )
    assert _run("consolidate", _BASE, act, "-o", tmp_path / "x.txt") == 3
    assert "Điều 2 không có khoản 40" in capsys.readouterr().err


def test_amendments_and_outline_speak_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("amendments", _ACT, "--base", _BASE, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == "quyche/amendments/1"
    assert len(data["instructions"]) == 26
    assert _run("outline", _BASE, "--json", "--account") == 0
    outline = json.loads(capsys.readouterr().out)
    assert len(outline["account"]) == outline["paragraphs"] == sum(outline["placed"].values())


def test_compare_and_redline_of_two_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "moi.docx"
    assert _run("consolidate", _BASE, _ACT, "-o", new) == 0
    page = tmp_path / "ss.html"
    assert _run("compare", _BASE, new, "-o", page) == 0
    assert "<del>" in page.read_text(encoding="utf-8")
    capsys.readouterr()
    assert _run("compare", _BASE, new, "--json", "--only", "inserted") == 0
    data = json.loads(capsys.readouterr().out)
    assert {pair["kind"] for pair in data["pairs"]} == {"inserted"}
    assert "qc:d14a" in {pair["new"] for pair in data["pairs"]}
    assert _run("redline", _BASE, new, "-o", tmp_path / "r.docx", "--date", "5/7/2018") == 0


_BAD = {
    "trong.docx": b"",
    "chi-la-chu.docx": b"\x00\x01\x02\x03" * 400,
    "anh.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 200,
    "cu.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "cut.docx": _BASE.read_bytes()[:4000],
    "sai-bang-ma.txt": "Điều 1. Quy chế này".encode()[1:] + b"\xc3\x28\xa0\xa1 \xe2\x28\xa1" * 9,
}


@pytest.mark.parametrize("name", sorted(_BAD))
def test_a_bad_file_gives_one_vietnamese_sentence_exit_1_and_leaves_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(_BAD[name])
    out = tmp_path / "x.txt"
    for command in (
        ("outline", file),
        ("consolidate", file, _ACT, "-o", out),
        ("consolidate", _BASE, file, "-o", out),
        ("import", file),
    ):
        assert _run(*command) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1
        assert name in said.err
    assert not out.exists()


def test_what_cannot_be_written_is_said_before_any_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "x.txt"
    there.write_text("cũ", encoding="utf-8")
    assert _run("consolidate", _BASE, _ACT, "-o", there) == 1
    assert "--force" in capsys.readouterr().err
    assert _run("consolidate", _BASE, _ACT, "-o", tmp_path / "khong-co" / "x.txt") == 1
    assert _run("consolidate", _BASE, _ACT, "-o", tmp_path / "x.rtf") == 1
    assert there.read_text(encoding="utf-8") == "cũ"
    assert [p.name for p in tmp_path.iterdir()] == ["x.txt"]


def test_missing_files_folders_and_wrong_dates_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("outline", tmp_path / "khong.docx") == 1
    assert "Không có tệp" in capsys.readouterr().err
    assert _run("outline", tmp_path) == 1
    assert "thư mục" in capsys.readouterr().err
    assert _run("consolidate", _BASE, _ACT, "-o", tmp_path / "x.txt", "--as-at", "32/13/2018") == 1
    assert "32/13/2018" in capsys.readouterr().err


def test_a_file_that_may_not_be_read_is_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.txt"
    file.write_text("Điều 1. A", encoding="utf-8")

    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert _run("outline", file) == 1
    assert "Không có quyền đọc" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["lenh-la"], ["outline"], ["consolidate", "a", "--accept", "x"]]
)
def test_wrong_usage_ends_with_2_in_vietnamese(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, _NoWindow()) == 2
    assert "sai cách dùng" in capsys.readouterr().err


def test_a_defect_ends_with_70_names_a_report_and_shows_no_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "bí mật của văn bản"

    def broken(path: Path) -> None:
        raise RuntimeError(words)

    monkeypatch.setattr("quyche_app.services.outline.read_outline", broken)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert _run("outline", _BASE) == DEFECT
    said = capsys.readouterr().err
    assert "Báo cáo lỗi" in said
    assert "Traceback" not in said
    report = Path(said.rsplit(": ", 1)[1].strip())
    assert "RuntimeError" in report.read_text(encoding="utf-8")
    assert words not in report.read_text(encoding="utf-8")
    report.unlink()


def test_every_command_has_a_module_with_help() -> None:
    for command in COMMANDS:
        assert run([command.name, "--help"], _NoWindow()) == 0


def test_self_test_proves_the_whole_main_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("self-test", "--json") == 0
    steps = json.loads(capsys.readouterr().out)["steps"]
    assert all(step["ok"] for step in steps)
    assert len(steps) >= 9


def test_asking_for_the_version_loads_nothing() -> None:
    code = (
        "import sys; sys.argv = ['quyche', '--version']; from quyche_app.__main__ import main; main(); "
        "print([m for m in sys.modules if m.startswith('quyche_app.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, loaded = done.stdout.splitlines()
    assert version.startswith("quyche ")
    assert loaded == "['quyche_app.__main__']"


def test_a_reader_that_stops_reading_is_no_error() -> None:
    """`quyche outline … | head -1`: the rest is wanted by nobody."""
    command = [
        sys.executable,
        "-m",
        "quyche_app",
        "outline",
        str(sample_file("quy-che.docx")),
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
    assert running.returncode == 0
    assert "Broken" not in said
    assert "Exception" not in said


def test_draft_decision_writes_a_decision_that_consolidates_to_the_new_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = sample_file("hop-nhat.expected.txt")
    out, text = tmp_path / "qd.docx", tmp_path / "qd.txt"
    assert _run("draft-decision", _BASE, new, "-o", out, "-o", text) == 0
    assert "Áp dụng thử: khớp" in capsys.readouterr().err
    assert _run("amendments", out, "--json") == 0
    read = json.loads(capsys.readouterr().out)
    assert read["unread"] == []
    assert _run("consolidate", _BASE, out, "-o", tmp_path / "hn.txt") == 0
    wanted, got = (
        [
            line
            for line in file.read_text(encoding="utf-8").splitlines()
            if "(được bãi bỏ)" not in line
        ]
        for file in (new, tmp_path / "hn.txt")
    )
    assert got == wanted
    capsys.readouterr()
    assert _run("draft-decision", _BASE, new, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "quyche/decision/1"
    assert report["verdict"] is True
    assert {row["true"] for row in report["instructions"]} == {True}
    assert _run("draft-decision", new, new) == 1
    assert "không khác nhau" in capsys.readouterr().err


def test_draft_decision_ends_with_3_when_the_new_text_was_counted_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "QUY CHẾ\nĐiều 1. Họp\n1. Họp hằng tháng.\n"
    old, new = tmp_path / "cu.txt", tmp_path / "moi.txt"
    old.write_text(head + "2. Ghi biên bản.\n", encoding="utf-8")
    new.write_text(head + "2. Mời đại biểu.\n3. Ghi biên bản.\n", encoding="utf-8")
    assert _run("draft-decision", old, new) == 3
    said = capsys.readouterr()
    assert "Bổ sung khoản 1a vào sau khoản 1 Điều 1" in said.out
    assert "chèn số xen kẽ" in said.err


def test_compare_with_a_base_tells_who_changed_what_and_ends_with_3_on_a_conflict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, mine, theirs = (tmp_path / f"{name}.txt" for name in ("goc", "a", "b"))
    for file, days in ((base, "05"), (mine, "03"), (theirs, "07")):
        file.write_text(
            f"QUY CHẾ\nĐiều 1. Họp\n1. Gửi tài liệu trước {days} ngày.\n", encoding="utf-8"
        )
    assert _run("compare", mine, theirs, "--base", base) == 3
    assert "A và B sửa khác nhau 1" in capsys.readouterr().out
    out = tmp_path / "ba-ban.html"
    assert _run("compare", mine, base, "--base", base, "-o", out, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"mine": 1}
    assert "chỉ A sửa" in out.read_text(encoding="utf-8")


def test_compare_pairs_by_hand_and_refuses_what_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.txt"
    file.write_text("QUY CHẾ\nĐiều 1. Họp\n1. Họp tháng.\n2. Ghi biên bản.\n", encoding="utf-8")
    assert _run("compare", file, file, "--pair", "d1/k1=khoản 2 Điều 1", "--json") == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert {"d1/k2"} == {p["new"] for p in pairs if p["old"] == "d1/k1"}
    kept = tmp_path / "so-sanh.json"
    assert _run("compare", file, file, "--pair", "d1/k1=d1/k2", "-o", kept) == 0
    capsys.readouterr()
    assert _run("compare", file, file, "--pairs", kept, "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert again["pairs"] == pairs
    assert again["by_hand"] == [{"old": "d1/k1", "new": "d1/k2"}]
    assert _run("compare", file, file, "--pairs", file) == 1
    assert "không phải bản so sánh" in capsys.readouterr().err
    assert _run("compare", file, file, "--pair", "d1=d9") == 1
    assert "không có d9" in capsys.readouterr().err
    assert _run("compare", file, file, "--pair", "d1/k1") == 1


def test_a_redline_of_words_typed_in_pieces_is_proved_and_written(tmp_path: Path) -> None:
    words = "QUY CHẾ\nĐiều 1. Họp\n1. Ban Thường vụ quyết định chế độ họp."
    files = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    files[0].write_text(words, encoding="utf-8")
    files[1].write_text(
        unicodedata.normalize("NFD", words + "\n2. Ghi biên bản."), encoding="utf-8"
    )
    assert _run("redline", *files, "-o", tmp_path / "dau.docx") == 0


def test_a_comparison_is_the_same_in_every_run(tmp_path: Path) -> None:
    """Python orders sets otherwise in every process; nothing of that may be seen."""
    choose = random.Random(7)
    words = (
        "hồ sơ",
        "tờ trình",
        "biên bản",
        "đề án",
        "kế hoạch",
        "chương trình",
        "cấp ủy",
        "chi bộ",
    )
    clauses = [" ".join(choose.choices(words, k=9)) for _ in range(120)]

    def text() -> str:
        """The same clauses in another order, two words of each changed: many could be one another."""
        lines = ["QUY CHẾ"]
        for number, clause in enumerate(choose.sample(clauses, len(clauses))):
            if number % 4 == 0:
                lines.append(f"Điều {number // 4 + 1}. {' '.join(choose.sample(words, 3))}")
            said = clause.split()
            said[3:5] = choose.choices(("họp", "ký", "gửi", "báo"), k=2)
            lines.append(f"{number % 4 + 1}. {' '.join(said)}.")
        return "\n".join(lines)

    files = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    for file in files:
        file.write_text(text(), encoding="utf-8")
    seen = {
        subprocess.run(
            [sys.executable, "-m", "quyche_app", "compare", *map(str, files), "--json"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(seen) == 1


def test_the_account_of_a_decision_can_be_a_file_and_a_wrong_ending_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = sample_file("hop-nhat.expected.txt")
    out, reasons = tmp_path / "qd.json", tmp_path / "ly-do.json"
    reasons.write_text('{"d1/k2": "theo Kết luận số 9", "d33": "không có gì"}', encoding="utf-8")
    assert _run("draft-decision", _BASE, new, "-o", out, "--reasons", reasons) == 3
    assert "lý do không dùng đến · Điều 33" in capsys.readouterr().err
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["schema"] == "quyche/decision/1"
    assert report["verdict"] is True
    assert "theo Kết luận số 9" in {row["reason"] for row in report["instructions"]}
    assert (
        _run("draft-decision", _BASE, new, "-o", tmp_path / "a.docx", "-o", tmp_path / "a.pdf") == 1
    )
    assert not (tmp_path / "a.docx").exists()
    reasons.write_text('{"chỗ nào đó": "?"}', encoding="utf-8")
    assert _run("draft-decision", _BASE, new, "--reasons", reasons) == 1
    assert "Không hiểu địa chỉ" in capsys.readouterr().err


def test_pairs_by_hand_across_components_and_of_a_broken_file_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text('{"by_hand": [{"old": ["d1"], "new": "d1"}]}', encoding="utf-8")
    assert _run("compare", _BASE, _BASE, "--pairs", kept) == 1
    assert "không phải bản so sánh" in capsys.readouterr().err
    assert _run("compare", _BASE, _BASE, "--pair", "d1=pl1/m1") in (1, 2)


@pytest.mark.parametrize("command", ["compare", "draft-decision", "consolidate"])
def test_a_file_that_is_read_is_never_overwritten(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("cu.txt", "moi.txt")]
    for file, days in zip(files, ("05", "07"), strict=True):
        file.write_text(
            f"QUY CHẾ\nĐiều 1. Họp\n1. Gửi trước {days} ngày.\n2. Hết.", encoding="utf-8"
        )
    before = files[0].read_bytes()
    assert _run(command, *files, "-o", files[0], "--force") == 1
    assert "chính là tệp đang đọc" in capsys.readouterr().err
    assert files[0].read_bytes() == before


def test_what_only_follows_a_renumbered_article_is_counted_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [
        f"Điều {{}}. Việc {n}\n1. Họp việc {n} hằng tháng.\n2. Báo cáo việc {n} hằng quý."
        for n in "abcdefgh"
    ]
    files = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    new = [articles[0], "Điều {}. Tiếp dân\nTrả lời đơn đúng hạn.", *articles[1:]]
    for file, some in zip(files, (articles, new), strict=True):
        text = "\n".join(article.format(n) for n, article in enumerate(some, 1))
        file.write_text(f"QUY CHẾ\n{text}", encoding="utf-8")
    assert _run("compare", *files) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == (
        "8 chỗ khác nhau: thêm 1, đánh số lại 7. 14 khoản, điểm ở trong đó giữ nguyên số và lời."
    )
    assert sum(line.endswith("đánh số lại") for line in said) == 7
    assert _run("compare", *files, "--hide", "numbering") == 0
    assert "đánh số lại" not in capsys.readouterr().out
    assert _run("compare", *files, "--hide", "substance", "--hide", "numbering") == 0
    assert "thêm" not in capsys.readouterr().out.partition(" chỗ khác nhau")[0]


_ACT_ON_ANOTHER = (
    "QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế số 99-QC/XY\n"
    "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế số 99-QC/XY như sau:\n1. Bãi bỏ khoản 1 Điều 1.\n"
)


_NO_AMENDMENT = "QUYẾT ĐỊNH\nvề việc khác\nĐiều 1. Giao Văn phòng theo dõi."


@pytest.mark.parametrize("words", [_ACT_ON_ANOTHER, _NO_AMENDMENT])
def test_consolidate_writes_no_text_when_nothing_of_the_act_is_about_the_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    act, out, report = tmp_path / "qd.txt", tmp_path / "h.txt", tmp_path / "r.json"
    act.write_text(words, encoding="utf-8")
    assert _run("consolidate", _BASE, act, "-o", out, "--report", report) == 3
    assert not out.exists()
    assert json.loads(report.read_text(encoding="utf-8"))["schema"] == "quyche/consolidation/1"
    assert "?" in capsys.readouterr().err


def test_consolidate_asks_about_the_one_act_of_several_that_is_about_another_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act, out = tmp_path / "qd.txt", tmp_path / "h.txt"
    act.write_text(_ACT_ON_ANOTHER, encoding="utf-8")
    assert _run("consolidate", _BASE, _ACT, act, "-o", out) == 3
    assert out.exists()
    assert "?" in capsys.readouterr().err


def test_consolidate_and_amendments_list_what_goes_on_under_the_old_rules(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, act = tmp_path / "qc.txt", tmp_path / "qd.txt"
    base.write_text(
        "QUY CHẾ\nlàm việc\nĐiều 1. Họp\n1. Họp tuần.\n2. Họp tháng.\n", encoding="utf-8"
    )
    act.write_text(
        "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc\nĐiều 1. Bãi bỏ khoản 2 Điều 1 của Quy chế.\n"
        "Điều 2. Việc đã giao trước ngày Quyết định này có hiệu lực thì tiếp tục làm theo lịch cũ.\n",
        encoding="utf-8",
    )
    out, report = tmp_path / "h.txt", tmp_path / "r.json"
    assert _run("consolidate", base, act, "-o", out, "--report", report) == 3
    (passage,) = json.loads(report.read_text(encoding="utf-8"))["transitional"]
    assert passage["lines"] == [4, 4]
    assert "2. (được bãi bỏ)" in out.read_text(encoding="utf-8")
    capsys.readouterr()
    assert _run("amendments", act) == 3
    assert "Việc đã giao trước ngày" in capsys.readouterr().out
