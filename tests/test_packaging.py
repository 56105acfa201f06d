"""Setting up: the locks, the wheel, and packaging/dev.py on a machine that has only Python."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = [ROOT / "packaging" / f"{kind}.lock" for kind in ("run", "dev", "mutants")]


@pytest.fixture
def dev() -> ModuleType:
    """Load packaging/dev.py as a module of its own."""
    spec = importlib.util.spec_from_file_location("quyche_dev", ROOT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9.\-]*==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


def test_the_lock_leaves_out_the_qt_that_crashes() -> None:
    for lock in LOCKS:
        found = re.search(r"^pyside6-essentials==(\S+)", lock.read_text(encoding="utf-8"), re.M)
        assert found is not None
        assert found[1] != "6.12.0"


def test_the_locks_agree_on_what_they_share() -> None:
    small, middle, large = (
        dict(re.findall(r"^(\S+)==(\S+)", lock.read_text(encoding="utf-8"), re.M)) for lock in LOCKS
    )
    assert small.items() <= middle.items() <= large.items()


def test_the_wheel_carries_the_sample(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert "quyche_app/_resources/sample/quy-che.docx" in names
    assert "quyche_app/_resources/sample/quyet-dinh-3868.docx" in names
    assert "quyche_app/__init__.py" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def test_dev_needs_the_standard_library_only() -> None:
    code = (
        "import runpy, sys; runpy.run_path(sys.argv[1])\n"
        "tops = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted(tops - set(sys.stdlib_module_names) - {'__main__'}))"
    )
    command = [sys.executable, "-I", "-S", "-c", code, str(ROOT / "packaging" / "dev.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def stamped(dev: ModuleType, folder: Path, kind: str) -> None:
    """Pretend that an environment of a kind was made in a folder."""
    dev.PYTHON = folder / "python"
    dev.PYTHON.touch()
    dev.STAMP = folder / "stamp.json"
    dev.STAMP.write_text(json.dumps(dev.wanted_stamp(kind)), encoding="utf-8")


def test_a_second_call_finds_the_environment_ready(dev: ModuleType, tmp_path: Path) -> None:
    stamped(dev, tmp_path, "run")
    assert dev.is_ready("run")
    assert not dev.is_ready("dev")


def test_the_environment_of_the_tests_also_runs_the_program(
    dev: ModuleType, tmp_path: Path
) -> None:
    stamped(dev, tmp_path, "dev")
    assert dev.is_ready("run")
    assert dev.is_ready("dev")


def test_a_changed_lock_asks_for_a_new_set_up(dev: ModuleType, tmp_path: Path) -> None:
    stamped(dev, tmp_path, "run")
    changed = tmp_path / "run.lock"
    changed.write_text("other==1\n", encoding="utf-8")
    dev.LOCKS = {**dev.LOCKS, "run": changed}
    assert not dev.is_ready("run")


def test_a_broken_stamp_asks_for_a_new_set_up(dev: ModuleType, tmp_path: Path) -> None:
    stamped(dev, tmp_path, "run")
    dev.STAMP.write_text("{", encoding="utf-8")
    assert not dev.is_ready("run")


def test_without_a_display_the_demo_opens_no_window(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda kind: None)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr(dev, "run", lambda command, **_: calls.append(list(command)) or 0)
    assert dev.main(["demo", "--out", "x"]) == 0
    assert calls[0][-4:] == ["demo", "--out", "x", "--no-window"]


def test_a_missing_library_is_named_with_its_debian_package(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "can_load", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev, "has_fonts", lambda: True)
    monkeypatch.setattr(dev, "install_command", lambda packages: None)
    dev.prepare_system()
    assert "apt-get install -y --no-install-recommends libegl1\n" in capsys.readouterr().err


def test_the_checks_go_on_after_one_fails_and_the_end_tells_all(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda kind: None)
    monkeypatch.setattr(dev, "run", lambda command, **_: int("mypy" in command))
    assert dev.main(["test"]) == 1
    lines = capsys.readouterr().err.splitlines()[-5:]
    assert [line.split()[:2] for line in lines] == [
        ["đạt", "ruff"],
        ["đạt", "ruff"],
        ["không", "đạt"],
        ["đạt", "lint-imports"],
        ["đạt", "pytest"],
    ]


def test_ci_asks_for_every_library_that_the_set_up_looks_for(dev: ModuleType) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split()
    packages = {*dev.LIBRARIES.values(), *dev.WINDOW_LIBRARIES.values(), dev.FONT_PACKAGE}
    assert packages <= set(script)
