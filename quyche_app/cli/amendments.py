"""``quyche amendments ACT [--base BASE]``: the instructions of an amending act, with readings."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.languages import tr

if TYPE_CHECKING:  # the command must start without loading it
    from quyche_app.domain.operations import Outcome, ReadAmendments


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("act", metavar=tr("VĂN_BẢN_SỬA_ĐỔI"), type=Path)
    parser.add_argument(
        "--base", metavar=tr("VĂN_BẢN_GỐC"), type=Path, help=tr("đối chiếu với văn bản gốc")
    )


def run(args: argparse.Namespace) -> int:
    """Print the instructions; 3 when something was not read."""
    from quyche_app.services.read_amendments import read_over
    from quyche_app.services.reports import amendments_report

    reading, outcomes = read_over(args.act, args.base)
    if args.json:
        print(json.dumps(amendments_report(reading, outcomes), ensure_ascii=False, indent=1))
    else:
        _print(reading, outcomes)
    print(
        tr(
            "{count} nội dung sửa đổi, {unread}.",
            count=len(reading.instructions),
            unread=tr("{count} đoạn chưa đọc được", count=len(reading.unread)),
        ),
        file=sys.stderr,
    )
    failed = any(outcome.state == "failed" for outcome in outcomes)
    return 3 if any((reading.unread, reading.transitional, failed)) else 0


def _print(reading: ReadAmendments, outcomes: Sequence[Outcome]) -> None:
    from quyche_app.services.read_amendments import reading_of

    by_index = {outcome.instruction.index: outcome for outcome in outcomes}
    for number, instruction in enumerate(reading.instructions, 1):
        outcome = by_index.get(instruction.index)
        sentence = tr(outcome.account if outcome else reading_of(instruction))
        reasons = outcome.reasons if outcome else instruction.reasons
        doubt = "  [" + tr("cần xem: {reason}", reason=tr(reasons)) + "]" if reasons else ""
        print(f"{number:>4}  {instruction.place}: {sentence}{doubt}")
    for unread in reading.unread:
        print(
            "      "
            + tr(
                "chưa đọc được, đoạn {line}: {text}",
                line=unread.lines[0],
                text=unread.text,
            )
        )
    for passage in reading.transitional:
        print(
            "      "
            + tr(
                "chuyển tiếp, đoạn {first}-{last}: {text}",
                first=passage.lines[0],
                last=passage.lines[1],
                text=passage.text,
            )
        )
