"""The main job on the built-in sample."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from quyche_app.domain.errors import CancelledByUser
from quyche_app.services.demo import Demo, DemoFile, run_demo, sample_workspace
from quyche_app.services.library import list_documents
from quyche_app.services.progress import Progress
from quyche_app.services.views import Role, Verdict
from quyche_app.services.workspace import open_workspace


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Give what the demonstration did, once."""
    return run_demo(tmp_path_factory.mktemp("demo") / "ra")


def test_every_file_is_there_and_proved(demo: Demo) -> None:
    assert demo.is_proved
    assert [made.path.suffix for made in demo.files] == [".docx", ".html", ".txt", ".docx", ".html"]
    assert all(made.path.stat().st_size > 1000 for made in demo.files)
    assert demo.counts.is_whole
    assert demo.changed_provisions > 0


def test_one_false_proof_is_no_proof(demo: Demo) -> None:
    wrong = DemoFile(Path("x"), "x", Verdict(False, ""))
    made = Demo(demo.consolidation, demo.counts, (*demo.files, wrong), 0)
    assert not made.is_proved


def test_it_stops_where_a_person_asks(tmp_path: Path) -> None:
    with pytest.raises(CancelledByUser):
        run_demo(tmp_path, progress=Progress(None, lambda: True))


def test_the_sample_is_put_into_a_workspace_once(tmp_path: Path) -> None:
    for _ in range(2):
        assert sample_workspace(tmp_path / "kho") == tmp_path / "kho"
    with closing(open_workspace(tmp_path / "kho")) as workspace:
        roles = sorted(row.role for row in list_documents(workspace))
    assert roles == [Role.AMENDING, Role.REGULATION]
