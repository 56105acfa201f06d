"""``quyche history DOC [PATH]``: every wording of a provision or of the whole text."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from quyche_app.cli.rows import wording_row
from quyche_app.cli.workspace_values import day_words, document_id, opened, print_json
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.views import WordingRow


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text and the provision."""
    parser.add_argument("document", metavar="DOC", help=tr("số, mã, hoặc một phần tên văn bản"))
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help=tr('"d5/k2/đa" hoặc "khoản 2 Điều 5"')
    )


def run(args: argparse.Namespace) -> int:
    """Print every wording: when in force, by which act, who recorded it and when."""
    from quyche_app.services.history import history

    workspace = opened(args)
    rows = history(workspace, document_id(workspace, args.document), args.path)
    if args.json:
        print_json("history", wordings=[wording_row(each) for each in rows])
        return 0
    for row in rows:
        _print(row)
    return 0


def _print(row: WordingRow) -> None:
    since = day_words(row.valid_from, tr("khi ban hành"))
    until = tr(" đến {day}", day=day_words(row.valid_to)) if row.valid_to else ""
    source = tr("văn bản gốc")
    if row.operation:
        source = tr(
            "{place} của {act} (nội dung {operation})",
            place=row.act_place,
            act=row.act_number,
            operation=row.operation,
        )
    local = row.recorded_at.astimezone()
    state = "" if row.is_current else tr(", đã có lần ghi sau thay thế")
    who = f", {row.who}" if row.who else ""
    print(
        tr(
            "{words} ({path}), từ {since}{until}, theo {source}, "
            "lần ghi {recording} lúc {time} {day}{who}{state}",
            words=row.words,
            path=row.path,
            since=since,
            until=until,
            source=source,
            recording=row.recording,
            time=f"{local:%H:%M}",
            day=day_words(local.date()),
            who=who,
            state=state,
        )
    )
    for line in row.text.split("\n") if row.text else [tr("(không có hiệu lực)")]:
        print(f"\t{line}")
