"""Real regulations and laws through the whole main job, in a workspace: no crash, every paragraph
accounted for, every instruction applied or listed with a reason."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.flow import act_lines
from quyche_app.services.amend import amend, operations
from quyche_app.services.history import history
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.verify import verify
from quyche_app.services.workspace import open_workspace

_FAMILIES = (
    "triples/bo-luat-hinh-su-2015",
    "triples/luat-dau-thau-2023",
    "triples/luat-giam-dinh-tu-phap-2012",
    "pairs/quy-che-dau-thau-1999",
    "pairs/tt-cong-bo-thong-tin-tren-thi-truong-chung-2020",
    "pairs/tt-xay-dung-de-an-va-phuong-an-tong-2015",
    "singles/quy-che-lam-viec-dang-bo-xa-lung",
    "singles/quy-che-lam-viec-mau-cua-uy-ban-2025-314-2025-nd-cp",
)


@pytest.mark.parametrize("family", _FAMILIES)
def test_the_main_job_on_a_real_family(family: str, shared: Path, tmp_path: Path) -> None:
    folder = shared / "corpus" / family
    with closing(open_workspace(tmp_path / "kho")) as workspace:
        base = import_file(workspace, folder / "base.txt")
        assert base.placed_count == base.paragraph_count > 0
        issued = act_lines(text_as_at(workspace, base.document.id, as_at="issued").act)
        for file in sorted(folder.glob("amend-*.txt")):
            try:
                done = amend(workspace, base.document.id, file)
            except QuyCheError:
                continue  # nothing of this act is about this base: a plain refusal
            plan = done.plan
            assert all(o.state != "failed" or o.reason for o in plan.consolidation.outcomes)
            assert all(u.reason for u in plan.consolidation.unread)
            if plan.effect_date is not None and done.applied:
                before = text_as_at(
                    workspace, base.document.id, as_at=plan.effect_date - timedelta(days=1)
                )
                after = text_as_at(workspace, base.document.id, as_at=plan.effect_date)
                assert act_lines(before.act) != act_lines(after.act)
        assert act_lines(text_as_at(workspace, base.document.id, as_at="issued").act) == issued
        assert history(workspace, base.document.id, None)
        assert all(row.reading for row in operations(workspace, base.document.id))
        assert all(verdict.is_true for verdict in verify(workspace))
