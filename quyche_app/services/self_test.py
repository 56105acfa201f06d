"""The whole main job on the built-in sample, in a workspace of its own, with proofs."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from quyche_app.domain.flow import act_lines
from quyche_app.domain.messages import Message, message
from quyche_app.domain.trees import TreeIndex
from quyche_app.resources_folder import sample_file
from quyche_app.services.amend import amend
from quyche_app.services.demo import ACT, BASE, run_demo
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.verify import verify
from quyche_app.services.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the test: its name, whether it is right, and what it found."""

    name: Message
    is_right: bool
    detail: Message


def run_self_test(folder: Path) -> tuple[Step, ...]:
    """Run the main job on files and in a fresh workspace under ``folder``."""
    demo = run_demo(folder / "tep")
    steps = [
        Step(
            message("self_test.sample", "Áp dụng quyết định mẫu"),
            not demo.counts.needs_a_person,
            message("self_test.counts", "{parts}", parts=demo.counts.parts),
        ),
        *(
            Step(
                message("self_test.written", "Ghi {name}", name=f.path.name),
                f.verdict.is_true,
                f.verdict.checked,
            )
            for f in demo.files
        ),
    ]
    with closing(open_workspace(folder / "kho")) as workspace:
        base = import_file(workspace, sample_file(BASE))
        act = import_file(workspace, sample_file(ACT))
        placed = base.placed_count == base.paragraph_count
        steps.append(
            Step(
                message("self_test.import", "Nhập vào kho"),
                placed,
                message("self_test.placed", "{count} đoạn đều có chỗ", count=base.paragraph_count),
            )
        )
        amended = amend(workspace, base.document.id, act.document.id)
        counts = message(
            "self_test.applied",
            "áp dụng {applied}, không được {failed}, chưa đọc {unread}",
            applied=amended.applied,
            failed=amended.failed,
            unread=amended.unread,
        )
        steps.append(
            Step(
                message("self_test.amend", "Ghi sửa đổi"),
                not amended.failed and not amended.unread,
                counts,
            )
        )
        issued = text_as_at(workspace, base.document.id, as_at="issued")
        before = len(list(TreeIndex(issued.act)))
        last = max(s.effect_date for s in demo.consolidation.stages if s.effect_date is not None)
        now = text_as_at(workspace, base.document.id, as_at=last)
        same = act_lines(now.act) == act_lines(demo.consolidation.act)
        steps.append(
            Step(
                message("self_test.as_at", "Lời văn theo ngày"),
                same and before > 0,
                message("self_test.same", "kho và tệp giống nhau từng chữ"),
            )
        )
        verdicts = verify(workspace)
        right = all(verdict.is_true for verdict in verdicts)
        steps.append(
            Step(
                message("self_test.verify", "Kiểm kho"),
                right,
                message("self_test.checked", "{parts}", parts=tuple(v.checked for v in verdicts)),
            )
        )
    return tuple(steps)


def optional_parts() -> dict[str, bool]:
    """Say which optional parts are present: they add, nothing needs them."""
    return {
        "PySide6 (cửa sổ)": find_spec("PySide6") is not None,
        "psycopg (kho dùng chung PostgreSQL)": find_spec("psycopg") is not None,
        "LibreOffice (mở thử tệp)": shutil.which("soffice") is not None,
    }
