"""``quyche backup FILE``: a copy of the whole workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from quyche_app.cli.workspace_values import opened, print_json
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file to write."""
    parser.add_argument("file", metavar="FILE", type=Path, help=tr("tệp sao lưu sẽ ghi"))
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def run(args: argparse.Namespace) -> int:
    """Write the copy and say where it is."""
    from quyche_app.services.backups import backup

    file = backup(opened(args), args.file, force=args.force)
    if args.json:
        print_json("backup", file=str(file), size_bytes=file.stat().st_size)
    else:
        print(
            tr(
                "Đã sao lưu kho vào {file} ({kilobytes} KB), đã kiểm tra lại.",
                file=str(file),
                kilobytes=file.stat().st_size // 1024,
            )
        )
    return 0
