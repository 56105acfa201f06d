"""``quyche demo``: the main job on the sample, files left in a folder, then the window."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from quyche_app.languages import tr, tr_all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "--out", metavar=tr("THƯ_MỤC"), type=Path, help=tr("nơi để các tệp kết quả")
    )
    parser.add_argument("--no-window", action="store_true", help=tr("không mở cửa sổ chương trình"))


def run(args: argparse.Namespace) -> int:
    """Do the main job on the sample; 3 when something was not applied or not proved."""
    from quyche_app.services.demo import run_demo

    folder = args.out or Path(tempfile.mkdtemp(prefix="quyche-mau-"))
    demo = run_demo(folder)
    print(
        tr(
            "Văn bản mẫu (văn bản minh họa): Quy chế làm việc và Quyết định 3868-QĐ/TU sửa đổi quy chế."
        )
    )
    print(tr("Đã đọc và áp dụng {counts}", counts=f"{tr_all(demo.counts.parts, ', ')}."))
    print(tr("{count} điều khoản khác bản gốc. Các tệp đã ghi:", count=demo.changed_provisions))
    for file in demo.files:
        mark = tr("đúng") if file.verdict.is_true else tr("LỆCH")
        print(f"  {file.path}  ({tr(file.what)}; {mark}: {tr(file.verdict.checked)})")
    if not args.no_window and _has_display():
        from quyche_app.services.demo import sample_workspace

        return int(args.window.open(str(sample_workspace(folder / "kho"))))
    return 3 if demo.counts.needs_a_person or not demo.is_proved else 0


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
