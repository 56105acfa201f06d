"""The program tries itself on its sample."""

from __future__ import annotations

from pathlib import Path

from quyche_app.services.self_test import optional_parts, run_self_test


def test_every_step_is_right_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    steps = run_self_test(tmp_path)
    assert [step.name for step in steps if not step.is_right] == []
    names = [step.name for step in steps]
    assert len(set(names)) == len(names) == 10
    assert (tmp_path / "tep").is_dir()
    assert (tmp_path / "kho").is_dir()


def test_optional_parts_are_looked_for() -> None:
    assert all(isinstance(is_there, bool) for is_there in optional_parts().values())
    assert len(optional_parts()) == 3
