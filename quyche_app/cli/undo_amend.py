"""``quyche undo-amend DOC OPERATION``: record the same list without one operation."""

from __future__ import annotations

import argparse

from quyche_app.cli.amend import print_disturbed
from quyche_app.cli.rows import disturbed_rows
from quyche_app.cli.workspace_values import document_id, opened, print_json
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The regulation and the operation."""
    parser.add_argument("document", metavar="DOC", help=tr("số, mã, hoặc một phần tên quy chế"))
    parser.add_argument(
        "operation",
        metavar="OPERATION",
        help=tr("số của nội dung sửa đổi, như history và amend in ra"),
    )


def run(args: argparse.Namespace) -> int:
    """Take one operation back; 3 when others come out otherwise because of it."""
    from quyche_app.services.undo_amend import take_back

    workspace = opened(args)
    done = take_back(workspace, document_id(workspace, args.document), args.operation)
    if args.json:
        print_json(
            "undo-amend",
            recording=done.recording,
            operation=args.operation,
            disturbed=disturbed_rows(done.disturbed),
        )
        return 3 if done.disturbed else 0
    if done.disturbed:
        print(
            tr(
                "Đã hoàn tác nội dung {operation} ở lần ghi {recording}; "
                "{count} nội dung khác vì thế thay đổi theo.",
                operation=args.operation,
                recording=done.recording,
                count=len(done.disturbed),
            )
        )
        print_disturbed(done.disturbed)
        return 3
    number = done.recording
    print(
        tr(
            "Đã hoàn tác nội dung {operation} ở lần ghi {recording}; các nội dung khác giữ nguyên.",
            operation=args.operation,
            recording=number,
        )
    )
    return 0
