"""A lock between programs of one machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from quyche_app.services.holds import Hold


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    one, other = Hold(tmp_path / "khoa"), Hold(tmp_path / "khoa")
    assert one.take()
    assert one.take()
    assert not other.take()
    one.release()
    assert other.take()
    assert not one.take()
    other.release()
    other.release()
    assert (tmp_path / "khoa").is_file()


def test_a_holder_that_is_gone_lets_go(tmp_path: Path) -> None:
    one = Hold(tmp_path / "khoa")
    assert one.take()
    del one
    other = Hold(tmp_path / "khoa")
    assert other.take()
    other.release()


def test_a_place_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="khoa"):
        Hold(tmp_path / "khong" / "khoa").take()
