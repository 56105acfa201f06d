"""The journeys once more in a window of an X server, as a person has it, not on the offscreen platform."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.xdist_group("real window")
def test_the_journeys_pass_in_a_window_of_an_x_server() -> None:
    command = shutil.which("xvfb-run")
    if command is None:
        pytest.skip("cần xvfb-run (gói xvfb, xauth)")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [
            command,
            "-a",
            "-s",
            "-screen 0 1366x768x24",
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            "tests/journeys/test_drafting.py",
            "tests/journeys/test_main_job.py",
            "tests/journeys/test_a_day.py",
            "-k",
            "not killed",
        ],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-4000:]
