"""The page docs/accuracy.md: how well amendments of real texts are read, by verb and by family.

``python -m benchmarks.accuracy`` runs the measure that lies beside the project and writes the page
anew; figures are never typed by hand.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.instruction_lines import is_right, lines
from quyche_app.domain.verbs import Verb

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FAULTS = ROOT / "tests" / "accuracy" / "faults.tsv"
PAGE = ROOT / "docs/accuracy.md"
CORPUS = SHARED / "corpus"
PARTY = SHARED / "accuracy" / "party"
LINES = ("instructions.jsonl", "instructions-party.jsonl")
Json = dict[str, Any]

# As the field names them (docs/field.md), for the table of docs/accuracy.md.
_VERBS = {
    Verb.AMEND: "Sửa đổi",
    Verb.INSERT: "Bổ sung",
    Verb.REPEAL: "Bãi bỏ",
    Verb.REPLACE: "Thay thế",
    Verb.RENUMBER: "Đổi số",
    Verb.MOVE: "Chuyển",
    Verb.SPLIT: "Tách",
    Verb.SUSPEND: "Tạm ngưng",
    Verb.MERGE: "Gộp",
    Verb.REPLACE_WORDS: "Thay cụm từ",
    Verb.ADD_WORDS: "Thêm cụm từ",
    Verb.REMOVE_WORDS: "Bỏ cụm từ",
}


def measured(*options: str, corpus: Path = CORPUS / "triples") -> Json:
    """Run the measure over a part of the corpus and give its figures (``quyche/score/1``).

    Raises:
        CalledProcessError: the measure itself did not run.
    """
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "figures.json")
        subprocess.run(
            [
                sys.executable,
                str(SHARED / "accuracy" / "score.py"),
                "--corpus",
                str(corpus),
                "--cmd",
                f"{sys.executable} -m quyche_app",
                "--json",
                str(file),
                *options,
            ],
            check=True,
            capture_output=True,
            timeout=600,
        )
        figures: Json = json.loads(file.read_text(encoding="utf-8"))
        return figures


def percent(share: float | None) -> str:
    """Give a share as a Vietnamese percentage: 0.9876 → "98,8 %"."""
    return "–" if share is None else f"{100 * share:.1f} %".replace(".", ",")


def _shares(total: Json) -> Iterator[str]:
    shares, means = total["shares"], total["means"]
    changed = total["changed"]
    for words, name in (
        ("Điều được sửa đúng từng chữ", "exact"),
        ("Dòng trong điều được sửa (F1)", "lines_f1"),
        ("Điều phải giữ nguyên, đã giữ nguyên", "kept"),
        ("Sai mà không báo", "silent_wrong"),
    ):
        yield f"| {words} | {percent(shares[name])} | {percent(means[name])} |"
    alarms = percent(_part(total["alarms"], changed))
    yield f"| Báo chưa chắc mà vẫn đúng (trên số điều được sửa) | {alarms} | |"
    sure = changed + total["stay"] - total["spoken"]
    yield f"| Nói chắc chắn mà sai | {percent(_part(total['silent_wrong'], sure))} | |"
    yield f"| Số điều được sửa; phải giữ nguyên | {changed}; {total['stay']} | |"


def _section(title: str, total: Json) -> list[str]:
    head = ["| Số đo | Tổng | Trung bình các nhóm |", "| --- | --- | --- |"]
    return [f"## {title}", "", *head, *_shares(total), ""]


def _part(some: int, whole: int) -> float | None:
    return some / whole if whole else None


def _read_lines(name: str) -> str:
    read = [is_right(line) for line in lines(SHARED / "accuracy" / name)]
    share = percent(sum(read) / len(read))
    return f"`{name}`: đọc đúng {sum(read)} trên {len(read)} dòng, {share}"


def page() -> str:
    """Measure and give the page."""
    faults = ("--faults", str(FAULTS))
    plain, listed = measured(), measured(*faults)
    careful = measured(*faults, "--accept", "confident")
    pairs = measured(corpus=CORPUS / "pairs")
    party = measured(corpus=PARTY)["total"]
    total = listed["total"]
    rows = [
        "# Độ chính xác của việc đọc và áp dụng nội dung sửa đổi",
        "",
        "Trang này do lệnh `python3 packaging/dev.py accuracy` viết ra "
        f"(lần gần nhất: {datetime.now(UTC):%d/%m/%Y}). Đo trên các văn bản thật có bản hợp nhất do nơi khác "
        "làm; cách đo và tên các số: `docs/testing.md` 8.",
        "",
        *_section("Có bảng lỗi của văn bản nguồn (`tests/accuracy/faults.tsv`)", total),
        f"Bảng lỗi nêu {total['faults']} điều mà bản hợp nhất không thể suy ra từ văn bản gốc và văn bản "
        "sửa đổi, mỗi điều kèm chỗ và lý do.",
        "",
        *_section("Lối viết tự nhiên của cơ quan đảng (các nhóm của `accuracy/party`)", party),
        f"Nội dung phải báo, đã báo: {party['told']} trên {party['must_be_told']}.",
        "",
        *_section("Không có bảng lỗi", plain["total"]),
        *_section(
            "Chỉ áp dụng nội dung chắc chắn (`--accept confident`, có bảng lỗi)", careful["total"]
        ),
        "## Theo động từ (có bảng lỗi)",
        "",
        "| Động từ | Áp dụng | Không được | Văn bản khác | Điều | Đúng từng chữ |",
        "| --- | --- | --- | --- | --- | --- |",
        *_verbs(total["verbs"]),
        "",
        "## Mọi văn bản sửa đổi thật, kể cả khi không có bản hợp nhất",
        "",
        "| Phần | Áp dụng | Không được | Văn bản khác | Chưa đọc được | Không nêu lý do | Lỗi chạy |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        _instructions("Có bản hợp nhất", total),
        _instructions("Không có", pairs["total"]),
        "",
        f"Các dòng sửa đổi rời: {'; '.join(map(_read_lines, LINES))}.",
        "",
        f"Lâu nhất {round(total['wall'] * 1000)} mili giây và {total['peak'] / 2**20:.0f} MB cho một nhóm.",
    ]
    return "\n".join(rows) + "\n"


def _verbs(rows: Json) -> Iterator[str]:
    for verb in Verb:
        row = rows.get(str(verb))
        if row is None:
            continue
        count = row.get("articles", 0)
        yield (
            f"| {_VERBS[verb]} | {row.get('applied', 0)} | {row.get('failed', 0)} "
            f"| {row.get('ignored', 0)} | {count} | {percent(row['exact'] / count if count else None)} |"
        )


def _instructions(name: str, total: Json) -> str:
    errors = total["crash"] + total["timeout"]
    return (
        f"| {name} | {total['applied']} | {total['failed']} | {total['ignored']} | {total['unread']} "
        f"| {total['without_reason']} | {errors} |"
    )


def main() -> int:
    """Write the page."""
    if not SHARED.is_dir():
        print(f"Cần thư mục {SHARED} để đo.")
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Đã viết {PAGE.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
