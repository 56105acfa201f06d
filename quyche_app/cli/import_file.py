"""``quyche import FILE …``: store texts with their account."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.cli.rows import imported_row
from quyche_app.cli.workspace_values import opened, print_json
from quyche_app.domain.errors import CancelledByUser, QuyCheError
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.services.views import Imported
    from quyche_app.services.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One file or several."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=tr("tệp .docx hoặc .txt")
    )


def run(args: argparse.Namespace) -> int:
    """Store the files; good ones come in, bad ones are listed."""
    done, bad = _stored(opened(args), args.files)
    if args.json:
        failed = [{"file": str(p), "code": e.code, "sentence": e.sentence} for p, e in bad]
        print_json("import", imported=[imported_row(one) for one in done], failed=failed)
    else:
        for one in done:
            _print(one)
    for path, refused in bad:
        print(f"{path}: {tr(refused.message)}", file=sys.stderr)
    if not done:
        return 1
    return 3 if bad else 0


def _stored(
    workspace: Workspace, files: Sequence[Path]
) -> tuple[list[Imported], list[tuple[Path, QuyCheError]]]:
    """Store what can be stored; the error of a single file is that of the command."""
    from quyche_app.services.import_file import import_file

    done: list[Imported] = []
    bad: list[tuple[Path, QuyCheError]] = []
    for path in files:
        try:
            done.append(import_file(workspace, path))
        except CancelledByUser:
            raise
        except QuyCheError as error:
            if len(files) == 1:
                raise
            bad.append((path, error))
    return done, bad


def _print(one: Imported) -> None:
    name = one.document.cited_as
    if one.was_known:
        print(
            tr(
                "{file}: đã có trong kho từ lần ghi {recording} ({name}).",
                file=one.file_name,
                recording=one.recording,
                name=name,
            )
        )
        return
    print(
        tr(
            "{file}: {name}, {count} điều, {placed}/{paragraphs} đoạn có chỗ, lần ghi {recording}.",
            file=one.file_name,
            name=name,
            count=one.document.article_count,
            placed=one.placed_count,
            paragraphs=one.paragraph_count,
            recording=one.recording,
        )
    )
    for finding in one.findings:
        where = tr("đoạn {line}: ", line=finding.line) if finding.line else ""
        print(f"  {where}{tr(finding.said)}", file=sys.stderr)
