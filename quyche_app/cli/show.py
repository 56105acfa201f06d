"""``quyche show DOC``: the text as at a day, as known at a time."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quyche_app.cli.rows import amended_by_row, day_row, document_row, footnote_row
from quyche_app.cli.workspace_values import document_id, opened, print_json
from quyche_app.domain.dates import parse_date
from quyche_app.domain.errors import StorageError
from quyche_app.domain.flow import act_lines, component_lines, unit_lines
from quyche_app.domain.messages import message
from quyche_app.languages import tr

if TYPE_CHECKING:
    from quyche_app.domain.acts import Act

_LONGEST_NUMBER = 18  # digits of a recording's number that a database can hold


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, the day, the recording and the provision."""
    parser.add_argument("document", metavar="DOC", help=tr("số, mã, hoặc một phần tên văn bản"))
    parser.add_argument("--as-at", metavar="D", help=tr("ngày, hoặc issued = lời văn khi ban hành"))
    parser.add_argument("--known-at", metavar="R", help=tr("số lần ghi, hoặc ngày giờ"))
    parser.add_argument(
        "--unit", metavar="PATH", help=tr('"d5/k2/đa" hoặc "điểm a khoản 2 Điều 5"')
    )


def run(args: argparse.Namespace) -> int:
    """Print the text, one paragraph a line, under a header that names both times."""
    from quyche_app.services.text_as_at import text_as_at

    workspace = opened(args)
    text = text_as_at(
        workspace,
        document_id(workspace, args.document),
        as_at=args.as_at,
        known_at=known_at(args.known_at),
    )
    lines = act_lines(text.act) if args.unit is None else _unit_lines(text.act, args.unit)
    if args.json:
        print_json(
            "show",
            document=document_row(text.document),
            as_at=day_row(text.as_at),
            known_at=text.known_at,
            header=str(text.header),
            amended_by=[amended_by_row(each) for each in text.amended_by],
            footnotes=[footnote_row(each) for each in text.footnotes],
            lines=lines,
        )
        return 0
    print(f"[{text.document.cited_as}. {tr(text.header)}]")
    print("\n".join(lines))
    return 0


def known_at(text: str | None) -> int | datetime | None:
    """Give the recording number or the moment that the option names; a day means its end.

    Raises:
        StorageError: neither.
    """
    if text is None:
        return None
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
        return int(text)
    try:
        moment = datetime.fromisoformat(text)
        has_time = len(text) > len("2018-07-17")
    except ValueError:
        day = parse_date(text)
        if day is None:
            raise _no_moment(text) from None
        moment, has_time = datetime(day.year, day.month, day.day), False
    try:
        moment.astimezone(UTC)  # as it is looked up: the first and the last day have no neighbours
    except (OverflowError, ValueError):
        raise _no_moment(text) from None
    return moment if has_time else moment.replace(hour=23, minute=59, second=59, microsecond=999000)


def _no_moment(text: str) -> StorageError:
    return StorageError(
        message(
            "QC-S035",
            "“{words}” không phải là lần ghi hay thời điểm. Hãy ghi như 3, 2018-07-17 "
            "hoặc 2018-07-17T09:30.",
            words=text,
        )
    )


def _unit_lines(act: Act, path: str) -> list[str]:
    from quyche_app.services.text_as_at import appendix_named, units_named

    appendix = appendix_named(act, path)
    if appendix is not None:
        return component_lines(appendix)
    found = units_named(act, path)
    if not found:
        raise StorageError(message("QC-S037", "Văn bản không có “{path}” vào ngày đó.", path=path))
    return [line for placed in found for line in unit_lines(placed.unit)]
