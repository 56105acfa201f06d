"""Started without a screen the program says one sentence and ends with 1."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
_ROOT = Path(__file__).parents[2]


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program with these variables of the screen and no others."""
    kept = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "quyche_app", *arguments],
        cwd=_ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nơi khác Qt luôn có màn hình")
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":7731"},
        {"DISPLAY": "may-khong-co.invalid:1"},
        {"QT_QPA_PLATFORM": "khong-co"},
        {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "khong-co"},
    ],
    ids=["none", "closed", "elsewhere", "platform", "wayland"],
)
def test_without_a_screen_one_sentence_is_said(environment: dict[str, str]) -> None:
    done = started(**environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "màn hình" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nơi khác Qt luôn có màn hình")
def test_without_a_screen_commands_and_pictures_still_work(tmp_path: Path) -> None:
    assert started("list").returncode == 0
    picture = tmp_path / "anh.png"
    assert started("--screenshot", "kho-trong", "-o", str(picture)).returncode == 0
    assert picture.exists()


def test_a_machine_without_the_libraries_of_qt_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import quyche_app.__main__ as entry

    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.setattr(sys, "argv", ["quyche"])
    assert entry.main() == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "thư viện" in said
