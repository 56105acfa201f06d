"""``--screenshot``: a picture of a screen of the window, made without a person
(docs/window.md 12)."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from quyche_app.languages import tr

_SCREENS = (
    "kho",
    "kho-trong",
    "tim",
    "du-thao",
    "sua-doi",
    "so-sanh",
    "doi-chieu",
    "dong-thoi-gian",
    "soan-thao",
    "xuat",
    "nhap",
    "cai-dat",
    "lan-dau",
)
_THEMES = ("light", "dark", "contrast")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the hidden command."""
    parser.add_argument("screen", choices=_SCREENS, help=tr("màn hình cần chụp"))
    parser.add_argument("-o", "--out", required=True, type=Path, help=tr("tệp PNG"))
    parser.add_argument("--theme", choices=_THEMES, default="light", help=tr("màu nền"))
    parser.add_argument("--scale", type=float, default=1.0, help=tr("số điểm ảnh trên một điểm"))
    parser.add_argument(
        "--text-size", type=int, choices=(100, 125, 150), default=100, help=tr("cỡ chữ")
    )
    parser.add_argument("--size", type=_size, default=(1366, 728), help=tr("rộng x cao"))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    try:
        return int(width), int(height)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("“{text}” không có dạng 1366x768", text=text)) from None


def run(args: argparse.Namespace) -> int:
    """Take the picture: of the workspace that was named, else of the built-in sample."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(args.scale)
    from quyche_app.services.workspace import open_workspace

    # The window stands beside the command line, not below it: it is found by name.
    pictures = import_module("quyche_app.gui.pictures")
    named = getattr(args, "workspace", None)
    with tempfile.TemporaryDirectory(prefix="quyche-anh-") as folder:
        workspace = open_workspace(named or Path(folder) / "kho")
        pictures.take(
            args.screen,
            args.out,
            theme=args.theme,
            text_size=args.text_size,
            size=args.size,
            workspace=workspace,
            is_sample=not named,
        )
    return 0
