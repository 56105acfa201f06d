"""``quyche list``: what is in the workspace."""

from __future__ import annotations

import argparse

from quyche_app.cli.rows import document_row
from quyche_app.cli.workspace_values import day_words, opened, print_json
from quyche_app.languages import tr, tr_all


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments of its own."""


def run(args: argparse.Namespace) -> int:
    """Print every regulation, amending act and draft with its status."""
    from quyche_app.services.library import list_documents

    rows = list_documents(opened(args))
    if args.json:
        print_json("list", documents=[document_row(each) for each in rows])
        return 0
    for row in rows:
        facts = [
            tr(row.chip),
            day_words(row.day),
            tr_all(row.remarks),
            tr("mã {id}", id=row.id),
        ]
        print(f"{row.number or tr('(không số)')}\t{row.title}")
        print("\t" + " · ".join(fact for fact in facts if fact))
    if not rows:
        print(tr("Kho chưa có văn bản nào."))
    return 0
