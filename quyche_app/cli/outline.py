"""``quyche outline FILE``: the structure of a text as read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from quyche_app.collector import collector_paused
from quyche_app.languages import tr


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("file", metavar=tr("TỆP"), type=Path, help=tr("tệp văn bản (.docx, .txt)"))
    parser.add_argument(
        "--tree", action="store_true", help=tr("sơ đồ cây (Mermaid), dán được vào trang tài liệu")
    )
    parser.add_argument("--account", action="store_true", help=tr("mỗi đoạn của tệp đã đi về đâu"))


def run(args: argparse.Namespace) -> int:
    """Print the structure; what is doubtful is named on standard error."""
    # Loading the rooms that read makes thousands of objects, none of which is garbage.
    with collector_paused():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from quyche_app.domain.addresses import parse_path
    from quyche_app.services.outline import (
        ROLE_WORDS,
        account_message,
        outline_lines,
        outline_report,
        outline_tree,
        read_outline,
    )

    text = read_outline(args.file)
    if args.json:
        import json

        report = outline_report(text, with_account=args.account)
        print(json.dumps(report, ensure_ascii=False, indent=1))
    elif args.tree:
        print("\n".join(outline_tree(text)))
    else:
        print("\n".join(outline_lines(text)))
        if args.account:
            for entry in text.account:
                doubt = "  " + tr("cần xem: {doubt}", doubt=tr(entry.doubt)) if entry.doubt else ""
                print(f"{entry.line:>6}  {tr(ROLE_WORDS[entry.role]):<20} {entry.path}{doubt}")
    print(tr(account_message(text)), file=sys.stderr)
    for finding in text.findings:
        print(tr(finding.said), file=sys.stderr)
    for entry in text.account:
        if entry.doubt:
            address = parse_path(entry.path)
            words = address.words if address is not None else entry.path
            print(
                "  "
                + tr(
                    "cần xem: đoạn {line}, {words}: {doubt}",
                    line=entry.line,
                    words=words,
                    doubt=tr(entry.doubt),
                ),
                file=sys.stderr,
            )
    return 0
