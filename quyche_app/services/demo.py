"""The main job on the built-in sample: read, apply, compare, write, prove."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quyche_app.comparing import compare
from quyche_app.domain.counts import InstructionCounts, counts_of
from quyche_app.domain.messages import message
from quyche_app.domain.operations import Consolidation
from quyche_app.resources_folder import sample_file
from quyche_app.services.consolidate import consolidate_files
from quyche_app.services.files import make_folder, write_file
from quyche_app.services.outputs import write_consolidation
from quyche_app.services.progress import SILENT, Progress
from quyche_app.services.redline import write_redline
from quyche_app.services.views import Verdict
from quyche_app.writing.comparison_html import comparison_html

BASE, ACT = "quy-che.docx", "quyet-dinh-3868.docx"


@dataclass(frozen=True, slots=True)
class DemoFile:
    """A file that the demonstration left, with its proof."""

    path: Path
    what: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration did."""

    consolidation: Consolidation
    counts: InstructionCounts
    files: tuple[DemoFile, ...]
    changed_provisions: int

    @property
    def is_proved(self) -> bool:
        """Every file is what it should be."""
        return all(file.verdict.is_true for file in self.files)


def run_demo(folder: Path, *, progress: Progress = SILENT) -> Demo:
    """Do the main job on the sample and leave the files in a folder (replacing former ones)."""
    make_folder(folder)
    progress.step(1, 4, message("progress.demo_apply", "Đang đọc và áp dụng quyết định mẫu"))
    result = consolidate_files(sample_file(BASE), [sample_file(ACT)])
    progress.step(2, 4, message("progress.demo_text", "Đang ghi bản hợp nhất"))
    files = []
    for suffix in (".docx", ".html", ".txt"):
        path = folder / f"hop-nhat{suffix}"
        verdict = write_consolidation(result, path, force=True)
        files.append(DemoFile(path, "bản hợp nhất", verdict))
    progress.step(3, 4, message("progress.demo_redline", "Đang ghi bản có dấu sửa"))
    comparison = compare(result.base, result.act, by_identity=True)
    redline = folder / "ban-danh-dau-thay-doi.docx"
    verdict = write_redline(comparison, redline, author="Quy Chế", day=_day(result), force=True)
    files.append(DemoFile(redline, "bản Word có dấu sửa", verdict))
    progress.step(4, 4, message("progress.demo_compare", "Đang ghi bản so sánh"))
    page = folder / "so-sanh.html"
    old, new = "Quy chế ban hành kèm theo Quyết định 05-QĐ/TU", "sau Quyết định 3868-QĐ/TU"
    write_file(page, comparison_html(comparison, old_name=old, new_name=new).encode(), force=True)
    files.append(
        DemoFile(
            page,
            "so sánh hai cột",
            Verdict(True, message("proof.of_comparison", "ghi từ phép so sánh")),
        )
    )
    changed = sum(1 for pair in comparison.pairs if pair.is_changed)
    return Demo(result, counts_of(result), tuple(files), changed)


def sample_workspace(folder: Path) -> Path:
    """Put the sample into a workspace at a folder, once, and give the folder; the decision is left
    to be applied in the window."""
    # The database is loaded only for the window: the demonstration itself needs none.
    from quyche_app.services.import_file import import_file
    from quyche_app.services.workspace import open_workspace

    with closing(open_workspace(folder)) as workspace:
        for name in (BASE, ACT):
            import_file(workspace, sample_file(name))
    return folder


def _day(result: Consolidation) -> date | None:
    return next((r.act.issue_date for r in result.amending if r.act.issue_date), None)
