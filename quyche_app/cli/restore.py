"""``quyche restore FILE``: put a copy back as the workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from quyche_app.cli.workspace_values import print_json
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The copy."""
    parser.add_argument("file", metavar="FILE", type=Path, help=tr("tệp sao lưu"))


def run(args: argparse.Namespace) -> int:
    """Put the copy back and say where the workspace that was there is kept."""
    from quyche_app.services.backups import kept_words, restore_keeping
    from quyche_app.services.workspace import default_place

    place = args.workspace or default_place()
    kept = restore_keeping(args.file, place)
    if args.json:
        print_json(
            "restore",
            workspace=place,
            kept=str(kept.file) if kept else None,
            kept_as_it_was=kept is not None and not kept.is_sound,
        )
        return 0
    print(tr("Đã khôi phục kho ở {place} từ {file}.", place=place, file=args.file))
    if kept:
        print(tr(kept_words(kept)))
    return 0
