"""``quyche export DOC -o OUT``: files for the office."""

from __future__ import annotations

import argparse
from pathlib import Path

from quyche_app.cli.rows import remark_row, verdict_row
from quyche_app.cli.workspace_values import (
    document_id,
    opened,
    print_json,
    told_remarks,
    verdict_lines,
)
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, the files, the day, the kind and the layout."""
    parser.add_argument("document", metavar="DOC", help=tr("số, mã, hoặc một phần tên văn bản"))
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        action="append",
        required=True,
        metavar="OUT",
        help=tr("tệp ra .docx .odt .html .txt .json; dùng được nhiều lần"),
    )
    parser.add_argument("--as-at", metavar="D", help=tr("ngày, hoặc issued = lời văn khi ban hành"))
    parser.add_argument(
        "--kind",
        choices=("consolidated", "redline"),
        default="consolidated",
        help=tr("consolidated: bản hợp nhất; redline: bản đánh dấu thay đổi"),
    )
    parser.add_argument("--profile", metavar="P", help=tr("mẫu trình bày"))
    parser.add_argument("--force", action="store_true", help=tr("ghi đè tệp đã có"))


def run(args: argparse.Namespace) -> int:
    """Write and prove the files; 3 when a proof is false or a person must know something of the text."""
    from quyche_app.services.export import export

    workspace = opened(args)
    done = export(
        workspace,
        document_id(workspace, args.document),
        args.out,
        as_at=args.as_at,
        kind=args.kind,
        profile=args.profile,
        force=args.force,
    )
    if args.json:
        print_json(
            "export",
            paths=done.paths,
            verdicts=[verdict_row(each) for each in done.verdicts],
            remarks=[remark_row(each) for each in done.remarks],
        )
    else:
        for path, verdict in zip(done.paths, done.verdicts, strict=True):
            print(path)
            print("\n".join(f"  {line}" for line in verdict_lines(verdict)))
    told_remarks(done.remarks)
    return 3 if done.needs_a_person else 0
