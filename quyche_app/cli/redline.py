"""``quyche redline OLD NEW -o OUT.docx``: native tracked changes, proved."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("old", metavar=tr("BẢN_CŨ"), type=Path)
    parser.add_argument("new", metavar=tr("BẢN_MỚI"), type=Path)
    parser.add_argument("-o", "--out", metavar=tr("TỆP.docx"), type=Path, required=True)
    parser.add_argument("--author", default="Quy Chế", help=tr("tên người sửa ghi trong tệp"))
    parser.add_argument(
        "--date", metavar=tr("NGÀY"), help=tr("ngày sửa ghi trong tệp; mặc định: hôm nay")
    )
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def run(args: argparse.Namespace) -> int:
    """Write the redline; a file that fails its proof is not left; 3 when the two files hold what it does not
    show."""
    from quyche_app.cli.dates import day_of
    from quyche_app.cli.workspace_values import told_remarks
    from quyche_app.services.redline import redline_files

    day = day_of(args.date)
    verdict = redline_files(
        args.old, args.new, args.out, author=args.author, day=day, force=args.force
    )
    print(
        tr("Đã ghi {file}: {checked}.", file=str(args.out), checked=tr(verdict.checked)),
        file=sys.stderr,
    )
    told_remarks(verdict.remarks)
    return 3 if verdict.needs_a_person else 0
