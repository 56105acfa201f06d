"""Every screen in every size and look that offices have: a picture is written, no words are cut.

The pictures go to the folder that QUYCHE_PICTURES names, for a person to look at
(docs/window.md 12).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from quyche_app.gui.pictures import SCREENS

LOOKS = {
    "1280x720": ("1280", "720", "1", "light", "100"),
    "1366x768": ("1366", "768", "1", "light", "100"),
    "1366x768-toi": ("1366", "768", "1", "dark", "100"),
    "1366x768-tuong-phan": ("1366", "768", "1", "contrast", "100"),
    "1366x768-chu-125": ("1366", "768", "1", "light", "125"),
    "1920x1080-150": ("1280", "720", "1.5", "light", "100"),  # 1920 × 1080 at 150 %
    "1920x1080-chu-150": ("1920", "1080", "1", "light", "150"),
}

_TAKE = """
import json, shutil, sys, tempfile
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from quyche_app.gui import pictures
from quyche_app.gui.theme.look import current_look
from quyche_app.gui.widgets.basic import ElidedLabel
from quyche_app.gui.widgets.buttons import Button
from quyche_app.services.workspace import open_workspace

folder, width, height, theme, text = Path(sys.argv[1]), *sys.argv[2:6]
cut = {}
sys.excepthook = lambda kind, error, trace: cut.setdefault("lỗi", []).append(repr(error))

def look(window, screen):
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or isinstance(label, ElidedLabel) or not label.text():
            continue
        if label.wordWrap():
            short = label.height() + 1 < label.heightForWidth(label.width())
        else:
            short = label.width() + 1 < label.sizeHint().width()
        if short:
            found.append(label.text())
    for button in window.findChildren(Button):
        if button.isVisible() and button.width() + 1 < button.sizeHint().width():
            found.append(button.text() or button.accessibleName())
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        is_barless = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inside is not None and area.isVisible() and is_barless:
            if inside.width() > area.viewport().width() + 1:
                found.append(f"{inside.width()} px trong {area.viewport().width()} px")
    if found:
        cut[screen] = found

shown = pictures.show_screen
def show(window, screen, document):
    shown(window, screen, document)
    assert (current_look().scale, current_look().tokens.name) == (int(text) / 100, theme)
    look(window, screen)
pictures.show_screen = show
fill = pictures.fill_with_sample
with tempfile.TemporaryDirectory() as place:
    # Two workspaces with the sample are made, every screen gets a copy of one.
    filled = {}
    for recorded in (True, False):
        folder_of = Path(place) / f"mau-{recorded}"
        workspace = open_workspace(folder_of)
        filled[recorded] = folder_of, fill(workspace, recorded=recorded)
        workspace.close()
    pictures.fill_with_sample = lambda workspace, *, recorded: filled[recorded][1]
    for screen in json.loads(sys.argv[6]):
        kho = Path(place) / screen
        if screen not in ("kho-trong", "lan-dau"):
            shutil.copytree(filled[screen != "sua-doi"][0], kho)
        workspace = open_workspace(kho)
        pictures.take(screen, folder / f"{screen}.png", theme=theme, text_size=int(text),
                      size=(int(width), int(height)), workspace=workspace, is_sample=True)
        workspace.close()
print(json.dumps(cut, ensure_ascii=False))
"""


@pytest.mark.parametrize("name", LOOKS)
def test_every_screen_is_whole(name: str, tmp_path: Path) -> None:
    width, height, scale, theme, text = LOOKS[name]
    folder = Path(os.environ.get("QUYCHE_PICTURES", tmp_path)) / name
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _TAKE, str(folder), width, height, theme, text, json.dumps(SCREENS)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(root),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
        },
    )
    assert done.returncode == 0, done.stderr[-3000:]
    for screen in SCREENS:
        picture = QImage(str(folder / f"{screen}.png"))
        assert picture.width() == round(int(width) * float(scale))
    assert json.loads(done.stdout.splitlines()[-1]) == {}
