"""Pictures of the window, as the hidden option makes them."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from quyche_app.cli import screenshot
from quyche_app.gui.pictures import SCREENS


def parsed(*words: str) -> argparse.Namespace:
    """Give the arguments of the option."""
    parser = argparse.ArgumentParser()
    screenshot.add_arguments(parser)
    return parser.parse_args(words)


def test_both_doors_know_the_same_screens() -> None:
    assert screenshot._SCREENS == SCREENS


def test_a_size_that_is_none_is_refused() -> None:
    with pytest.raises(SystemExit):
        parsed("kho", "-o", "a.png", "--size", "to")


@pytest.mark.parametrize("screen", ["kho-trong", "xuat"])
def test_a_picture_of_the_sample_is_written(
    screen: str, tmp_path: Path, application: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    out = tmp_path / "anh" / f"{screen}.png"
    assert screenshot.run(parsed(screen, "-o", str(out), "--size", "1366x728")) == 0
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1366, 728)
